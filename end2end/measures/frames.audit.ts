// How smoothly a card follows the hand on a full board and a slow machine, and the board itself when it is pushed about.
// Beside them the floor: what the same browser does with an empty picture at the same moment. `cargo xtask audit`.
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";
import { type Frames, LONG, type Point, dragged, floor } from "./frames.ts";
import { SIXTY, SIXTY_SAID, fullBoard } from "./full_board.ts";
import { keep } from "./kept.ts";

const SLOWER = 6;
const LASTS = 10_000;
const FLOOR_LASTS = 5_000;
/** Of so many drags the one in the middle counts. */
const ROUNDS = 5;
const SHARE = 0.01;
const SIZE = { width: 1440, height: 900 };

/** A card in the middle of what is seen, with nothing above it. */
async function freeCard(page: Page): Promise<Point & { number: string }> {
  const card = await page.evaluate(() => {
    const middle = { x: innerWidth / 2, y: innerHeight / 2 };
    const far = ({ x, y }: { x: number; y: number }) => Math.hypot(x - middle.x, y - middle.y);
    const centres = Array.from(document.querySelectorAll("svg [data-card]")).map((card) => {
      const { x, y, width, height } = (card.querySelector(".paper") ?? card).getBoundingClientRect();
      return { card, x: x + width / 2, y: y + height / 2 };
    });
    const free = centres.filter(({ card, x, y }) => card.contains(document.elementFromPoint(x, y)));
    const [nearest] = free.sort((a, b) => far(a) - far(b));
    return nearest === undefined ? undefined : { x: nearest.x, y: nearest.y, number: nearest.card.getAttribute("data-card") ?? "" };
  });
  if (card === undefined) throw new Error("no card can be taken");
  return card;
}

/** A place of the picture where only the ground is. */
async function freeGround(page: Page): Promise<Point> {
  const ground = await page.evaluate(() => {
    const picture = document.querySelector("svg.table");
    const seen = picture?.getBoundingClientRect() ?? new DOMRect();
    for (let y = seen.y + seen.height / 2; y > seen.y + 20; y -= 10) {
      for (let x = seen.x + seen.width / 2; x > seen.x + 130; x -= 10) {
        if (document.elementFromPoint(x, y) === picture) return { x, y };
      }
    }
    return undefined;
  });
  if (ground === undefined) throw new Error("the ground is nowhere");
  return ground;
}

test("a card follows the hand among sixty others and a hundred links", async ({ server, person }) => {
  test.setTimeout(360_000);
  const { fay, ana } = await fullBoard(server, person, SIXTY);
  await fay.page.close();
  const { page } = ana;
  await page.setViewportSize(SIZE);
  await page.getByRole("button", { name: "Tout voir" }).click();

  console.log(`${SIXTY_SAID}, ${SIZE.width} × ${SIZE.height}, CPU slowed ${SLOWER} ×, headless Chromium without a GPU, a move every 16 ms:`);
  console.log(`| dragged | frames | moves | p50 | p95 | longest | over ${LONG} ms | script, style, layout, rest in a frame |`);
  console.log("|---|---|---|---|---|---|---|---|");
  const floors = [await least(person)];
  await page.bringToFront();
  const rounds: Frames[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const card = await freeCard(page);
    const lifted = page.locator(`svg [data-card="${card.number}"] .band`);
    const before = await lifted.getAttribute("d");
    const carried = await dragged(page, card, LASTS, SLOWER);
    tell("a card", carried);
    await ana.saved();
    await expect(lifted, "the card was moved").not.toHaveAttribute("d", before ?? "");
    rounds.push(carried);
  }
  const carried = [...rounds].sort((one, other) => one.long - other.long)[Math.floor(ROUNDS / 2)];
  if (carried === undefined) throw new Error("nothing was dragged");

  const picture = page.locator("svg.table").first();
  const view = await picture.getAttribute("viewBox");
  const panned = await dragged(page, await freeGround(page), LASTS, SLOWER);
  await expect(picture, "the view was moved").not.toHaveAttribute("viewBox", view ?? "");

  tell("the board", panned);
  floors.push(await least(person));
  tell("a card, in the middle", carried);
  console.log(`| a card, at most | | | | | | ${SHARE * 100} % | |`);
  const tenths = (value: number) => Number(value.toFixed(1));
  const [p50_ms, p95_ms, longest_ms] = [tenths(carried.p50), tenths(carried.p95), tenths(carried.longest)];
  await keep("frames", { count: carried.frames, p50_ms, p95_ms, longest_ms, long_percent: tenths(carried.long * 100) });
  const quiet = `an empty picture was at ${(Math.max(...floors) * 100).toFixed(1)} %: above ${SHARE * 100} % this machine is too busy to tell`;
  expect(carried.long, quiet).toBeLessThan(SHARE);
});

/** What this browser does on this machine at this moment, with nothing to show. */
async function least(person: () => Promise<Page>): Promise<number> {
  const empty = await person();
  await empty.setViewportSize(SIZE);
  const drawn = await dragged(empty, await floor(empty), FLOOR_LASTS, SLOWER);
  tell("a rectangle on an empty picture", drawn);
  await empty.context().close();
  return drawn.long;
}

function tell(what: string, { frames, moves, p50, p95, longest, long, script, style, layout, rest }: Frames): void {
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  const parts = [script, style, layout, rest].map(ms).join(", ");
  console.log(`| ${what} | ${frames} | ${moves} | ${ms(p50)} | ${ms(p95)} | ${ms(longest)} | ${(long * 100).toFixed(2)} % | ${parts} |`);
}
