// The room's screen: it follows the person who facilitates, and the person beside it has a keyboard or a clicker.
import type { Page } from "@playwright/test";
import { type Server, type Workshop } from "../fixtures/server.ts";
import { expect, test } from "../fixtures/test.ts";
import { BoardPage } from "../pages/board.ts";
import { Entrance } from "../pages/entrance.ts";
import { FacilitationPage } from "../pages/facilitation.ts";
import { ProjectorPage } from "../pages/projector.ts";

interface Room {
  fay: FacilitationPage;
  screen: ProjectorPage;
  titles: string[];
  /** The two starred links, as the screen tells them. */
  sentences: [string, string];
}

/** Table 1 with five cards placed and two starred links; the facilitation of that table; the screen. */
async function room(server: Server, workshop: Workshop, person: () => Promise<Page>): Promise<Room> {
  const fay = new FacilitationPage(await person());
  await new Entrance(fay.page, server.url).through(workshop.links.facilitate, "Animer");
  await fay.alive();
  await fay.page.getByRole("link", { name: "Ouvrir la table" }).first().click();
  await fay.alive();
  const screen = new ProjectorPage(await person());
  await new Entrance(screen.page, server.url).through(workshop.links.projector, "Projeter");
  await screen.alive();
  const ana = new BoardPage(await person());
  await ana.page.goto(workshop.links.join);
  await new Entrance(ana.page, server.url).join("Ana", 1);
  await ana.alive();
  await fay.goTo("Lot 2 : équipements et infrastructures");
  await fay.dealIntoHands(2);
  await expect(ana.hand.getByRole("heading", { level: 3 }).first()).toBeVisible();
  const titles = await ana.placeAll();
  const [first = "", second = "", third = ""] = titles;
  await ana.link(first, second, "on ne répare plus");
  await ana.link(second, third, "tout passe par là");
  await fay.goTo("Relecture");
  await ana.star(first, second);
  await ana.star(second, third);
  return { fay, screen, titles, sentences: [`${first} entraîne ${second}`, `${second} entraîne ${third}`] };
}

test("the screen goes dark, lights the last link, lists its keys and shows the code", async ({ server, person }) => {
  const workshop = await server.workshop("Le noir et la lumière");
  const { screen, sentences } = await room(server, workshop, person);
  await screen.shows("5 cartes posées", "2 liens");
  await screen.invites(workshop.code);

  await screen.press("b");
  await expect(screen.picture).toBeHidden();
  await screen.press(".");
  await expect(screen.picture).toBeVisible();

  await screen.press("s");
  await screen.tells(sentences[1]);
  await expect(screen.dimmed).toHaveCount(4);
  await screen.press("s");
  await expect(screen.dimmed).toHaveCount(0);

  await screen.press("?");
  await expect(screen.page.getByRole("region", { name: "Les touches de l’écran" })).toBeVisible();
  await screen.press("Escape");
  await expect(screen.page.getByRole("region", { name: "Les touches de l’écran" })).toBeHidden();

  await screen.press("c");
  await expect(screen.picture).toBeHidden();
  await screen.invites(workshop.code);
  await screen.press("c");
  await expect(screen.picture).toBeVisible();
});

test("tables are chosen at the screen until one presents, and then the facilitator leads", async ({ server, person }) => {
  const workshop = await server.workshop("Deux tables");
  const { fay, screen, sentences } = await room(server, workshop, person);
  await screen.isOf(1);
  await screen.press("2");
  await screen.isOf(2);
  await screen.press("7");
  await screen.isOf(1);

  await screen.press("2");
  await fay.page.getByRole("button", { name: "Montrer à l’écran" }).click();
  await screen.isOf(1);
  await fay.page.getByRole("button", { name: "Lien clé suivant" }).click();
  const told = await screen.told();
  expect(sentences).toContain(told);
  // Whoever is at the screen does not speak over the facilitator.
  await screen.press("PageDown");
  await fay.page.getByRole("button", { name: "Lien clé suivant" }).click();
  await screen.tells(sentences.find((sentence) => sentence !== told) ?? "");
  await fay.page.getByRole("button", { name: "Retirer de l’écran" }).click();
  await screen.isOf(2);
  await screen.press("0");
  await screen.isOf(1);
});

test("in a restitution that nobody leads, a clicker goes through the starred links", async ({ server, person }) => {
  const workshop = await server.workshop("Restitution");
  const { fay, screen, sentences } = await room(server, workshop, person);
  await fay.goTo("Restitution");
  await expect(screen.page.getByRole("heading", { name: "Plateau de la table 1" })).toBeVisible();
  await screen.press("PageDown");
  const told = await screen.told();
  expect(sentences).toContain(told);
  await screen.press("ArrowRight");
  await screen.tells(sentences.find((sentence) => sentence !== told) ?? "");
  await screen.press("PageUp");
  await screen.tells(told);
  await screen.press("ArrowLeft");
  await expect(screen.dimmed).toHaveCount(0);
});

test("no name, no question to the table and no refusal reaches the screen", async ({ server, person }) => {
  const workshop = await server.workshop("Rien de secret");
  const { fay, screen } = await room(server, workshop, person);
  for (const step of ["Pause", "Visite des plateaux", "Météo", "Actions : effort et impact", "Retours"]) {
    await fay.goTo(step);
    await expect(screen.page.getByText(step, { exact: true }).first()).toBeVisible();
    await expect(screen.page.locator("body")).not.toContainText("Ana");
    await expect(screen.page.getByRole("alert")).toHaveCount(0);
  }
});

test("a wave is a ring that goes by itself, and framed cards are alone in the light", async ({ server, person }) => {
  const workshop = await server.workshop("Regardez ici");
  const { fay, screen, titles } = await room(server, workshop, person);
  const card = fay.page.getByRole("button", { name: new RegExp(`^Carte \\d+, ${titles[0]},`) });
  await card.click();
  await fay.page.getByRole("button", { name: "Regardez ici", exact: true }).click();
  await expect(screen.dimmed).toHaveCount(6);
  await fay.page.getByRole("button", { name: "Libérer les écrans" }).click();
  await expect(screen.dimmed).toHaveCount(0);

  await fay.page.goto(workshop.links.facilitate);
  await fay.page.getByRole("main").getByRole("button", { name: "Animer", exact: true }).click();
  await fay.alive();
  const ring = screen.page.locator(".projector-wave");
  await fay.page.getByRole("button", { name: "Faire signe" }).first().click();
  await expect(ring).toBeVisible();
  await expect(ring).toHaveCount(0);
});
