// The read-only links to a saved board, for organisers: one is made, copied once, and revoked.
import { type Locator, type Page, expect } from "@playwright/test";

export interface Made {
  address: string;
  /** What a site pastes into its page, where it was named. */
  snippet: string | undefined;
}

export class SharePage {
  readonly main: Locator;

  constructor(readonly page: Page) {
    this.main = page.getByRole("main");
  }

  /** From a board's page. */
  async open(): Promise<void> {
    await this.main.getByRole("link", { name: "Liens de lecture" }).click();
    await expect(this.main.getByRole("heading", { level: 1 })).toHaveText("Liens de lecture");
  }

  async make(note: string, duration: string, sites = ""): Promise<Made> {
    await this.main.getByLabel("À qui le lien est donné").fill(note);
    await this.main.getByLabel("Durée").selectOption(duration);
    await this.main.getByLabel("Sites qui peuvent montrer l’image").fill(sites);
    await this.main.getByRole("button", { name: "Créer le lien" }).click();
    const told = this.main.getByRole("status").locator("code");
    await expect(told.first()).toBeVisible();
    const [address, snippet] = await told.allInnerTexts();
    return { address: address ?? "", snippet };
  }

  /** The line of the link that was given to somebody. */
  line(note: string): Locator {
    return this.main.getByRole("listitem").filter({ hasText: note });
  }

  async revoke(note: string): Promise<void> {
    await this.line(note).locator("summary").click();
    await this.line(note).getByRole("button", { name: `Révoquer le lien de lecture : ${note}` }).click();
    await expect(this.line(note)).toHaveCount(0);
  }
}
