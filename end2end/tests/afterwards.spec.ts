// What becomes of a workshop, from its closing to its erasure: one organiser, two tables, two months. Each part has its own
// tests; this one goes through all of them, on the boards of one evening.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { Letterbox } from "../fixtures/letterbox.ts";
import { holds } from "../fixtures/folder.ts";
import { expect, test } from "../fixtures/test.ts";
import { fill, fullBoard } from "../measures/full_board.ts";
import { BoardPage } from "../pages/board.ts";
import { DebriefPage } from "../pages/debrief.ts";
import { DecisionsPage } from "../pages/decisions.ts";
import { Entrance } from "../pages/entrance.ts";
import { FacilitationPage } from "../pages/facilitation.ts";
import { LibraryPage } from "../pages/library.ts";
import { OrganiserPages } from "../pages/organiser.ts";
import { ReplayPage } from "../pages/replay.ts";
import { SharePage } from "../pages/share.ts";

const MUCH = { cards: 10, notes: 1, links: 4 };
/** A name that is in no text of ours. */
const NAMED = "Perchenolle";

/** What Python's own readers find in the archive: every file whole, tables, data, documents and a picture. */
const READS = `
import csv, io, json, sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
assert archive.testzip() is None
names = archive.namelist()
data = next(json.loads(archive.read(name)) for name in names if name.endswith(".json"))
rows = {}
for name in names:
    content = archive.read(name)
    if name.endswith(".csv"):
        text = content.decode("utf-8-sig")
        rows[name] = list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if content[:3] == b"\\xef\\xbb\\xbf" else ",", strict=True))
    if name.endswith(".pdf"):
        assert content.startswith(b"%PDF-")
    if name.endswith(".png"):
        assert content.startswith(b"\\x89PNG")
print(json.dumps({"names": len(names), "cards": len(data["cards"]), "links": len(data["links"]), "rows": max(len(read) for read in rows.values())}))
`;

test("an evening of two tables is read, replayed, compared, written down, exported, shared, followed up and erased", async ({ server, person }, info) => {
  test.setTimeout(300_000);
  const letterbox = await Letterbox.open();
  const odile = new OrganiserPages(await person(), server.url);
  await odile.setUp(server.printed, "odile", "trois cordes et un rideau");
  await server.kill();
  await server.restart(0, letterbox.options);

  // The evening.
  const { workshop, fay, ana } = await fullBoard(server, person, MUCH, 2);
  const second = new FacilitationPage(await person({ like: fay.page }));
  await second.page.goto(`${server.url}/animer/${workshop.id}/2`);
  await second.alive();
  const ben = new BoardPage(await person());
  await ben.page.goto(workshop.links.join);
  await new Entrance(ben.page, server.url).join(NAMED, 2);
  await ben.alive();
  await second.goTo("Lot 6 : leviers et règles");
  await fill(server, second, ben.page, workshop.tables[1]?.board ?? "", { ...MUCH, links: 6 });
  await fay.save("La table du hall");
  await second.save("La table de la régie");
  await second.goTo("Actions : effort et impact");
  await ben.page.goto(`${server.url}/actions/${workshop.tables[1]?.board ?? ""}`);
  await new DecisionsPage(ben.page).decide("Éteindre la nuit");
  await second.goTo("Retours");
  await ben.page.goto(`${server.url}/retour/${workshop.tables[1]?.board ?? ""}`);
  await ben.page.getByLabel(/Recevoir un rappel à 1, 3 et 6 mois/).fill("quelquun@theatre.example");
  await ben.page.getByRole("button", { name: "Envoyer mon avis" }).click();
  await expect(ben.page.getByRole("main")).toContainText("Trois rappels au plus arriveront");
  await ana.page.close();
  for (const word of [NAMED, "quelquun@"]) {
    expect(await holds(server.folder, word), `« ${word} » can be found as long as it is there`).not.toEqual([]);
  }

  // Read and replayed.
  const library = new LibraryPage(odile.page, server.url);
  await library.open();
  await library.read("La table du hall");
  await expect(library.main.getByRole("heading", { name: "Boucles et chaînes à discuter" })).toBeVisible();
  await odile.page.getByRole("link", { name: "Revoir comment il s’est construit" }).click();
  const replay = new ReplayPage(odile.page);
  await replay.alive();
  await replay.shows("10 cartes posées", "4 liens");
  await odile.page.keyboard.press("Home");
  await replay.shows("0 carte posée");

  // Compared; one evening is too little for an overview.
  await library.open();
  await odile.page.getByRole("link", { name: "Comparer des plateaux" }).click();
  for (const name of ["La table du hall", "La table de la régie"]) await odile.page.getByRole("checkbox", { name }).check();
  await odile.page.getByRole("button", { name: "Comparer", exact: true }).click();
  await expect(library.main).toContainText("(plateaux 1, 2)");
  await library.open();
  await odile.page.getByRole("link", { name: "Vue d’ensemble de ces plateaux" }).click();
  await expect(library.main).toContainText("Une vue d’ensemble se montre à partir de 5 ateliers");

  // The sheet, written, validated, and the workshop closed with it.
  const sheet = new DebriefPage(odile.page, `${server.url}/animer/${workshop.id}/fiche`);
  await sheet.open();
  await expect(sheet.field(5, "Action")).toHaveValue("Éteindre la nuit");
  await sheet.write(5, "Responsable", "Régie");
  await sheet.validate(true);
  await expect(sheet.main).toContainText("Version 1, validée le");

  // Everything in one file, and Python reads it.
  await library.open();
  await library.find("régie");
  await library.read("La table de la régie");
  const waits = odile.page.waitForEvent("download");
  await odile.page.getByRole("link", { name: "Tout emporter (ZIP)" }).click();
  const file = info.outputPath("tout.zip");
  await (await waits).saveAs(file);
  const { stdout } = await promisify(execFile)("python3", ["-c", READS, file]);
  const read = JSON.parse(stdout) as { names: number; cards: number; links: number; rows: number };
  expect(read.links).toBe(6);
  expect(read.cards).toBeGreaterThanOrEqual(10);
  expect(read.rows, "a row for each card, and the head").toBe(read.cards + 1);
  expect(read.names).toBeGreaterThan(10);

  // Shared, and taken back.
  const links = new SharePage(odile.page);
  await links.open();
  const { address } = await links.make("Le conseil", "30 jours");
  const council = await person({ javaScript: false });
  await council.goto(address);
  await expect(council.getByRole("heading", { level: 1 })).toHaveText("La table de la régie");
  await expect(council.getByRole("main")).not.toContainText(NAMED);
  await links.revoke("Le conseil");
  expect((await council.reload())?.status()).toBeGreaterThanOrEqual(404);

  // A month later.
  await server.kill();
  await server.restart(32, letterbox.options);
  await expect.poll(() => letterbox.mails.length, "the reminder arrives").toBe(1);
  const answer = /En cours : (\S+)/.exec((letterbox.mails[0]?.text ?? "").replaceAll("\u00a0", " "))?.[1] ?? "";
  await council.goto(answer);
  await council.getByRole("button", { name: "Répondre « en cours »", exact: true }).click();
  await expect(council.getByRole("main")).toContainText("Votre réponse : en cours.");
  await odile.page.goto(`${server.url}/bibliotheque/suivi`);
  await odile.page.getByRole("link", { name: workshop.title }).click();
  await expect(library.main).toContainText("Éteindre la nuit");
  await expect(library.main, "the owner comes from the sheet").toContainText("Régie");

  // And erased.
  await odile.page.goto(`${server.url}/ateliers`);
  await library.main.getByRole("link", { name: `L’effacer maintenant : ${workshop.title}` }).click();
  await library.main.getByLabel("Pour confirmer, écrivez le titre de l’atelier").fill(workshop.title);
  await library.main.getByRole("button", { name: "Effacer définitivement" }).click();
  await expect(odile.page).toHaveURL(`${server.url}/bibliotheque`);
  await expect(library.main).not.toContainText("La table du hall");
  await expect.poll(() => holds(server.folder, NAMED), { timeout: 60_000 }).toEqual([]);
  await expect.poll(() => holds(server.folder, "quelquun@"), { timeout: 60_000 }).toEqual([]);
  await council.goto(answer);
  await expect(council.getByRole("main")).toContainText("Ce lien n’est plus valable");
  letterbox.close();
});
