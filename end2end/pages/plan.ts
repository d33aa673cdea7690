// A participant's board as text, where every act is an ordinary form.
import { type Locator, type Page, expect } from "@playwright/test";

export class PlanPage {
  readonly main: Locator;
  /** The panel of what was chosen. */
  readonly chosen: Locator;

  constructor(readonly page: Page) {
    this.main = page.getByRole("main");
    this.chosen = page.locator("#choisi");
  }

  /** From the living board to its Plan, for whoever has no JavaScript. */
  async openFromBoard(): Promise<void> {
    await this.page.getByRole("link", { name: /plan/i }).first().click();
    await expect(this.main.getByRole("heading", { level: 1 })).toHaveText(/^Plan de la table \d+$/);
  }

  async refresh(): Promise<void> {
    await this.page.getByRole("link", { name: "Actualiser" }).click();
  }

  /** The buttons that place the cards of the hand. */
  hand(): Locator {
    return this.main.getByRole("button", { name: /^Poser « .* »$/ });
  }

  /** Places the first card of the hand, and says which. */
  async placeOne(): Promise<string> {
    const button = this.hand().first();
    const title = /«\s(.*)\s»/.exec((await button.getAttribute("aria-label")) ?? "")?.[1] ?? "";
    await button.click();
    return title;
  }

  /** Chooses a card in the list: its forms are then at the top of the page. */
  async choose(title: string): Promise<void> {
    await this.main.getByRole("heading", { level: 3, name: title }).getByRole("link").click();
    await expect(this.chosen.getByRole("heading", { level: 2, name: title })).toBeVisible();
  }

  async link(cause: string, consequence: string, because: string): Promise<void> {
    await this.choose(cause);
    await this.chosen.getByLabel("Conséquence").selectOption({ label: consequence });
    await this.chosen.getByLabel("Parce que").fill(because);
    await this.chosen.getByRole("button", { name: "Relier" }).click();
  }

  async note(text: string): Promise<void> {
    const form = this.main.locator("form").filter({ has: this.page.getByRole("button", { name: "Ajouter la note" }) });
    await form.getByLabel("Note").fill(text);
    await form.getByRole("button", { name: "Ajouter la note" }).click();
  }
}
