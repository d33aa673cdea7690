// EcoIndex as its authors measure it, of every kind of page, with the table full. `cargo xtask audit`.
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";
import { OrganiserPages } from "../pages/organiser.ts";
import { SharePage } from "../pages/share.ts";
import { SIXTY, SIXTY_SAID, fullBoard } from "./full_board.ts";
import { type Reading, ecoindex, grade, read } from "./ecoindex.ts";
import { keep } from "./kept.ts";

interface Row extends Reading {
  name: string;
  score: number;
  atLeast: number;
}

test("the formula gives what its authors' tests say", () => {
  const vectors: [number, number, number, number][] = [
    [100, 100, 100, 72],
    [100, 100, 1000, 67],
    [100, 100, 10_000, 58],
    [200, 200, 10_000, 46],
    [2355, 267, 2493, 10],
    [240, 20, 331, 83],
  ];
  for (const [dom, requests, kilobytes, score] of vectors) expect(ecoindex(dom, requests, kilobytes)).toBe(score);
});

test("pages are graded as we promise", async ({ server, person }) => {
  test.setTimeout(300_000);
  const { workshop, board, fay, ana } = await fullBoard(server, person, SIXTY, 2);
  const saved = await fay.save("Plateau rempli");
  const rows: Row[] = [];
  /** Opens an address as somebody who has never been here: empty cache, but the seat of whoever is named. */
  const open = async (name: string, url: string, atLeast: number, like?: Page) => {
    const page = await person(like === undefined ? {} : { like });
    const reading = await read(page, url);
    rows.push({ name, ...reading, score: ecoindex(reading.dom, reading.requests, reading.bytes / 1000), atLeast });
    await page.close();
  };
  // A is more than 80, B more than 70.
  await open("home", `${server.url}/`, 90);
  await open("join", workshop.links.join, 90);
  await open("sign-in", `${server.url}/connexion`, 71);
  await open(`board, ${SIXTY_SAID}`, `${server.url}/plateau/${board}`, 81, ana.page);
  await open(`plan, ${SIXTY_SAID}`, `${server.url}/plan/${board}`, 71, ana.page);
  await open(`projector, ${SIXTY_SAID}`, `${server.url}/projecteur/${board}`, 71, fay.page);
  for (const [name, step, path] of [
    ["gallery", "Visite des plateaux", "galerie"],
    ["mood", "Météo", "meteo"],
    ["actions", "Actions : effort et impact", "actions"],
    ["feedback", "Retours", "retour"],
  ] as const) {
    await fay.goTo(step);
    await open(name, `${server.url}/${path}/${board}`, 71, ana.page);
  }
  await open("cockpit", `${server.url}/animer/${workshop.id}`, 71, fay.page);
  await open("facilitate", `${server.url}/animer/${workshop.id}/1`, 71, fay.page);
  await open("script", `${server.url}/animer/${workshop.id}/deroule`, 71, fay.page);
  await open("team", `${server.url}/animer/${workshop.id}/equipe`, 71, fay.page);
  await open("returns", `${server.url}/animer/${workshop.id}/retours`, 71, fay.page);
  await open("library", `${server.url}/bibliotheque`, 71, fay.page);
  await open("saved", server.url + saved, 71, fay.page);
  await open("sheet", `${server.url}/animer/${workshop.id}/fiche`, 71, fay.page);
  await open("follow-up", `${server.url}/animer/${workshop.id}/suivi`, 71, fay.page);
  await open("own-cards", `${server.url}/animer/${workshop.id}/cartes`, 71, fay.page);
  await open("network", `${server.url}/reseau`, 71);
  const odile = new OrganiserPages(await person(), server.url);
  await odile.setUp(server.printed, "odile", "trois cordes et un rideau");
  await open("workshops", `${server.url}/ateliers`, 71, odile.page);
  await open("organisation", `${server.url}/organisation`, 71, odile.page);
  await open("decks", `${server.url}/jeux`, 71, odile.page);
  const links = new SharePage(odile.page);
  await odile.page.goto(`${server.url}${saved}/partage`);
  const { address } = await links.make("Le conseil", "90 jours");
  await open("shared", address, 71);

  console.log("| page | EcoIndex | grade | at least | DOM | DOM with SVG | requests | kB |\n|---|---|---|---|---|---|---|---|");
  for (const { name, score, atLeast, dom, domWithSvg, requests, bytes } of rows) {
    const kilobytes = (bytes / 1000).toFixed(1);
    console.log(`| ${name} | ${score} | ${grade(score)} | ${atLeast} | ${dom} | ${domWithSvg} | ${requests} | ${kilobytes} |`);
  }
  for (const { name, score, dom, domWithSvg, requests, bytes } of rows) {
    const figures = { bytes, requests, elements: dom, elements_all: domWithSvg, ecoindex: score };
    await keep(`ecoindex.${name.split(",")[0] ?? name}`, figures);
    if (name.startsWith("board")) await keep("pages.board_full", figures);
  }
  for (const { name, score, atLeast } of rows) expect.soft(score, name).toBeGreaterThanOrEqual(atLeast);
});
