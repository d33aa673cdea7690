// The whole forty-five minutes, with two tables of three, run by one person from the cockpit; and a picture of the
// cockpit and of the room's screen at each step.
import { evening } from "../fixtures/evening.ts";
import { expect, test } from "../fixtures/test.ts";
import type { BoardPage } from "../pages/board.ts";
import { DecisionsPage } from "../pages/decisions.ts";

const PEOPLE: [string, number][] = [["Ana", 1], ["Ben", 1], ["Cléo", 1], ["Dan", 2], ["Eve", 2], ["Flo", 2]];

test("forty-five minutes, two tables, one person who facilitates", async ({ server, person }, info) => {
  test.setTimeout(240_000);
  const workshop = await server.workshop("Ouverture de saison", 2, 45);
  const { fay, screen, sit, shoot } = await evening(server, workshop, person, info);
  const everybody: BoardPage[] = [];
  for (const [name, table] of PEOPLE) everybody.push(await sit(name, table));
  const [ana, ben, , dan] = everybody as [BoardPage, BoardPage, BoardPage, BoardPage, BoardPage, BoardPage];
  await expect(fay.tile(1)).toContainText("3 sur 3 personnes");

  await fay.goOn("Cadre et question");
  await ana.note("Un grille-pain de 1987");
  await ana.saved();
  await shoot("1 cadre");

  await fay.goOn("Vague 1 : six cartes et leurs liens");
  await fay.press("Distribuer dans les mains : lot 1");
  const titles = new Map<number, string[]>([[1, []], [2, []]]);
  for (const [at, one] of everybody.entries()) {
    await expect(one.hand.getByRole("heading", { level: 3 })).toHaveCount(2);
    titles.get(PEOPLE[at]?.[1] ?? 0)?.push(...(await one.placeAll()));
  }
  expect(titles.get(1)).not.toEqual(titles.get(2));
  for (const table of [1, 2]) await expect(fay.tile(table)).toContainText("6 sur 6 cartes posées");
  await ana.link("IA générative", "Centres de données", "il faut des machines quelque part");
  await expect(fay.tile(1)).toContainText("Liens essentiels : 1 sur 1");
  await expect(fay.tile(2)).toContainText("Liens essentiels : 0 sur 1");

  // Table 2 has not found it: she asks, and table 1 hears nothing of it.
  await fay.choose(2);
  await fay.page.getByText("IA générative → Centres de données").click();
  await fay.press(/^Envoyer à la table : Regardez ensemble/);
  await expect(dan.page.getByText(/Regardez ensemble/)).toBeVisible();
  await expect(ana.page.getByText(/Regardez ensemble/)).toBeHidden();
  await shoot("2 vague 1");
  await dan.link("IA générative", "Centres de données", "les serveurs tournent");
  await fay.allTables();

  await fay.goOn("Vague 2 : six cartes de plus");
  await fay.press("Distribuer dans les mains : lot 2");
  for (const one of everybody) {
    await expect(one.hand.getByRole("heading", { level: 3 })).toHaveCount(2);
    await one.placeAll();
  }
  await ben.link("Renouvellement rapide", "Fabrication des équipements", "on remplace");
  await ben.saved();
  await shoot("3 vague 2");

  // Everybody is stopped, and the time gets five minutes more, once.
  await fay.press("Mettre en pause");
  await expect(ana.page.getByText("En pause").first()).toBeVisible();
  await fay.press("Reprendre");
  await fay.press("Cinq minutes de plus");
  await expect(fay.tile(2)).toContainText(/1[0-9]:[0-9]{2}/);

  await fay.goOn("Relecture");
  await fay.press("Ouvrir les versos : lot 1");
  await ana.spread("IA générative");
  await ana.outline.getByRole("button", { name: /IA générative.*Centres de données.*crayon/ }).first().click();
  await ana.page.getByRole("button", { name: "Lien clé" }).click();
  await ana.saved();
  await shoot("4 relecture");

  await fay.goOn("Une phrase pour les personnes absentes");
  await ana.page.getByText("Titre et récit", { exact: true }).click();
  await ana.page.getByLabel("Titre du plateau").fill("Le grille-pain et le nuage");
  await ana.page.getByRole("button", { name: "Donner ce titre" }).click();
  await ana.page.getByLabel("Le récit, en quelques phrases").fill("Chaque image a une machine, et chaque machine une mine.");
  await ana.page.getByRole("button", { name: "Garder ce récit" }).click();
  await expect(ben.page.getByText("Le grille-pain et le nuage").first()).toBeVisible();
  await fay.tile(1).getByRole("button", { name: "Montrer à l’écran" }).click();
  await expect(screen.page.getByText("Le grille-pain et le nuage").first()).toBeVisible();
  await shoot("5 récit");

  await fay.goOn("Une action, un renoncement");
  await ana.page.getByRole("link", { name: "Les actions de la table" }).click();
  const decisions = new DecisionsPage(ana.page);
  await decisions.decide("Garder nos ordinateurs huit ans", { effort: "2", impact: "4", step: "Faire l’inventaire" });
  await decisions.decide("Ne plus filmer ce que personne ne regarde", { renounces: true, effort: "3", impact: "3" });
  await shoot("6 actions");

  await fay.goOn("Retours");
  await dan.page.getByRole("link", { name: "Donner mon avis" }).click();
  await dan.page.getByRole("button", { name: "Envoyer mon avis" }).waitFor();
  await dan.page.getByLabel("La discussion a laissé de la place à tout le monde.").selectOption("5");
  await dan.page.getByRole("button", { name: "Envoyer mon avis" }).click();
  await expect(dan.page.getByText("Merci, votre avis est gardé sans votre nom.")).toBeVisible();
  await shoot("7 retours");

  await fay.goOn("Clôture");
  await shoot("8 clôture");
  await fay.page.getByRole("link", { name: "Retours et clôture" }).click();
  await expect(fay.page.getByRole("main")).toContainText("1 avis");
  await fay.page.getByLabel("J’ai gardé ce que je voulais garder").check();
  await fay.page.getByRole("button", { name: "Clore l’atelier" }).click();
  await expect(fay.page.getByText("L’atelier est terminé.").first()).toBeVisible();
  await ben.page.reload();
  await expect(ben.page.getByText("Ana")).toHaveCount(0);
});
