// What a phone has to fetch: every byte on the wire, of every page and of a second visit. `cargo xtask audit`, which
// also writes the figures down for the pages that publish them.
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";
import { alive } from "../pages/alive.ts";
import { BoardPage } from "../pages/board.ts";
import { Entrance } from "../pages/entrance.ts";
import { FacilitationPage } from "../pages/facilitation.ts";
import { ecoindex, elements } from "./ecoindex.ts";
import { SIXTY, SIXTY_SAID, fullBoard } from "./full_board.ts";
import { keep } from "./kept.ts";

interface Fetched {
  bytes: number;
  requests: number;
  wasm: number;
  elements: number;
  elements_all: number;
  ecoindex: number;
}

/** Does something and adds up what the page fetched meanwhile: headers and bodies as they came, sockets apart. */
async function fetched(page: Page, act: () => Promise<unknown>): Promise<Fetched> {
  const wire = await page.context().newCDPSession(page);
  await wire.send("Network.enable");
  const sum = { bytes: 0, requests: 0, wasm: 0 };
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
  const { dom, domWithSvg } = await elements(page);
  const score = ecoindex(dom, sum.requests, sum.bytes / 1000);
  return { ...sum, elements: dom, elements_all: domWithSvg, ecoindex: score };
}

test("pages weigh what we promise", async ({ server, person }) => {
  const workshop = await server.workshop("Poids", 1);
  // Its name among the figures, what it is, what was fetched, the most bytes and requests, the least EcoIndex.
  const rows: [string, string, Fetched, number, number, number][] = [];
  const still = async (name: string, says: string, address: string): Promise<void> => {
    const page = await person();
    rows.push([name, says, await fetched(page, () => page.goto(address)), 25_000, 10, 81]);
  };
  await still("home", "home, first visit", server.url);
  await still("join", "join, first visit", workshop.links.join);
  await still("help", "help, first visit", `${server.url}/aide`);
  const eco = await person();
  rows.push(["eco", "eco-design", await fetched(eco, () => eco.goto(`${server.url}/ecoconception`)), 25_000, 10, 71]);

  const fay = new FacilitationPage(await person());
  const facilitate = await fetched(fay.page, async () => {
    await new Entrance(fay.page, server.url).through(workshop.links.facilitate, "Animer");
    await fay.alive();
  });
  rows.push(["facilitate", "facilitation, first visit", facilitate, 480_000, 20, 71]);
  await fay.goTo("Lot 1 : usages et besoins");
  const screen = await person();
  const projector = await fetched(screen, async () => {
    await new Entrance(screen, server.url).through(workshop.links.projector, "Projeter");
    await alive(screen);
  });
  rows.push(["projector", "room's screen, first visit", projector, 480_000, 20, 71]);

  const ana = new BoardPage(await person());
  // All that a phone fetches on its way from the QR code to the living board.
  const first = await fetched(ana.page, async () => {
    await ana.page.goto(workshop.links.join);
    await new Entrance(ana.page, server.url).join("Ana");
    await ana.alive();
    await ana.saved();
  });
  rows.push(["board", "board, first visit", first, 260_000, 20, 71]);
  const again = await fetched(ana.page, async () => {
    await ana.page.reload();
    await ana.alive();
    await ana.saved();
  });
  rows.push(["board_again", "board, seen again", again, 5_000, 2, 71]);
  // The Plan as whoever has no script gets it: nothing of the board's files is there.
  const cache = await ana.page.context().newCDPSession(ana.page);
  await cache.send("Network.clearBrowserCache");
  const plan = await fetched(ana.page, () => ana.page.goto(ana.page.url().replace("/plateau/", "/plan/")));
  rows.push(["plan", "Plan, first visit", plan, 25_000, 10, 71]);

  console.log("| page | bytes | requests | of which wasm | elements | EcoIndex | at most |\n|---|---|---|---|---|---|---|");
  for (const [, says, { bytes, requests, wasm, elements: count, ecoindex: score }, most] of rows) {
    console.log(`| ${says} | ${bytes} | ${requests} | ${wasm} | ${count} | ${score} | ${most} |`);
  }
  for (const [, says, { bytes, requests, ecoindex: score }, most, mostRequests, least] of rows) {
    expect.soft(bytes, `${says}: bytes`).toBeLessThanOrEqual(most);
    expect.soft(requests, `${says}: requests`).toBeLessThanOrEqual(mostRequests);
    expect.soft(score, `${says}: EcoIndex`).toBeGreaterThanOrEqual(least);
  }
  for (const [, says, { wasm }] of rows.slice(0, 4)) expect.soft(wasm, `${says}: no wasm`).toBe(0);
  for (const [name, , { wasm: _, ...figures }] of rows) await keep(`pages.${name}`, { ...figures });
});

test("a full board weighs little when it is seen again: its drawings come from sheets that a device keeps", async ({
  server,
  person,
}) => {
  const { ana } = await fullBoard(server, person, SIXTY);
  const again = async () => {
    await ana.page.reload();
    await ana.alive();
    await ana.saved();
  };
  await again();
  const { wasm: _, ...figures } = await fetched(ana.page, again);
  const { bytes, requests } = figures;
  await keep("pages.board_full_again", { ...figures });
  console.log(`| board, ${SIXTY_SAID}, seen again | ${bytes} bytes | ${requests} requests | at most 5000, 2 |`);
  expect.soft(bytes).toBeLessThanOrEqual(5_000);
  expect.soft(requests).toBeLessThanOrEqual(2);
});
