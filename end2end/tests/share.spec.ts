// A saved board for others: a link that reads it without an account or a script, until it is revoked or expires; and its
// picture in the page of a site that was named, and of no other.
import { once } from "node:events";
import { createServer, type Server as Http } from "node:http";
import { expect } from "@playwright/test";
import { fits } from "../fixtures/fits.ts";
import { test } from "../fixtures/test.ts";
import { BoardPage } from "../pages/board.ts";
import { Entrance } from "../pages/entrance.ts";
import { FacilitationPage } from "../pages/facilitation.ts";
import { LibraryPage } from "../pages/library.ts";
import { OrganiserPages } from "../pages/organiser.ts";
import { SharePage } from "../pages/share.ts";

/** Another organisation's site, whose one page is this. */
async function site(body: () => string): Promise<{ http: Http; origin: string }> {
  const http = createServer((_, answer) => answer.setHeader("content-type", "text/html").end(`<!DOCTYPE html>${body()}`));
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  const address = http.address();
  if (address === null || typeof address === "string") throw new Error("a listening socket has a port");
  return { http, origin: `http://127.0.0.1:${address.port}` };
}

test("a board is read by whoever has its link, until it is revoked, and framed where it may be", async ({ server, person, browser }) => {
  test.setTimeout(240_000);
  const workshop = await server.workshop("Équipe du théâtre, janvier", 1, 180);
  const odile = new OrganiserPages(await person(), server.url);
  await odile.setUp(server.printed, "odile", "trois cordes et un rideau");
  const fay = new FacilitationPage(await person());
  await new Entrance(fay.page, server.url).through(workshop.links.facilitate, "Animer");
  await fay.alive();
  const ben = new BoardPage(await person());
  await ben.page.goto(workshop.links.join);
  await new Entrance(ben.page, server.url).join("Benjamine");
  await ben.alive();
  await fay.goTo("Lot 1 : usages et besoins");
  await fay.dealIntoHands(1);
  const titles = await ben.placeAll();
  await fay.goTo("Lot 2 : équipements et infrastructures");
  await ben.note("Et la nuit, qui éteint ?");
  await ben.saved();
  await fay.save("Pour le conseil");

  const library = new LibraryPage(await person({ javaScript: false, like: odile.page }), server.url);
  await library.open();
  await library.read("Pour le conseil");
  const links = new SharePage(library.page);
  await links.open();
  await fits(links.page, "shares-none");
  const { address, snippet } = await links.make("Le conseil", "90 jours");
  expect(address).toMatch(new RegExp(`^${server.url}/partage/[a-z2-9]{32}$`));
  expect(snippet, "no site was named").toBeUndefined();
  await fits(links.page, "shares");

  // Somebody nobody knows, without a script: the whole reading, and nobody's name.
  const reader = await person({ javaScript: false });
  const answer = await reader.goto(address);
  expect(answer?.status()).toBe(200);
  expect(answer?.headers()["x-robots-tag"]).toBe("noindex, nofollow");
  expect(answer?.headers()["referrer-policy"]).toBe("no-referrer");
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Pour le conseil");
  await expect(reader.getByRole("main")).toContainText(titles[0] ?? "");
  await expect(reader.getByRole("main")).toContainText("Et la nuit, qui éteint ?");
  await expect(reader.getByRole("main")).not.toContainText("Benjamine");
  expect(await reader.context().cookies(), "no cookie is set").toEqual([]);
  await fits(reader, "shared");
  await reader.getByRole("link", { name: "English" }).click();
  await expect(reader.getByRole("main")).toContainText("This page can be read until");
  expect(await reader.context().cookies()).toEqual([]);
  await links.page.reload();
  await expect(links.line("Le conseil")).toContainText("ouvert 2 fois");

  // Its picture on a site that was named.
  let body = "";
  const theatre = await site(() => body);
  const stranger = await site(() => body);
  const framed = await links.make("Notre site", "30 jours", theatre.origin);
  await fits(links.page, "shares-framed");
  body = framed.snippet ?? "";
  expect(body).toContain("<iframe src=");
  const visitor = await (await browser.newContext({ locale: "fr-FR" })).newPage();
  await visitor.goto(theatre.origin);
  const frame = visitor.frameLocator("iframe");
  await expect(frame.getByRole("heading", { name: "Pour le conseil" })).toBeVisible();
  await expect(frame.getByRole("link", { name: "Lire tout le plateau" })).toBeVisible();
  const keep = process.env["KEEP"];
  if (keep !== undefined) await visitor.screenshot({ path: `${keep}/framed.png` });
  const refused = visitor.waitForEvent("console", (message) => message.text().includes("frame-ancestors"));
  await visitor.goto(stranger.origin);
  await refused;
  await expect(visitor.frameLocator("iframe").getByRole("heading", { name: "Pour le conseil" })).toHaveCount(0);
  await visitor.context().close();

  // Gone within a second: asked again and again from the moment the button is pressed.
  await links.revoke("Le conseil");
  const begun = Date.now();
  const gone = await reader.goto(address);
  expect(gone?.status()).toBe(404);
  expect(Date.now() - begun).toBeLessThan(1_000);
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Ce lien est fermé");
  await fits(reader, "share-closed");

  // What lasts thirty days does not last thirty-one.
  const other = framed.snippet?.replace(/.*src="([^"]+)\/cadre".*/, "$1") ?? "";
  expect((await reader.goto(other))?.status()).toBe(200);
  await server.kill();
  await server.restart(31);
  expect((await reader.goto(other))?.status()).toBe(410);
  expect((await reader.goto(`${other}/cadre`))?.status()).toBe(410);
  theatre.http.close();
  stranger.http.close();
});
