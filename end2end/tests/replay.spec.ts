// The evening after: a saved board is seen again from its first entry, with a mouse, with keys, without a script, on paper.
import type { Page } from "@playwright/test";
import { pages } from "../fixtures/pdf.ts";
import { type Device, expect, test } from "../fixtures/test.ts";
import type { Server } from "../fixtures/server.ts";
import { fullBoard } from "../measures/full_board.ts";
import { LibraryPage } from "../pages/library.ts";
import { ReplayPage } from "../pages/replay.ts";

const TEN = { cards: 10, notes: 1, links: 4 };

/** A table that has played is saved, and the person who facilitated reads it. */
async function played(server: Server, person: (device?: Device) => Promise<Page>): Promise<ReplayPage> {
  const { fay } = await fullBoard(server, person, TEN);
  await fay.save("Soirée au théâtre");
  const library = new LibraryPage(fay.page, server.url);
  await library.open();
  await library.read("Soirée au théâtre");
  await fay.page.getByRole("link", { name: "Revoir comment il s’est construit" }).click();
  return new ReplayPage(fay.page);
}

test("a saved board is scrubbed, played and gone along by chapters and by keys", async ({ server, person }) => {
  const replay = await played(server, person);
  const { page } = replay;
  await replay.alive();
  const end = await replay.length();
  expect(end).toBeGreaterThan(TEN.cards + TEN.links);

  // It opens on the board as it was saved; the keys act without a click.
  await expect(replay.told).toHaveText("Le plateau tel qu’il a été enregistré.");
  await replay.shows("10 cartes posées", "4 liens", "1 note");
  await page.keyboard.press("Home");
  await replay.shows("0 carte posée", "0 lien");
  await expect(replay.told).toHaveText("Avant le premier geste.");
  await expect(replay.current).toHaveCount(0);

  // By entry and by chapter.
  await page.keyboard.press("ArrowRight");
  expect(await replay.place()).toBe(1);
  await page.keyboard.press("ArrowLeft");
  expect(await replay.place()).toBe(0);
  await page.keyboard.press("Shift+ArrowRight");
  await expect(replay.current).toContainText("Lot 6 : leviers et règles");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await replay.shows("10 cartes posées", "4 liens");
  await expect(page.locator(".picture-note")).toHaveCount(0);
  await expect(page.locator(".lit .picture-link"), "the last link is lit, with its reason").toHaveCount(1);
  await expect(replay.told).toContainText("relié");
  await expect(page.locator(".replay-board .picture-slip")).toContainText("raison numéro 4");
  await expect(replay.slider).toHaveAttribute("aria-valuetext", /^0:0\d:\d\d sur 0:0\d:\d\d\. .*relié/);

  // The slider reaches any entry, under the mouse and by its own keys; a chapter is a button.
  await replay.slider.fill("0");
  await replay.shows("0 carte posée");
  await replay.slider.press("ArrowRight");
  expect(await replay.place(), "one step, not two").toBe(1);
  await replay.chapter(/Lot 6/).first().click();
  await expect(replay.current).toHaveCount(1);
  await page.keyboard.press("Shift+ArrowLeft");
  expect(await replay.place()).toBe(0);

  // A button keeps its space bar.
  const fast = page.getByRole("button", { name: "× 60" });
  await fast.press(" ");
  await expect(fast).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("button", { name: "Lecture" })).toBeVisible();
  await replay.slider.focus();
  await page.keyboard.press(" ");
  await expect(replay.slider, "it plays to the end, and stops there").toHaveValue(String(end));
  await expect(page.getByRole("button", { name: "Lecture" })).toBeVisible();
  await replay.shows("10 cartes posées", "4 liens", "1 note");

  // From the end it begins again, and stops when it is asked to.
  await page.getByRole("button", { name: "× 1", exact: true }).click();
  await page.getByRole("button", { name: "Lecture" }).click();
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  await expect.poll(() => replay.place()).toBeLessThan(end);
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByRole("button", { name: "Lecture" })).toBeVisible();
  await expect(replay.strip, "the pictures are for whoever has no player").toBeHidden();
});

test("without a script, and when it does not come, the chapters are pictures; so they are on paper", async ({ server, person }) => {
  const replay = await played(server, person);
  const { page } = replay;
  await replay.alive();
  const chapters = await replay.chapters.getByRole("button").count();
  expect(chapters).toBeGreaterThan(0);

  const paper = pages(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  expect(paper.length).toBeGreaterThan(0);
  for (const sheet of paper) expect(sheet, "A4, landscape").toEqual({ width: 297, height: 210 });

  const still = new ReplayPage(await person({ like: page, javaScript: false }));
  await still.page.goto(page.url());
  await expect(still.page.locator("noscript .banner")).toBeVisible();
  await expect(still.strip.getByRole("img")).toHaveCount(chapters);
  await expect(still.strip.getByRole("img").last()).toHaveAccessibleName("10 cartes posées, 4 liens, 1 note");

  const late = new ReplayPage(await person({ like: page }));
  await late.page.route("**/replay.js", (route) => route.abort());
  await late.page.goto(page.url());
  await expect(late.page.getByRole("alert")).toContainText("ne démarre pas");
  await expect(late.strip.getByRole("img")).toHaveCount(chapters);
});
