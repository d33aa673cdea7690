// A board that a device has already: it is shown again at once when nothing changed, and never when it should not be.
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";
import { BoardPage } from "../pages/board.ts";
import { Entrance } from "../pages/entrance.ts";
import { FacilitationPage } from "../pages/facilitation.ts";
import type { Server, Workshop } from "../fixtures/server.ts";

const NOTHING_CHANGED = 304;

/** What the server answered when this was done, for pages alone: 304 is "what you have is still good". */
async function answered(page: Page, act: () => Promise<unknown>): Promise<number[]> {
  const wire = await page.context().newCDPSession(page);
  await wire.send("Network.enable");
  const documents = new Set<string>();
  const answers = new Map<string, number>();
  wire.on("Network.requestWillBeSent", ({ requestId, type }) => type === "Document" && documents.add(requestId));
  wire.on("Network.responseReceivedExtraInfo", ({ requestId, statusCode }) => answers.set(requestId, statusCode));
  await act();
  await page.waitForLoadState("networkidle");
  await wire.detach();
  return [...documents].map((id) => answers.get(id) ?? 0);
}

/** Ana and Ben at a table, with two cards of Ben's on it. */
async function table(server: Server, workshop: Workshop, person: (options?: { locale?: string }) => Promise<Page>) {
  const fay = new FacilitationPage(await person());
  await new Entrance(fay.page, server.url).through(workshop.links.facilitate, "Animer");
  await fay.alive();
  const ben = new BoardPage(await person());
  await ben.page.goto(workshop.links.join);
  await new Entrance(ben.page, server.url).join("Ben");
  await ben.alive();
  await fay.goTo("Lot 1 : usages et besoins");
  await fay.dealIntoHands(1);
  await expect(ben.hand.getByRole("heading", { level: 3 })).toHaveCount(10);
  const titles = await ben.placeAll();
  await fay.goTo("Lot 2 : équipements et infrastructures");
  const ana = new BoardPage(await person());
  await ana.page.goto(workshop.links.join);
  await new Entrance(ana.page, server.url).join("Ana");
  await ana.alive();
  await ana.shows("10 cartes posées", "0 lien");
  return { ana, ben, titles };
}

test("a board that did not change is shown again without being fetched again", async ({ server, person }) => {
  const { ana, ben, titles } = await table(server, await server.workshop("Vu de nouveau", 1), person);
  const { page } = ana;
  const reload = async () => {
    await page.reload();
    await ana.alive();
    await ana.saved();
  };
  // The first page was made before its person was there.
  await reload();
  expect(await answered(page, reload)).toEqual([NOTHING_CHANGED]);
  await ana.shows("10 cartes posées", "0 lien");
  // The time runs on from where everybody's is, however old the page.
  await expect(page.getByRole("timer")).toHaveText(/\d+:\d\d/);

  // Somebody acts in between.
  const [cause = "", consequence = ""] = titles;
  await page.goto("about:blank");
  await ben.link(cause, consequence, "on l’a vu");
  await ben.saved();
  expect(await answered(page, () => page.goBack())).not.toEqual([]);
  await ana.alive();
  await ana.shows("10 cartes posées", "1 lien");
  expect(await answered(page, reload), "it is another page now").toEqual([200]);
  await ana.shows("10 cartes posées", "1 lien");
  expect(await answered(page, reload)).toEqual([NOTHING_CHANGED]);

  // What is done on a page that was kept is done like on any other.
  await ana.note("Et la nuit ?");
  await ana.saved();
  await expect(ben.outline).toContainText("Et la nuit ?");
});

test("the way back from another page leads to the board as it is by then", async ({ server, person }) => {
  const { ana, ben, titles } = await table(server, await server.workshop("Retour en arrière", 1), person);
  const { page } = ana;
  await page.goto(page.url().replace("/plateau/", "/plan/"));
  const [cause = "", consequence = "", third = ""] = titles;
  await ben.link(cause, consequence, "on l’a vu");
  await ben.saved();
  await page.goBack();
  await ana.alive();
  await ana.shows("10 cartes posées", "1 lien");
  await ana.link(consequence, third, "et ensuite");
  await ana.saved();
  await page.goForward();
  await expect(page.getByRole("main"), "the Plan is made anew, with new op ids").toContainText("2 liens");
});

test("a board that was kept is shown in the language that was chosen since", async ({ server, person }) => {
  const { ana } = await table(server, await server.workshop("Deux langues", 1), person);
  const { page } = ana;
  const board = page.url();
  await page.reload();
  await ana.alive();
  await page.goto(server.url);
  await page.getByRole("button", { name: "Read in English" }).click();
  await page.goto(board);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("html")).toHaveAttribute("data-alive", "");
  await expect(page.getByRole("region", { name: "Outline of the board" })).toContainText("10 cards");
});

test("whoever uses the device next does not find the board of the person before", async ({ server, person }) => {
  const { ana } = await table(server, await server.workshop("Même téléphone", 1), person);
  const { page } = ana;
  const board = page.url();
  await page.reload();
  await ana.alive();
  await page.goto(server.url);
  await page.context().clearCookies();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rien à cette adresse");
  await expect(page.locator("[data-card]")).toHaveCount(0);
  await page.goto(board);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rien à cette adresse");
});
