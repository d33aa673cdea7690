// A board that is heard and commanded: one person has keys alone, and only on the picture; the other has a mouse.
import type { Page } from "@playwright/test";
import type { Server } from "../fixtures/server.ts";
import { expect, test } from "../fixtures/test.ts";
import { BoardPage } from "../pages/board.ts";
import { Ears } from "../pages/ears.ts";
import { Entrance } from "../pages/entrance.ts";
import { FacilitationPage } from "../pages/facilitation.ts";
import { Keyboard } from "../pages/keyboard.ts";

const CARDS = "Lot 1 : usages et besoins";
const LINKS = "Lot 2 : équipements et infrastructures";

/** A table of two, with five cards each to come, and the person who facilitates it. */
async function gather(server: Server, person: () => Promise<Page>): Promise<{ fay: FacilitationPage; ana: BoardPage; ben: BoardPage }> {
  const workshop = await server.workshop("Au clavier", 1);
  const fay = new FacilitationPage(await person());
  await new Entrance(fay.page, server.url).through(workshop.links.facilitate, "Animer");
  await fay.alive();
  const sit = async (name: string) => {
    const one = new BoardPage(await person());
    await one.page.setViewportSize({ width: 1440, height: 900 });
    await one.page.goto(workshop.links.join);
    await new Entrance(one.page, server.url).join(name);
    await one.alive();
    await one.saved();
    return one;
  };
  const [ana, ben] = [await sit("Ana"), await sit("Ben")];
  return { fay, ana, ben };
}

/** Places the first card of a hand with the mouse, and says which. */
async function place(board: BoardPage): Promise<string> {
  const title = (await board.hand.getByRole("heading", { level: 3 }).first().textContent()) ?? "";
  await board.hand.getByRole("button", { name: `Poser « ${title} » sur le plateau` }).click();
  await board.saved();
  return title;
}

test("Ana plays by keys alone on the picture and hears the table, and her focus stays where she put it", async ({ server, person }) => {
  const { fay, ana, ben } = await gather(server, person);
  const keys = new Keyboard(ana.page);
  const ears = await Ears.on(ana.page);
  await fay.goTo(CARDS);
  await fay.dealIntoHands(1);
  await ears.hear("others", new RegExp(`Étape : ${CARDS}\\. Lisez vos cartes`));
  await ears.hear("others", /5 cartes pour vous : « /);

  // An empty picture can be entered, and cards go down from there.
  await keys.enter();
  await keys.press("m");
  await ears.hear("own", /^« .* », carte 1 sur \d+\. Entrée : la poser/);
  await keys.press("Enter");
  const first = await keys.on();
  await ears.hear("own", `Vous avez posé « ${await keys.title(first)} ».`);
  await keys.press("m", "m", "Enter");
  await expect.poll(() => keys.on()).not.toBe(first);
  const second = await keys.on();
  await ears.hear("own", `Vous avez posé « ${await keys.title(second)} ».`);

  // A card goes where the arrows bring it, or back where it was.
  const place_of = (card: string) => keys.picture.locator(`[data-card="${card}"] .band`).getAttribute("d");
  const before = await place_of(second);
  await keys.press("e", "ArrowRight", "Escape");
  expect(await place_of(second)).toBe(before);
  await keys.press("e", "Shift+ArrowDown", "ArrowDown");
  await ears.hear("own", /de « .* »$/);
  await keys.press("Enter");
  await ears.hear("own", `Vous avez déplacé « ${await keys.title(second)} ».`);
  expect(await place_of(second)).not.toBe(before);

  // A phase that does not open links says so; the next one does.
  await keys.press("l");
  await expect(ana.page.getByRole("alert").filter({ hasText: "Ce n’est pas le moment" })).toBeVisible();
  await fay.goTo(LINKS);
  await expect(ana.sentence.getByLabel("La cause")).toBeVisible();
  expect(await keys.on()).toBe(second);

  // A sentence is begun with one card and completed with the other; once more changes its verb.
  await keys.press("l");
  await ears.hear("own", new RegExp(`^« ${await keys.title(second)} » est la cause\\.`));
  await keys.cross();
  expect(await keys.on()).toBe(first);
  await keys.press("l", "l", "Enter");
  const [cause, consequence] = [await keys.title(second), await keys.title(first)];
  await ears.hear("own", `Vous avez relié « ${cause} » à « ${consequence} » (réduit).`);
  await ana.shows("2 cartes posées", "1 lien");

  // The links of a card are gone through, and judged.
  await keys.press("Shift+L");
  await ears.hear("own", `${cause} réduit ${consequence}. Au crayon.`);
  await keys.press("a");
  const opinion = `Vous avez donné un avis sur le lien de « ${cause} » à « ${consequence} »`;
  await ears.hear("own", `${opinion} : D’accord.`);
  await keys.press("p");
  await ears.hear("own", `${opinion} : Pas d’accord.`);
  await keys.press("i");
  await ears.hear("own", `Vous avez passé à l’encre le lien de « ${cause} » à « ${consequence} ».`);

  // A note is typed in its field, and the focus comes back to the card.
  await keys.press("n");
  await expect(ana.page.getByLabel("Votre texte")).toBeFocused();
  await ana.page.keyboard.type("Un plan sur la mer");
  await keys.press("Tab", "Tab", "Enter");
  await ears.hear("own", "Vous avez écrit une note : « Un plan sur la mer ».");
  await expect.poll(() => keys.focus()).toContain(` ${first} `);
  await keys.press("u");
  await ears.hear("own", "Vous avez annulé : note.");
  await expect(ana.outline).toContainText("0 note");

  // Ben's acts are told together, three seconds apart, and Ana stays where she is.
  const still = await keys.focus();
  const already = (await ears.said("others")).length;
  const moved = ana.page.evaluate(
    () => new Promise<number>((told) => {
      let count = 0;
      document.addEventListener("focusin", () => (count += 1));
      Object.assign(window, { moves: () => told(count) });
    }),
  );
  const [third = "", ...more] = await ben.placeAll();
  await ben.link(cause, third, "on le voit");
  await ears.hear("others", new RegExp(`Ben a relié « ${cause} » à « ${third} » \\(entraîne, parce que on le voit\\)\\.`));
  const told = (await ears.said("others")).slice(already);
  const texts = told.map((one) => one.text);
  const placed = texts.flatMap((text) => [...text.matchAll(/Ben a posé|(\d+) cartes? posées?/g)].map((found) => Number(found[1] ?? 1)));
  expect(placed.reduce((sum, one) => sum + one, 0), texts.join(" / ")).toBe(more.length + 1);
  for (const [index, one] of (await ears.said("others")).entries()) {
    const before = (await ears.said("others"))[index - 1];
    if (before !== undefined) expect(one.at - before.at, `${before.text} / ${one.text}`).toBeGreaterThan(2_900);
  }
  await ana.page.evaluate(() => (window as unknown as { moves: () => void }).moves());
  expect(await moved, "nobody moved her focus").toBe(0);
  expect(await keys.focus()).toBe(still);

  // Somebody takes away the card she is on: she is still in the picture.
  await keys.press("c");
  await expect(ana.page.getByRole("alert").filter({ hasText: "Cette carte a des liens" })).toBeVisible();
  await keys.press("Shift+L", "Delete");
  await ears.hear("own", `Vous avez retiré le lien de « ${cause} » à « ${consequence} ».`);
  await ben.spread(consequence);
  await ben.page.getByRole("button", { name: "Reprendre dans ma main" }).click();
  await ears.hear("others", new RegExp(`Ben a repris « ${consequence} »\\.`));
  await expect(keys.focused).toHaveCount(1);
  expect(await keys.on()).not.toBe(first);
});

test("keys that are typed elsewhere, or with Ctrl, do nothing to the board", async ({ server, person }) => {
  const { fay, ana } = await gather(server, person);
  const keys = new Keyboard(ana.page);
  await fay.goTo(CARDS);
  await fay.dealIntoHands(1);
  await keys.enter();
  await keys.press("m", "Enter", "m", "Enter");
  await ana.shows("2 cartes posées", "0 lien");
  await keys.press("Control+c", "Alt+c", "Meta+c");
  await ana.page.getByRole("button", { name: "Ajouter une note" }).click();
  await ana.page.getByLabel("Votre texte").fill("");
  await ana.page.getByLabel("Votre texte").press("u");
  await ana.page.keyboard.type("cul de sac ?");
  await expect(ana.page.getByLabel("Votre texte")).toHaveValue("ucul de sac ?");
  await ana.page.getByRole("button", { name: "Abandonner" }).click();
  await ana.hand.focus();
  await keys.press("u", "c", "l", "?");
  await ana.saved();
  await ana.shows("2 cartes posées", "0 lien");
  await expect(ana.page.getByRole("dialog")).toBeHidden();

  // The list is the one of the help, and closes back to the card.
  await keys.enter();
  const card = await keys.on();
  await keys.press("?");
  const list = ana.page.getByRole("dialog", { name: "Les touches du plateau" });
  await expect(list).toBeVisible();
  const rows = await list.locator("dt").allTextContents();
  expect(rows.length).toBeGreaterThan(20);
  await keys.press("Escape");
  await expect(list).toBeHidden();
  expect(await keys.on()).toBe(card);
  await ana.page.getByRole("button", { name: "Touches" }).click();
  await expect(list).toBeVisible();
  await list.getByRole("button", { name: "Fermer" }).click();
  const help = await person();
  await help.goto(`${server.url}/aide/participer`);
  expect(await help.getByRole("table").getByRole("rowheader").allTextContents()).toEqual(rows);
});

test("Ana hears as much as she chose on this device, and finds her choice and her cards again after a reload", async ({ server, person }) => {
  const { fay, ana, ben } = await gather(server, person);
  let ears = await Ears.on(ana.page);
  await fay.goTo(CARDS);
  await fay.dealIntoHands(1);
  // What was said before she chose is out of the way.
  await ears.hear("others", /5 cartes pour vous/);
  for (const one of [ana, ben]) await expect(one.hand.getByRole("heading", { level: 3 })).toHaveCount(5);
  const mine = await place(ana);

  const device = ana.page.locator("details").filter({ hasText: "Cet appareil" });
  await device.locator("summary").click();
  const choice = (name: RegExp) => device.getByRole("radio", { name });
  await expect(choice(/^Tout ce qui se passe/)).toBeChecked();
  await choice(/^Seulement ce que/).check();
  ears = await Ears.on(ana.page);
  await place(ben);
  await fay.page.getByRole("button", { name: "Mettre en pause" }).click();
  await ears.hear("others", "La table est en pause.");
  expect((await ears.said("others")).map((one) => one.text)).toEqual(["La table est en pause."]);
  await fay.page.getByRole("button", { name: "Reprendre", exact: true }).click();
  await ears.hear("others", "La table reprend.");

  await ana.page.reload();
  await ana.alive();
  await device.locator("summary").click();
  await expect(choice(/^Seulement ce que/)).toBeChecked();
  await choice(/^Ce qui me concerne/).check();
  ears = await Ears.on(ana.page);
  await place(ben);
  await ben.spread(mine);
  await ben.page.getByRole("button", { name: "Reprendre dans ma main" }).click();
  await ears.hear("others", `Ben a repris « ${mine} ».`);
  expect((await ears.said("others")).length, "what Ben placed is none of her cards").toBe(1);
  expect(await ana.page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
});
