// The room's screen: it only reads.
import { type Locator, type Page, expect } from "@playwright/test";
import { alive } from "./alive.ts";

export class ProjectorPage {
  readonly picture: Locator;

  /** What is out of the light. */
  readonly dimmed: Locator;

  constructor(readonly page: Page) {
    this.picture = page.locator("svg.picture");
    this.dimmed = page.locator(".dimmed");
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

  /** Presses a key, as a keyboard or a presentation clicker does. */
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** Which table is on the screen. */
  async isOf(table: number): Promise<void> {
    await expect(this.page.getByRole("heading", { level: 1 })).toHaveText(`Écran de la salle, table ${table}`);
  }

  /** The link that is told in large letters, once there is one. */
  async told(): Promise<string> {
    return (await this.page.locator(".projector-sentence").innerText()).trim();
  }

  /** Waits until this sentence is told in large letters. */
  async tells(sentence: string): Promise<void> {
    await expect(this.page.locator(".projector-sentence")).toHaveText(sentence);
  }
}
