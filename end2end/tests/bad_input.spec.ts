// What people type, on purpose or not: a clear message for them, nothing run, nothing lost.
import { expect, test } from "../fixtures/test.ts";
import { BoardPage } from "../pages/board.ts";
import { Entrance } from "../pages/entrance.ts";
import { FacilitationPage } from "../pages/facilitation.ts";

const MARKUP = `<img src=x onerror="window.hurt=1"><b>Zoé</b>`;

test("an unknown code is told, and the right one can be typed at once", async ({ server, person }) => {
  const workshop = await server.workshop("Deuxième essai");
  const entrance = new Entrance(await person(), server.url);
  await entrance.enter("ZZZZZZ");
  await expect(entrance.refusal).toContainText("Aucun atelier n’a ce code.");
  await entrance.code.fill(workshop.code.toLowerCase().split("").join(" "));
  await entrance.page.getByRole("button", { name: "Rejoindre" }).click();
  await expect(entrance.page.getByRole("heading", { level: 1 })).toHaveText("Deuxième essai");
});

test("a closed door says so and lets nobody in", async ({ server, person }) => {
  const workshop = await server.workshop("Porte close");
  const early = new Entrance(await person(), server.url);
  await early.page.goto(workshop.links.join);
  const fay = new FacilitationPage(await person());
  await new Entrance(fay.page, server.url).through(workshop.links.facilitate, "Animer");
  await fay.alive();
  await fay.closeDoor();
  // Somebody who had the form open before is told as well.
  await early.join("Ana", 1);
  await expect(early.page.getByText(/porte .*est fermée/i).first()).toBeVisible();
  const late = new Entrance(await person(), server.url);
  await late.enter(workshop.code);
  await expect(late.page.getByRole("heading", { level: 1 })).toHaveText("La porte est fermée");
});

test("a name of ten thousand characters is refused, and no name at all", async ({ server, person }) => {
  const workshop = await server.workshop("Noms");
  const entrance = new Entrance(await person(), server.url);
  for (const [name, says] of [
    ["é".repeat(10_000), "C’est trop long."],
    ["   ", "Il manque un prénom ou un pseudonyme."],
  ] as const) {
    await entrance.page.goto(workshop.links.join);
    // What the form itself would hold back, somebody else's form may send.
    await entrance.name.evaluate((field) => field.removeAttribute("maxlength"));
    await entrance.join(name, 1);
    await expect(entrance.refusal).toContainText(says);
  }
});

test("markup in names, notes and reasons is shown as it was typed, everywhere", async ({ server, person }) => {
  const workshop = await server.workshop(MARKUP, 1);
  const fay = new FacilitationPage(await person());
  await new Entrance(fay.page, server.url).through(workshop.links.facilitate, "Animer");
  await fay.alive();
  const zoe = new BoardPage(await person());
  await zoe.page.goto(workshop.links.join);
  await expect(zoe.page.getByRole("heading", { level: 1 })).toHaveText(MARKUP);
  await new Entrance(zoe.page, server.url).join(MARKUP.slice(0, 40));
  await zoe.alive();
  await zoe.saved();
  await fay.goTo("Lot 1 : usages et besoins");
  await fay.dealIntoHands(2);
  await expect(zoe.hand.getByRole("heading", { level: 3 })).toHaveCount(5);
  const titles = await zoe.placeAll();
  await fay.goTo("Lot 2 : équipements et infrastructures");
  await zoe.note(MARKUP);
  await zoe.link(titles[0] ?? "", titles[1] ?? "", MARKUP);
  await zoe.saved();
  await expect(fay.outline).toContainText(MARKUP);
  const saved = await fay.save(MARKUP);
  for (const path of ["/bibliotheque", saved, `/plan/${workshop.tables[0]?.board ?? ""}`]) {
    const page = path.startsWith("/plan") ? zoe.page : fay.page;
    await page.goto(server.url + path);
    await expect(page.getByText(MARKUP).first()).toBeVisible();
  }
  for (const page of [fay.page, zoe.page]) {
    expect(await page.evaluate(() => "hurt" in window)).toBe(false);
    await expect(page.locator("img[src=x]")).toHaveCount(0);
  }
});
