// The fourteen tasks by keyboard alone, by taps alone, and in the Plan alone: how many can be done. `cargo xtask audit`.
import { expect, test } from "../fixtures/test.ts";
import { Entrance } from "../pages/entrance.ts";
import { FacilitationPage } from "../pages/facilitation.ts";
import { BoardPage } from "../pages/board.ts";
import { alive } from "../pages/alive.ts";
import { keep } from "./kept.ts";
import { TASKS, type Way } from "./tasks.ts";

/** How many of the fourteen work: all of them. */
const AT_LEAST: Record<Way, number> = { keyboard: 14, tap: 14, plan: 14 };
/** The step of the script at which a task is done. */
const STEPS = new Map([
  ["star a link", "Relecture"],
  ["write a note or a question", "Lot 2 : équipements et infrastructures"],
  ["vote", "Visite des plateaux"],
  ["leave feedback", "Retours"],
]);

for (const way of ["keyboard", "tap", "plan"] as const) {
  test(`the fourteen tasks, ${way} only`, async ({ server, person }) => {
    test.setTimeout(300_000);
    const workshop = await server.workshop("Quatorze gestes", 2);
    const board = workshop.tables[0]?.board ?? "";
    const fay = new FacilitationPage(await person());
    await new Entrance(fay.page, server.url).through(workshop.links.facilitate, "Animer");
    await fay.alive();
    await fay.page.goto(`${server.url}/animer/${workshop.id}/1`);
    await fay.alive();
    // Ben put two cards down before; the person of the tasks has some in hand.
    const ben = new BoardPage(await person());
    await ben.page.goto(workshop.links.join);
    await new Entrance(ben.page, server.url).join("Ben", 1);
    await ben.alive();
    const page = await person({ touch: way !== "keyboard" });
    await page.setViewportSize(way === "tap" ? { width: 360, height: 640 } : { width: 1440, height: 900 });
    page.setDefaultTimeout(5_000);
    await page.goto(workshop.links.join);
    const doer = { page, way, titles: [] as string[] };
    const rows: [string, string][] = [];
    for (const { name, ways } of TASKS) {
      const step = STEPS.get(name);
      if (step !== undefined) {
        await fay.goTo(step);
        if (way === "plan" && name !== "join") await page.goto(`${server.url}/plan/${board}`);
        else if (name === "vote" || name === "leave feedback") {
          await page.goto(`${server.url}/plateau/${board}`);
          await alive(page);
        }
      }
      const act = ways[way];
      const outcome = act === undefined ? "no way yet" : await act(doer).then(() => "done", (error: Error) => error.message.split("\n")[0] ?? "");
      rows.push([name, outcome]);
      if (name === "join") {
        // Once everybody is there the cards are dealt, and Ben places his.
        await fay.goTo("Lot 1 : usages et besoins");
        await fay.dealIntoHands(1);
        await expect(ben.hand.getByRole("heading", { level: 3 })).toHaveCount(5);
        doer.titles = (await ben.placeAll()).slice(0, 2);
        await fay.page.getByRole("button", { name: "Ouvrir les versos : lot 1" }).click();
        await fay.goTo("Lot 2 : équipements et infrastructures");
        await page.goto(way === "plan" ? `${server.url}/plan/${board}` : `${server.url}/plateau/${board}`);
        if (way !== "plan") await alive(page);
      }
    }
    const done = rows.filter(([, outcome]) => outcome === "done").length;
    console.log(`| task, ${way} only | |\n|---|---|`);
    for (const [name, outcome] of rows) console.log(`| ${name} | ${outcome} |`);
    console.log(`| ${way} | ${done} / ${TASKS.length} |`);
    await keep("checks", { [`${way}_done`]: done, [`${way}_tasks`]: TASKS.length });
    expect(TASKS.length).toBe(14);
    expect(done).toBeGreaterThanOrEqual(AT_LEAST[way]);
  });
}
