// Months after the workshop: a mail arrives at the address that somebody left, they answer with one tap and without
// JavaScript, the organiser reads it, and the address is erased as soon as they ask.
import { writeFile } from "node:fs/promises";
import { fits } from "../fixtures/fits.ts";
import { Letterbox } from "../fixtures/letterbox.ts";
import { expect, test } from "../fixtures/test.ts";
import { BoardPage } from "../pages/board.ts";
import { CockpitPage } from "../pages/cockpit.ts";
import { DecisionsPage } from "../pages/decisions.ts";
import { Entrance } from "../pages/entrance.ts";
import { OrganiserPages } from "../pages/organiser.ts";

test("what was decided is asked for a month later, answered with one tap, read in shares, and stopped", async ({ server, person }) => {
  test.setTimeout(240_000);
  const letterbox = await Letterbox.open();
  const odile = new OrganiserPages(await person({ javaScript: false }), server.url);
  await odile.setUp(server.printed, "odile", "trois cordes et un rideau");
  await server.kill();
  await server.restart(0, letterbox.options);
  const workshop = await server.workshop("Équipe du théâtre, janvier", 1, 45);
  const fay = new CockpitPage(await person());
  await new Entrance(fay.page, server.url).through(workshop.links.facilitate, "Animer");
  await fay.alive();
  const ben = new BoardPage(await person());
  await ben.page.goto(workshop.links.join);
  await new Entrance(ben.page, server.url).join("Ben");
  await ben.alive();
  await fay.goTo("Une action, un renoncement");
  await ben.page.getByRole("link", { name: "Les actions de la table" }).first().click();
  const decisions = new DecisionsPage(ben.page);
  await decisions.decide("Éteindre la nuit");
  await fay.goTo("Retours");

  // The box is empty, and stays out of the answers.
  await ben.page.goto(`${server.url}/retour/${workshop.tables[0]?.board ?? ""}`);
  const box = ben.page.getByLabel(/Recevoir un rappel à 1, 3 et 6 mois/);
  await expect(box).toHaveValue("");
  await fits(ben.page, "feedback");
  await box.fill("ben@theatre.example");
  await ben.page.getByRole("button", { name: "Envoyer mon avis" }).click();
  await expect(ben.page.getByText("Trois rappels au plus arriveront")).toBeVisible();

  await odile.page.goto(`${server.url}/bibliotheque/suivi`);
  await fits(odile.page, "follow-ups");
  await odile.page.getByRole("link", { name: workshop.title }).click();
  await expect(odile.page.getByRole("main")).toContainText("1 personne recevra encore un rappel par courriel.");
  await expect(odile.page.getByRole("main")).not.toContainText("ben@");
  const download = odile.page.waitForEvent("download");
  await odile.page.getByRole("link", { name: /dates dans un agenda/ }).click();
  const calendar = await (await download).createReadStream().then((stream) => stream.toArray());
  const ics = Buffer.concat(calendar as Buffer[]).toString("utf8");
  expect(ics.match(/BEGIN:VEVENT/g), "three meetings, and the first step where it has a day").toHaveLength(3);
  if (process.env["KEEP"] !== undefined) await writeFile(`${process.env["KEEP"]}/suivi.ics`, ics);

  // A month and a day later.
  await server.kill();
  await server.restart(32, letterbox.options);
  await expect.poll(() => letterbox.mails.length, "the mail arrives").toBe(1);
  const [mail] = letterbox.mails;
  expect(mail?.to).toBe("ben@theatre.example");
  expect(mail?.text).toContain("1. Éteindre la nuit (table 1)");
  const link = /Besoin d’aide : (\S+)/.exec((mail?.text ?? "").replaceAll("\u00a0", " "))?.[1] ?? "";

  // At home, on another device, without JavaScript: the link answers nothing, the button does.
  const home = await person({ javaScript: false });
  await home.goto(link);
  await expect(home.getByRole("main")).toContainText("Vous n’avez pas encore répondu.");
  await fits(home, "answer");
  await home.getByRole("button", { name: "Répondre « besoin d’aide »", exact: true }).click();
  await expect(home.getByRole("main")).toContainText("Votre réponse : besoin d’aide.");
  await home.getByRole("button", { name: "Répondre « en cours » à « Éteindre la nuit »" }).click();
  await expect(home.getByRole("main")).toContainText("Votre réponse : en cours.");

  // One answer has a name: the organiser reads that there are too few, and says how it stands herself.
  await odile.page.reload();
  const action = odile.page.getByRole("listitem").filter({ hasText: "Éteindre la nuit" }).first();
  await expect(action).toContainText("Trop peu de réponses pour être montrées sans nommer personne.");
  await action.getByText("Écrire ce qu’il en est").click();
  await action.getByLabel("Où en est l’action").selectOption("en cours");
  await action.getByLabel("Un mot pour l’équipe").fill("La régie éteint déjà le hall.");
  await action.getByRole("button", { name: "Garder" }).click();
  await expect(action).toContainText("La régie éteint déjà le hall.");
  await expect(action).toContainText("écrit par l’équipe");
  await fits(odile.page, "follow-up");

  await home.getByRole("button", { name: "Ne plus recevoir de rappel et effacer mon adresse" }).click();
  await expect(home.getByRole("main")).toContainText("votre adresse n’est plus sur ce serveur");
  await odile.page.reload();
  await expect(odile.page.getByRole("main")).toContainText("Personne n’attend de rappel par courriel.");
  await server.kill();
  await server.restart(200, letterbox.options);
  expect(letterbox.mails, "and nothing else arrives").toHaveLength(1);
  await home.goto(link);
  await expect(home.getByRole("main")).toContainText("Ce lien n’est plus valable");
  letterbox.close();
});
