// The picture of the board for somebody who has keys alone.
import { type Locator, type Page, expect } from "@playwright/test";

export class Keyboard {
  readonly picture: Locator;
  readonly focused: Locator;

  constructor(readonly page: Page) {
    this.picture = page.getByRole("application", { name: "Le plateau en image" });
    this.focused = page.locator("svg [data-card]:focus");
  }

  /** Comes to the picture with the Tab key. */
  async enter(): Promise<void> {
    const inside = () => this.page.evaluate(() => document.activeElement?.closest("[role=application]") != null);
    for (let step = 0; step < 40 && !(await inside()); step += 1) await this.page.keyboard.press("Tab");
    expect(await inside(), "the Tab key comes to the picture").toBe(true);
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** The number of the card that has the focus. */
  async on(): Promise<string> {
    await expect(this.focused).toHaveCount(1);
    return (await this.focused.getAttribute("data-card")) ?? "";
  }

  /** Goes with the arrows to the only other card. */
  async cross(): Promise<void> {
    const from = await this.on();
    for (const arrow of ["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"]) {
      await this.press(arrow);
      if ((await this.on()) !== from) return;
    }
    throw new Error("no arrow leads to the other card");
  }

  /** The title of a card that lies on the table. */
  async title(card: string): Promise<string> {
    const name = (await this.picture.locator(`[data-card="${card}"]`).getAttribute("aria-label")) ?? "";
    return /^Carte \d+, (.*), Lot /.exec(name)?.[1] ?? "";
  }

  /** What has the focus, in a word. */
  async focus(): Promise<string> {
    return this.page.evaluate(() => {
      const active = document.activeElement;
      return [active?.tagName, active?.getAttribute("data-card"), active?.className].join(" ");
    });
  }
}
