// Bad wifi: the page is there long before its wasm, and people do not wait to type.
import { expect, test } from "../fixtures/test.ts";
import { BoardPage } from "../pages/board.ts";
import { Entrance } from "../pages/entrance.ts";
import { FacilitationPage } from "../pages/facilitation.ts";

test("what was typed before the page came alive is still there, and can be sent", async ({ server, person }) => {
  const workshop = await server.workshop("Wifi du hall", 1);
  const fay = new FacilitationPage(await person());
  await new Entrance(fay.page, server.url).through(workshop.links.facilitate, "Animer");
  await fay.alive();
  await fay.goTo("Lot 1 : usages et besoins");
  const ana = new BoardPage(await person());
  await ana.page.goto(workshop.links.join);
  await new Entrance(ana.page, server.url).join("Ana");
  await ana.alive();
  await fay.dealIntoHands(1);
  await expect(ana.hand.getByRole("heading", { level: 3 })).toHaveCount(10);
  await ana.placeAll();
  await fay.goTo("Lot 2 : équipements et infrastructures");
  await expect(ana.sentence.getByRole("button", { name: "Relier" })).toBeVisible();

  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await ana.page.route("**/*.wasm", async (route) => {
    await arrived;
    await route.continue();
  });
  await ana.page.reload({ waitUntil: "commit" });
  const cause = ana.page.getByLabel("La cause");
  const because = ana.page.getByLabel("parce que");
  await expect(cause.getByRole("option")).toHaveCount(11);
  await cause.selectOption({ index: 1 });
  await ana.page.getByLabel("La conséquence").selectOption({ index: 2 });
  await because.fill("le débit manque au sous-sol");
  await expect(ana.page.locator("html")).not.toHaveAttribute("data-alive", "");
  arrive();
  await ana.alive();
  await expect(because).toHaveValue("le débit manque au sous-sol");
  await expect(because).toBeFocused();
  await ana.sentence.getByRole("button", { name: "Relier" }).click();
  await expect(ana.page.getByText("le débit manque au sous-sol").first()).toBeVisible();
  await ana.saved();
});
