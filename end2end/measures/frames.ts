// How long the frames of a page are while something is dragged on it, and where their time goes.
import type { CDPSession, Page } from "@playwright/test";

/** A frame longer than this is seen, in milliseconds. */
export const LONG = 32;
/** A mouse says no more than 125 moves a second and browsers hand on one a frame: this page is not told more. */
const MOVE = 16;

export interface Point {
  x: number;
  y: number;
}

export interface Frames {
  frames: number;
  moves: number;
  p50: number;
  p95: number;
  longest: number;
  /** The share of frames that are seen. */
  long: number;
  /** Milliseconds of the main thread in a frame: what our script takes, what the browser does after it. */
  script: number;
  style: number;
  layout: number;
  /** Everything else: events, paint, layers, commit. */
  rest: number;
}

/** Drags from a place along a path of circles for so long, and counts frames meanwhile. The processor is this much slower. */
export async function dragged(page: Page, from: Point, lasts: number, slower: number): Promise<Frames> {
  const wire = await page.context().newCDPSession(page);
  await wire.send("Performance.enable");
  await page.evaluate(() => {
    const frames: number[] = [];
    Object.assign(window, { frames });
    const next = (at: number) => {
      frames.push(at);
      if ((window as unknown as { frames?: number[] }).frames === frames) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  await wire.send("Emulation.setCPUThrottlingRate", { rate: slower });
  const mouse = (type: "mousePressed" | "mouseMoved" | "mouseReleased", { x, y }: Point) =>
    wire.send("Input.dispatchMouseEvent", { type, x, y, button: "left", buttons: type === "mouseReleased" ? 0 : 1, clickCount: 1 });
  await mouse("mousePressed", from);
  // What picking something up costs is one frame of the drag like the others.
  const before = await counters(wire);
  const start = await page.evaluate(() => performance.now());
  const began = performance.now();
  let moves = 0;
  for (let now = 0; now < lasts; now = performance.now() - began) {
    await mouse("mouseMoved", along(from, now));
    moves += 1;
    const wait = began + moves * MOVE - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  }
  const end = await page.evaluate(() => performance.now());
  const after = await counters(wire);
  await mouse("mouseReleased", along(from, lasts));
  await wire.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  const at = await page.evaluate(() => {
    const { frames } = window as unknown as { frames: number[] };
    Object.assign(window, { frames: undefined });
    return frames;
  });
  const during = at.filter((one) => one >= start && one <= end);
  const lengths = during.slice(1).map((one, n) => one - (during[n] ?? 0)).sort((a, b) => a - b);
  const quantile = (share: number) => lengths[Math.floor(share * (lengths.length - 1))] ?? 0;
  const spent = (what: string) => (((after[what] ?? 0) - (before[what] ?? 0)) * 1_000) / lengths.length;
  const [script, style, layout] = [spent("ScriptDuration"), spent("RecalcStyleDuration"), spent("LayoutDuration")];
  await wire.detach();
  return {
    frames: lengths.length,
    moves,
    p50: quantile(0.5),
    p95: quantile(0.95),
    longest: quantile(1),
    long: lengths.filter((length) => length > LONG).length / lengths.length,
    script,
    style,
    layout,
    rest: spent("TaskDuration") - script - style - layout,
  };
}

function along(from: Point, now: number): Point {
  const turn = now / 400;
  return { x: from.x + 120 * Math.sin(turn), y: from.y + 80 * (1 - Math.cos(turn)) * Math.sin(turn / 3) };
}

async function counters(wire: CDPSession): Promise<Record<string, number>> {
  const { metrics } = await wire.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** What this browser on this machine can do at all: an empty picture of the same size, one rectangle dragged over it. */
export async function floor(page: Page): Promise<Point> {
  await page.setContent(`<!doctype html><style>body{margin:0}svg{position:absolute;inset:0;width:100%;height:100%}</style>
<svg><rect width="120" height="86" transform="translate(660 400)"></rect></svg><script>
const svg = document.querySelector("svg"), rect = document.querySelector("rect");
let at, asked;
svg.onpointerdown = (event) => svg.setPointerCapture(event.pointerId);
svg.onpointermove = (event) => {
  at = event;
  asked ??= requestAnimationFrame(() => {
    asked = undefined;
    rect.setAttribute("transform", "translate(" + (at.clientX - 60) + " " + (at.clientY - 43) + ")");
  });
};
</script>`);
  return { x: 720, y: 443 };
}
