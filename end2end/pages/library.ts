// The shelf of saved boards, and one of them to come back to. Neither needs JavaScript.
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

  /** The names on the shelf, as they are read aloud: every space is a space. */
  async names(): Promise<string[]> {
    const names = await this.main.locator(".shelf-name > a").allInnerTexts();
    return names.map((name) => name.replace(/\s/g, " "));
  }

  /** Searches for words. */
  async find(words: string): Promise<void> {
    await this.main.getByLabel("Mots du nom, de l’atelier ou du titre").fill(words);
    await this.main.getByRole("button", { name: "Chercher" }).click();
  }

  /** Chooses what is listed. */
  async show(which: string): Promise<void> {
    const choice = this.main.getByLabel("Montrer");
    if (!(await choice.isVisible())) await this.main.getByText("Affiner").click();
    await choice.selectOption(which);
    await this.main.getByRole("button", { name: "Chercher" }).click();
  }

  async read(name: string): Promise<void> {
    await this.main.getByRole("link", { name }).click();
    await expect(this.main.getByRole("heading", { level: 1 })).toHaveText(name);
  }

  /** A part of the board's page, by its heading. */
  part(title: string): Locator {
    return this.main.locator("section").filter({ has: this.page.getByRole("heading", { level: 2, name: title }) });
  }
}
