import { test } from "../fixtures/test.ts";
import { dragged } from "./frames.ts";
import { SIXTY, fullBoard } from "./full_board.ts";
test("trace", async ({ server, person, browser }) => {
  test.setTimeout(240_000);
  const { fay, ana } = await fullBoard(server, person, SIXTY);
  await fay.page.close();
  const { page } = ana;
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole("button", { name: "Tout voir" }).click();
  for (const variant of (process.env["VARIANTS"] ?? "A,B,C").split(",")) {
  const next = await page.evaluate(() => {
    const middle = { x: innerWidth / 2, y: innerHeight / 2 };
    const centres = Array.from(document.querySelectorAll("svg [data-card]")).map((card) => { const { x, y, width, height } = (card.querySelector(".paper") ?? card).getBoundingClientRect(); return { card, x: x + width / 2, y: y + height / 2 }; });
    const free = centres.filter(({ card, x, y }) => card.contains(document.elementFromPoint(x, y)));
    const [n] = free.sort((a, b) => Math.hypot(a.x - middle.x, a.y - middle.y) - Math.hypot(b.x - middle.x, b.y - middle.y));
    return { x: n!.x, y: n!.y };
  });
  await page.evaluate((variant) => {
    document.adoptedStyleSheets = [];
    const css = { A: "", B: ".string{display:none}", C: ".surface .drawing{display:none}", D: ".string, .surface .drawing{display:none}", E: ".table:not(.aloft) .board-card{display:none}", F: ".table:not(.aloft) .board-link{display:none}" , G: "body *:not(:has(.surface)):not(.surface):not(.surface *){display:none!important}", H: ".surface{contain:strict}", I: ".string{display:none} .table:not(.aloft) .board-card *{transform:none!important}", J: ".drawing *,.drawing{transform:none!important}", M: ".board-page-side select{display:none}", S: ".board-page-side input{display:none}", T: ".outline-cards{display:none}", U: ".chosen-panel{display:none}", V: ".board-page-side svg{display:none}", W: ".board-page-side{overflow:visible!important}", N: ".board-page-side{display:none}", O: ".people{display:none}", P: ".calls,.unseen{display:none!important}", Q: ".zoom{display:none}", R: ".top-line, header{display:none}", K: ".aloft:not([style]){display:none}", L:".board-card{outline:none} *{transition:none!important;animation:none!important}"}[variant]!;
    const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet];
  }, variant);
  if (process.env["TRACE"]) await browser.startTracing(page, { categories: ["devtools.timeline", "disabled-by-default-devtools.timeline", "blink", "cc", "input"] });
  const frames = await dragged(page, next, Number(process.env["LASTS"] ?? 4000), 6);
  console.log("----", variant);
  console.log(JSON.stringify(frames));
  if (!process.env["TRACE"]) continue;
  const trace = JSON.parse((await browser.stopTracing()).toString());
  const events = trace.traceEvents as any[];
  const main = new Map<string, number>();
  for (const e of events) if (e.name === "thread_name" && e.args.name === "CrRendererMain") main.set(`${e.pid}:${e.tid}`, 0);
  const by = new Map<string, { n: number; self: number; total: number }>();
  for (const key of main.keys()) {
    const mine = events.filter((e) => `${e.pid}:${e.tid}` === key && e.ph === "X").sort((a, b) => a.ts - b.ts || b.dur - a.dur);
    const stack: any[] = [];
    for (const e of mine) {
      while (stack.length && stack[stack.length - 1].ts + stack[stack.length - 1].dur <= e.ts) stack.pop();
      const row = by.get(e.name) ?? { n: 0, self: 0, total: 0 };
      row.n += 1; row.self += e.dur; row.total += e.dur; by.set(e.name, row);
      const parent = stack[stack.length - 1];
      if (parent) by.get(parent.name)!.self -= e.dur;
      stack.push(e);
    }
  }
  if (process.env["SHORT"]) { for (const name of ["Blink.CompositingInputs.UpdateTime","PaintArtifactCompositor::Update","RunTask","FunctionCall","Document::recalcStyle","Commit"]) console.log(name, ((by.get(name)?.total ?? 0) / 1000 / frames.frames).toFixed(2)); continue; }
  const rows = [...by].sort((a, b) => b[1].self - a[1].self).slice(0, Number(process.env["ROWS"] ?? 22));
  for (const [name, { n, self, total }] of rows) console.log(`${name.padEnd(60)} n ${n} self/frame ${(self / 1000 / frames.frames).toFixed(2)} total/frame ${(total / 1000 / frames.frames).toFixed(2)}`);
  }
});
