// The organiser a week later: what saved itself, how it is found again, and what a board tells of how it was played.
import { expect } from "@playwright/test";
import { fits } from "../fixtures/fits.ts";
import { test } from "../fixtures/test.ts";
import { BoardPage } from "../pages/board.ts";
import { Entrance } from "../pages/entrance.ts";
import { FacilitationPage } from "../pages/facilitation.ts";
import { LibraryPage } from "../pages/library.ts";
import { OrganiserPages } from "../pages/organiser.ts";

test("boards save themselves, are found again by address, and tell how they were played", async ({ server, person }) => {
  test.setTimeout(180_000);
  const workshop = await server.workshop("Équipe du théâtre, janvier", 1, 180);
  const odile = new OrganiserPages(await person(), server.url);
  await odile.setUp(server.printed, "odile", "trois cordes et un rideau");
  const empty = new LibraryPage(odile.page, server.url);
  await empty.open();
  await expect(empty.main).toContainText("Rien n’est encore enregistré");

  const fay = new FacilitationPage(await person());
  await new Entrance(fay.page, server.url).through(workshop.links.facilitate, "Animer");
  await fay.alive();
  const ben = new BoardPage(await person());
  await ben.page.goto(workshop.links.join);
  await new Entrance(ben.page, server.url).join("Ben");
  await ben.alive();
  await fay.goTo("Lot 1 : usages et besoins");
  await fay.dealIntoHands(1);
  const titles = (await ben.placeAll()).slice(0, 4);
  await fay.goTo("Lot 2 : équipements et infrastructures");
  for (const [n, title] of titles.slice(1).entries()) await ben.link(titles[n] ?? "", title, `raison ${n}`);
  await ben.note("Et la nuit, qui éteint ?");
  await ben.saved();
  await fay.goTo("Relecture");
  await fay.save("Pour le conseil");
  await fay.goTo("Titre et récit");

  // A week later, without a script.
  const plain = new LibraryPage(await person({ javaScript: false, like: odile.page }), server.url);
  await plain.open();
  await expect.poll(() => plain.names(), "the last board of the table").toEqual(["Pour le conseil"]);
  await fits(plain.page, "library");
  await plain.show("Tous, étape par étape");
  await expect(plain.page).toHaveURL(/montrer=tous/);
  expect(await plain.names()).toEqual(["Pour le conseil", "Lot 2 : équipements et infrastructures", "Lot 1 : usages et besoins"]);
  await fits(plain.page, "library-all");
  await plain.find("equipement theatre");
  expect(await plain.names()).toEqual(["Lot 2 : équipements et infrastructures"]);
  const address = plain.page.url();
  await plain.find("introuvable");
  await expect(plain.main).toContainText("Aucun plateau enregistré ne correspond");
  await plain.page.goBack();
  expect(plain.page.url()).toBe(address);
  expect(await plain.names()).toEqual(["Lot 2 : équipements et infrastructures"]);
  const shared = new LibraryPage(await person({ like: odile.page }), server.url);
  await shared.page.goto(address);
  expect(await shared.names(), "an address is shared as it is").toEqual(["Lot 2 : équipements et infrastructures"]);
  await plain.main.getByRole("link", { name: "Tout afficher" }).click();
  await plain.main.getByRole("link", { name: /autres? moments? de cette table/ }).click();
  expect(await plain.names()).toHaveLength(3);

  // One of them.
  await plain.read("Pour le conseil");
  await expect(plain.part("Questions ouvertes")).toContainText("Aucune question n’est restée ouverte");
  await expect(plain.part("Notes")).toContainText("Et la nuit, qui éteint ?");
  await expect(plain.part("Liens en débat")).toContainText("Personne n’a dit son désaccord");
  await expect(plain.part("Ce que le plateau a trouvé")).toContainText("essentiel");
  await expect(plain.part("Minutes par étape")).toContainText("Lot 1 : usages et besoins");
  await expect(plain.part("Équilibre de la participation")).toContainText("à partir de 3 personnes");
  await plain.main.getByLabel("Une remarque").fill("Revoir la lumière du lot 2");
  await plain.main.getByRole("button", { name: "Ajouter la remarque" }).click();
  await expect(plain.part("Remarques pour l’organisation")).toContainText("Revoir la lumière du lot 2");
  await fits(plain.page, "saved");
  await plain.main.getByRole("button", { name: "Effacer la remarque : Revoir la lumière du lot 2" }).click();
  await expect(plain.part("Remarques pour l’organisation")).toContainText("Aucune remarque");
});
