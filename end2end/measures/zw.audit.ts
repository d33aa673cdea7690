import { test } from "../fixtures/test.ts";
import { dragged } from "./frames.ts";
import { SIXTY, fullBoard } from "./full_board.ts";
test("profile", async ({ server, person }) => {
  test.setTimeout(240_000);
  const { fay, ana } = await fullBoard(server, person, SIXTY);
  await fay.page.close();
  const { page } = ana;
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole("button", { name: "Tout voir" }).click();
  const next = await page.evaluate(() => {
    const middle = { x: innerWidth / 2, y: innerHeight / 2 };
    const centres = Array.from(document.querySelectorAll("svg [data-card]")).map((card) => { const { x, y, width, height } = (card.querySelector(".paper") ?? card).getBoundingClientRect(); return { card, x: x + width / 2, y: y + height / 2 }; });
    const free = centres.filter(({ card, x, y }) => card.contains(document.elementFromPoint(x, y)));
    const [n] = free.sort((a, b) => Math.hypot(a.x - middle.x, a.y - middle.y) - Math.hypot(b.x - middle.x, b.y - middle.y));
    return { x: n!.x, y: n!.y };
  });
  const wire = await page.context().newCDPSession(page);
  await wire.send("Profiler.enable"); await wire.send("Profiler.setSamplingInterval", { interval: 200 });
  await wire.send("Profiler.start");
  const f = await dragged(page, next, 6000, 6);
  const { profile } = await wire.send("Profiler.stop");
  const self = new Map<number, number>();
  profile.samples!.forEach((id, n) => self.set(id, (self.get(id) ?? 0) + (profile.timeDeltas![n] ?? 0)));
  const by = new Map<string, number>();
  for (const node of profile.nodes) { const k = node.callFrame.functionName + " " + node.callFrame.url.split("/").pop() + ":" + node.callFrame.lineNumber + ":" + node.callFrame.columnNumber; by.set(k, (by.get(k) ?? 0) + (self.get(node.id) ?? 0)); }
  console.log(f.frames, JSON.stringify(f));
  for (const [k, v] of [...by].sort((a, b) => b[1] - a[1]).slice(0, 40)) console.log((v / 1000 / f.frames).toFixed(3), k);
});
