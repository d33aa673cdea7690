// What a workshop costs is told to those who hold it: the device in the Plan, the room at the end.
import { expect, test } from "../fixtures/test.ts";
import { BoardPage } from "../pages/board.ts";
import { Entrance } from "../pages/entrance.ts";
import { FacilitationPage } from "../pages/facilitation.ts";
import { ProjectorPage } from "../pages/projector.ts";

const KILO = /([\d ]+)\sko/g;

test("a device tells its own bytes, and the closing slide the workshop's", async ({ server, person }) => {
  const workshop = await server.workshop("Empreinte", 1);
  const fay = new FacilitationPage(await person());
  await new Entrance(fay.page, server.url).through(workshop.links.facilitate, "Animer");
  await fay.alive();
  const screen = new ProjectorPage(await person());
  await new Entrance(screen.page, server.url).through(workshop.links.projector, "Projeter");
  await screen.alive();

  const ana = new BoardPage(await person());
  await ana.page.goto(workshop.links.join);
  await new Entrance(ana.page, server.url).join("Ana");
  await ana.alive();
  await ana.saved();
  const line = ana.page.locator(".footprint");
  await expect(line).toContainText("CO₂e");
  const [first] = [...(await line.innerText()).matchAll(KILO)].map(([, kilo]) => Number(kilo));
  const loaded = await ana.page.evaluate(() => {
    const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
    return entries.reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).transferSize, 0);
  });
  expect(first, "what the browser counts is what the page says").toBe(Math.ceil(loaded / 1000));

  await fay.goTo("Clôture");
  const told = screen.page.locator(".projector-footprint");
  await expect(told).toContainText("Tout l’atelier");
  await expect(told).toContainText("depuis le dernier démarrage du serveur");
  // Three screens came for the first time: the workshop weighs more than any of them.
  const said = await told.innerText();
  const whole = /([\d,]+)\s(ko|Mo)/.exec(said);
  const kilo = Number(whole?.[1]?.replace(",", ".")) * (whole?.[2] === "Mo" ? 1000 : 1);
  expect(kilo, said).toBeGreaterThan(loaded / 1000);
});
