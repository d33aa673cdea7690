// A participant's board as text, where every act is an ordinary form.
import { type Locator, type Page, expect } from "@playwright/test";

export class PlanPage {
  readonly main: Locator;

  constructor(readonly page: Page) {
    this.main = page.getByRole("main");
  }

  /** From the living board to its Plan, for whoever has no JavaScript. */
  async openFromBoard(): Promise<void> {
    await this.page.getByRole("link", { name: /plan/i }).first().click();
    await expect(this.main.getByRole("heading", { level: 1 })).toHaveText(/^Plan de la table \d+$/);
  }

  async refresh(): Promise<void> {
    await this.page.getByRole("link", { name: "Actualiser" }).click();
  }

  /** Places the first card of the hand, and says which. */
  async placeOne(): Promise<string> {
    const button = this.main.getByRole("button", { name: /^Poser « .* »$/ }).first();
    const title = /«\s(.*)\s»/.exec((await button.getAttribute("aria-label")) ?? "")?.[1] ?? "";
    await button.click();
    return title;
  }

  async link(cause: string, consequence: string, because: string): Promise<void> {
    await this.main.getByLabel("Cause").selectOption({ label: cause });
    await this.main.getByLabel("Conséquence").selectOption({ label: consequence });
    await this.main.getByLabel("Parce que").fill(because);
    await this.main.getByRole("button", { name: "Relier" }).click();
  }
}
