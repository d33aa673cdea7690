// JavaScript runs, and the board does not: WebAssembly is missing or forbidden, or a file does not arrive. The page says
// so and leads to the Plan, where everything can be done.
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";
import { Entrance } from "../pages/entrance.ts";
import { FacilitationPage } from "../pages/facilitation.ts";
import { PlanPage } from "../pages/plan.ts";

const SAYS = "Le plateau en direct ne démarre pas sur ce navigateur.";

/** What a phone may be like, by what it lacks. */
const PHONES: Record<string, (page: Page) => Promise<unknown>> = {
  "no WebAssembly": (page) => page.addInitScript("delete globalThis.WebAssembly"),
  // Its modules never run: here, because the script is never answered.
  "no modules": async (page) => {
    await page.addInitScript("delete HTMLScriptElement.prototype.noModule");
    await page.route("**/participant.js", () => {});
  },
  "a wasm that does not arrive": (page) => page.route("**/*.wasm", (route) => route.abort()),
  "a script that does not arrive": (page) => page.route("**/participant.js", (route) => route.abort()),
  "a wasm that is damaged": (page) =>
    page.route("**/*.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: "no wasm at all" })),
};

for (const [lacks, equip] of Object.entries(PHONES)) {
  test(`a board says that it does not start: ${lacks}`, async ({ server, person }) => {
    const workshop = await server.workshop("Vieux téléphones", 1);
    const page = await person();
    await equip(page);
    await page.goto(workshop.links.join);
    await new Entrance(page, server.url).join("Dan");
    await expect(page.getByRole("alert").filter({ hasText: SAYS })).toBeVisible({ timeout: 5_000 });
    await new PlanPage(page).openFromBoard();
  });
}

test("a policy that forbids wasm is told as well", async ({ server, browser }) => {
  const workshop = await server.workshop("Réseau prudent", 1);
  const context = await browser.newContext({ locale: "fr-FR" });
  const page = await context.newPage();
  await page.goto(workshop.links.join);
  await new Entrance(page, server.url).join("Dan");
  // A proxy on the way takes a word out of the policy.
  await page.route("**/plateau/**", async (route) => {
    const answer = await route.fetch();
    const policy = (answer.headers()["content-security-policy"] ?? "").replace(" 'wasm-unsafe-eval'", "");
    await route.fulfill({ response: answer, headers: { ...answer.headers(), "content-security-policy": policy } });
  });
  await page.reload();
  await expect(page.getByRole("alert").filter({ hasText: SAYS })).toBeVisible({ timeout: 5_000 });
  await context.close();
});

test("a board that comes to life says nothing of the kind", async ({ server, person }) => {
  const workshop = await server.workshop("Téléphone récent", 1);
  const page = await person();
  await page.goto(workshop.links.join);
  await new Entrance(page, server.url).join("Dan");
  await expect(page.locator("html")).toHaveAttribute("data-alive", "");
  await expect(page.getByText(SAYS)).toBeHidden();
});

test("a board that is late says so, and takes it back once it is alive", async ({ server, person }) => {
  const workshop = await server.workshop("Réseau lent", 1);
  const page = await person();
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route("**/*.wasm", async (route) => {
    await arrived;
    await route.continue();
  });
  await page.clock.install();
  await page.goto(workshop.links.join);
  await new Entrance(page, server.url).join("Dan");
  // Its twenty seconds count from the moment the page is read.
  await page.waitForURL("**/plateau/**", { waitUntil: "domcontentloaded" });
  await page.clock.fastForward(20_000);
  await expect(page.getByRole("alert").filter({ hasText: SAYS })).toBeVisible();
  arrive();
  await expect(page.locator("html")).toHaveAttribute("data-alive", "");
  await expect(page.getByText(SAYS)).toBeHidden();
});

test("a person without WebAssembly joins, places, links and is seen by the others", async ({ server, person }) => {
  const workshop = await server.workshop("Sans WebAssembly", 1);
  const page = await person();
  await page.addInitScript("delete globalThis.WebAssembly");
  await page.goto(workshop.links.join);
  await new Entrance(page, server.url).join("Dan");
  const plan = new PlanPage(page);
  await plan.openFromBoard();
  const fay = new FacilitationPage(await person());
  await new Entrance(fay.page, server.url).through(workshop.links.facilitate, "Animer");
  await fay.alive();
  await fay.goTo("Lot 1 : usages et besoins");
  await fay.dealIntoHands(1);
  await plan.refresh();
  const cause = await plan.placeOne();
  const consequence = await plan.placeOne();
  await fay.goTo("Lot 2 : équipements et infrastructures");
  await plan.refresh();
  await plan.link(cause, consequence, "on l’a vu");
  await fay.shows("2 cartes posées", "1 lien");
});

test("a session that ends in the middle of a sentence leaves it in its field, and the page says what to do", async ({ server, wire, person }) => {
  const workshop = await server.workshop("Session perdue", 1);
  const page = await person();
  const fay = new FacilitationPage(await person());
  await new Entrance(fay.page, server.url).through(workshop.links.facilitate, "Animer");
  await fay.alive();
  await fay.goTo("Lot 1 : usages et besoins");
  await page.goto(`${wire.url}/rejoindre/${workshop.code}`);
  await new Entrance(page, wire.url).join("Dan");
  await fay.page.reload();
  await fay.alive();
  await page.getByRole("button", { name: "Ajouter une note" }).click();
  await page.getByLabel("Votre texte").fill("Ce que je voulais dire");
  await page.context().clearCookies();
  wire.cut();
  wire.mend();
  await expect(page.getByRole("alert")).toContainText("Vous n’avez plus de place à cette table.");
  await expect(page.getByLabel("Votre texte")).toHaveValue("Ce que je voulais dire");
  // It goes along while they join again, and is in its field on the Plan.
  await page.getByRole("button", { name: "Rejoindre l’atelier" }).click();
  await expect(page.getByRole("main")).toContainText("Ce que je voulais dire");
  await new Entrance(page, wire.url).join("Dan encore");
  await expect(page).toHaveURL(/\/plan\//);
  await expect(page.getByLabel("Note", { exact: true })).toHaveValue("Ce que je voulais dire");
});
