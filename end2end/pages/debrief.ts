// The debrief sheet: blocks to write, a choice where two people wrote at once, and its end. It needs no JavaScript.
import { type Locator, type Page, expect } from "@playwright/test";

export class DebriefPage {
  readonly main: Locator;

  constructor(
    readonly page: Page,
    private readonly address: string,
  ) {
    this.main = page.getByRole("main");
  }

  async open(query = ""): Promise<void> {
    await this.page.goto(this.address + query);
  }

  /** A block, by its number. */
  block(number: number): Locator {
    return this.main.locator(`#bloc-${number}`);
  }

  /** A field of a block, by what it is called. */
  field(block: number, name: string): Locator {
    return this.block(block).getByLabel(name).first();
  }

  async save(block: number): Promise<void> {
    await this.block(block).getByRole("button", { name: `Enregistrer le bloc ${block}` }).click();
    await expect(this.page).toHaveURL(new RegExp(`#bloc-${block}$`));
  }

  async write(block: number, name: string, text: string): Promise<void> {
    await this.field(block, name).fill(text);
    await this.save(block);
  }

  async validate(ends: boolean): Promise<void> {
    const form = this.main.locator("#valider");
    await form.getByRole("checkbox", { name: "La fiche a été relue" }).check();
    if (ends) await form.getByRole("checkbox", { name: "Clore aussi l’atelier" }).check();
    await form.getByRole("button", { name: "Valider la fiche" }).click();
  }
}
