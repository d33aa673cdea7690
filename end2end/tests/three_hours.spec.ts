// Parts of the three hours: the first, the second and the last lot, the gate between them, one table that is late, and
// a person who comes late.
import { evening } from "../fixtures/evening.ts";
import { expect, test } from "../fixtures/test.ts";

test("the first, the second and the last lot of three hours", async ({ server, person }, info) => {
  test.setTimeout(240_000);
  const workshop = await server.workshop("Saison prochaine", 2, 180);
  const { fay, sit, shoot } = await evening(server, workshop, person, info);
  const ana = await sit("Ana", 1);
  const ben = await sit("Ben", 1);
  const dan = await sit("Dan", 2);

  for (const step of ["Accueil et cadre", "Brise-glace : l’objet qui tient", "Règles du plateau", "Lot 1 : usages et besoins"]) {
    await fay.goOn(step);
  }
  await fay.press("Distribuer dans les mains : lot 1");
  await expect(ana.hand.getByRole("heading", { level: 3 })).toHaveCount(5);
  await expect(dan.hand.getByRole("heading", { level: 3 })).toHaveCount(10);

  // Somebody comes late, and gets a share of what the others still hold.
  await fay.choose(1);
  const cleo = await sit("Cléo", 1);
  await fay.press("Donner une carte à Cléo");
  await expect(cleo.hand.getByRole("heading", { level: 3 })).toHaveCount(3);
  for (const one of [ana, ben, cleo]) await one.placeAll();
  await expect(fay.tile(1)).toContainText("10 sur 10 cartes posées");

  await shoot("lot 1");

  // Table 1 goes on, table 2 is late: its gate is shut, says why, and can be forced.
  await fay.goTo("Lot 2 : équipements et infrastructures");
  await fay.press("Distribuer une carte à la fois : lot 2");
  await expect(ana.hand.getByRole("heading", { level: 3 })).toHaveCount(1);
  await fay.press(/^Retourner la carte suivante du lot 2/);
  await expect(ana.hand.getByRole("heading", { level: 3 })).toHaveCount(2);
  await shoot("lot 2");
  await fay.choose(2);
  await expect(fay.page.getByText(/10 cartes attendent encore d’être posées/)).toBeVisible();
  await fay.press("Distribuer quand même dans les mains : lot 2");
  await expect(dan.hand.getByRole("heading", { level: 3 })).toHaveCount(15);
  await fay.press("Reprendre le lot 2 : ses cartes quittent les mains");
  await expect(dan.hand.getByRole("heading", { level: 3 })).toHaveCount(10);
  await dan.placeAll();

  await fay.allTables();
  await fay.goTo("Lot 6 : leviers et règles");
  await fay.choose(2);
  await fay.press("Distribuer dans les mains : lot 6");
  await expect(dan.hand.getByRole("heading", { level: 3 })).toHaveCount(8);
  await dan.placeAll();
  await expect(fay.tile(2)).toContainText("18 sur 18 cartes posées");
  await fay.press("Ouvrir les versos : lot 6");
  await expect(fay.page.getByText("versos ouverts").first()).toBeVisible();
  await shoot("lot 6");
});
