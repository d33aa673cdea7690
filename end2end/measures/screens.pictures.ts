// Pictures of every screen, at the sizes and in the lights that people have. `cargo xtask pictures` writes them.
import { writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { test } from "../fixtures/test.ts";
import { alive } from "../pages/alive.ts";
import { BoardPage } from "../pages/board.ts";
import { CockpitPage } from "../pages/cockpit.ts";
import { Entrance } from "../pages/entrance.ts";
import { FacilitationPage } from "../pages/facilitation.ts";
import { LibraryPage } from "../pages/library.ts";
import { OrganiserPages } from "../pages/organiser.ts";
import { ProjectorPage } from "../pages/projector.ts";
import { reduced } from "./reduced.ts";

/** Where the help has its pictures, and which: by name, the screen and the width at which it is shown. */
const HELP = process.env["HELP_PICTURES"] ?? "../public/aide";
const IN_HELP: Record<string, [string, number]> = {
  "board-hand-360-light": ["hand", 360],
  "board-360-light": ["board", 360],
  "cockpit-1440-light": ["cockpit", 608],
  "projector-1440-light": ["projector", 608],
  "library-1440-light": ["library", 608],
};

const FOLDER = process.env["PICTURES"] ?? "../docs/screens";
const PHONE = { width: 360, height: 640 };
const LAPTOP = { width: 1440, height: 900 };
const ROOM = { width: 1920, height: 1080 };

/** What a team might say of its cards. */
const REASONS = [
  "il faut des images partout, tout de suite",
  "chaque billet se contrôle à l’entrée",
  "les écrans changent plus vite que les pièces",
  "les vidéos restent en ligne des années",
  "le public ne vient plus sans téléphone",
  "la mise à jour ne s’installe plus",
];

/** The steps of the second half, the page that each opens beside the board, and the name of its picture. */
const HALF = [
  ["Titre et récit", "plateau", "story"],
  ["Restitution", "plateau", "restitution"],
  ["Visite des plateaux", "galerie", "gallery"],
  ["Météo", "meteo", "mood"],
  ["Actions : effort et impact", "actions", "actions"],
  ["Retours", "retour", "feedback"],
  ["Clôture", "plateau", "closing"],
] as const;

/** The pages that an organisation publishes, and the names of their pictures. */
const PUBLISHED = [
  ["accessibilite", "accessibility"],
  ["ecoconception", "eco"],
  ["confidentialite", "privacy"],
  ["aide", "help"],
  ["aide/participer", "help-participate"],
  ["aide/animer", "help-facilitate"],
] as const;

async function shoot(page: Page, name: string, sizes = [PHONE, LAPTOP], whole = false): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const light of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: light, reducedMotion: "reduce" });
      const picture = `${name}-${size.width}-${light}`;
      const png = await page.screenshot({ fullPage: whole });
      await writeFile(`${FOLDER}/${picture}.webp`, await reduced(page, png, Math.min(size.width, 960)));
      const help = IN_HELP[picture];
      if (help) await writeFile(`${HELP}/${help[0]}.webp`, await reduced(page, png, help[1]));
    }
  }
  await page.setViewportSize(LAPTOP);
}

test("every screen has its picture", async ({ server, person }) => {
  test.setTimeout(600_000);
  const visitor = await person();
  const entrance = new Entrance(visitor, server.url);
  await entrance.open();
  await shoot(visitor, "home");
  await entrance.enter("abc def");
  await shoot(visitor, "home-unknown-code");
  await visitor.goto(/http\S+installation\S+/.exec(server.printed)?.[0] ?? "");
  await shoot(visitor, "set-up");
  await visitor.goto(`${server.url}/connexion`);
  await shoot(visitor, "sign-in");
  await visitor.goto(`${server.url}/plateau/rien`);
  await shoot(visitor, "sorry");
  for (const [path, name] of PUBLISHED) {
    await visitor.goto(`${server.url}/${path}`);
    await shoot(visitor, name, [PHONE, LAPTOP], true);
  }

  const workshop = await server.workshop("Équipe du théâtre, janvier", 2);
  await visitor.goto(workshop.links.join);
  await shoot(visitor, "join");
  await visitor.goto(workshop.links.facilitate);
  await shoot(visitor, "door");

  const fay = new FacilitationPage(await person());
  await new Entrance(fay.page, server.url).through(workshop.links.facilitate, "Animer");
  await fay.alive();
  await shoot(fay.page, "cockpit-empty");
  await fay.page.getByRole("link", { name: "Ouvrir la table" }).first().click();
  await fay.alive();
  await shoot(fay.page, "facilitate-empty");
  const screen = new ProjectorPage(await person());
  await new Entrance(screen.page, server.url).through(workshop.links.projector, "Projeter");
  await screen.alive();
  await shoot(screen.page, "projector-invitation", [LAPTOP, ROOM]);

  const people = [new BoardPage(await person()), new BoardPage(await person()), new BoardPage(await person())] as const;
  for (const [at, one] of people.entries()) {
    await one.page.goto(workshop.links.join);
    await new Entrance(one.page, server.url).join(["Ana", "Benoît", "Cléo"][at] ?? "", 1);
    await one.alive();
  }
  const [ana] = people;
  await shoot(ana.page, "board-waiting");
  await fay.goTo("Lot 1 : usages et besoins");
  await fay.dealIntoHands(1);
  await ana.hand.getByRole("heading", { level: 3 }).first().waitFor();
  await shoot(ana.page, "board-hand");
  const titles: string[] = [];
  for (const one of people) titles.push(...(await one.placeAll()));
  await fay.dealIntoHands(2);
  for (const one of people) titles.push(...(await one.placeAll()));
  await fay.goTo("Lot 2 : équipements et infrastructures");
  for (const [n, reason] of REASONS.entries()) await ana.link(titles[n] ?? "", titles[n + 4] ?? "", reason);
  await ana.link(titles[11] ?? "", titles[2] ?? "", "");
  await ana.note("Et la nuit, qui éteint ?");
  await ana.saved();
  await shoot(ana.page, "board");
  await shoot(fay.page, "facilitate");
  await fay.page.goto(`${server.url}/animer/${workshop.id}`);
  await fay.alive();
  await fay.page.keyboard.press("1");
  await shoot(fay.page, "cockpit");
  await fay.page.goto(`${server.url}/animer/${workshop.id}/1`);
  await fay.alive();
  await shoot(screen.page, "projector", [LAPTOP, ROOM]);
  await ana.page.goto(`${server.url}/plan/${workshop.tables[0]?.board ?? ""}`);
  await shoot(ana.page, "plan", [PHONE, LAPTOP], true);

  await fay.save("Fin du deuxième lot");
  const cockpit = new CockpitPage(fay.page);
  const at = (path: string) => `${server.url}/animer/${workshop.id}${path}`;
  const page = async (path: string, name: string) => {
    await fay.page.goto(at(path));
    await shoot(fay.page, name, [PHONE, LAPTOP], true);
  };
  await page("/equipe", "team");
  await page("/deroule", "script");

  // A pause, and a network that is gone, as a participant sees them.
  await ana.page.goto(`${server.url}/plateau/${workshop.tables[0]?.board ?? ""}`);
  await ana.alive();
  await fay.page.goto(at(""));
  await fay.alive();
  await cockpit.press("Mettre en pause");
  await ana.page.getByText("La table est en pause").first().waitFor();
  await shoot(ana.page, "board-paused");
  await shoot(fay.page, "cockpit-paused");
  await cockpit.press("Reprendre");
  await ana.page.context().setOffline(true);
  await ana.page.getByText("hors ligne").first().waitFor();
  await shoot(ana.page, "board-offline");
  await ana.page.context().setOffline(false);
  await ana.saved();

  // The second half: plain pages beside the board, and what the room sees.
  const own = (path: string) => `${server.url}/${path}/${workshop.tables[0]?.board ?? ""}`;
  for (const [step, path, name] of HALF) {
    await fay.page.goto(at(""));
    await fay.alive();
    await cockpit.goTo(step);
    await ana.page.goto(own(path));
    await shoot(ana.page, name, [PHONE, LAPTOP], true);
    await shoot(screen.page, `projector-${name}`, [ROOM]);
  }
  await page("/retours", "returns");

  const organiser = new OrganiserPages(await person(), server.url);
  await organiser.setUp(server.printed, "regie@theatre.example", "une phrase assez longue");
  await shoot(organiser.page, "workshops", [PHONE, LAPTOP], true);
  await organiser.page.goto(`${server.url}/ateliers/cartes/45`);
  await shoot(organiser.page, "cards");
  const library = new LibraryPage(fay.page, server.url);
  await library.open();
  await shoot(library.page, "library");
  await library.show("Les plateaux nommés à la main");
  await library.read("Fin du deuxième lot");
  await shoot(library.page, "saved", [PHONE, LAPTOP], true);
  await library.page.getByRole("link", { name: "Revoir comment il s’est construit" }).click();
  await alive(library.page);
  await shoot(library.page, "replay", [PHONE, LAPTOP], true);
  await library.open();
  await library.page.getByRole("link", { name: "Comparer des plateaux" }).click();
  for (const board of (await library.page.getByRole("checkbox").all()).slice(0, 3)) await board.check();
  await library.page.getByRole("button", { name: "Comparer", exact: true }).click();
  await shoot(library.page, "compare", [PHONE, LAPTOP], true);

  // What organisers come back to, a week later.
  for (const [name, path] of [
    ["sheet", `animer/${workshop.id}/fiche`],
    ["follow-up", `animer/${workshop.id}/suivi`],
    ["shares", "bibliotheque/1/partage"],
    ["organisation", "organisation"],
    ["decks", "jeux"],
    ["network", "reseau"],
  ] as const) {
    await organiser.page.goto(`${server.url}/${path}`);
    await shoot(organiser.page, name, [PHONE, LAPTOP], true);
  }
});
