// The pages that a room needs, on the screens that a room has: a phone on its side, the smallest one, text twice as
// large, colours of one's own, less movement. Nothing goes off the side, and every control can be pressed.
import type { Page } from "@playwright/test";
import type { Server } from "../fixtures/server.ts";
import { expect, test } from "../fixtures/test.ts";
import { faults } from "../fixtures/reach.ts";
import { BoardPage } from "../pages/board.ts";
import { Entrance } from "../pages/entrance.ts";
import { FacilitationPage } from "../pages/facilitation.ts";

interface Screen {
  name: string;
  width: number;
  height: number;
  /** Times the usual size of text, as people set it in their browser. */
  text?: number;
}

const SCREENS: Screen[] = [
  { name: "a phone", width: 360, height: 640 },
  { name: "a phone on its side", width: 640, height: 360 },
  { name: "the smallest phone", width: 320, height: 568 },
  { name: "a phone with large text", width: 360, height: 640, text: 2 },
  { name: "a laptop", width: 1280, height: 800 },
  { name: "a laptop with large text", width: 1280, height: 800, text: 2 },
];
const USUAL = { forcedColors: "none", contrast: "no-preference", reducedMotion: "no-preference", colorScheme: "light" } as const;
/** Where screenshots go, if they are asked for. */
const PICTURES = process.env["ANY_SCREEN_PICTURES"];

/** A table at work: cards on the board and in hand, links, a note. */
async function atWork(server: Server, person: () => Promise<Page>) {
  const workshop = await server.workshop("Équipe du théâtre, janvier", 1);
  const fay = new FacilitationPage(await person());
  await new Entrance(fay.page, server.url).through(workshop.links.facilitate, "Animer");
  await fay.alive();
  await fay.page.goto(`${server.url}/animer/${workshop.id}/1`);
  await fay.alive();
  const ana = new BoardPage(await person());
  await ana.page.setViewportSize({ width: 1280, height: 800 });
  await ana.page.goto(workshop.links.join);
  await new Entrance(ana.page, server.url).join("Ana");
  await ana.alive();
  await fay.goTo("Lot 1 : usages et besoins");
  await fay.dealIntoHands(1);
  await ana.hand.getByRole("heading", { level: 3 }).first().waitFor();
  const titles = await ana.placeAll();
  await fay.goTo("Lot 2 : équipements et infrastructures");
  await fay.dealIntoHands(2);
  await ana.link(titles[0] ?? "", titles[1] ?? "", "il faut des images partout, tout de suite");
  await ana.link(titles[1] ?? "", titles[2] ?? "", "chaque billet se contrôle à l’entrée");
  await ana.note("Et la nuit, qui éteint ?");
  await ana.saved();
  return { workshop, board: workshop.tables[0]?.board ?? "", fay, ana, titles };
}

async function becomes(page: Page, { width, height, text = 1 }: Screen): Promise<void> {
  const wire = await page.context().newCDPSession(page);
  // It lasts as long as this session does.
  await wire.send("Page.setFontSizes", { fontSizes: { standard: 16 * text, fixed: 13 * text } });
  await page.setViewportSize({ width, height });
}

/** The states of a living board on this screen: its four places where it shows one at a time. */
async function* places(page: Page): AsyncGenerator<string> {
  const buttons = page.locator(".thumb-bar button");
  if (!(await page.locator(".thumb-bar").isVisible())) {
    yield "side by side";
    return;
  }
  for (let at = 0; at < (await buttons.count()); at += 1) {
    await buttons.nth(at).click();
    yield ["hand", "board", "link", "plan"][at] ?? "";
  }
}

async function shoot(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name.replace(/[^a-z0-9]+/gi, "-")}.png` });
}

test("every page that a room needs can be used on every screen", async ({ server, person }) => {
  test.setTimeout(300_000);
  const { board, fay, ana } = await atWork(server, person);
  const visitor = await person();
  const plan = await person({ like: ana.page });
  const wrong: string[] = [];
  const look = async (page: Page, name: string) => {
    await shoot(page, name);
    wrong.push(...(await faults(page)).map((fault) => `${name}: ${fault}`));
  };
  for (const screen of SCREENS) {
    for (const page of [visitor, plan, ana.page, fay.page]) await becomes(page, screen);
    await visitor.goto(server.url);
    await look(visitor, `${screen.name}, home`);
    await plan.goto(`${server.url}/plan/${board}`);
    await look(plan, `${screen.name}, plan`);
    for await (const place of places(ana.page)) await look(ana.page, `${screen.name}, board, ${place}`);
    await ana.page.locator("svg.table [data-card]").first().evaluate((card) => card.dispatchEvent(new MouseEvent("click", { bubbles: true })));
    for await (const place of places(ana.page)) {
      if (place !== "hand" && place !== "plan") await look(ana.page, `${screen.name}, board, ${place}, a card chosen`);
    }
    await ana.page.getByRole("button", { name: "Fermer" }).first().click();
    for await (const place of places(fay.page)) await look(fay.page, `${screen.name}, facilitation, ${place}`);
  }
  expect(wrong, wrong.join("\n")).toEqual([]);
});

test("a phone that is turned keeps the hand, the sentence and most of its screen for the picture", async ({ server, person }) => {
  const { ana, titles } = await atWork(server, person);
  const { page } = ana;
  const [upright, turned] = [{ width: 360, height: 640 }, { width: 640, height: 360 }];
  await page.setViewportSize(upright);
  const place = (name: string) => page.getByRole("navigation").or(page.locator(".thumb-bar")).getByRole("button", { name }).first();
  await place("Relier").click();
  await ana.sentence.getByLabel("La cause").selectOption({ label: titles[2] ?? "" });
  await ana.sentence.getByLabel("parce que").fill("on le dit à moitié");
  await place("Ma main").click();
  await ana.hand.getByRole("heading", { level: 3 }).first().waitFor();
  const hand = await ana.hand.getByRole("heading", { level: 3 }).allTextContents();
  await place("Relier").click();
  await page.setViewportSize(turned);
  await expect(ana.sentence.getByLabel("parce que")).toHaveValue("on le dit à moitié");
  await expect(ana.sentence.getByLabel("La cause").locator("option:checked")).toHaveText(titles[2] ?? "");
  await place("Ma main").click();
  await expect(ana.hand.getByRole("heading", { level: 3 })).toHaveText(hand);
  await place("Plateau").click();
  await page.getByRole("button", { name: "Fermer" }).click();
  const seen = await page.locator(".surface").boundingBox();
  expect((seen?.width ?? 0) * (seen?.height ?? 0), "the picture has most of the screen").toBeGreaterThan((640 * 360) / 2);
  await page.setViewportSize(upright);
  await place("Relier").click();
  await expect(ana.sentence.getByLabel("parce que")).toHaveValue("on le dit à moitié");
});

test("colours of one's own, more contrast and less movement take nothing away", async ({ server, person }) => {
  test.setTimeout(180_000);
  const { board, fay, ana } = await atWork(server, person);
  const visitor = await person();
  const plan = await person({ like: ana.page });
  await visitor.goto(server.url);
  await plan.goto(`${server.url}/plan/${board}`);
  await fay.page.setViewportSize({ width: 1280, height: 800 });
  for (const [name, media] of [
    ["forced colours", { forcedColors: "active" }],
    ["forced colours at night", { forcedColors: "active", colorScheme: "dark" }],
    ["more contrast", { contrast: "more" }],
    ["more contrast at night", { contrast: "more", colorScheme: "dark" }],
    ["less movement", { reducedMotion: "reduce" }],
  ] as const) {
    for (const [page, what] of [[visitor, "home"], [plan, "plan"], [ana.page, "board"], [fay.page, "facilitation"]] as const) {
      await page.emulateMedia({ ...USUAL, ...media });
      await shoot(page, `${name}, ${what}`);
      expect(await faults(page), `${name}, ${what}`).toEqual([]);
      expect(await unseen(page), `${name}, ${what}: every line and word of the picture stands out from what is behind it`).toEqual([]);
      if (name === "less movement") expect(await moving(page), `${what} keeps still`).toEqual([]);
    }
  }
});

/** Parts of the picture that have the colour of what is behind them: cards without an edge, arrows, titles, bands. */
async function unseen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const svg = document.querySelector("svg.table");
    if (!svg) return [];
    const colour = (selector: string, part: "fill" | "stroke") => {
      const element = svg.querySelector(selector);
      return element ? getComputedStyle(element)[part] : undefined;
    };
    const ground = getComputedStyle(document.querySelector(".board-page") ?? document.body).backgroundColor;
    const same = (a: string | undefined, b: string | undefined) => a !== undefined && a === b;
    const found: string[] = [];
    if (same(colour(".board-card .title", "fill"), colour(".board-card .paper", "fill"))) found.push("titles on cards");
    if (same(colour(".board-card .paper", "stroke"), ground)) found.push("edges of cards");
    if (same(colour(".board-card .number", "fill"), colour(".board-card .band", "fill"))) found.push("numbers on bands");
    if (same(colour(".board-link .shaft", "stroke"), ground)) found.push("arrows");
    if (same(colour(".board-note text", "fill"), colour(".board-note .paper", "fill"))) found.push("notes");
    return found;
  });
}

/** What still takes its time to move. */
async function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const slow = (times: string) => times.split(",").some((time) => Number.parseFloat(time) > 0.01);
    const all = Array.from(document.querySelectorAll("*"));
    return all
      .filter((one) => {
        const { transitionDuration, animationName, animationDuration } = getComputedStyle(one);
        return slow(transitionDuration) || (animationName !== "none" && slow(animationDuration));
      })
      .map((one) => `${one.localName}.${one.getAttribute("class")}`);
  });
}
