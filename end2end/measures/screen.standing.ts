// How long the room's screen stands: a table plays for three hours, and the screen is opened once. `cargo xtask standing`;
// MINUTES says for how long, where three hours are too many.
import { evening } from "../fixtures/evening.ts";
import { expect, test } from "../fixtures/test.ts";

const MINUTES = Number(process.env["MINUTES"] ?? 180);
/** A link is drawn in one minute of these. */
const QUIET = 4;
/** What the page may hold at the end, beside what it held once it had settled, in megabytes. */
const MORE = 8;

test(`the room's screen stands for ${MINUTES} minutes`, async ({ server, person }, info) => {
  test.setTimeout((MINUTES + 5) * 60_000);
  const workshop = await server.workshop("Une longue séance", 1, 180);
  const { fay, screen, sit } = await evening(server, workshop, person, info);
  const ana = await sit("Ana");
  await fay.goTo("Lot 1 : usages et besoins");
  await fay.press("Distribuer dans les mains : lot 1");
  await expect(ana.hand.getByRole("heading", { level: 3 })).not.toHaveCount(0);
  const titles = await ana.placeAll();
  await fay.goTo("Lot 2 : équipements et infrastructures");
  const pairs = titles.flatMap((cause, at) => titles.slice(at + 1).map((consequence) => [cause, consequence] as const));

  let loads = 0;
  screen.page.on("load", () => (loads += 1));
  const wire = await screen.page.context().newCDPSession(screen.page);
  await wire.send("Performance.enable");
  const weighed = async () => {
    await wire.send("HeapProfiler.collectGarbage");
    const { metrics } = await wire.send("Performance.getMetrics");
    const figure = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0;
    return { heap: figure("JSHeapUsedSize") / 1e6, nodes: figure("Nodes") };
  };

  console.log("| minutes | links | MB | nodes | loads |\n|---|---|---|---|---|");
  const began = await weighed();
  let [drawn, now] = [0, began];
  for (let minute = 1; minute <= MINUTES; minute += 1) {
    const pair = minute % QUIET === 1 ? pairs[drawn] : undefined;
    if (pair !== undefined) {
      await ana.link(pair[0], pair[1], `minute ${minute}`);
      drawn += 1;
      await screen.shows(`${titles.length} cartes posées`, drawn === 1 ? "1 lien" : `${drawn} liens`);
    }
    await screen.page.waitForTimeout(60_000);
    now = await weighed();
    if (minute % 10 === 0 || minute === MINUTES) console.log(`| ${minute} | ${drawn} | ${now.heap.toFixed(1)} | ${now.nodes} | ${loads} |`);
  }
  expect(loads, "it was never loaded again").toBe(0);
  expect(now.heap - began.heap, "it holds little more than at the beginning").toBeLessThan(MORE);
});
