// axe-core, run on whatever a page shows, in every light and at every size.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type axe from "axe-core";

const SOURCE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
export const PHONE = { width: 360, height: 640 };
export const LAPTOP = { width: 1440, height: 900 };
export const SIZES = [PHONE, LAPTOP];
export const LIGHTS = ["light", "dark"] as const;

/** One element that breaks one rule, in one state of one page. */
export interface Violation {
  rule: string;
  state: string;
  /** Language, size and light. */
  seen: string;
  element: string;
  html: string;
  why: string;
}

/** Runs axe in a page as it is. The source goes in through the debugger, which our policy says nothing about. */
async function run(page: Page, state: string, seen: string): Promise<Violation[]> {
  if (!(await page.evaluate(() => "axe" in window))) {
    const debuggerOf = await page.context().newCDPSession(page);
    await debuggerOf.send("Runtime.evaluate", { expression: SOURCE });
    await debuggerOf.detach();
  }
  const found = await page.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: { run(options: axe.RunOptions): Promise<axe.AxeResults> } };
    const { violations } = await axe.run({
      runOnly: { type: "tag", values: tags },
      resultTypes: ["violations"],
      preload: false,
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => ({
        rule: id,
        element: node.target.flat().join(" "),
        html: node.html.slice(0, 160),
        why: [...node.any, ...node.all, ...node.none].map((check) => check.message).join("; "),
      })),
    );
  }, TAGS);
  return found.map((violation) => ({ ...violation, state, seen }));
}

/** The runs of a whole audit. */
export class Audit {
  readonly violations: Violation[] = [];
  readonly states = new Map<string, number>();
  runs = 0;

  /** Looks at a page in each light at each size; `turn` brings out what only a phone shows in turn. */
  async look(page: Page, state: string, options: { sizes?: typeof SIZES; turn?: (page: Page) => AsyncIterable<string> } = {}) {
    const lang = (await page.locator("html").getAttribute("lang")) ?? "?";
    for (const size of options.sizes ?? SIZES) {
      await page.setViewportSize(size);
      const turns = options.turn !== undefined && size === PHONE ? options.turn(page) : [""];
      for await (const part of turns) {
        for (const light of LIGHTS) {
          await page.emulateMedia({ colorScheme: light, reducedMotion: "reduce" });
          const whole = part === "" ? state : `${state}, ${part}`;
          this.violations.push(...(await run(page, whole, `${lang} ${size.width} ${light}`)));
          this.states.set(whole, (this.states.get(whole) ?? 0) + 1);
          this.runs += 1;
        }
      }
    }
  }

  /** One row a rule and element: where it was first seen, and how often. */
  table(): string {
    const rows = new Map<string, { first: Violation; states: Set<string>; seen: Set<string>; count: number }>();
    for (const violation of this.violations) {
      const key = `${violation.rule} ${violation.element.replace(/\d+/g, "n")}`;
      const row = rows.get(key) ?? { first: violation, states: new Set(), seen: new Set(), count: 0 };
      row.count += 1;
      row.states.add(violation.state);
      row.seen.add(violation.seen);
      rows.set(key, row);
    }
    const lines = [...rows.values()].map(({ first, states, seen, count }) => {
      const cells = [first.rule, first.element, first.html, first.why, [...states].join(" / "), [...seen].join(" / "), count];
      return `| ${cells.map((cell) => String(cell).replaceAll("|", "¦").replaceAll("\n", " ")).join(" | ")} |`;
    });
    return ["| rule | element | html | why | states | seen | nodes |", "|---|---|---|---|---|---|---|", ...lines].join("\n");
  }
}
