// Whom pages talk to, and what they leave on a device: nobody else, and one cookie.
import type { Page } from "@playwright/test";

const MAY_SET = new Set(["sid", "lang"]);

export class Origin {
  readonly requests = new Map<string, number>();
  readonly elsewhere = new Set<string>();
  readonly cookies = new Set<string>();
  fonts = 0;

  /** Listens to every page of this person. `ours` are the addresses of the one server. */
  watch(page: Page, ours: string[]): void {
    page.context().on("request", (request) => {
      const url = request.url();
      if (!/^(https?|wss?):/.test(url)) return;
      const { origin } = new URL(url);
      this.requests.set(origin, (this.requests.get(origin) ?? 0) + 1);
      if (!ours.includes(origin)) this.elsewhere.add(url);
      if (request.resourceType() === "font") this.fonts += 1;
    });
  }

  async keep(page: Page): Promise<void> {
    for (const { name } of await page.context().cookies()) this.cookies.add(name);
  }

  get notOurs(): string[] {
    return [...this.cookies].filter((name) => !MAY_SET.has(name));
  }
}
