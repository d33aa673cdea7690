// One table, two languages: each device reads its own, and the board is the same.
import { evening } from "../fixtures/evening.ts";
import { expect, test } from "../fixtures/test.ts";

test("two phones at one table read the same board, one in French and one in English", async ({ server, person }, info) => {
  const workshop = await server.workshop("Accueil d’une compagnie", 1, 45);
  const { fay, sit } = await evening(server, workshop, person, info);
  const ana = await sit("Ana");

  // Joe's phone asks for English; the page says so before he typed anything.
  const joe = await person({ locale: "en-GB" });
  await joe.goto(workshop.links.join);
  await expect(joe.locator("html")).toHaveAttribute("lang", "en");
  await joe.getByLabel("First name or pseudonym").fill("Joe");
  await joe.getByRole("button", { name: "Join the session" }).click();
  await expect(joe.getByRole("region", { name: "My hand" })).toBeVisible();

  await fay.page.getByRole("button", { name: "Passer à : Cadre et question" }).click();
  await fay.page.getByRole("button", { name: "Passer à : Vague 1" }).click();
  await fay.press("Distribuer dans les mains : lot 1");
  await expect(joe.getByRole("heading", { level: 3 })).not.toHaveCount(0);
  await ana.placeAll();
  const place = joe.getByRole("button", { name: /^Place “/ });
  for (let left = await place.count(); left > 0; left -= 1) await place.first().click();
  await expect(place).toHaveCount(0);

  await ana.link("IA générative", "Centres de données", "il faut des machines");
  const outline = joe.getByRole("region", { name: "Outline of the board" });
  await expect(outline.getByText("il faut des machines").first()).toBeVisible();
  await expect(outline.getByText("Data centres").first()).toBeVisible();
  await expect(ana.outline.getByText("Centres de données").first()).toBeVisible();
  // Each device can be asked for the other language, in that language's own words, also once its page is alive.
  await ana.page.getByText("Cet appareil", { exact: true }).click();
  await expect(ana.page.getByRole("button", { name: "Read in English" })).toBeVisible();

  // A device that chooses keeps its choice, and nobody else's changes.
  const cover = await person();
  await cover.goto(server.url);
  await cover.getByRole("button", { name: "Read in English" }).click();
  await expect(cover.locator("html")).toHaveAttribute("lang", "en");
  await cover.goto(workshop.links.join);
  await expect(cover.getByLabel("First name or pseudonym")).toBeVisible();
  await ana.page.reload();
  await expect(ana.page.locator("html")).toHaveAttribute("lang", "fr");
});
