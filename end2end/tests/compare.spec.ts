// Two boards of one table, before and after a link: what both have, what one has alone. Plain HTML, without a script.
import { randomUUID } from "node:crypto";
import { expect, test } from "../fixtures/test.ts";
import { fullBoard } from "../measures/full_board.ts";
import { LibraryPage } from "../pages/library.ts";

test("two saved boards are chosen in a plain form and compared", async ({ server, person }) => {
  const { fay, ana, board } = await fullBoard(server, person, { cards: 10, notes: 0, links: 2 });
  await fay.save("Avant");
  const cards = await ana.page.locator("svg [data-card]").evaluateAll((all) => all.map((one) => one.getAttribute("data-card") ?? ""));
  const form = { board, op_id: randomUUID(), cause: cards[9] ?? "", consequence: cards[4] ?? "", kind: "LeadsTo", because: "" };
  await ana.page.request.post(`${server.url}/api/link`, { form, headers: { origin: server.url, accept: "text/html" } });
  await ana.shows("10 cartes posées", "3 liens");
  await fay.save("Après");

  const reader = await person({ like: fay.page, javaScript: false });
  await new LibraryPage(reader, server.url).open();
  await reader.getByRole("link", { name: "Comparer des plateaux" }).click();
  for (const name of ["Avant", "Après"]) await reader.getByRole("checkbox", { name }).check();
  await reader.getByRole("button", { name: "Comparer", exact: true }).click();

  const shared = reader.locator("section", { has: reader.getByRole("heading", { name: "Liens dessinés par plusieurs plateaux" }) });
  await expect(shared.getByRole("listitem")).toHaveCount(2);
  await expect(shared.getByRole("listitem").first()).toContainText(/^.+ (entraîne|réduit|permet) .+ \(plateaux 1, 2\)$/);
  const after = reader.locator("section", { has: reader.getByRole("heading", { name: "Après" }) });
  await expect(after).toContainText("1 lien que ce plateau est seul à avoir dessiné");
  const before = reader.locator("section", { has: reader.getByRole("heading", { name: "Avant" }) });
  await expect(before).toContainText("Aucun lien qui ne soit que sur ce plateau.");
  await expect(reader.getByRole("img", { name: /^3 liens/ })).toBeVisible();
});
