// What a screen reader is given of a board: every card and every link of the document, whole, in the browser's own
// accessibility tree; on a laptop, and on each of a phone's places where the board is.
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";
import { type Much, fullBoard } from "../measures/full_board.ts";

const KINDS: Record<string, string> = { "leads-to": "entraîne", reduces: "réduit", enables: "permet" };
/** Boards of ten, sixty and two hundred things: cards, notes and links. */
const BOARDS: Much[] = [
  { cards: 5, notes: 1, links: 4 },
  { cards: 20, notes: 10, links: 30 },
  { cards: 45, notes: 15, links: 140 },
];

interface Exported {
  lots: { lot: number; title: string }[];
  cards: { card: number; title: string; lot: number; place: string }[];
  links: { cause: number; consequence: number; kind: string; because: string }[];
  notes: { text: string }[];
  questions: { text: string }[];
}

interface Heard {
  role: string;
  name: string;
  /** All that is said inside, in order. */
  says: string;
}

/** The accessibility tree of the page, as a list: what is ignored by it is not in it. */
async function heard(page: Page): Promise<Heard[]> {
  const wire = await page.context().newCDPSession(page);
  const { nodes } = await wire.send("Accessibility.getFullAXTree");
  await wire.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  type Node = (typeof nodes)[number];
  const name = (node: Node) => String(node.name?.value ?? "");
  const says = (node: Node): string => {
    const role = String(node.role?.value ?? "");
    if (!node.ignored && (role === "StaticText" || role === "button")) return name(node);
    return (node.childIds ?? []).map((id) => byId.get(id)).filter((one) => one !== undefined).map(says).join(" ");
  };
  return nodes.filter((node) => !node.ignored).map((node) => ({ role: String(node.role?.value ?? ""), name: name(node), says: says(node) }));
}

const spaced = (text: string) => text.replace(/\s+/g, " ");

for (const much of BOARDS) {
  const things = much.cards + much.notes + much.links;
  test(`a board of ${things} things is heard whole`, async ({ server, person }) => {
    test.setTimeout(120_000);
    const { fay, ana } = await fullBoard(server, person, much);
    const saved = await fay.save("À écouter");
    const board = (await (await fay.page.request.get(`${server.url}${saved}/export.json`)).json()) as Exported;
    const table = board.cards.filter(({ place }) => place === "table");
    expect([table.length, board.links.length, board.notes.length + board.questions.length]).toEqual([much.cards, much.links, much.notes]);
    const title = (card: number) => spaced(board.cards.find((one) => one.card === card)?.title ?? "");
    const lot = (number: number) => spaced(board.lots.find((one) => one.lot === number)?.title ?? "");

    /** The picture: a button for each card, that says all of it. */
    const picture = async () => {
      const buttons = (await heard(ana.page)).filter(({ role }) => role === "button").map(({ name }) => spaced(name));
      for (const { card, lot: of } of table) {
        const [own, ...others] = buttons.filter((name) => name.startsWith(`Carte ${card}, `));
        expect(others, `card ${card} once`).toEqual([]);
        expect(own).toContain(title(card));
        expect(own).toContain(`Lot ${of} : ${lot(of)}`);
        for (const { cause, consequence, kind } of board.links) {
          if (cause === card) expect(own?.split("Mène à")[1]).toContain(`${title(consequence)} (${KINDS[kind]})`);
          if (consequence === card) expect(own?.split("Vient de")[1]).toContain(`${title(cause)} (${KINDS[kind]})`);
        }
      }
    };
    /** The Plan: an item for each card under the heading of its lot, with where it leads and why. */
    const plan = async () => {
      const all = await heard(ana.page);
      const items = all.filter(({ role }) => role === "listitem").map(({ says }) => spaced(says));
      const headings = all.filter(({ role }) => role === "heading").map(({ name }) => spaced(name));
      for (const { card, lot: of } of table) {
        const own = items.filter((says) => says.startsWith(`${card} ${title(card)}`));
        expect(own, `card ${card} once`).toHaveLength(1);
        expect(headings).toContain(`Lot ${of} : ${lot(of)}`);
        for (const { cause, consequence, kind, because } of board.links) {
          if (cause === card) expect(own[0]).toContain(`${KINDS[kind]} ${title(consequence)}, parce que ${because}`);
        }
      }
      for (const { text } of [...board.notes, ...board.questions]) {
        expect(items.filter((says) => says.includes(text)), text).toHaveLength(1);
      }
    };

    await ana.page.setViewportSize({ width: 1440, height: 900 });
    await picture();
    await plan();
    await ana.page.setViewportSize({ width: 360, height: 640 });
    await ana.go("Plateau");
    await picture();
    await ana.go("Plan");
    await plan();
  });
}

test("a path of five links is followed in the Plan, and the search finds a reason", async ({ server, person }) => {
  const { ana } = await fullBoard(server, person, { cards: 12, notes: 2, links: 12 });
  const { page, outline } = ana;
  const titles = (await outline.locator(".outline-card > button").allTextContents()).slice(0, 12);
  await outline.locator(".outline-card > button").first().press("Enter");
  for (let step = 1; step <= 5; step += 1) {
    await outline.getByRole("button", { name: /^Suivre jusqu’à/ }).first().press("Enter");
    const open = outline.locator(".outline-card > button[aria-expanded=true]");
    await expect(open).toBeFocused();
    await expect(open).toContainText(titles[step] ?? "");
  }
  // Only one card spreads its links out; each other one says where it leads in a line.
  await expect(outline.locator(".outline-ways")).toHaveCount(1);
  await page.getByLabel("Chercher un mot").fill("RAISON numero 7");
  await expect(outline.locator(".outline-card")).toHaveCount(1);
  await expect(outline.getByRole("status")).toHaveText("1 carte trouvée.");
  // Somebody who follows a link out of what was found sees everything again.
  await outline.locator(".outline-card > button").click();
  await outline.getByRole("button", { name: /^Suivre jusqu’à/ }).first().click();
  await expect(page.getByLabel("Chercher un mot")).toHaveValue("");
  await expect(outline.locator(".outline-card > button[aria-expanded=true]")).toBeFocused();
  await page.getByLabel("Dans le lot").selectOption({ index: 2 });
  await expect(outline.getByRole("heading", { level: 3, name: /^Lot/ })).toHaveCount(1);
});
