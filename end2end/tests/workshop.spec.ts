// A workshop from its first minute to the next day: six screens, one board, and a server that is killed.
import { expect, test } from "../fixtures/test.ts";
import { BoardPage } from "../pages/board.ts";
import { Entrance } from "../pages/entrance.ts";
import { FacilitationPage } from "../pages/facilitation.ts";
import { LibraryPage } from "../pages/library.ts";
import { OrganiserPages } from "../pages/organiser.ts";
import { ProjectorPage } from "../pages/projector.ts";

test("a table plays a lot, links eight pairs, and finds all of it in the library after a crash", async ({
  server,
  wire,
  person,
}) => {
  const workshop = await server.workshop("Équipe technique, janvier");

  // Odile organises: the link printed at the first start makes her account.
  const odile = new OrganiserPages(await person(), server.url);
  await odile.setUp(server.printed, "odile", "trois cordes et un rideau");

  // Of two tables she opens the first one, whole.
  const fay = new FacilitationPage(await person());
  await new Entrance(fay.page, server.url).through(workshop.links.facilitate, "Animer");
  await fay.alive();
  await fay.page.getByRole("link", { name: "Ouvrir la table" }).first().click();
  await fay.alive();

  const screen = new ProjectorPage(await person());
  await new Entrance(screen.page, server.url).through(workshop.links.projector, "Projeter");
  await screen.alive();
  await screen.invites(workshop.code);

  // Ana types the code as one says it, Ben scans it, Cléo is behind a wire that will break.
  const ana = new BoardPage(await person());
  const ben = new BoardPage(await person());
  const cleo = new BoardPage(await person());
  const people = [ana, ben, cleo] as const;
  const spoken = workshop.code.toLowerCase().replace(/(.{3})/, "$1 ");
  await new Entrance(ana.page, server.url).enter(` ${spoken} `);
  await new Entrance(ana.page, server.url).join("Ana", 1);
  await ben.page.goto(workshop.links.join);
  await new Entrance(ben.page, server.url).join("Ben", 1);
  await new Entrance(cleo.page, wire.url).enter(workshop.code);
  await new Entrance(cleo.page, wire.url).join("Cléo", 1);
  for (const one of people) {
    await one.alive();
    await one.saved();
  }

  await fay.goTo("Lot 1 : usages et besoins");
  await fay.dealIntoHands(1);
  const titles: string[] = [];
  for (const one of people) {
    await expect(one.hand.getByRole("heading", { level: 3 }).first()).toBeVisible();
    titles.push(...(await one.placeAll()));
  }
  expect(new Set(titles).size).toBe(10);
  for (const one of [fay, ...people]) await one.shows("10 cartes posées", "0 lien");
  await screen.shows("10 cartes posées", "0 lien");

  await fay.goTo("Lot 2 : équipements et infrastructures");
  const pair = (n: number): [string, string, string] => [titles[n] ?? "", titles[n + 1] ?? "", `raison ${n + 1}`];
  for (const n of [0, 1, 2]) await ana.link(...pair(n));
  for (const n of [3, 4]) await ben.link(...pair(n));
  await ben.saved();

  await ben.page.reload();
  await ben.alive();
  await ben.shows("10 cartes posées", "5 liens");
  await ben.link(...pair(5));

  await cleo.link(...pair(6));
  await cleo.saved();
  wire.cut();
  await expect(cleo.status).toContainText("hors ligne");
  await cleo.link(...pair(7));
  await expect(cleo.status).toContainText("hors ligne (1)");
  await ana.shows("10 cartes posées", "7 liens");
  wire.mend();
  await cleo.saved();

  for (const one of [fay, ...people]) await one.shows("10 cartes posées", "8 liens");
  await screen.shows("10 cartes posées", "8 liens");

  await fay.save("Notre premier plateau");
  await server.kill();
  for (const one of [fay, ...people]) await expect(one.status).toContainText("hors ligne");
  await server.restart();
  for (const one of [fay, ...people]) await one.saved();

  // The next day.
  const library = new LibraryPage(odile.page, server.url);
  await odile.signOut();
  await odile.signIn("Odile", "trois cordes et un rideau");
  await library.open();
  await library.shelves("Notre premier plateau", "10 cartes", "8 liens");
  await library.read("Notre premier plateau");
  for (const title of titles) await expect(library.main.getByRole("heading", { name: title })).toBeVisible();
  for (let n = 1; n <= 8; n += 1) await expect(library.main).toContainText(`raison ${n}`);
});

test("the board is the same after a crash for whoever comes back to it", async ({ server, person }) => {
  const workshop = await server.workshop("Reprise", 1);
  const fay = new FacilitationPage(await person());
  await new Entrance(fay.page, server.url).through(workshop.links.facilitate, "Animer");
  await fay.alive();
  const ana = new BoardPage(await person());
  await ana.page.goto(workshop.links.join);
  await new Entrance(ana.page, server.url).join("Ana");
  await ana.alive();
  await ana.saved();
  await fay.goTo("Lot 1 : usages et besoins");
  await fay.dealIntoHands(2);
  await expect(ana.hand.getByRole("heading", { level: 3 })).toHaveCount(5);
  await ana.placeAll();
  await server.kill();
  await server.restart();
  await ana.page.reload();
  await ana.alive();
  await ana.shows("5 cartes posées", "0 lien");
});

test("what is done without a network is not lost when the tab is closed", async ({ server, wire, person }) => {
  const workshop = await server.workshop("Tournée", 1);
  const fay = new FacilitationPage(await person());
  await new Entrance(fay.page, server.url).through(workshop.links.facilitate, "Animer");
  await fay.alive();
  const cleo = new BoardPage(await person());
  await new Entrance(cleo.page, wire.url).enter(workshop.code);
  await new Entrance(cleo.page, wire.url).join("Cléo");
  await cleo.alive();
  await cleo.saved();
  await fay.goTo("Lot 1 : usages et besoins");
  await fay.dealIntoHands(2);
  await expect(cleo.hand.getByRole("heading", { level: 3 })).toHaveCount(5);
  const [cause = "", consequence = ""] = await cleo.placeAll();
  await fay.goTo("Lot 2 : équipements et infrastructures");
  await expect(cleo.sentence.getByLabel("La cause")).toBeVisible();
  wire.cut();
  await expect(cleo.status).toContainText("hors ligne");
  await cleo.link(cause, consequence, "on l’a vu");
  await expect(cleo.status).toContainText("hors ligne (1)");
  const address = cleo.page.url();
  const later = await cleo.page.context().newPage();
  await cleo.page.close();
  wire.mend();
  await later.goto(address);
  const again = new BoardPage(later);
  await again.alive();
  await again.saved();
  await again.shows("5 cartes posées", "1 lien");
  await fay.shows("5 cartes posées", "1 lien");
});
