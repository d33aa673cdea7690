// Reads the diagrams of many boards with Mermaid's own parser. node read.mjs FOLDER MODULES: every folder in the first is
// a board, the second has `mermaid` and `jsdom`, which Mermaid needs where there is no browser.

import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, modules] = process.argv.slice(2);
const { resolve } = createRequire(join(modules, 'package.json'));
const { JSDOM } = (await import(pathToFileURL(resolve('jsdom')).href)).default;
const { window } = new JSDOM('');
Object.assign(globalThis, { window, document: window.document });
const mermaid = (await import(pathToFileURL(join(modules, 'node_modules/mermaid/dist/mermaid.core.mjs')).href)).default;
mermaid.initialize({ startOnLoad: false, maxTextSize: 10_000_000, maxEdges: 100_000 });

let [boards, links] = [0, 0];
for (const board of readdirSync(folder)) {
  const text = readFileSync(join(folder, board, 'export.mmd'), 'utf8');
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
  const data = JSON.parse(readFileSync(join(folder, board, 'export.json'), 'utf8'));
  const read = diagram.db.getEdges().map(({ start, end }) => `${start} ${end}`);
  const drawn = data.links.map(({ cause, consequence }) => `c${cause} c${consequence}`);
  if (read.join() !== drawn.join()) throw new Error(`${board}: Mermaid reads other links`);
  boards += 1;
  links += read.length;
}
console.log(`${boards} boards read by Mermaid: ${links} links`);
