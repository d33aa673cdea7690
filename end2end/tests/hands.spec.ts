// What a hand does on the picture: it carries a card, draws a rope from one to another, and thinks better of it.
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";
import type { Server } from "../fixtures/server.ts";
import { BoardPage } from "../pages/board.ts";
import { Entrance } from "../pages/entrance.ts";
import { FacilitationPage } from "../pages/facilitation.ts";

const LAPTOP = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 640 };

/** A table where Ana has put her cards down and may link them, and Ben looks at the same. */
async function table(server: Server, person: (device?: { touch?: boolean }) => Promise<Page>, touch = false) {
  const workshop = await server.workshop("Trois fils", 1);
  const fay = new FacilitationPage(await person());
  await new Entrance(fay.page, server.url).through(workshop.links.facilitate, "Animer");
  await fay.alive();
  await fay.page.goto(`${server.url}/animer/${workshop.id}/1`);
  await fay.alive();
  const sit = async (name: string, page: Page) => {
    await page.goto(workshop.links.join);
    await new Entrance(page, server.url).join(name);
    const one = new BoardPage(page);
    await one.alive();
    return one;
  };
  const ana = await sit("Ana", await person({ touch }));
  await ana.page.setViewportSize(LAPTOP);
  await fay.goTo("Lot 1 : usages et besoins");
  await fay.dealIntoHands(1);
  await ana.hand.getByRole("heading", { level: 3 }).first().waitFor();
  const titles = await ana.placeAll();
  await fay.goTo("Lot 2 : équipements et infrastructures");
  const ben = await sit("Ben", await person());
  await ben.page.setViewportSize(LAPTOP);
  await ben.saved();
  await ana.page.getByRole("button", { name: "Tout voir" }).click();
  return { fay, ana, ben, titles };
}

/** Where something is seen. */
async function box(what: Locator) {
  const seen = await what.boundingBox();
  if (seen === null) throw new Error("it is not seen");
  return seen;
}

/** The picture of one board, with a mouse over it. */
class Picture {
  constructor(readonly page: Page) {}

  card(title: string) {
    return this.page.locator("svg.table").first().getByRole("button", { name: new RegExp(`, ${title}, `) });
  }

  async middle(title: string): Promise<{ x: number; y: number }> {
    const { x, y, width, height } = await box(this.card(title).locator(".paper"));
    return { x: x + width / 2, y: y + height * 0.7 };
  }

  /** Takes the end of the rope on a card. */
  async takeRope(title: string): Promise<void> {
    const { x, y } = await this.middle(title);
    await this.page.mouse.move(x, y);
    const end = await box(this.page.locator(".rope-end"));
    await this.page.mouse.move(end.x + end.width / 2, end.y + end.height / 2);
    await this.page.mouse.down();
  }

  async over(title: string): Promise<void> {
    const { x, y } = await this.middle(title);
    await this.page.mouse.move(x, y, { steps: 5 });
  }

  get rope() {
    return this.page.locator("path.rope");
  }
}

test("a mouse draws a rope between two cards, and the sentence asks why", async ({ server, person }) => {
  const { ana, titles } = await table(server, person);
  const [cause = "", consequence = ""] = titles;
  const picture = new Picture(ana.page);
  const says = async (gap: string) => ana.sentence.getByLabel(gap).locator("option:checked").textContent();

  await picture.takeRope(cause);
  await picture.over(consequence);
  await expect(picture.rope).toBeVisible();
  await expect(ana.page.locator(".rope-ring")).toBeVisible();
  await ana.page.mouse.up();
  await expect(picture.rope).toHaveCount(0);
  expect([await says("La cause"), await says("La conséquence")]).toEqual([cause, consequence]);
  await expect(ana.sentence.getByLabel("parce que")).toBeFocused();
  await ana.shows(`${titles.length} cartes posées`, "0 lien");
  await ana.page.keyboard.type("on remplace au lieu de réparer");
  await ana.page.keyboard.press("Enter");
  await ana.shows(`${titles.length} cartes posées`, "1 lien");

  // The same again: that link is known, and chosen.
  await picture.takeRope(cause);
  await picture.over(consequence);
  await ana.page.mouse.up();
  await expect(ana.page.locator(".chosen-panel")).toContainText("on remplace au lieu de réparer");
});

test("a rope that is let go of elsewhere, or given up, links nothing and fills nothing", async ({ server, person }) => {
  const { ana, titles } = await table(server, person);
  const [cause = "", consequence = ""] = titles;
  const picture = new Picture(ana.page);
  const filled = ana.sentence.getByLabel("La conséquence");
  await picture.takeRope(cause);
  await picture.over(consequence);
  await ana.page.keyboard.press("Escape");
  await expect(picture.rope).toHaveCount(0);
  await picture.over(consequence);
  await expect(picture.rope).toHaveCount(0);
  await ana.page.mouse.up();
  await expect(filled).toHaveValue("");

  await picture.takeRope(cause);
  const seen = await box(ana.page.locator("svg.table").first());
  await ana.page.mouse.move(seen.x + 12, seen.y + 12, { steps: 4 });
  await expect(picture.rope).toBeVisible();
  await ana.page.mouse.up();
  await expect(filled).toHaveValue("");
  await ana.shows(`${titles.length} cartes posées`, "0 lien");
});

test("others see who holds a card up; let go of, it lies there for all; given up, it never moved", async ({ server, person }) => {
  const { ana, ben, titles } = await table(server, person);
  const [first = ""] = titles;
  const [picture, seen] = [new Picture(ana.page), new Picture(ben.page)];
  const place = async (one: Picture) => one.card(first).locator(".band").getAttribute("d");
  const before = await place(picture);
  const lay = await box(picture.card(first).locator(".paper"));
  const { x, y } = await picture.middle(first);
  await ana.page.mouse.move(x, y);
  await ana.page.mouse.down();
  await ana.page.mouse.move(x + 60, y + 90, { steps: 4 });
  await expect(ana.page.locator(".aloft .board-card")).toHaveCount(1);
  const held = await box(ana.page.locator(".aloft .board-card .paper"));
  expect(Math.abs(held.x - lay.x - 60), "it went as far across as the hand").toBeLessThan(2);
  expect(Math.abs(held.y - lay.y - 90), "and as far down").toBeLessThan(2);
  await expect(ana.page.locator(".aloft :is([role], [tabindex], [data-card])"), "only eyes find it there").toHaveCount(0);
  await expect(seen.card(first).locator(".holder")).toHaveText(/Ana/);
  await ana.page.keyboard.press("Escape");
  await expect(ana.page.locator(".aloft .board-card")).toHaveCount(0);
  await ana.page.mouse.move(x + 80, y + 90);
  await ana.page.mouse.up();
  await expect(seen.card(first).locator(".holder")).toHaveCount(0);
  expect(await place(picture)).toBe(before);

  await ana.page.mouse.move(x, y);
  await ana.page.mouse.down();
  await ana.page.mouse.move(x + 60, y + 90, { steps: 4 });
  await ana.page.mouse.up();
  await ana.saved();
  await expect(picture.card(first).locator(".band")).not.toHaveAttribute("d", before ?? "");
  await expect(seen.card(first).locator(".band")).toHaveAttribute("d", (await place(picture)) ?? "");
});

test("arrow keys push a card, and it lies where they leave it", async ({ server, person }) => {
  const { ana, titles } = await table(server, person);
  const picture = new Picture(ana.page);
  const card = picture.card(titles[0] ?? "");
  const before = await card.locator(".band").getAttribute("d");
  await card.focus();
  await ana.page.keyboard.press("e");
  await ana.page.keyboard.press("ArrowDown");
  await expect(ana.page.locator(".aloft .by-keys")).toHaveCount(1);
  await ana.page.keyboard.press("Enter");
  await ana.saved();
  await expect(card.locator(".band")).not.toHaveAttribute("d", before ?? "");
  await expect(card).toBeFocused();
  await expect(ana.page.locator(".aloft .board-card")).toHaveCount(0);
});

test("a finger on a phone draws no rope: it moves the view", async ({ server, person }) => {
  const { ana, titles } = await table(server, person, true);
  await ana.page.setViewportSize(PHONE);
  const picture = new Picture(ana.page);
  const { x, y } = await picture.middle(titles[0] ?? "");
  await ana.page.touchscreen.tap(x, y);
  await expect(ana.page.locator(".rope-handle")).toBeHidden();
  await ana.page.getByRole("button", { name: "Fermer" }).click();
  const table_ = ana.page.locator("svg.table").first();
  const view = await table_.getAttribute("viewBox");
  const right = await box(picture.card(titles[0] ?? "").locator(".paper"));
  const wire = await ana.page.context().newCDPSession(ana.page);
  const from = { x: Math.min(right.x + right.width, PHONE.width - 20), y: right.y + right.height / 2 };
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", by = 0) =>
    wire.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x: from.x - by, y: from.y }] });
  await touch("touchStart");
  for (const by of [10, 30, 60]) await touch("touchMove", by);
  await touch("touchEnd");
  await expect(table_).not.toHaveAttribute("viewBox", view ?? "");
  await expect(picture.rope).toHaveCount(0);
  await expect(ana.page.locator("[data-link]")).toHaveCount(0);
});
