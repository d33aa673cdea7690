// With JavaScript off: a whole workshop from plain pages, and what goes wrong on the way.
import type { Page } from "@playwright/test";
import { type Server, type Workshop } from "../fixtures/server.ts";
import { expect, test } from "../fixtures/test.ts";
import { CockpitPage } from "../pages/cockpit.ts";
import { DecisionsPage } from "../pages/decisions.ts";
import { Entrance } from "../pages/entrance.ts";
import { PlanPage } from "../pages/plan.ts";

const LONG = "Anticonstitutionnellementhydroélectrique";

/** Somebody has to facilitate, and that page does live: the cockpit of all tables. */
async function facilitated(server: Server, workshop: Workshop, page: Page): Promise<CockpitPage> {
  const fay = new CockpitPage(page);
  await new Entrance(page, server.url).through(workshop.links.facilitate, "Animer");
  await fay.alive();
  return fay;
}

async function seated(server: Server, workshop: Workshop, page: Page, name: string, table: number): Promise<PlanPage> {
  await page.goto(workshop.links.join);
  await new Entrance(page, server.url).join(name, table);
  const plan = new PlanPage(page);
  await plan.openFromBoard();
  return plan;
}

test("a person plays a whole workshop without JavaScript", async ({ server, person }) => {
  const workshop = await server.workshop("Sans JavaScript", 2);
  const dan = await seated(server, workshop, await person(), "Dan", 1);
  const page = dan.page;
  await seated(server, workshop, await person(), "Ana", 2);
  const fay = await facilitated(server, workshop, await person({ javaScript: true }));
  await fay.goTo("Lot 1 : usages et besoins");
  await fay.press("Distribuer dans les mains : lot 1");
  await expect(fay.tile(1)).toContainText("0 sur 10");
  await dan.refresh();
  const cause = await dan.placeOne();
  const consequence = await dan.placeOne();
  await fay.goTo("Lot 2 : équipements et infrastructures");
  await expect(fay.tile(1)).toContainText("Lot 2");
  await dan.refresh();
  await dan.link(cause, consequence, "on l’a vu");
  await expect(dan.chosen).toContainText("Par Dan");

  // What the table thinks of it.
  await dan.chosen.getByRole("button", { name: "Pas d’accord" }).click();
  await expect(dan.chosen).toContainText("1 pas d’accord");
  await dan.chosen.getByRole("button", { name: "Passer à l’encre" }).click();
  await expect(dan.chosen).toContainText("À l’encre");
  await dan.chosen.getByLabel("Lien", { exact: true }).selectOption("réduit");
  await dan.chosen.getByRole("button", { name: "Changer le lien" }).click();
  await expect(dan.chosen.getByRole("heading", { level: 2 })).toContainText("réduit");
  await dan.note("Et la nuit ?");
  await expect(dan.main.getByRole("list").filter({ hasText: "Et la nuit ?" })).toContainText("Dan");

  // A path is followed from card to card.
  await dan.main.getByRole("listitem").getByRole("link", { name: consequence, exact: true }).first().click();
  await expect(page).toHaveURL(/#carte-\d+$/);

  await fay.goTo("Titre et récit");
  await expect(fay.tile(1)).toContainText("Titre et récit");
  await dan.refresh();
  await page.getByLabel("Titre du plateau").fill("Le rideau de données");
  await page.getByRole("button", { name: "Donner ce titre" }).click();
  await expect(dan.main.getByText("Le rideau de données")).toBeVisible();

  await fay.goTo("Visite des plateaux");
  await expect(fay.tile(1)).toContainText("Visite des plateaux");
  await dan.refresh();
  await page.getByRole("link", { name: "Visiter les plateaux" }).click();
  await page.getByRole("button", { name: "Voter pour la table 2" }).click();
  await expect(page.getByRole("main")).toContainText("Votre voix va à la table 2");

  await fay.goTo("Météo");
  await expect(fay.tile(1)).toContainText("Météo");
  await page.goto(`${server.url}/meteo/${workshop.tables[0]?.board ?? ""}`);
  await page.getByRole("button", { name: "éclaircies" }).click();
  await expect(page.getByRole("main")).toContainText("éclaircies");

  await fay.goTo("Actions : effort et impact");
  await expect(fay.tile(1)).toContainText("Actions");
  await page.goto(`${server.url}/actions/${workshop.tables[0]?.board ?? ""}`);
  await new DecisionsPage(page).decide("Garder les appareils dix ans", { effort: "2", impact: "4" });

  await fay.goTo("Retours");
  await expect(fay.tile(1)).toContainText("Retours");
  await page.goto(`${server.url}/retour/${workshop.tables[0]?.board ?? ""}`);
  await page.getByRole("main").getByRole("textbox").first().fill("un lien que je ne connaissais pas");
  await page.getByRole("main").getByRole("button").last().click();
  await expect(page.getByRole("main")).toContainText(/merci/i);
});

test("going back and sending again makes neither two of one, nor one of two", async ({ server, person }) => {
  const workshop = await server.workshop("Deux fois", 2);
  const dan = await seated(server, workshop, await person(), "Dan", 1);
  const fay = await facilitated(server, workshop, await person({ javaScript: true }));
  await fay.goTo("Lot 1 : usages et besoins");
  await expect(fay.tile(1)).toContainText("Lot 1");
  await dan.refresh();
  await dan.note("Premier texte");
  await expect(dan.main.getByText("Premier texte").first()).toBeVisible();
  await dan.page.goBack();
  await dan.note("Second texte");
  await expect(dan.main.getByText("Second texte").first()).toBeVisible();
  await expect(dan.main.getByText("Premier texte").first()).toBeVisible();
  // Reloading the page that a form led to sends nothing again.
  await dan.page.reload();
  await expect(dan.main.locator(".plan-notes > li")).toHaveCount(2);
});

test("a session that ends in the middle of a sentence loses none of it", async ({ server, person }) => {
  const workshop = await server.workshop("Session perdue", 2);
  const dan = await seated(server, workshop, await person(), "Dan", 1);
  const fay = await facilitated(server, workshop, await person({ javaScript: true }));
  await fay.goTo("Lot 1 : usages et besoins");
  await expect(fay.tile(1)).toContainText("Lot 1");
  await dan.refresh();
  const page = dan.page;
  await page.context().clearCookies();
  await dan.note("Ce que je voulais dire à tout le monde");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Votre place n’est plus reconnue");
  await expect(page.getByRole("main")).toContainText("Ce que je voulais dire");
  await page.getByLabel("Code de l’atelier").fill(workshop.code);
  await page.getByRole("button", { name: "Rejoindre" }).click();
  await new Entrance(page, server.url).join("Dan B.", 1);
  await expect(page.getByRole("main")).toContainText("Voici ce que vous aviez écrit");
  await expect(page.getByLabel("Note", { exact: true })).toHaveValue("Ce que je voulais dire à tout le monde");
  await page.getByRole("button", { name: "Ajouter la note" }).click();
  await expect(dan.chosen).toContainText("Ce que je voulais dire à tout le monde");
});

test("words of forty letters and names in every script fit a screen of 320 pixels", async ({ server, person }) => {
  const workshop = await server.workshop(LONG, 2);
  const dan = await seated(server, workshop, await person(), LONG, 1);
  await seated(server, workshop, await person(), "سارة", 1);
  const page = dan.page;
  await page.setViewportSize({ width: 320, height: 640 });
  const fay = await facilitated(server, workshop, await person({ javaScript: true }));
  await fay.goTo("Lot 2 : équipements et infrastructures");
  await fay.press(/^Distribuer (quand même )?dans les mains : lot 2/);
  await expect(fay.tile(1)).toContainText("0 sur 5");
  await dan.refresh();
  const cause = await dan.placeOne();
  const consequence = await dan.placeOne();
  await dan.link(cause, consequence, LONG);
  await dan.note(LONG);
  const board = workshop.tables[0]?.board ?? "";
  for (const path of [`/plan/${board}`, page.url(), `/plan/${board}?q=${LONG}`, `/actions/${board}`, `/galerie/${board}`, `/meteo/${board}`, `/retour/${board}`, "/", "/rejoindre"]) {
    await page.goto(new URL(path, server.url).href);
    const { wide, who } = await overflow(page);
    expect(wide, `${path}: ${who}`).toBeLessThanOrEqual(320);
  }
  const late = await person();
  await late.setViewportSize({ width: 320, height: 640 });
  await late.goto(workshop.links.join);
  expect((await overflow(late)).wide).toBeLessThanOrEqual(320);
});

/** How wide a page is, and what makes it so. Playwright may look although the page has no script. */
async function overflow(page: Page): Promise<{ wide: number; who: string }> {
  return page.evaluate(() => {
    const out = Array.from(document.querySelectorAll("body *")).filter((each) => each.getBoundingClientRect().right > 321);
    const who = out.map((each) => `${each.tagName}.${each.getAttribute("class") ?? ""}`).join(" ");
    return { wide: document.documentElement.scrollWidth, who };
  });
}
