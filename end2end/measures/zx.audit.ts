import { test } from "../fixtures/test.ts";
import { SIXTY, fullBoard } from "./full_board.ts";
test("count", async ({ server, person }) => {
  test.setTimeout(240_000);
  const { fay, ana } = await fullBoard(server, person, SIXTY);
  await fay.page.close();
  const { page } = ana;
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole("button", { name: "Tout voir" }).click();
  await page.screenshot({ path: "/tmp/full.png" });
  console.log(await page.evaluate(() => {
    const out: string[] = [];
    for (const root of [".board-page-side", ".hand", ".surface", "header"]) {
      const count = new Map<string, number>();
      for (const e of Array.from(document.querySelectorAll(root + " *"))) {
        const c = getComputedStyle(e);
        const why = [c.position !== "static" && c.position, !/visible|clip/.test(c.overflowX) && e.tagName !== "svg" && "overflow", c.transform !== "none" && "transform", e.hasAttribute("transform") && "t-attr", c.opacity !== "1" && "opacity", c.willChange !== "auto" && "wc", c.zIndex !== "auto" && "z", c.clipPath !== "none" && "clip", c.filter !== "none" && "filter", c.mixBlendMode !== "normal" && "blend", e.tagName === "svg" && "svg " + c.overflow].filter(Boolean).join(",");
        if (why) { const k = e.tagName + "." + (e.getAttribute("class") ?? "") + " [" + why + "]"; count.set(k, (count.get(k) ?? 0) + 1); }
      }
      out.push("== " + root, ...[...count].sort((a, b) => b[1] - a[1]).slice(0, 14).map(([k, n]) => n + " " + k));
    }
    return out.join("\n");
  }));
});
