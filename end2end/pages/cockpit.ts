// The cockpit: every table at a glance, and the commands for one of them or for all.
import { type Locator, type Page, type TestInfo, expect } from "@playwright/test";
import { alive } from "./alive.ts";

/** A picture of the cockpit and of the room's screen, in the folder of the test's results. */
export async function pictures(info: TestInfo, name: string, cockpit: Page, screen: Page): Promise<void> {
  await cockpit.screenshot({ path: info.outputPath(`${name} cockpit.png`) });
  await screen.screenshot({ path: info.outputPath(`${name} projector.png`) });
}

export class CockpitPage {
  constructor(readonly page: Page) {}

  async alive(): Promise<void> {
    await alive(this.page);
  }

  tile(table: number): Locator {
    return this.page.getByRole("main").getByRole("listitem").filter({ hasText: `Table ${table}` }).last();
  }

  /** Goes on to the next step, which has this title. */
  async goOn(step: string): Promise<void> {
    await this.page.getByRole("button", { name: `Passer à : ${step}` }).click();
    await expect(this.tile(1)).toContainText(step);
    await expect(this.tile(2)).toContainText(step);
  }

  /** Goes to any step of the script. */
  async goTo(step: string): Promise<void> {
    const button = this.page.getByRole("button", { name: `Aller à l’étape « ${step} »` });
    if (!(await button.isVisible())) await this.page.getByText("Toutes les étapes").click();
    await button.click();
  }

  async allTables(): Promise<void> {
    await this.page.getByRole("button", { name: "Toutes les tables" }).click();
  }

  /** Chooses a table: commands go to it alone, and its memo is shown. */
  async choose(table: number): Promise<void> {
    await this.page.keyboard.press(String(table));
    await expect(this.page.getByText(`Vos commandes vont à la table ${table} seule.`)).toBeVisible();
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole("button", { name }).first().click();
  }
}
