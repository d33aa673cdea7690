// One lot, played by three people on the same board: one with the thumb of one hand on a small phone, one with the
// keyboard alone, one whose browser has no WebAssembly. The frames of all three are kept as they go.
import { type Page, expect } from "@playwright/test";
import type { Server } from "../fixtures/server.ts";
import type { Device } from "../fixtures/test.ts";
import { BoardPage } from "../pages/board.ts";
import { Entrance } from "../pages/entrance.ts";
import { FacilitationPage } from "../pages/facilitation.ts";
import { PlanPage } from "../pages/plan.ts";
import { type Doer, at, choose, type, use } from "./tasks.ts";

const PHONE = { width: 360, height: 640 };
const LAPTOP = { width: 1440, height: 900 };

/** What the three of them see at one moment. */
export interface Frame {
  moment: string;
  /** The thumb, the keyboard, the forms. */
  pictures: Buffer[];
}

const place = /^Poser « .* » sur le plateau$/;

/** Places every card in hand, and says which. */
async function placeAll(doer: Doer): Promise<string[]> {
  await at(doer, "Ma main");
  const { hand } = new BoardPage(doer.page);
  const titles = await hand.getByRole("heading", { level: 3 }).allTextContents();
  for (const title of titles) {
    await at(doer, "Ma main");
    await use(doer, hand.getByRole("button", { name: `Poser « ${title} » sur le plateau` }));
    await expect(hand.getByRole("heading", { level: 3, name: title, exact: true })).toHaveCount(0);
  }
  return titles;
}

/** Links two cards by the sentence. */
async function link(doer: Doer, cause: string, consequence: string, why: string): Promise<void> {
  await at(doer, "Relier");
  const { sentence } = new BoardPage(doer.page);
  await choose(doer, sentence.getByLabel("La cause"), cause);
  await choose(doer, sentence.getByLabel("La conséquence"), consequence);
  await type(doer, sentence.getByLabel("parce que"), why);
  await use(doer, sentence.getByRole("button", { name: "Relier", exact: true }));
  await new BoardPage(doer.page).saved();
}

/** Plays the first lot to its links, and says what was seen. */
export async function film(server: Server, person: (device?: Device) => Promise<Page>): Promise<Frame[]> {
  const workshop = await server.workshop("Trois façons de jouer", 1);
  const fay = new FacilitationPage(await person());
  await new Entrance(fay.page, server.url).through(workshop.links.facilitate, "Animer");
  await fay.alive();

  const [thumb, keys, forms] = [await person({ touch: true }), await person(), await person()];
  await thumb.setViewportSize(PHONE);
  await keys.setViewportSize(LAPTOP);
  await forms.setViewportSize(PHONE);
  await forms.addInitScript("delete globalThis.WebAssembly");
  const ana: Doer = { page: thumb, way: "tap", titles: [] };
  const ben: Doer = { page: keys, way: "keyboard", titles: [] };
  const chloe = new PlanPage(forms);
  const frames: Frame[] = [];
  const see = async (moment: string) => {
    const pictures: Buffer[] = [];
    for (const page of [thumb, keys, forms]) pictures.push(await page.screenshot());
    frames.push({ moment, pictures });
  };

  for (const [doer, name] of [[ana, "Ana"], [ben, "Ben"]] as const) {
    await doer.page.goto(workshop.links.join);
    await type(doer, doer.page.getByLabel("Prénom ou pseudonyme"), name);
    await use(doer, doer.page.getByRole("button", { name: "Rejoindre la séance" }));
    await new BoardPage(doer.page).alive();
  }
  await forms.goto(workshop.links.join);
  await new Entrance(forms, server.url).join("Chloé");
  await chloe.openFromBoard();
  await see("Rejoindre");

  await fay.goTo("Lot 1 : usages et besoins");
  await fay.dealIntoHands(1);
  await expect(new BoardPage(keys).hand.getByRole("button", { name: place })).not.toHaveCount(0);
  await at(ana, "Ma main");
  await chloe.refresh();
  await see("Recevoir ses cartes");

  ana.titles = await placeAll(ana);
  ben.titles = await placeAll(ben);
  await chloe.refresh();
  await expect(chloe.hand()).not.toHaveCount(0);
  const hers: string[] = [];
  for (let left = await chloe.hand().count(); left > 0; left -= 1) hers.push(await chloe.placeOne());
  await at(ana, "Plateau");
  await see("Poser");

  await fay.goTo("Lot 2 : équipements et infrastructures");
  const [a = "", b = "", c = ""] = [ana.titles[0], ben.titles[0], hers[0]];
  await link(ana, a, b, "on l’utilise tous les jours");
  await link(ben, b, c, "il faut bien le stocker");
  await chloe.refresh();
  await chloe.link(c, a, "cela change nos habitudes");
  await at(ana, "Plan");
  await see("Relier");

  await use(ana, thumb.getByRole("button", { name: "Ajouter une note" }));
  await type(ana, thumb.getByLabel("Votre texte"), "Et la nuit ?");
  await use(ana, thumb.getByRole("button", { name: "Écrire sur le plateau" }));
  await new BoardPage(thumb).saved();
  const board = new BoardPage(keys);
  await use(ben, board.card(a));
  await use(ben, keys.getByRole("button", { name: `Suivre jusqu’à « ${b} »` }));
  await chloe.note("Demander au service informatique");
  await at(ana, "Plateau");
  await see("Noter, suivre, relire");

  // The same board for all three: as many cards, links and notes on each device, and in the document.
  const cards = ana.titles.length + ben.titles.length + hers.length;
  for (const page of [thumb, keys, fay.page]) {
    await expect(page.locator("svg [data-card]")).toHaveCount(cards);
    await expect(page.locator("svg [data-link]")).toHaveCount(3);
    await expect(page.locator("svg [data-note]")).toHaveCount(2);
  }
  await chloe.refresh();
  await expect(chloe.main).toContainText("3 liens");
  await expect(chloe.main).toContainText("Et la nuit ?");
  return frames;
}

/** All frames on one sheet: a row for each of the three, a column for each moment. */
export async function strip(page: Page, frames: Frame[]): Promise<Buffer> {
  const row = (who: number) =>
    frames.map(({ pictures }) => `<td><img alt="" src="data:image/png;base64,${pictures[who]?.toString("base64")}"></td>`).join("");
  const whos = ["Un pouce", "Le clavier", "Sans WebAssembly"];
  await page.setViewportSize({ width: 1600, height: 900 });
  await page.setContent(
    `<style>body{margin:16px;font:16px sans-serif;background:#fff;color:#111}td,th{padding:6px;vertical-align:top}` +
      `img{display:block;max-width:270px;max-height:420px;border:1px solid #888}</style><table><tr><th></th>` +
      `${frames.map(({ moment }) => `<th>${moment}</th>`).join("")}</tr>` +
      `${whos.map((who, at) => `<tr><th>${who}</th>${row(at)}</tr>`).join("")}</table>`,
  );
  return page.screenshot({ fullPage: true });
}
