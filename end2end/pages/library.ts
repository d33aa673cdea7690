// The shelf of saved boards, and one of them to read. Neither needs JavaScript.
import { type Locator, type Page, expect } from "@playwright/test";

export class LibraryPage {
  readonly main: Locator;

  constructor(
    readonly page: Page,
    private readonly url: string,
  ) {
    this.main = page.getByRole("main");
  }

  async open(): Promise<void> {
    await this.page.goto(`${this.url}/bibliotheque`);
  }

  /** The board of this name on the shelf, with how much is on it. */
  async shelves(name: string, cards: string, links: string): Promise<void> {
    const board = this.main.getByRole("listitem").filter({ hasText: name });
    await expect(board).toContainText(`${cards}, ${links}`);
  }

  async read(name: string): Promise<void> {
    await this.main.getByRole("link", { name }).click();
    await expect(this.main.getByRole("heading", { level: 1 })).toHaveText(name);
  }
}
