// The room's screen: it only reads.
import { type Locator, type Page, expect } from "@playwright/test";
import { alive } from "./alive.ts";

export class ProjectorPage {
  readonly picture: Locator;

  constructor(readonly page: Page) {
    this.picture = page.locator("svg.picture");
  }

  async alive(): Promise<void> {
    await alive(this.page);
  }

  /** The code is shown in two groups, to be said aloud. */
  async invites(code: string): Promise<void> {
    const half = Math.ceil(code.length / 2);
    await expect(this.page.getByText(`${code.slice(0, half)} ${code.slice(half)}`)).toBeVisible();
  }

  async shows(cards: string, links: string): Promise<void> {
    await expect(this.picture).toHaveAccessibleName(new RegExp(`${cards}.*${links}`));
  }
}
