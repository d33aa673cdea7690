// The facilitation of one table: its board, and what only the person who facilitates may do.
import { type Page, expect } from "@playwright/test";
import { BoardPage } from "./board.ts";

export class FacilitationPage extends BoardPage {
  constructor(page: Page) {
    super(page);
  }

  /** Goes to a step of the script, by its title. */
  async goTo(step: string): Promise<void> {
    const steps = this.page.getByText("Toutes les étapes");
    const button = this.page.getByRole("button", { name: `Aller à l’étape « ${step} »` });
    if (!(await button.isVisible())) await steps.click();
    await button.click();
    await this.saved();
  }

  async dealIntoHands(lot: number): Promise<void> {
    await this.page.getByRole("button", { name: `Distribuer dans les mains : lot ${lot}` }).click();
    await this.saved();
  }

  /** Saves the board; the library has it from now on. Says where. */
  async save(name: string): Promise<string> {
    await this.page.getByLabel("Nom de l’enregistrement").fill(name);
    await this.page.getByRole("button", { name: "Enregistrer", exact: true }).click();
    const saved = this.page.getByRole("status").filter({ hasText: "Le plateau est dans la bibliothèque." });
    return (await saved.getByRole("link").getAttribute("href")) ?? "";
  }

  async closeDoor(): Promise<void> {
    await this.page.getByRole("button", { name: "Fermer la porte" }).click();
    await expect(this.page.getByRole("button", { name: "Ouvrir la porte" })).toBeVisible();
  }
}
