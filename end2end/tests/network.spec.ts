// Between houses: what one of them offers is read by everybody, gathered on the server of another, and gone when it is
// withdrawn or its day has come. Nobody needs JavaScript for it.
import { readFile } from "node:fs/promises";
import { fits } from "../fixtures/fits.ts";
import { Server } from "../fixtures/server.ts";
import { expect, test } from "../fixtures/test.ts";
import { OrganiserPages } from "../pages/organiser.ts";

const SPARE = "Deux projecteurs de réserve";

test("a house offers its spare projectors, another gathers the offer, and it ends on its day", async ({ server, person }) => {
  test.setTimeout(180_000);
  const odile = new OrganiserPages(await person({ javaScript: false }), server.url);
  await odile.setUp(server.printed, "odile", "trois cordes et un rideau");
  const here = odile.page;
  await here.goto(`${server.url}/reseau`);
  await here.getByLabel("De quoi il s’agit").selectOption("Du matériel proposé");
  await here.getByLabel("En une phrase").fill(SPARE);
  await here.getByLabel("Précisions (facultatif)").fill("Lampes neuves, à venir chercher");
  await here.getByLabel("Lieu", { exact: true }).fill("Théâtre de la Halle");
  await here.getByLabel("Comment vous joindre (facultatif)").fill("regie@halle.example");

  // A day that is over is refused, and nothing that was typed is lost.
  const until = await here.getByLabel("Jusqu’au").inputValue();
  await here.getByLabel("Jusqu’au").fill("2020-01-01");
  await here.getByRole("button", { name: "Publier maintenant" }).click();
  await expect(here.locator(".refusal")).toContainText("Cette date est passée.");
  await expect(here.getByLabel("En une phrase")).toHaveValue(SPARE);
  await expect(here.getByLabel("Comment vous joindre (facultatif)")).toHaveValue("regie@halle.example");
  await here.getByLabel("Jusqu’au").fill(until);
  await here.getByRole("button", { name: "Publier maintenant" }).click();
  await expect(here.getByRole("heading", { name: SPARE })).toBeVisible();
  await fits(here, "network");

  // Whoever comes by reads it, and may take nothing back.
  const anybody = await person({ javaScript: false });
  await anybody.goto(`${server.url}/reseau`);
  const offer = anybody.getByRole("listitem").filter({ hasText: SPARE });
  await expect(offer).toContainText("Théâtre de la Halle");
  await expect(offer).toContainText("regie@halle.example");
  await expect(anybody.getByRole("button", { name: /Retirer|Publier/ })).toHaveCount(0);
  const download = anybody.waitForEvent("download");
  await anybody.getByRole("link", { name: /Fichier à rassembler/ }).click();
  const file = await readFile(await (await download).path());

  // Another house puts it beside its own.
  const other = await Server.start();
  const nora = new OrganiserPages(await person({ javaScript: false }), other.url);
  await nora.setUp(other.printed, "nora", "trois cordes et un rideau");
  await nora.page.goto(`${other.url}/reseau`);
  await nora.page.getByRole("link", { name: "Rassembler ici le fichier d’un autre serveur" }).click();
  const sent = { name: "reseau.json", mimeType: "application/json", buffer: file };
  await nora.page.locator("input[type=file]").setInputFiles(sent);
  await nora.page.locator("form:has(input[type=file]) button").click();
  await nora.page.goto(`${other.url}/reseau`);
  await expect(nora.page.getByRole("listitem").filter({ hasText: SPARE })).toContainText("publié sur");

  // It is withdrawn at home; elsewhere it ends on its day.
  await here.getByRole("button", { name: `Retirer « ${SPARE} »` }).click();
  await anybody.reload();
  await expect(anybody.getByText(SPARE)).toHaveCount(0);
  await other.kill();
  await other.restart(190);
  await nora.page.reload();
  await expect(nora.page.getByText(SPARE)).toHaveCount(0);
  await other.stop();
});
