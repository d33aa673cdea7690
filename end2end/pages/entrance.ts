// The ways in: the home page, the join page, and the door behind a personal link. None of them needs JavaScript.
import type { Locator, Page } from "@playwright/test";

export class Entrance {
  readonly code: Locator;
  readonly name: Locator;
  readonly refusal: Locator;

  constructor(
    readonly page: Page,
    private readonly url: string,
  ) {
    this.code = page.getByLabel("Code de l’atelier");
    this.name = page.getByLabel("Prénom ou pseudonyme");
    this.refusal = page.getByRole("alert");
  }

  async open(path = "/"): Promise<void> {
    await this.page.goto(this.url + path);
  }

  /** Types the code on the home page. */
  async enter(code: string): Promise<void> {
    await this.open();
    await this.code.fill(code);
    await this.page.getByRole("button", { name: "Rejoindre" }).click();
  }

  /** Gives a name on the join page; a workshop with one table does not ask which. */
  async join(name: string, table?: number): Promise<void> {
    await this.name.fill(name);
    if (table !== undefined) await this.page.getByRole("radio", { name: `Table ${table}` }).check();
    await this.page.getByRole("button", { name: "Rejoindre la séance" }).click();
  }

  /** Follows a personal link and presses its button. */
  async through(link: string, button: "Animer" | "Projeter" | "Regarder"): Promise<void> {
    await this.page.goto(link);
    await this.page.getByRole("main").getByRole("button", { name: button, exact: true }).click();
  }
}
