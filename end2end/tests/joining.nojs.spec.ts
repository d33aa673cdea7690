// With JavaScript off: joining, and playing from the Plan.
import { expect, test } from "../fixtures/test.ts";
import { Entrance } from "../pages/entrance.ts";
import { FacilitationPage } from "../pages/facilitation.ts";
import { PlanPage } from "../pages/plan.ts";

test("a person joins, places two cards and links them without JavaScript", async ({ server, person }) => {
  const workshop = await server.workshop("Sans JavaScript", 2);
  const page = await person();
  const entrance = new Entrance(page, server.url);
  await entrance.enter(workshop.code.toLowerCase());
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sans JavaScript");
  await entrance.join("Dan", 2);
  const plan = new PlanPage(page);
  await plan.openFromBoard();

  // Somebody has to facilitate, and that page does live.
  const fay = new FacilitationPage(await person({ javaScript: true }));
  await new Entrance(fay.page, server.url).through(workshop.links.facilitate, "Animer");
  await fay.alive();
  await fay.page.goto(`${server.url}/animer/${workshop.id}/2`);
  await fay.alive();
  await fay.goTo("Lot 1 : usages et besoins");
  await fay.dealIntoHands(2);

  await plan.refresh();
  const cause = await plan.placeOne();
  const consequence = await plan.placeOne();
  await expect(plan.main).toContainText("2 cartes sur le plateau");
  await fay.goTo("Lot 2 : équipements et infrastructures");
  await plan.refresh();
  await plan.link(cause, consequence, "on l’a vu");
  await expect(plan.main).toContainText("1 lien");
  await expect(plan.main).toContainText("on l’a vu");
  await fay.shows("2 cartes posées", "1 lien");
});

test("an unknown code is told beside the field, with what was typed", async ({ server, person }) => {
  const entrance = new Entrance(await person(), server.url);
  await entrance.enter("zzz zzz");
  await expect(entrance.refusal).toContainText("Aucun atelier n’a ce code.");
  await expect(entrance.code).toHaveValue("zzz zzz");
});
