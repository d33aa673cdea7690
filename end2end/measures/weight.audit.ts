// What a phone has to fetch: every byte on the wire, of every page and of a second visit. `cargo xtask audit`.
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";
import { BoardPage } from "../pages/board.ts";
import { Entrance } from "../pages/entrance.ts";
import { FacilitationPage } from "../pages/facilitation.ts";
import { SIXTY, SIXTY_SAID, fullBoard } from "./full_board.ts";

interface Fetched {
  bytes: number;
  requests: number;
  wasm: number;
}

/** Does something and adds up what the page fetched meanwhile: headers and bodies as they came, sockets apart. */
async function fetched(page: Page, act: () => Promise<unknown>): Promise<Fetched> {
  const wire = await page.context().newCDPSession(page);
  await wire.send("Network.enable");
  const sum: Fetched = { bytes: 0, requests: 0, wasm: 0 };
  const fromNetwork = new Map<string, string>();
  wire.on("Network.responseReceived", ({ requestId, response }) => {
    if (!response.fromDiskCache && !response.fromPrefetchCache) fromNetwork.set(requestId, response.url);
  });
  wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const url = fromNetwork.get(requestId);
    if (url === undefined || encodedDataLength === 0) return;
    sum.bytes += encodedDataLength;
    sum.requests += 1;
    if (url.endsWith(".wasm")) sum.wasm += encodedDataLength;
  });
  await act();
  await page.waitForLoadState("networkidle");
  await wire.detach();
  return sum;
}

test("pages weigh what we promise", async ({ server, person }) => {
  const workshop = await server.workshop("Poids", 1);
  const rows: [string, Fetched, number, number][] = [];

  const home = await person();
  rows.push(["home, first visit", await fetched(home, () => home.goto(server.url)), 25_000, 10]);
  const join = await person();
  rows.push(["join, first visit", await fetched(join, () => join.goto(workshop.links.join)), 25_000, 10]);

  const fay = new FacilitationPage(await person());
  await new Entrance(fay.page, server.url).through(workshop.links.facilitate, "Animer");
  await fay.alive();
  await fay.goTo("Lot 1 : usages et besoins");

  const ana = new BoardPage(await person());
  // All that a phone fetches on its way from the QR code to the living board.
  const first = await fetched(ana.page, async () => {
    await ana.page.goto(workshop.links.join);
    await new Entrance(ana.page, server.url).join("Ana");
    await ana.alive();
    await ana.saved();
  });
  rows.push(["board, first visit", first, 260_000, 20]);
  const again = await fetched(ana.page, async () => {
    await ana.page.reload();
    await ana.alive();
    await ana.saved();
  });
  rows.push(["board, seen again", again, 5_000, 2]);

  // The drawings of a full board come from sheets that a device keeps.
  const full = await fullBoard(server, person, SIXTY);
  await full.ana.page.reload();
  await full.ana.alive();
  await full.ana.saved();
  const fullAgain = await fetched(full.ana.page, async () => {
    await full.ana.page.reload();
    await full.ana.alive();
    await full.ana.saved();
  });
  rows.push([`board, ${SIXTY_SAID}, seen again`, fullAgain, 5_000, 2]);

  console.log("| page | bytes | requests | of which wasm | at most |\n|---|---|---|---|---|");
  for (const [name, { bytes, requests, wasm }, most] of rows) {
    console.log(`| ${name} | ${bytes} | ${requests} | ${wasm} | ${most} |`);
  }
  for (const [name, { bytes, requests }, most, mostRequests] of rows) {
    expect.soft(bytes, `${name}: bytes`).toBeLessThanOrEqual(most);
    expect.soft(requests, `${name}: requests`).toBeLessThanOrEqual(mostRequests);
  }
  for (const [name, { wasm }] of rows.slice(0, 2)) expect.soft(wasm, `${name}: no wasm`).toBe(0);
});
