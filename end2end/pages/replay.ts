// A saved board seen again: the player where the page is alive, the strip of pictures where it is not.
import { type Locator, type Page, expect } from "@playwright/test";
import { alive } from "./alive.ts";

export class ReplayPage {
  readonly slider: Locator;
  readonly told: Locator;
  readonly board: Locator;
  readonly chapters: Locator;
  readonly strip: Locator;

  constructor(readonly page: Page) {
    this.slider = page.getByRole("slider", { name: "Moment de l’atelier" });
    this.told = page.locator(".replay-told");
    this.board = page.locator(".replay-board svg");
    this.chapters = page.getByRole("navigation", { name: "Chapitres" });
    this.strip = page.locator(".replay-strip");
  }

  async alive(): Promise<void> {
    await alive(this.page);
  }

  /** How many entries are folded in. */
  async place(): Promise<number> {
    return Number(await this.slider.inputValue());
  }

  /** How many entries there are. */
  async length(): Promise<number> {
    return Number(await this.slider.getAttribute("max"));
  }

  chapter(name: string | RegExp): Locator {
    return this.chapters.getByRole("button", { name });
  }

  /** The chapter that is being seen. */
  get current(): Locator {
    return this.chapters.locator("[aria-current]");
  }

  async shows(...what: string[]): Promise<void> {
    for (const text of what) await expect(this.board).toHaveAttribute("aria-label", new RegExp(text));
  }
}
