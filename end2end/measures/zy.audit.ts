import { test } from "@playwright/test";
test("micro", async ({ browser }) => {
  test.setTimeout(240_000);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const under = `<svg style="position:absolute;inset:0;width:100%;height:100%">${Array.from({length:60},(_, i)=>`<g><rect x="${(i%10)*130}" y="${Math.floor(i/10)*100}" width="120" height="86" fill="#ccc"/><g transform="translate(${(i%10)*130} ${Math.floor(i/10)*100}) scale(.5)"><path d="M0 0L30 30L60 0L90 30"/></g><text x="${(i%10)*130}" y="${Math.floor(i/10)*100+50}">Hello</text></g>`).join("")}</svg>`;
  const held = `<g><rect x="660" y="400" width="120" height="86"/><text x="660" y="420" fill="white">Hi</text></g>`;
  const cases: Record<string, [string, string]> = {
    div: [`<div id="m" style="position:absolute;left:660px;top:400px;width:120px;height:86px;background:#000;will-change:transform"></div>`, "translate(Xpx,Ypx)"],
    svg: [`<svg id="m" style="position:absolute;inset:0;width:100%;height:100%;will-change:transform">${held}</svg>`, "translate(Xpx,Ypx)"],
    svg_in_ground: [`<div style="position:absolute;inset:0;will-change:transform"><svg id="m" style="position:absolute;inset:0;width:100%;height:100%;will-change:transform">${held}</svg></div>`, "translate(Xpx,Ypx)"],
    string: [`<div id="m" style="position:absolute;left:0;top:0;width:1px;height:1px;background:#000;will-change:transform"></div>`, "matrix(100,50,0,1,X,Y)"],
    string_rot: [`<div id="m" style="position:absolute;left:0;top:0;width:1px;height:1px;background:#000;will-change:transform"></div>`, "matrix(100,Y,0,1,X,Y)"],
    divtr: [`<div id="m" style="position:absolute;left:660px;top:400px;width:120px;height:86px;background:#000;will-change:transform"></div>`, "TRANSLATE"],
    div3d: [`<div id="m" style="position:absolute;left:660px;top:400px;width:120px;height:86px;background:#000;will-change:transform"></div>`, "translate3d(Xpx,Ypx,0)"],
  };
  for (const [name, [html, pattern]] of Object.entries(cases)) {
    await page.setContent(`<!doctype html><style>body{margin:0;overflow:hidden}</style>${under}${html}`);
    await page.waitForTimeout(200);
    await browser.startTracing(page, { categories: ["devtools.timeline", "disabled-by-default-devtools.timeline", "blink", "cc", "input"] });
    const wire = await page.context().newCDPSession(page);
    await wire.send("Emulation.setCPUThrottlingRate", { rate: 6 });
    const n = await page.evaluate(async (pattern) => {
      const m = document.getElementById("m")!; let n = 0; const t0 = performance.now();
      await new Promise<void>((done) => { const f = (t: number) => { n++; const x = Math.round(100 * Math.sin(t / 400)), y = Math.round(80 * Math.cos(t / 300)); if (pattern === "TRANSLATE") m.style.translate = `${x}px ${y}px`; else m.style.transform = pattern.replaceAll("X", String(x)).replaceAll("Y", String(y)); if (t - t0 > 1500) done(); else requestAnimationFrame(f); }; requestAnimationFrame(f); });
      return n;
    }, pattern);
    const events = JSON.parse((await browser.stopTracing()).toString()).traceEvents as any[];
    const sum = (what: string) => { const e = events.filter((e) => e.name === what && e.ph === "X"); return `${what} n ${e.length} ${(e.reduce((a, b) => a + b.dur, 0) / 1000 / n).toFixed(2)}`; };
    console.log(name, n, ["PaintArtifactCompositor::Update", "Blink.CompositingInputs.UpdateTime", "Blink.PrePaint.UpdateTime", "Paint", "ProxyMain::BeginMainFrame", "Document::recalcStyle"].map(sum).join(" | "));
    await wire.detach();
  }
});
