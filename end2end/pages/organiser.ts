// The organiser's account: made once by the printed link, then signed in and out.
import { type Page, expect } from "@playwright/test";

export class OrganiserPages {
  constructor(
    readonly page: Page,
    private readonly url: string,
  ) {}

  /** Follows the one-time link among what the server printed. */
  async setUp(printed: string, login: string, password: string): Promise<void> {
    await this.page.goto(/http\S+\/installation\/\S+/.exec(printed)?.[0] ?? "");
    await this.fill(login, password);
    await this.page.getByRole("button", { name: "Créer le compte" }).click();
    await this.home();
  }

  async signIn(login: string, password: string): Promise<void> {
    await this.page.goto(`${this.url}/connexion`);
    await this.fill(login, password);
    await this.page.getByRole("button", { name: "Se connecter" }).click();
    await this.home();
  }

  async signOut(): Promise<void> {
    await this.page.goto(`${this.url}/ateliers`);
    await this.page.getByRole("button", { name: "Se déconnecter" }).click();
    await expect(this.page).toHaveURL(`${this.url}/`);
  }

  private async fill(login: string, password: string): Promise<void> {
    await this.page.getByLabel("Identifiant").fill(login);
    await this.page.getByLabel("Mot de passe").fill(password);
  }

  private async home(): Promise<void> {
    await expect(this.page).toHaveURL(`${this.url}/ateliers`);
  }
}
