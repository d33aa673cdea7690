// axe-core on every page, in its states, at two sizes, in two lights and two languages; and who else is asked for
// anything meanwhile: nobody. One workshop is played once; beside each page stands its twin in the other language, of
// the same person. `cargo xtask audit`.
import type { Page } from "@playwright/test";
import { expect, test as base } from "../fixtures/test.ts";
import { BoardPage } from "../pages/board.ts";
import { Entrance } from "../pages/entrance.ts";
import { FacilitationPage } from "../pages/facilitation.ts";
import { OrganiserPages } from "../pages/organiser.ts";
import { SharePage } from "../pages/share.ts";
import { alive } from "../pages/alive.ts";
import { Audit, LAPTOP } from "./axe.ts";
import { keep } from "./kept.ts";
import { Origin } from "./origin.ts";

const LANGUAGES = ["fr-FR", "en-GB"] as const;
const PLACES = ["hand", "board", "link", "plan"];

/** The four places of a phone, one after the other. */
async function* places(page: Page): AsyncGenerator<string> {
  const buttons = page.locator(".thumb-bar button");
  for (let at = 0; at < (await buttons.count()); at += 1) {
    await buttons.nth(at).click();
    yield PLACES[at] ?? "";
  }
}

/** An audit that tells what it found, however far it got. */
const test = base.extend<{ audit: Audit }>({
  audit: async ({}, use) => {
    const audit = new Audit();
    await use(audit);
    console.log(`${audit.states.size} states of pages, ${audit.runs} runs of axe-core, ${audit.violations.length} violations`);
    if (audit.violations.length > 0) console.log(audit.table());
  },
});

test("no rule is broken, on any page, in any state, size, light or language", async ({ audit, server, wire, person }) => {
  test.setTimeout(600_000);
  const origin = new Origin();
  const watched = async (device: Parameters<typeof person>[0] = {}) => {
    const page = await person(device);
    origin.watch(page, [server.url, wire.url, server.url.replace("http", "ws"), wire.url.replace("http", "ws")]);
    return page;
  };
  const each = async (pages: Page[], act: (page: Page) => Promise<unknown>) => {
    for (const page of pages) await act(page);
  };
  const look = (pages: Page[], state: string, turn?: (page: Page) => AsyncIterable<string>) =>
    each(pages, (page) => audit.look(page, state, turn === undefined ? {} : { turn }));
  const goto = (pages: Page[], url: string) => each(pages, (page) => page.goto(url));
  /** Somebody's page in both languages: the first one has a seat already, the other shares it. */
  const twins = async (like: Page, url: string) => {
    const pages: Page[] = [];
    for (const locale of LANGUAGES) pages.push(await watched({ locale, like }));
    await goto(pages, url);
    return pages;
  };

  // Somebody who has no seat and no account.
  const visitors: Page[] = [];
  for (const locale of LANGUAGES) visitors.push(await watched({ locale }));
  await goto(visitors, server.url);
  await look(visitors, "home");
  await each(visitors, async (page) => {
    await page.locator("main input").first().fill("abc def");
    await page.locator("main form button").first().click();
    await page.getByRole("alert").first().waitFor();
  });
  await look(visitors, "home, unknown code");
  await goto(visitors, /http\S+installation\S+/.exec(server.printed)?.[0] ?? "");
  await look(visitors, "set-up");
  await goto(visitors, `${server.url}/connexion`);
  await look(visitors, "sign-in");
  await each(visitors, async (page) => {
    await page.locator("main input[type=password]").fill("pas le bon mot de passe");
    await page.locator("main input:not([type=password]):not([type=hidden])").first().fill("personne");
    await page.locator("main form button").first().click();
    await page.getByRole("alert").first().waitFor();
  });
  await look(visitors, "sign-in, refused");
  await goto(visitors, `${server.url}/plateau/rien`);
  await look(visitors, "sorry, nothing there");
  await goto(visitors, `${server.url}/rejoindre`);
  await look(visitors, "join, code");

  const workshop = await server.workshop("Équipe du théâtre, janvier", 2, 180);
  const table = workshop.tables[0]?.board ?? "";
  await goto(visitors, `${server.url}/plateau/${table}`);
  await look(visitors, "sorry, no seat");
  await goto(visitors, workshop.links.join);
  await look(visitors, "join, name");
  await goto(visitors, workshop.links.facilitate);
  await look(visitors, "door");

  // The person who organises.
  const odile = new OrganiserPages(await watched(), server.url);
  await odile.setUp(server.printed, "odile", "trois cordes et un rideau");
  const organisers = await twins(odile.page, `${server.url}/ateliers`);
  await look(organisers, "workshops");
  await goto(organisers, `${server.url}/bibliotheque`);
  await look(organisers, "library, empty");

  // The person who facilitates, and the room's screen.
  const fay = new FacilitationPage(await watched());
  await new Entrance(fay.page, server.url).through(workshop.links.facilitate, "Animer");
  await fay.alive();
  const cockpits = await twins(fay.page, `${server.url}/animer/${workshop.id}`);
  await each(cockpits, alive);
  await look(cockpits, "cockpit, empty");
  for (const [name, path] of [["script", "deroule"], ["team", "equipe"], ["returns", "retours"], ["debrief, empty", "fiche"]] as const) {
    const pages = await twins(fay.page, `${server.url}/animer/${workshop.id}/${path}`);
    await look(pages, name);
    await each(pages, (page) => page.close());
  }
  const facilitations = await twins(fay.page, `${server.url}/animer/${workshop.id}/1`);
  await each(facilitations, alive);
  await look(facilitations, "facilitate, empty", places);
  const screen = await watched();
  await new Entrance(screen, server.url).through(workshop.links.projector, "Projeter");
  await alive(screen);
  const screens = await twins(screen, screen.url());
  await each(screens, alive);
  await look(screens, "projector, slate");
  await fay.page.goto(`${server.url}/animer/${workshop.id}/1`);
  await fay.alive();

  // A participant, behind a wire that can break.
  const ben = new BoardPage(await watched());
  await ben.page.goto(`${wire.url}/rejoindre/${workshop.code}`);
  await new Entrance(ben.page, wire.url).join("Ben", 1);
  await ben.alive();
  const boards = await twins(ben.page, ben.page.url());
  await each(boards, alive);
  await look(boards, "board, empty", places);
  await fay.goTo("Lot 1 : usages et besoins");
  await fay.dealIntoHands(1);
  await ben.hand.getByRole("heading", { level: 3 }).first().waitFor();
  await each(boards, (page) => page.locator(".hand-card").first().waitFor({ state: "attached" }));
  await look(boards, "board, cards dealt", places);
  await fay.goTo("Lot 2 : équipements et infrastructures");
  const titles = (await ben.placeAll()).slice(0, 5);
  for (const [n, title] of titles.slice(1).entries()) await ben.link(titles[n] ?? "", title, n % 2 === 0 ? `raison ${n}` : "");
  await ben.note("Et la nuit, qui éteint ?");
  await fay.dealIntoHands(2);
  await ben.saved();
  await each(boards, (page) => page.locator("svg [data-card]").nth(4).waitFor({ state: "attached" }));
  await look(boards, "board, cards and links", places);
  await look(facilitations, "facilitate, cards and links", places);
  await look(screens, "projector, board");
  for (const [key, state] of [["s", "the last link"], ["?", "its keys"], ["c", "the code"], ["b", "dark"]] as const) {
    await each(screens, (page) => page.keyboard.press(key));
    await look(screens, `projector, ${state}`);
    await each(screens, (page) => page.keyboard.press(key));
  }
  await each(cockpits, (page) => page.keyboard.press("1"));
  await look(cockpits, "cockpit, a table chosen");
  await goto(visitors, workshop.links.join);
  await look(visitors, "join, tables with people");

  // What one chooses and fills in: the same buttons of the text plan in each language.
  const choose = async (which: string) => {
    await each(boards, async (page) => {
      await page.setViewportSize(LAPTOP);
      await page.locator(which).first().click();
      await page.locator(".chosen-panel h2").waitFor();
    });
  };
  await choose(".outline-card > button");
  await look(boards, "board, a card chosen");
  await choose(".outline-ways button");
  await look(boards, "board, a link chosen");
  await choose(".outline-notes button");
  await look(boards, "board, a note chosen");
  await each(boards, async (page) => {
    await page.locator(".note-offer button").first().click();
    await page.locator(".note-form").waitFor();
  });
  await look(boards, "board, writing a note");
  await each(boards, async (page) => {
    await page.setViewportSize(LAPTOP);
    for (const [at, select] of (await page.locator(".sentence-gap select").all()).entries()) {
      await select.focus();
      await select.selectOption({ index: at === 0 ? 1 : 3 });
    }
    await page.locator(".sentence-because input").fill("on l’a vu");
  });
  await look(boards, "board, the sentence filled", places);
  await each(boards, async (page) => {
    await page.setViewportSize(LAPTOP);
    await page.locator(".this-device > summary").click();
    await page.locator("svg [data-card][tabindex='0']").focus();
    await page.keyboard.press("e");
    await page.locator(".guide-keyed").waitFor();
  });
  await look(boards, "board, a card lifted by keys, the choices of the device open", places);
  await each(boards, async (page) => {
    await page.setViewportSize(LAPTOP);
    await page.locator("svg [data-card][tabindex='0']").focus();
    for (const key of ["Escape", "?"]) await page.keyboard.press(key);
    await page.locator("dialog.keys[open]").waitFor();
  });
  await look(boards, "board, the list of keys");
  await each(boards, (page) => page.keyboard.press("Escape"));

  await fay.page.getByRole("button", { name: "Mettre en pause" }).click();
  await each(boards, (page) => page.locator(".banner:visible").first().waitFor());
  await look(boards, "board, paused", places);
  await look(screens, "projector, paused");
  await fay.page.getByRole("button", { name: "Reprendre", exact: true }).click();
  wire.cut();
  await each(boards, (page) => page.locator(".banner:visible").first().waitFor());
  await look(boards, "board, offline", places);
  wire.mend();
  for (const page of boards) await expect(page.locator(".banner:visible")).toHaveCount(0);

  const plan = await twins(ben.page, `${server.url}/plan/${table}`);
  await look(plan, "plan");

  // The second half, step by step.
  const atStep = async (step: string, path: string, state: string) => {
    await fay.goTo(step);
    await goto(plan, `${server.url}/${path}/${table}`);
    await look(plan, state);
    await look(screens, `projector, ${state}`);
  };
  await fay.goTo("Relecture");
  await choose(".outline-card > button");
  await choose(".outline-ways button");
  await look(boards, "board, review");
  await fay.goTo("Titre et récit");
  await look(boards, "board, story", places);
  await look(screens, "projector, story");
  await atStep("Visite des plateaux", "galerie", "gallery");
  await atStep("Météo", "meteo", "mood");
  await atStep("Actions : effort et impact", "actions", "actions");
  await atStep("Retours", "retour", "feedback");
  await goto(cockpits, `${server.url}/animer/${workshop.id}/retours`);
  await look(cockpits, "returns, feedback");
  const saved = await fay.save("Fin du deuxième lot");
  await goto(organisers, `${server.url}/bibliotheque`);
  await look(organisers, "library");
  await goto(organisers, `${server.url}/bibliotheque?montrer=tous&format=180&q=lot`);
  await look(organisers, "library, narrow");
  await goto(organisers, server.url + saved);
  await look(organisers, "saved");
  await goto(organisers, `${server.url}/bibliotheque/1/revoir`);
  await each(organisers, alive);
  await look(organisers, "replay");
  await fay.goTo("Clôture");
  // The screen asks for the sheet every few seconds, and shows it from then on.
  await each(screens, (page) => page.locator(".projector-debrief").waitFor());
  await look(screens, "projector, debrief");
  await goto(plan, `${server.url}/fiche/${table}`);
  await look(plan, "debrief, in the room");
  for (const text of ["Régie", "Accueil"]) {
    const form = { workshop: workshop.id, block: "needs", "fields[training][seen]": "0", "fields[training][was]": "", "fields[training][text]": text };
    await fay.page.request.post(`${server.url}/api/write-debrief`, { form, headers: { origin: server.url, accept: "text/html" } });
  }
  await goto(cockpits, `${server.url}/animer/${workshop.id}/fiche`);
  await look(cockpits, "debrief, a choice");
  await cockpits[0]?.locator(".debrief-choice button").first().click();
  await cockpits[0]?.locator("#valider input[name=sure]").check();
  await cockpits[0]?.locator("#valider button").click();
  await goto(cockpits, `${server.url}/animer/${workshop.id}/fiche`);
  await look(cockpits, "debrief, validated");
  await look(boards, "board, closing", places);

  // A week later: what organisers do with it. Each is a form or a table of its own.
  for (const [name, path] of [
    ["overview, too few", "bibliotheque/ensemble"],
    ["compare, to choose", "bibliotheque/comparer"],
    ["import", "bibliotheque/importer"],
    ["shares, none", "bibliotheque/1/partage"],
    ["organisation", "organisation"],
    ["register", "organisation/registre"],
    ["erasure", `organisation/effacer/${workshop.id}`],
    ["follow-ups", "bibliotheque/suivi"],
    ["follow-up", `animer/${workshop.id}/suivi`],
    ["network", "reseau"],
    ["decks", "jeux"],
    ["flags", "jeux/culture/signalements"],
    ["own cards, begun", `animer/${workshop.id}/cartes`],
    ["own cards, printed", `animer/${workshop.id}/cartes-a-imprimer`],
  ] as const) {
    await goto(organisers, `${server.url}/${path}`);
    await look(organisers, name);
  }
  const waiting = await server.workshop("La saison prochaine", 1, 45);
  await goto(organisers, `${server.url}/animer/${waiting.id}/cartes`);
  await look(organisers, "own cards");
  const shares = new SharePage(odile.page);
  await odile.page.goto(`${server.url}/bibliotheque/1/partage`);
  const { address } = await shares.make("Le conseil", "90 jours", "https://theatre.example");
  await goto(organisers, `${server.url}/bibliotheque/1/partage`);
  await look(organisers, "shares");
  await goto(visitors, address);
  await look(visitors, "shared");
  await goto(visitors, `${address}/cadre`);
  await look(visitors, "embed");
  await goto(visitors, `${server.url}/partage/rien`);
  await look(visitors, "shared, no more");
  await goto(visitors, `${server.url}/suivi/rien`);
  await look(visitors, "answer, no more");
  await goto(visitors, `${server.url}/reseau`);
  await look(visitors, "network, for everybody");
  await fay.page.goto(`${server.url}/animer/${workshop.id}`);
  await fay.closeDoor();
  await goto(visitors, workshop.links.join);
  await look(visitors, "join, closed");

  await each([...visitors, ...organisers, ...cockpits, ...boards, ...screens], (page) => origin.keep(page));
  const asked = [...origin.requests.values()].reduce((sum, count) => sum + count, 0);
  console.log(
    `${asked} requests, ${origin.elsewhere.size} of them to anybody else, ${origin.fonts} of them for fonts; ` +
      `cookies: ${[...origin.cookies].join(", ")}`,
  );
  await keep("checks", { axe_violations: audit.violations.length, axe_states: audit.states.size, axe_runs: audit.runs });
  expect.soft(audit.violations.length, "violations").toBe(0);
  expect.soft([...origin.elsewhere], "requests to anybody else").toEqual([]);
  expect.soft(origin.fonts, "web fonts").toBe(0);
  expect.soft(origin.notOurs, "cookies that are not needed").toEqual([]);
});
