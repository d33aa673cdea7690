// An old phone on a bad network: how long from the QR code to the first card on the board. `cargo xtask audit`.
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";
import { BoardPage } from "../pages/board.ts";
import { Entrance } from "../pages/entrance.ts";
import { FacilitationPage } from "../pages/facilitation.ts";
import { keep } from "./kept.ts";

const TIMES = 3;
const AT_MOST = 10_000;
/** 512 kbit/s with 400 ms, and a processor six times slower than this one. */
const NETWORK = { offline: false, latency: 400, downloadThroughput: 512_000 / 8, uploadThroughput: 512_000 / 8 };
const SLOWER = 6;

async function slowDown(page: Page): Promise<void> {
  const wire = await page.context().newCDPSession(page);
  await wire.send("Network.enable");
  await wire.send("Network.emulateNetworkConditions", NETWORK);
  await wire.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
}

test("a card is placed within ten seconds of a cold start on a slow phone", async ({ server, person }) => {
  test.setTimeout(240_000);
  const rounds: { joined: number; alive: number; placed: number }[] = [];
  for (let round = 1; round <= TIMES; round += 1) {
    const workshop = await server.workshop(`Sous-sol ${round}`, 1);
    const fay = new FacilitationPage(await person());
    await new Entrance(fay.page, server.url).through(workshop.links.facilitate, "Animer");
    await fay.alive();
    await fay.goTo("Lot 1 : usages et besoins");
    // In the draw pile, the cards wait for whoever comes.
    await fay.page.getByRole("button", { name: "Mettre dans la pioche : lot 1" }).click();
    await fay.saved();

    const ana = new BoardPage(await person({ touch: true }));
    await ana.page.setViewportSize({ width: 360, height: 640 });
    await slowDown(ana.page);
    const began = performance.now();
    const since = () => Math.round(performance.now() - began);
    await ana.page.goto(workshop.links.join, { waitUntil: "commit" });
    // Nobody types at once: the time of typing is theirs, not ours.
    await new Entrance(ana.page, server.url).join("Ana");
    const joined = since();
    await ana.alive();
    const alive = since();
    await ana.page.getByRole("button", { name: "Ma main" }).click();
    await ana.page.locator(".hand-card > button").first().click();
    await expect(ana.page.locator("svg [data-card]:not(.pending)")).toHaveCount(1);
    await ana.saved();
    rounds.push({ joined, alive, placed: since() });
    await fay.page.close();
    await ana.page.close();
  }
  const middle = (which: "joined" | "alive" | "placed") =>
    rounds.map((round) => round[which]).sort((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0;
  console.log(`512 kbit/s, 400 ms, CPU slowed ${SLOWER} ×, median of ${TIMES}:`);
  console.log("| name sent | page alive | card acknowledged | at most |\n|---|---|---|---|");
  console.log(`| ${middle("joined")} ms | ${middle("alive")} ms | ${middle("placed")} ms | ${AT_MOST} ms |`);
  console.log(`rounds: ${rounds.map(({ placed }) => `${placed} ms`).join(", ")}`);
  await keep("slow", { joined_ms: middle("joined"), alive_ms: middle("alive"), placed_ms: middle("placed") });
  expect(middle("placed")).toBeLessThanOrEqual(AT_MOST);
});
