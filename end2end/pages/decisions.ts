// The pages of the second half, plain forms: what a table decides, and what its people say.
import { type Page, expect } from "@playwright/test";

export class DecisionsPage {
  constructor(readonly page: Page) {}

  /** Adds an idea of the team's own, with a first step; perhaps something that stops. */
  async decide(text: string, options: { renounces?: boolean; step?: string; effort?: string; impact?: string } = {}) {
    const form = this.page.locator("form").filter({ has: this.page.getByRole("button", { name: "Retenir", exact: true }) }).first();
    await form.getByLabel("L’action, en une phrase").fill(text);
    if (options.renounces === true) await form.getByLabel("C’est un renoncement").check();
    if (options.effort !== undefined) await form.getByLabel("Effort").selectOption(options.effort);
    if (options.impact !== undefined) await form.getByLabel("Impact").selectOption(options.impact);
    if (options.step !== undefined) await form.getByLabel("Premier pas", { exact: true }).fill(options.step);
    await form.getByRole("button", { name: "Retenir", exact: true }).click();
    await expect(this.page.getByRole("main")).toContainText(text);
  }
}
