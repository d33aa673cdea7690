// The organisation: somebody is invited to read, reads and nothing more, and is taken away; what was kept long enough
// goes by the clock, after reminders; a workshop is erased by its title.
import { expect } from "@playwright/test";
import { holds } from "../fixtures/folder.ts";
import { fits } from "../fixtures/fits.ts";
import { test } from "../fixtures/test.ts";
import { BoardPage } from "../pages/board.ts";
import { Entrance } from "../pages/entrance.ts";
import { FacilitationPage } from "../pages/facilitation.ts";
import { LibraryPage } from "../pages/library.ts";
import { OrganiserPages } from "../pages/organiser.ts";

const PASSWORD = "trois cordes et un rideau";

test("people read by invitation, and what was kept long enough is erased", async ({ server, person }) => {
  test.setTimeout(300_000);
  const odile = new OrganiserPages(await person(), server.url);
  await odile.setUp(server.printed, "odile", PASSWORD);
  const workshop = await server.workshop("Équipe du théâtre, janvier", 1, 180);
  const fay = new FacilitationPage(await person());
  await new Entrance(fay.page, server.url).through(workshop.links.facilitate, "Animer");
  await fay.alive();
  const ben = new BoardPage(await person());
  await ben.page.goto(workshop.links.join);
  await new Entrance(ben.page, server.url).join("Perchenolle");
  await ben.alive();
  await fay.goTo("Lot 1 : usages et besoins");
  await fay.dealIntoHands(1);
  await ben.placeAll();
  await fay.goTo("Lot 2 : équipements et infrastructures");
  await ben.note("Et la nuit, qui éteint ?");
  await ben.saved();
  await fay.save("Pour le conseil");

  // Invited to read.
  const main = odile.page.getByRole("main");
  await odile.page.goto(`${server.url}/ateliers`);
  await odile.page.getByRole("link", { name: "Organisation" }).click();
  await expect(main).toContainText("Dernier compte d’organisation");
  await main.getByLabel("Pour qui").fill("Noé");
  await main.getByLabel("Rôle").selectOption("lecture des plateaux");
  await main.getByRole("button", { name: "Créer l’invitation" }).click();
  const address = await main.getByRole("status").locator("code").innerText();
  await fits(odile.page, "organisation");
  const noe = await person({ javaScript: false });
  await noe.goto(address);
  await fits(noe, "invitation");
  await noe.getByLabel("Identifiant").fill("noe");
  await noe.getByLabel("Mot de passe").fill(PASSWORD);
  await noe.getByRole("button", { name: "Créer le compte" }).click();
  const shelf = new LibraryPage(noe, server.url);
  await expect(noe).toHaveURL(`${server.url}/bibliotheque`);
  await shelf.read("Pour le conseil");
  await expect(shelf.main).toContainText("Et la nuit, qui éteint ?");
  await expect(shelf.main.getByRole("link", { name: "Liens de lecture" })).toHaveCount(0);
  const refused = await noe.goto(`${server.url}/organisation`);
  expect(refused?.status()).toBe(403);
  await fits(noe, "reads-only");
  await noe.goto(address);
  await expect(noe.getByRole("heading", { level: 1 })).toHaveText("Cette invitation est fermée");

  // Taken away: the very next page asks to sign in.
  await odile.page.reload();
  await main.locator("li", { hasText: "noe" }).locator("summary").click();
  await main.getByRole("button", { name: "Retirer le compte : noe" }).click();
  await expect(main.locator("li", { hasText: "noe" })).toHaveCount(0);
  await shelf.open();
  await expect(noe).toHaveURL(`${server.url}/connexion`);

  // The days on which things go, then the clock.
  await odile.page.goto(`${server.url}/ateliers`);
  await expect(main).toContainText("Noms effacés le");
  await expect(main).toContainText("Effacé le");
  await server.kill();
  await server.restart(31);
  // What is due goes as soon as the server is there, and not before it answers.
  await expect(async () => {
    await odile.page.reload();
    await expect(main).not.toContainText("Noms effacés le", { timeout: 500 });
  }).toPass({ timeout: 60_000 });
  const library = new LibraryPage(odile.page, server.url);
  await library.open();
  await library.read("Pour le conseil");
  await expect(library.main).toContainText("Et la nuit, qui éteint ?");
  await expect(library.main).not.toContainText("Perchenolle");
  await fits(odile.page, "saved-kept");
  await server.kill();
  await server.restart(340);
  await library.open();
  await expect(library.main.getByRole("heading", { name: "Bientôt effacés" })).toBeVisible();
  await expect(library.main).not.toContainText("dernier rappel");
  await fits(odile.page, "library-reminder");
  await server.kill();
  await server.restart(360);
  await library.open();
  await expect(library.main).toContainText("dernier rappel");
  await server.kill();
  // It slept for less than ten days, and has reminded for a week.
  await server.restart(368);
  // It erases beside the pages: the first of them may still show what goes.
  await expect(async () => {
    await library.open();
    await expect(library.main).toContainText("Rien n’est encore enregistré", { timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await odile.page.goto(`${server.url}/organisation/registre`);
  await expect(main).toContainText("Atelier effacé");
  await expect(main).toContainText("Noms effacés");
  await expect(main).toContainText("le serveur");
  await fits(odile.page, "register");
});

test("a workshop is erased by its title, and its names are nowhere within a minute", async ({ server, person }) => {
  test.setTimeout(240_000);
  const odile = new OrganiserPages(await person(), server.url);
  await odile.setUp(server.printed, "odile", PASSWORD);
  const workshop = await server.workshop("Équipe du théâtre, janvier", 1, 180);
  const ben = new BoardPage(await person());
  await ben.page.goto(workshop.links.join);
  await new Entrance(ben.page, server.url).join("Perchenolle");
  await ben.alive();
  const main = odile.page.getByRole("main");
  const everything = await odile.page.request.get(`${server.url}/organisation/tout.zip`);
  expect((await everything.body()).subarray(0, 2).toString()).toBe("PK");
  await odile.page.goto(`${server.url}/ateliers`);
  await main.getByRole("link", { name: "L’effacer maintenant : Équipe du théâtre, janvier" }).click();
  await fits(odile.page, "erasure");
  const confirm = main.getByLabel("Pour confirmer, écrivez le titre de l’atelier");
  await confirm.fill("oui");
  await main.getByRole("button", { name: "Effacer définitivement" }).click();
  await expect(main.getByRole("alert")).toContainText("Rien n’a été effacé");
  expect(await holds(server.folder, "Perchenolle"), "it can be found as long as it is there").not.toEqual([]);
  await confirm.fill("Équipe du théâtre, janvier");
  await main.getByRole("button", { name: "Effacer définitivement" }).click();
  await expect(odile.page).toHaveURL(`${server.url}/bibliotheque`);
  // The page of whoever still sat there says so by itself.
  await expect(ben.page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect.poll(() => holds(server.folder, "Perchenolle"), { timeout: 60_000 }).toEqual([]);
});
