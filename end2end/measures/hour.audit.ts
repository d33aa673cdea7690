// What one hour of workshop costs one participant on the wire, beside loading: the whole script of forty-five minutes
// with six people at one table, everything they do and the pointers of those who have a mouse. `cargo xtask audit`.
import { expect, test } from "../fixtures/test.ts";
import { BoardPage } from "../pages/board.ts";
import { evening } from "../fixtures/evening.ts";
import { DecisionsPage } from "../pages/decisions.ts";
import { Entrance } from "../pages/entrance.ts";
import { keep } from "./kept.ts";
import { Sockets } from "./sockets.ts";

const OTHERS = ["Ben", "Cléo", "Dan", "Eve", "Flo"];
const BECAUSE = "on en fabrique plus que ce que l’on peut réparer";
/** Bytes, for a laptop and for a phone: a small screen shows nobody's pointer and is sent none. */
const AT_MOST = { laptop: 150_000, phone: 20_000 };
/** What nobody plays in real time: how long pointers move in an hour, of two people with a mouse. A third of everybody. */
const POINTING = 20 * 60;
/** How long a pointer is measured. */
const SAMPLE = 10_000;

test("an hour of workshop weighs little", async ({ server, person }, info) => {
  test.setTimeout(300_000);
  const workshop = await server.workshop("Une heure", 1, 45);
  const { fay, sit } = await evening(server, workshop, person, info);
  const { page: cockpit } = fay;
  const goOn = async (step: string) => {
    const next = cockpit.getByRole("button", { name: `Passer à : ${step}` });
    await next.click();
    await expect(next).toHaveCount(0);
  };
  const ana = new BoardPage(await person());
  const sockets = await Sockets.of(ana.page);
  const rows: [string, number, number, number][] = [];
  const before = { frames: 0, sent: 0, received: 0 };
  const counted = (what: string) => {
    const { frames, sent, received } = sockets;
    rows.push([what, frames - before.frames, sent - before.sent, received - before.received]);
    Object.assign(before, { frames, sent, received });
  };
  await ana.page.goto(workshop.links.join);
  await new Entrance(ana.page, server.url).join("Ana");
  await ana.alive();
  const everybody = [ana];
  for (const name of OTHERS) everybody.push(await sit(name));
  const [, ben, cleo, dan] = everybody as [BoardPage, BoardPage, BoardPage, BoardPage];
  counted("hello, and six people sit down");

  await goOn("Cadre et question");
  for (const one of everybody) await one.note("Un objet qui tient, et pourquoi il tient encore");
  for (const one of everybody) await one.saved();
  counted("frame and question: a note each");
  const titles: string[] = [];
  for (const [wave, step] of ["Vague 1 : six cartes et leurs liens", "Vague 2 : six cartes de plus"].entries()) {
    await goOn(step);
    await fay.press(`Distribuer dans les mains : lot ${wave + 1}`);
    for (const one of everybody) {
      await one.hand.getByRole("heading", { level: 3 }).first().waitFor();
      titles.push(...(await one.placeAll()));
    }
    // Two links a person and wave, each with a reason of a sentence.
    const [last, earlier] = [titles.slice(-everybody.length), titles.slice(0, everybody.length)];
    for (const [at, one] of everybody.entries()) {
      const to = (far: number) => last[(at + far) % last.length] ?? "";
      await one.link(to(0), to(1), BECAUSE);
      await one.link(earlier[at] ?? "", to(wave === 0 ? 2 : 0), BECAUSE);
      await one.saved();
    }
    if (wave === 0) await fay.press("Cinq minutes de plus");
    counted(`wave ${wave + 1}: six cards, twelve links`);
  }
  await goOn("Relecture");
  await fay.press("Ouvrir les versos : lot 1");
  await fay.press("Ouvrir les versos : lot 2");
  for (const one of everybody) {
    for (const at of [0, 1, 2]) {
      await one.outline.locator(".outline-card > button").nth(at).click();
      await one.outline.locator(".outline-ways button").first().click();
      await one.page.getByRole("button", { name: "D’accord", exact: true }).click();
    }
    await one.saved();
  }
  await ana.page.getByRole("button", { name: "Lien clé", exact: true }).click();
  await ana.saved();
  counted("reading again: three opinions each, a star");
  await goOn("Une phrase pour les personnes absentes");
  await ana.page.getByText("Titre et récit", { exact: true }).click();
  await ana.page.getByLabel("Titre du plateau").fill("Le grille-pain et le nuage");
  await ana.page.getByRole("button", { name: "Donner ce titre" }).click();
  await ana.page.getByLabel("Le récit, en quelques phrases").fill("Chaque image a une machine, et chaque machine une mine. ".repeat(5));
  await ana.page.getByRole("button", { name: "Garder ce récit" }).click();
  await ana.saved();
  counted("title and story");
  await goOn("Une action, un renoncement");
  await ben.page.getByRole("link", { name: "Les actions de la table" }).click();
  const decisions = new DecisionsPage(ben.page);
  await decisions.decide("Garder nos ordinateurs huit ans", { effort: "2", impact: "4", step: "Faire l’inventaire" });
  await decisions.decide("Ne plus filmer ce que personne ne regarde", { renounces: true, effort: "3", impact: "3" });
  await goOn("Retours");
  await goOn("Clôture");
  await ana.saved();
  counted("actions, feedback, end");

  // Two pointers over the board, as the pages of two people send them on.
  const pointed = async () => {
    const panes = [];
    for (const { page } of [cleo, dan]) {
      const pane = await page.locator(".surface").boundingBox();
      if (pane === null) throw new Error("the board is not seen");
      panes.push({ page, pane });
    }
    Object.assign(before, { frames: sockets.frames, received: sockets.received });
    const began = performance.now();
    let now = 0;
    for (; now < SAMPLE; now = performance.now() - began) {
      const turn = now / 500;
      for (const [at, { page, pane }] of panes.entries()) {
        const [x, y] = [0.5 + 0.3 * Math.sin(turn + at), 0.4 + 0.2 * Math.cos(turn * (1 + at / 3))];
        await page.mouse.move(pane.x + pane.width * x, pane.y + pane.height * y);
      }
    }
    const each = (count: number) => (count / now) * 1_000;
    return { bytes: each(sockets.received - before.received), frames: each(sockets.frames - before.frames) };
  };
  const laptop = await pointed();
  await ana.page.setViewportSize({ width: 360, height: 640 });
  await ana.page.reload();
  await ana.alive();
  await ana.saved();
  const phone = await pointed();
  await cockpit.close();

  console.log("| the sockets of one participant | frames | bytes sent | bytes received |\n|---|---|---|---|");
  for (const [what, frames, sent, received] of rows) console.log(`| ${what} | ${frames} | ${sent} | ${received} |`);
  const played = rows.reduce((sum, [, , sent, received]) => sum + sent + received, 0);
  for (const [what, { bytes, frames }, most] of [["laptop", laptop, AT_MOST.laptop], ["phone", phone, AT_MOST.phone]] as const) {
    const pointers = Math.round(bytes * POINTING);
    console.log(`| two pointers, ${POINTING} s, to a ${what}: ${Math.round(bytes)} B/s in ${frames.toFixed(1)} frames | | | ${pointers} |`);
    console.log(`| in all, to a ${what}: ${played + pointers} bytes | | at most | ${most} |`);
    if (what === "laptop") await keep("hour", { bytes: played + pointers, played, pointers });
    expect(played + pointers).toBeLessThanOrEqual(most);
  }
});
