// A living board: what a participant and the person who facilitates have in common.
import { type Locator, type Page, expect } from "@playwright/test";
import { alive } from "./alive.ts";

/** Chooses a card in a list, which fills when somebody comes to it. */
export async function pick(list: Locator, title: string): Promise<void> {
  await list.focus();
  await list.selectOption({ label: title });
}

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
    await pick(this.sentence.getByLabel("La cause"), cause);
    await pick(this.sentence.getByLabel("La conséquence"), consequence);
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

  /** A card of the Plan that lies on the table. */
  card(title: string): Locator {
    const name = title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return this.outline.locator(".outline-card > button").filter({ hasText: new RegExp(`^\\d+\\s*${name}$`) });
  }

  /** Spreads a card of the Plan out: its links are there to be chosen. */
  async spread(title: string): Promise<void> {
    const card = this.card(title);
    if ((await card.getAttribute("aria-expanded")) === "false") await card.click();
  }

  /** Chooses a link in the Plan. */
  async chooseLink(cause: string, consequence: string, kind = "entraîne"): Promise<void> {
    await this.spread(cause);
    await this.outline.locator(".outline-ways").getByRole("button", { name: `${cause} ${kind} ${consequence}` }).click();
  }

  /** Goes to a place of the phone’s screen. */
  async go(place: "Ma main" | "Plateau" | "Relier" | "Plan"): Promise<void> {
    await this.page.getByRole("navigation", { name: "Les vues du plateau" }).getByRole("button", { name: place }).click();
  }

  /** Makes a link one of the table's starred links. */
  async star(cause: string, consequence: string): Promise<void> {
    await this.chooseLink(cause, consequence);
    await this.page.getByRole("button", { name: "Lien clé", exact: true }).click();
    await this.saved();
  }
}
