// The organiser before a season: a deck comes in by its archive, two versions live side by side, and a workshop has cards
// of its own. The pages are read without a script.
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Page, expect } from "@playwright/test";
import { fits } from "../fixtures/fits.ts";
import { pages } from "../fixtures/pdf.ts";
import { test } from "../fixtures/test.ts";
import { BoardPage } from "../pages/board.ts";
import { Entrance } from "../pages/entrance.ts";
import { FacilitationPage } from "../pages/facilitation.ts";
import { LibraryPage } from "../pages/library.ts";
import { OrganiserPages } from "../pages/organiser.ts";

const CULTURE = join(import.meta.dirname, "../../card-decks/culture");
const WAS = "Injonction à innover";
const NOW = "Pression à innover";

/** The deck as an archive, in which each of these texts of a file gave way to another. */
async function archive(changes: [file: string, was: string | RegExp, now: string][]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "jeu-"));
  await cp(CULTURE, join(folder, "jeu"), { recursive: true });
  for (const [file, was, now] of changes) {
    const path = join(folder, "jeu", file);
    await writeFile(path, (await readFile(path, "utf8")).replace(was, now));
  }
  const zip = "import shutil, sys; shutil.make_archive(sys.argv[1], 'zip', sys.argv[2], 'jeu')";
  await promisify(execFile)("python3", ["-c", zip, join(folder, "archive"), folder]);
  await rm(join(folder, "jeu"), { recursive: true });
  return join(folder, "archive.zip");
}

/** Chooses an archive in the form of the page of decks, and sends it. */
async function imports(page: Page, url: string, file: string): Promise<void> {
  await page.goto(`${url}/jeux`);
  await page.getByLabel("Archive du jeu").setInputFiles(file);
  await page.getByRole("button", { name: "Vérifier et importer" }).click();
}

/** Creates a workshop of three hours with one table and this deck; says its address. */
async function creates(page: Page, url: string, title: string, deck: string): Promise<string> {
  await page.goto(`${url}/ateliers`);
  await page.getByLabel("Titre").fill(title);
  await page.getByLabel("Jeu de cartes").selectOption(deck);
  await page.getByRole("button", { name: "Créer l’atelier" }).click();
  await expect(page).toHaveURL(/\/animer\//);
  return /animer\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? "";
}

test("a deck comes in by its archive, or is refused line by line; two versions live side by side", async ({ server, person }) => {
  test.setTimeout(180_000);
  const odile = new OrganiserPages(await person(), server.url);
  await odile.setUp(server.printed, "odile", "trois cordes et un rideau");
  let plain = await person({ javaScript: false, like: odile.page });
  const version: [string, RegExp, string] = ["deck.toml", /version = "[^"]+"/, 'version = "0.10.0"'];

  await imports(plain, server.url, await archive([version, ["fr.toml", "fact = ", "fat = "], ["deck.toml", 'lot = "usages"', 'lot = "usagers"']]));
  await expect(plain.getByText("problèmes à corriger. Rien n’a été importé.")).toBeVisible();
  await expect(plain.getByText(/^deck\.toml:\d+ : la carte « .+ » cite le lot « usagers »/)).toBeVisible();
  await expect(plain.getByText(/^fr\.toml:\d+ : .+ champ inconnu, `fat`/)).toBeVisible();
  await fits(plain, "decks-refused");

  await imports(plain, server.url, await archive([version, ["fr.toml", WAS, NOW]]));
  await expect(plain).toHaveURL(/\/jeux#jeu-culture-0-10-0$/);
  await expect(plain.getByRole("heading", { name: "Version 0.10.0" })).toBeVisible();
  await fits(plain, "decks");
  await imports(plain, server.url, await archive([version, ["fr.toml", WAS, "Autre chose"]]));
  await expect(plain.getByText("est déjà ici, avec un autre contenu (fr.toml)")).toBeVisible();

  const old = (await plain.goto(`${server.url}/ateliers`), await plain.getByLabel("Jeu de cartes").locator("option").allInnerTexts());
  expect(old).toHaveLength(2);
  expect(old[0]).toContain("version 0.10.0");
  const ours = /version (.+)$/.exec(old[1] ?? "")?.[1] ?? "";
  await fits(plain, "workshops-decks");

  // A workshop on the old version is played and saved; then the version is retired, and the server starts again.
  const id = await creates(odile.page, server.url, "Ancienne version", `culture ${ours}`);
  plain = await person({ javaScript: false, like: odile.page });
  const fay = new FacilitationPage(odile.page);
  await fay.page.goto(`${server.url}/animer/${id}/1`);
  await fay.alive();
  const ben = new BoardPage(await person());
  await ben.page.goto(`${server.url}/rejoindre/${await code(plain, server.url, "Ancienne version")}`);
  await new Entrance(ben.page, server.url).join("Ben");
  await ben.alive();
  await fay.goTo("Lot 1 : usages et besoins");
  await fay.dealIntoHands(1);
  const titles = await ben.placeAll();
  expect(titles).toContain(WAS);
  await fay.save("Avec l’ancienne");
  await plain.goto(`${server.url}/jeux`);
  await plain.getByRole("button", { name: `Retirer de la liste culture ${ours}` }).click();
  await expect(plain.getByText("Retirée : elle ne se propose plus")).toBeVisible();
  await server.kill();
  await server.restart();
  const library = new LibraryPage(plain, server.url);
  await library.open();
  await library.read("Avec l’ancienne");
  await expect(plain.locator("main")).toContainText(WAS);
  await expect(plain.locator("main")).not.toContainText(NOW);
  await expect(plain.locator("main")).toContainText(ours);
  await ben.page.reload();
  await ben.alive();

  const next = await creates(odile.page, server.url, "Nouvelle version", "culture 0.10.0").catch(() => "");
  // With one version left there is nothing to choose.
  expect(next).toBe("");
});

/** The code of the workshop of this title. */
async function code(page: Page, url: string, title: string): Promise<string> {
  await page.goto(`${url}/ateliers`);
  const text = await page.locator(".shelf-item", { has: page.getByRole("heading", { name: title }) }).locator(".shelf-code").innerText();
  return text.replace(/^Code\s*/, "").trim();
}

test("a workshop has cards of its own and leaves others out: dealt, read, flagged and printed", async ({ server, person }) => {
  test.setTimeout(180_000);
  const workshop = await server.workshop("Équipe du théâtre", 1, 45);
  const odile = new OrganiserPages(await person(), server.url);
  await odile.setUp(server.printed, "odile", "trois cordes et un rideau");
  const plain = await person({ javaScript: false, like: odile.page });
  await plain.goto(`${server.url}/ateliers`);
  await plain.getByRole("link", { name: "Cartes de l’atelier « Équipe du théâtre »" }).click();

  // Somebody waits at the table meanwhile.
  const ben = new BoardPage(await person());
  await ben.page.goto(workshop.links.join);
  await new Entrance(ben.page, server.url).join("Ben");
  await ben.alive();

  const ours = ["Notre régie lumière", "Deux écrans au foyer", "Le serveur du sous-sol"];
  for (const title of ours) {
    await plain.getByLabel("Recto").fill(title);
    await plain.getByLabel("Verso").fill("Relevé en mars : 38 appareils en veille.");
    await plain.getByLabel("Distribuée avec").selectOption("1");
    await plain.getByRole("button", { name: "Ajouter la carte" }).click();
    await expect(plain.locator(".own-card", { hasText: title }).getByText("locale", { exact: true })).toBeVisible();
  }
  const hidden: string[] = [];
  for (let turn = 0; turn < 4; turn += 1) {
    const card = plain.locator("#lot-1 .own-card:not(.own-card-hidden)").first();
    hidden.push((await card.locator("p > span").first().innerText()).trim());
    await card.getByRole("button", { name: /^Retirer/ }).click();
  }
  await expect(plain.getByText("retirée", { exact: true })).toHaveCount(4);
  await fits(plain, "own-cards");

  await plain.getByRole("link", { name: "Imprimer les cartes de cet atelier" }).click();
  for (const title of ours) await expect(plain.locator(".cards-front", { hasText: title })).toHaveCount(1);
  for (const title of hidden) await expect(plain.locator(".cards-front").getByRole("heading", { name: title, exact: true })).toHaveCount(0);
  await fits(plain, "own-print");
  const sheets = await plain.locator(".cards-sheet").count();
  const keep = process.env["KEEP"];
  const paper = pages(await plain.pdf({ preferCSSPageSize: true, printBackground: true, ...(keep === undefined ? {} : { path: `${keep}/own-cards.pdf` }) }));
  expect(paper).toHaveLength(sheets);
  for (const page of paper) expect(page).toEqual({ width: 210, height: 297 });

  const fay = new FacilitationPage(await person());
  await new Entrance(fay.page, server.url).through(workshop.links.facilitate, "Animer");
  await fay.alive();
  await fay.goTo("Vague 1 : six cartes et leurs liens");
  await fay.dealIntoHands(1);
  const titles = await ben.placeAll();
  for (const title of ours) expect(titles).toContain(title);
  for (const title of hidden) expect(titles).not.toContain(title);
  await fay.save("Avec les nôtres");

  const reader = await person({ javaScript: false, like: ben.page });
  await reader.goto(ben.page.url().replace("/plateau/", "/plan/") + "?carte=1001");
  await reader.getByText("Signaler cette carte").click();
  await reader.getByLabel("Qu’est-ce qui ne va pas ?").fill("Il y en a quarante depuis avril.");
  await reader.getByRole("button", { name: "Signaler" }).click();
  await expect(reader.getByText("votre remarque ira à la prochaine version du jeu")).toBeVisible();
  await fits(reader, "plan-flagged");

  await plain.goto(`${server.url}/jeux`);
  await plain.getByRole("link", { name: "1 signalement" }).click();
  await expect(plain.getByText("Il y en a quarante depuis avril.")).toBeVisible();
  await fits(plain, "flags");
  const library = new LibraryPage(plain, server.url);
  await library.open();
  await library.read("Avec les nôtres");
  await expect(plain.locator("main")).toContainText("Notre régie lumière (locale)");
  await plain.goto(`${server.url}/animer/${workshop.id}/cartes`);
  await expect(plain.getByText("Une table a reçu des cartes : le choix ne change plus.")).toBeVisible();
});
