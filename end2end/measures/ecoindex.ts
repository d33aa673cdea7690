// The EcoIndex: its formula (cnumr/ecoindex_reference) and the method of its official scraper.
import type { Page } from "@playwright/test";

const DOM = [
  0, 47, 75, 159, 233, 298, 358, 417, 476, 537, 603, 674, 753, 843, 949, 1076, 1237, 1459, 1801, 2479, 594601,
];
const REQUESTS = [0, 2, 15, 25, 34, 42, 49, 56, 63, 70, 78, 86, 95, 105, 117, 130, 147, 170, 205, 281, 3920];
/** In kilobytes of a thousand bytes, as transferred. */
const SIZE = [
  0, 1.37, 144.7, 319.53, 479.46, 631.97, 783.38, 937.91, 1098.62, 1265.47, 1448.32, 1648.27, 1876.08, 2142.06, 2465.37,
  2866.31, 3401.59, 4155.73, 5400.08, 8037.54, 223212.26,
];
const GRADES: [number, string][] = [[80, "A"], [70, "B"], [55, "C"], [40, "D"], [25, "E"], [10, "F"]];
/** How long the scraper waits after loading, and again after scrolling. */
const SETTLES = 1_000;

/** Among how many twentieths of the web's pages a value lies. */
function quantile(steps: number[], value: number): number {
  for (let at = 1; at < steps.length; at += 1) {
    const [low = 0, high = 0] = [steps[at - 1], steps[at]];
    if (value < high) return at - 1 + (value - low) / (high - low);
  }
  return steps.length - 1;
}

/** The score, from 0 to 100. */
export function ecoindex(dom: number, requests: number, kilobytes: number): number {
  const worse = 3 * quantile(DOM, dom) + 2 * quantile(REQUESTS, requests) + quantile(SIZE, kilobytes);
  return Math.max(0, Math.round(100 - (5 * worse) / 6));
}

export function grade(score: number): string {
  return GRADES.find(([more]) => score > more)?.[1] ?? "G";
}

/** What one opening of a page costs. */
export interface Reading {
  /** All elements but what is inside an SVG. */
  dom: number;
  domWithSvg: number;
  requests: number;
  bytes: number;
}

/** Loads, waits a second, scrolls to the bottom, waits a second, counts. The bytes of sockets are not among it. */
export async function read(page: Page, url: string): Promise<Reading> {
  await page.setViewportSize({ width: 1920, height: 1080 });
  const wire = await page.context().newCDPSession(page);
  await wire.send("Network.enable");
  const sum = { requests: 0, bytes: 0 };
  wire.on("Network.responseReceived", () => (sum.requests += 1));
  wire.on("Network.loadingFinished", ({ encodedDataLength }) => (sum.bytes += encodedDataLength));
  await page.goto(url);
  await page.waitForTimeout(SETTLES);
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await page.waitForTimeout(SETTLES);
  await wire.detach();
  return { ...(await elements(page)), ...sum };
}

/** How many elements a page has: without those inside drawings, and in all. */
export async function elements(page: Page): Promise<{ dom: number; domWithSvg: number }> {
  const domWithSvg = await page.locator("*").count();
  return { dom: domWithSvg - (await page.locator("svg *").count()), domWithSvg };
}
