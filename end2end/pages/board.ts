// A living board: what a participant and the person who facilitates have in common.
import { type Locator, type Page, expect } from "@playwright/test";
import { alive } from "./alive.ts";

export class BoardPage {
  readonly hand: Locator;
  readonly outline: Locator;
  readonly sentence: Locator;
  readonly status: Locator;

  constructor(readonly page: Page) {
    this.hand = page.getByRole("region", { name: "Ma main" });
    this.outline = page.getByRole("region", { name: "Le plan du plateau" });
    this.sentence = page.getByRole("region", { name: "Relier deux cartes" });
    this.status = page.getByRole("status").filter({ hasText: /^Enregistrement/ });
  }

  async alive(): Promise<void> {
    await alive(this.page);
  }

  /** Waits until everything this person did is on the server's disk. */
  async saved(): Promise<void> {
    await expect(this.status).toContainText("enregistré");
  }

  /** Places every card in hand, and says which. */
  async placeAll(): Promise<string[]> {
    const titles = await this.hand.getByRole("heading", { level: 3 }).allTextContents();
    for (const title of titles) {
      await this.hand.getByRole("button", { name: `Poser « ${title} » sur le plateau` }).click();
    }
    await this.saved();
    return titles;
  }

  /** Draws a link with the sentence. */
  async link(cause: string, consequence: string, because: string): Promise<void> {
    await this.sentence.getByLabel("La cause").selectOption({ label: cause });
    await this.sentence.getByLabel("La conséquence").selectOption({ label: consequence });
    await this.sentence.getByLabel("parce que").fill(because);
    await this.sentence.getByRole("button", { name: "Relier" }).click();
  }

  /** Writes a note. */
  async note(text: string): Promise<void> {
    await this.page.getByRole("button", { name: "Ajouter une note" }).click();
    await this.page.getByLabel("Votre texte").fill(text);
    await this.page.getByRole("button", { name: "Écrire sur le plateau" }).click();
  }

  /** Waits until this screen shows so many cards and links. */
  async shows(cards: string, links: string): Promise<void> {
    await expect(this.outline).toContainText(`${cards}, ${links}`);
  }

  /** Makes a link one of the table's key links. */
  async star(cause: string, consequence: string): Promise<void> {
    await this.outline.getByRole("button", { name: `Choisir le lien « ${cause} entraîne ${consequence}` }).first().click();
    await this.page.getByRole("button", { name: "Lien clé", exact: true }).click();
    await this.saved();
  }
}
