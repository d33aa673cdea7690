// What leaves the printer: the poster of a board and its text, and the cards with their backs.
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";
import { pages } from "../fixtures/pdf.ts";
import { Entrance } from "../pages/entrance.ts";
import { FacilitationPage } from "../pages/facilitation.ts";
import { LibraryPage } from "../pages/library.ts";

const POSTER = { width: 420, height: 297 };
const SHEET = { width: 210, height: 297 };

/** The pages of what this page prints, by its own sizes. `KEEP` names a folder to look at the file. */
async function printed(page: Page, name: string): Promise<{ width: number; height: number }[]> {
  const keep = process.env["KEEP"];
  const path = keep === undefined ? {} : { path: `${keep}/${name}.pdf` };
  return pages(await page.pdf({ preferCSSPageSize: true, printBackground: true, ...path }));
}

test("a saved board is one A3 poster, then its text on A4", async ({ server, person }) => {
  const workshop = await server.workshop("Équipe du théâtre", 1, 45);
  const fay = new FacilitationPage(await person());
  await new Entrance(fay.page, server.url).through(workshop.links.facilitate, "Animer");
  await fay.alive();
  await fay.save("Avant de commencer");
  const library = new LibraryPage(fay.page, server.url);
  await library.open();
  await library.read("Avant de commencer");
  const [poster, ...text] = await printed(library.page, "poster");
  expect(poster).toEqual(POSTER);
  expect(text.length).toBeGreaterThan(0);
  for (const page of text) expect(page).toEqual(SHEET);
});

test("cards are A4 sheets, each with its backs", async ({ server, person }) => {
  const workshop = await server.workshop("Équipe du théâtre", 1, 45);
  const fay = await person();
  await new Entrance(fay, server.url).through(workshop.links.facilitate, "Animer");
  await fay.goto(`${server.url}/ateliers/cartes/45`);
  const sheets = await fay.locator(".cards-sheet").count();
  expect(sheets).toBeGreaterThan(4);
  const paper = await printed(fay, "cards");
  expect(paper).toHaveLength(sheets);
  for (const page of paper) expect(page).toEqual(SHEET);

  // The knife cuts front and back alike: each back lies behind its front, seen through the paper.
  await fay.emulateMedia({ media: "print" });
  const [front, back] = [fay.locator(".cards-sheet").nth(0), fay.locator(".cards-sheet").nth(1)];
  const width = (await front.boundingBox())?.width ?? 0;
  for (const place of [0, 1, 7]) {
    const card = front.locator(".cards-card").nth(place);
    const title = await card.getByRole("heading").innerText();
    const behind = back.locator(".cards-card").filter({ hasText: title }).first();
    const [seen, hidden] = [await card.boundingBox(), await behind.boundingBox()];
    const sheet = [await front.boundingBox(), await back.boundingBox()] as const;
    if (!seen || !hidden || !sheet[0] || !sheet[1]) throw new Error(`${title} is not on the sheet`);
    const left = seen.x - sheet[0].x;
    const mirrored = width - (hidden.x - sheet[1].x) - hidden.width;
    expect(Math.abs(left - mirrored), `${title}, across`).toBeLessThan(1);
    expect(Math.abs(seen.y - sheet[0].y - (hidden.y - sheet[1].y)), `${title}, down`).toBeLessThan(1);
  }
});
