// The debrief sheet: read and written together at the closing, validated, printed, and corrected a week later.
import { statSync } from "node:fs";
import { expect } from "@playwright/test";
import { fits } from "../fixtures/fits.ts";
import { text, told } from "../fixtures/pdf.ts";
import { test } from "../fixtures/test.ts";
import { BoardPage } from "../pages/board.ts";
import { DebriefPage } from "../pages/debrief.ts";
import { Entrance } from "../pages/entrance.ts";
import { FacilitationPage } from "../pages/facilitation.ts";
import { OrganiserPages } from "../pages/organiser.ts";
import { ProjectorPage } from "../pages/projector.ts";

const ERASED = "Ce qui n’est pas écrit dans cette fiche sera effacé.";
const LARGEST = 2_000_000;
const LONGEST = 5_000;

test("a sheet is written together at the closing, validated, printed, and corrected later", async ({ server, person }, info) => {
  test.setTimeout(180_000);
  const workshop = await server.workshop("Équipe du théâtre, janvier", 2, 180);
  const odile = new OrganiserPages(await person(), server.url);
  await odile.setUp(server.printed, "odile", "trois cordes et un rideau");
  const address = `${server.url}/animer/${workshop.id}/fiche`;

  // An evening, in short.
  const fay = new FacilitationPage(await person());
  await new Entrance(fay.page, server.url).through(workshop.links.facilitate, "Animer");
  await fay.page.goto(`${server.url}/animer/${workshop.id}/1`);
  await fay.alive();
  const screen = new ProjectorPage(await person());
  await screen.page.setViewportSize({ width: 1920, height: 1080 });
  await new Entrance(screen.page, server.url).through(workshop.links.projector, "Projeter");
  await screen.alive();
  const ben = new BoardPage(await person());
  await ben.page.goto(workshop.links.join);
  await new Entrance(ben.page, server.url).join("Ben-Témoin", 1);
  await ben.alive();
  await fay.goTo("Lot 1 : usages et besoins");
  await fay.dealIntoHands(1);
  const titles = (await ben.placeAll()).slice(0, 4);
  await fay.goTo("Lot 2 : équipements et infrastructures");
  for (const [n, title] of titles.slice(1).entries()) await ben.link(titles[n] ?? "", title, `raison ${n}`);
  await ben.saved();
  await fay.goTo("Actions : effort et impact");
  const plain = await person({ like: ben.page, javaScript: false });
  await plain.goto(`${server.url}/actions/${workshop.tables[0]?.board ?? ""}`);
  for (const [what, renounces] of [["Mesurer la lumière", false], ["L’écran du hall, la nuit", true]] as const) {
    await plain.getByLabel("L’action, en une phrase").fill(what);
    if (renounces) await plain.getByLabel("C’est un renoncement").check();
    await plain.getByLabel("Qui s’en occupe").fill("Ben-Témoin");
    await plain.getByRole("button", { name: "Retenir", exact: true }).click();
  }

  // The closing: the person who facilitates and somebody beside them write, without a script.
  await fay.goTo("Clôture");
  const mine = new DebriefPage(await person({ like: fay.page, javaScript: false }), address);
  await mine.open();
  await expect(mine.main).toContainText(ERASED);
  await expect(mine.field(5, "Action")).toHaveValue("Mesurer la lumière");
  await expect(mine.field(6, "Ce que l’on arrête ou réduit")).toHaveValue("L’écran du hall, la nuit");
  const theirs = new DebriefPage(await person({ like: odile.page, javaScript: false }), address);
  await theirs.open();
  await theirs.write(5, "Responsable", "Régie");
  await mine.field(5, "Coût ou temps").fill("Deux jours");
  await mine.write(5, "Responsable", "Accueil");
  const choice = mine.block(5).locator(".debrief-choice");
  await expect(choice).toContainText("Rien n’est perdu");
  await expect(choice).toContainText("Régie");
  await expect(choice).toContainText("Accueil");
  await expect(mine.field(5, "Coût ou temps"), "what nobody else wrote is kept").toHaveValue("Deux jours");
  await expect(mine.main.locator("#valider").getByRole("checkbox")).toHaveCount(0);
  await fits(mine.page, "sheet-choice");
  await choice.getByRole("button", { name: /: Accueil$/ }).click();
  await expect(mine.block(5).locator(".debrief-choice")).toHaveCount(0);
  await expect(mine.field(5, "Responsable")).toHaveValue("Accueil");

  // The room sees it being written: on the screen by itself, on a phone when its person asks for it.
  await mine.write(7, "Formation", "Écoconception pour la régie");
  await expect(screen.page.getByRole("main")).toContainText("Écoconception pour la régie", { timeout: 10_000 });
  await expect(screen.page.getByRole("main")).toContainText(ERASED);
  await expect(screen.page.getByRole("main")).not.toContainText("lien essentiel");
  if (process.env["KEEP"] !== undefined) await screen.page.screenshot({ path: `${process.env["KEEP"]}/sheet-screen.png` });
  await plain.goto(`${server.url}/retour/${workshop.tables[0]?.board ?? ""}`);
  await plain.getByRole("link", { name: "Fiche de restitution" }).click();
  await expect(plain.getByRole("main")).toContainText("Écoconception pour la régie");
  await expect(plain.getByRole("main")).not.toContainText("lien essentiel");
  await fits(plain, "sheet-room");
  await plain.getByRole("link", { name: "Suivre en direct" }).click();
  await mine.write(7, "Budget", "Deux mille euros");
  await expect(plain.getByRole("main")).toContainText("Deux mille euros", { timeout: 20_000 });

  // Whoever read it before the last change reads it again.
  await theirs.open();
  await mine.write(10, "Licence", "CC BY-SA 4.0");
  await theirs.validate(false);
  await expect(theirs.main.getByRole("alert")).toContainText("Quelqu’un a écrit entre-temps");
  await fits(mine.page, "sheet-draft");
  await mine.validate(true);
  await expect(mine.main).toContainText("Version 1, validée le");
  await expect(mine.main.locator("form")).toHaveCount(0);
  await expect(screen.page.getByRole("main")).toContainText("Merci", { timeout: 10_000 });
  await mine.page.goto(`${server.url}/animer/${workshop.id}/retours`);
  await expect(mine.main).toContainText("L’atelier est terminé");

  // A week later, the organiser: from a saved board to its sheet, on screen and on both papers.
  await server.kill();
  await server.restart(7);
  await theirs.page.goto(`${server.url}/bibliotheque`);
  await theirs.main.locator(".shelf-name > a").first().click();
  await expect(theirs.main).not.toContainText("Ben-Témoin (");
  await theirs.main.getByRole("link", { name: "Fiche de restitution", exact: true }).click();
  await expect(theirs.main).toContainText("Version 1, validée le");
  await expect(theirs.block(5)).toContainText("Accueil");
  await expect(theirs.block(2)).toContainText("lien");
  await fits(theirs.page, "sheet-valid");
  for (const [name, size] of [["Fiche en PDF, A4", "595.28 x 841.89"], ["Affiche en PDF, A3", "1190.55 x 841.89"]] as const) {
    const begun = Date.now();
    const waits = theirs.page.waitForEvent("download");
    await theirs.main.getByRole("link", { name }).click();
    const file = await waits;
    const path = info.outputPath(file.suggestedFilename());
    await file.saveAs(path);
    expect(Date.now() - begun, name).toBeLessThan(LONGEST);
    expect(statSync(path).size, name).toBeLessThan(LARGEST);
    const paper = await told(path);
    expect(paper, paper.fonts.join(", ")).toMatchObject({ tagged: true, embedded: true });
    expect(paper.size).toContain(size);
    const written = await text(path);
    for (const there of ["Mesurer la lumière", "Accueil", "L’écran du hall, la nuit"]) expect(written).toContain(there);
    // The wall says nothing of the key.
    expect(written.includes("lien essentiel") || written.includes("liens essentiels"), name).toBe(size.startsWith("595"));
    console.log(`${name}: ${statSync(path).size} bytes, ${Date.now() - begun} ms, ${paper.pages} pages`);
  }

  // A correction is another version, and the first one stays.
  await theirs.main.getByRole("link", { name: "Corriger la fiche" }).click();
  await theirs.write(5, "Responsable", "Direction technique");
  await theirs.validate(false);
  await expect(theirs.main).toContainText("Version 2, validée le");
  await expect(theirs.block(5)).toContainText("Direction technique");
  await theirs.main.getByRole("link", { name: "Version 1", exact: true }).click();
  await expect(theirs.block(5)).toContainText("Accueil");
  await theirs.page.emulateMedia({ media: "print" });
  if (process.env["KEEP"] !== undefined) await theirs.page.pdf({ path: `${process.env["KEEP"]}/sheet-printed.pdf`, preferCSSPageSize: true });
});
