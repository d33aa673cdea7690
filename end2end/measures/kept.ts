// The figures of this version, written down where the build finds them: `docs/measures.toml`. The eco-design and
// accessibility pages show it; each audit writes its own tables and leaves those of the others as they are.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Where the figures are kept. */
const FILE = process.env["MEASURES"] ?? join(import.meta.dirname, "../../docs/measures.toml");

export type Figures = Record<string, number>;

/** Writes figures into a table, over those of the same name: a figure that is not measured today stays as it was. */
export async function keep(table: string, figures: Figures): Promise<void> {
  if (!/^[\w.-]+$/.test(table)) throw new Error(`« ${table} » is no name of a table: letters, digits, hyphens and dots`);
  const [head = "", ...tables] = (await readFile(FILE, "utf8")).trim().split(/\n+(?=\[)/);
  const day = new Date().toISOString().slice(0, 10);
  const dated = [...head.split("\n").filter((line) => line.startsWith("#")), `date = "${day}"`].join("\n");
  const named = `[${table}]`;
  const before = tables.find((one) => one.split("\n")[0] === named);
  const known = new Map((before?.split("\n").slice(1) ?? []).map((line) => line.split(" = ", 2) as [string, string]));
  for (const [name, figure] of Object.entries(figures)) known.set(name, String(figure));
  const written = [named, ...[...known].map(([name, figure]) => `${name} = ${figure}`)].join("\n");
  const all = before === undefined ? [...tables, written] : tables.map((one) => (one === before ? written : one));
  await writeFile(FILE, `${[dated, ...all].join("\n\n")}\n`);
}
