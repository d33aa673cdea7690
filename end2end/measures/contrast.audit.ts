// Every pair of text and ground that the tokens name, in both lights and on the room's screen. `cargo xtask audit`.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

const TOKENS = join(import.meta.dirname, "../../style/tokens");
const TEXT = 4.5;
/** What is read from the back of a room. */
const ROOM = 7;
/** Edges of controls, focus rings, pens. */
const SHAPE = 3;

type Names = Map<string, string>;

/** The declarations of a rule's body. */
function declared(body: string): Names {
  return new Map([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = "", value = ""]) => [name, value.trim()]));
}

/** The body after the last of these words, up to its closing brace. */
function after(css: string, ...words: string[]): string {
  let at = 0;
  for (const word of words) {
    const found = css.indexOf(word, at);
    if (found < 0) throw new Error(`the tokens have no ${words.join(" … ")}`);
    at = found + word.length;
  }
  return css.slice(at, css.indexOf("}", at));
}

function colour(names: Names, name: string): string {
  const value = names.get(name) ?? "";
  const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  if (other !== undefined) return colour(names, other);
  if (!/^#[0-9a-f]{6}$/.test(value)) throw new Error(`--${name} is "${value}", which is no colour`);
  return value;
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const GROUNDS = ["ground", "surface", "raised"];
/** What is drawn on what, and whether it is text. */
const PAIRS: { on: string[]; what: string[]; text: boolean }[] = [
  { what: ["ink", "ink-soft", "accent", "danger", "ok"], on: GROUNDS, text: true },
  { what: ["on-accent"], on: ["accent-fill"], text: true },
  ...[1, 2, 3, 4, 5, 6].map((lot) => ({ what: [`on-lot-${lot}`], on: [`lot-${lot}`], text: true })),
  { what: ["edge", "pen-0", "pen-1", "pen-2"], on: GROUNDS, text: false },
  { what: ["ring-edge"], on: ["ring"], text: false },
  { what: ["qr-ink"], on: ["qr-paper"], text: false },
];

test("every text can be read on every ground it is put on", async () => {
  const palette = declared(after(await readFile(join(TOKENS, "palette.css"), "utf8"), ":root {"));
  const css = await readFile(join(TOKENS, "meaning.css"), "utf8");
  const day = new Map([...palette, ...declared(after(css, ":root {"))]);
  const lights: [string, Names, number][] = [
    ["salle", day, TEXT],
    ["plateau", new Map([...day, ...declared(after(css, "prefers-color-scheme: dark", ":root {"))]), TEXT],
    ["room’s screen", new Map([...day, ...declared(after(css, "\n.plateau {"))]), ROOM],
  ];
  console.log("| light | what | on the worst of | contrast | at least |\n|---|---|---|---|---|");
  for (const [light, names, forText] of lights) {
    for (const { what, on, text } of PAIRS) {
      const atLeast = text ? forText : SHAPE;
      for (const name of what) {
        const measured = on.map((ground) => [ground, contrast(colour(names, name), colour(names, ground))] as const);
        const [ground, worst] = measured.reduce((one, other) => (other[1] < one[1] ? other : one));
        console.log(`| ${light} | ${name} | ${ground} | ${worst.toFixed(2)} | ${atLeast} |`);
        expect.soft(worst, `${light}: ${name} on ${ground}`).toBeGreaterThanOrEqual(atLeast);
      }
    }
  }
});
