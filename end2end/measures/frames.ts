// How long the frames of a page are while something is dragged on it, and where their time goes.
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { CDPSession, Page } from "@playwright/test";

/** A frame longer than this is seen, in milliseconds. */
export const LONG = 32;
/** How long a hand rests on a thing before it takes it, in milliseconds. */
const ARRIVES = 200;

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

/** Where a browser started with this port on this machine shows its developer tools. */
export type Tools = number;

/** Drags from a place along a path of circles for so long, and counts frames meanwhile. The processor is this much slower. */
export async function dragged(page: Page, tools: Tools, from: Point, lasts: number, slower: number): Promise<Frames> {
  const wire = await page.context().newCDPSession(page);
  await wire.send("Performance.enable");
  const { targetInfo } = await wire.send("Target.getTargetInfo");
  const hand = new Hand(`ws://127.0.0.1:${tools}/devtools/page/${targetInfo.targetId}`, from, lasts);
  await hand.says("ready");
  // A hand comes to a thing before it takes it.
  await page.mouse.move(from.x, from.y);
  await page.waitForTimeout(ARRIVES);
  await page.evaluate(() => {
    const [frames, moves]: [number[], number[]] = [[], []];
    Object.assign(window, { frames, moves });
    const next = (at: number) => {
      frames.push(at);
      if ((window as unknown as { frames?: number[] }).frames === frames) requestAnimationFrame(next);
      else removeEventListener("pointermove", moved, true);
    };
    const moved = ({ timeStamp }: Event) => moves.push(timeStamp);
    requestAnimationFrame(next);
    addEventListener("pointermove", moved, true);
  });
  await wire.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await page.mouse.down();
  // What picking something up costs is one frame of the drag like the others.
  const before = await counters(wire);
  const start = await page.evaluate(() => performance.now());
  hand.begins();
  await hand.says("done");
  const end = await page.evaluate(() => performance.now());
  const after = await counters(wire);
  await page.mouse.up();
  await wire.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  const [at, moves] = await page.evaluate(() => {
    const { frames, moves } = window as unknown as { frames: number[]; moves: number[] };
    Object.assign(window, { frames: undefined });
    return [frames, moves] as const;
  });
  const within = (times: readonly number[]) => times.filter((one) => one >= start && one <= end);
  const during = within(at);
  const lengths = during.slice(1).map((one, n) => one - (during[n] ?? 0)).sort((a, b) => a - b);
  const quantile = (share: number) => lengths[Math.floor(share * (lengths.length - 1))] ?? 0;
  const spent = (what: string) => (((after[what] ?? 0) - (before[what] ?? 0)) * 1_000) / lengths.length;
  const [script, style, layout] = [spent("ScriptDuration"), spent("RecalcStyleDuration"), spent("LayoutDuration")];
  await wire.detach();
  return {
    frames: lengths.length,
    moves: within(moves).length,
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

/** The process that moves the mouse. */
class Hand {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;

  constructor(tools: string, { x, y }: Point, lasts: number) {
    const script = fileURLToPath(new URL("hand.mjs", import.meta.url));
    this.#process = spawn(process.execPath, ["--experimental-websocket", script, tools, `${x}`, `${y}`, `${lasts}`]);
    this.#process.stderr.pipe(process.stderr);
    this.#lines = createInterface(this.#process.stdout)[Symbol.asyncIterator]();
  }

  async says(word: string): Promise<void> {
    const { value } = await this.#lines.next();
    if (value !== word) throw new Error(`the hand says ${String(value)}, not ${word}`);
  }

  begins(): void {
    this.#process.stdin.write("\n");
  }
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
