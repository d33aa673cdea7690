// What a screen reader is given to say: the polite region of a living page, with the moment of every message.
import { type Page, expect } from "@playwright/test";

export interface Said {
  /** What this person did or asked for, or what the others did. */
  about: "own" | "others";
  text: string;
  /** Milliseconds, by the page's own clock. */
  at: number;
}

export class Ears {
  private constructor(readonly page: Page) {}

  /** Listens from now on, until the page is left. */
  static async on(page: Page): Promise<Ears> {
    await page.evaluate(() => {
      const region = document.querySelector("[role=status][aria-atomic=false]");
      if (region === null) throw new Error("the page has no region for ears");
      const said: { about: string; text: string; at: number }[] = [];
      const lanes = Array.from(region.children).map((lane) => ({ lane, last: lane.textContent ?? "" }));
      new MutationObserver(() => {
        lanes.forEach((known, index) => {
          const text = known.lane.textContent ?? "";
          if (text === known.last) return;
          known.last = text;
          said.push({ about: index === 0 ? "own" : "others", text: text.trim(), at: performance.now() });
        });
      }).observe(region, { subtree: true, childList: true, characterData: true });
      Object.assign(window, { said });
    });
    return new Ears(page);
  }

  /** Everything said so far, in order. */
  async said(about?: Said["about"]): Promise<Said[]> {
    const said = await this.page.evaluate(() => (window as unknown as { said: Said[] }).said);
    return said.filter((one) => about === undefined || one.about === about);
  }

  /** Waits until this is said: alone, for an own act; among other things, for what the others do, which is told together. */
  async hear(about: Said["about"], what: string | RegExp): Promise<void> {
    const like = async () => {
      const texts = (await this.said(about)).map((one) => one.text.replaceAll("\u00a0", " "));
      const same = (text: string) => (about === "own" ? text === what : text.includes(String(what)));
      return texts.some((text) => (typeof what === "string" ? same(text) : what.test(text))) ? what : texts;
    };
    await expect.poll(like).toEqual(what);
  }
}
