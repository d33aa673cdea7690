// A board as full as a table of three hours makes it, in seconds: what people would do by hand is sent as the Plan's forms.
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Server, Workshop } from "../fixtures/server.ts";
import type { Device } from "../fixtures/test.ts";
import { expect } from "../fixtures/test.ts";
import { BoardPage } from "../pages/board.ts";
import { Entrance } from "../pages/entrance.ts";
import { FacilitationPage } from "../pages/facilitation.ts";

/** How much is on a board. */
export interface Much {
  /** At most the 45 topic cards of the longest format. */
  cards: number;
  notes: number;
  links: number;
}

/** "60 cards and 100 links": the deck has 45 topic cards, and notes weigh as much as the fifteen others would. */
export const SIXTY: Much = { cards: 45, notes: 15, links: 100 };
export const SIXTY_SAID = "45 cards + 15 notes, 100 links";

const KINDS = ["LeadsTo", "Reduces", "Enables"];
const LOTS = 6;

export interface Full {
  workshop: Workshop;
  board: string;
  fay: FacilitationPage;
  ana: BoardPage;
}

/** The table of one workshop with this much on it, seen by Ana who put it there. */
export async function fullBoard(
  server: Server,
  person: (device?: Device) => Promise<Page>,
  much: Much,
  tables = 1,
): Promise<Full> {
  const workshop = await server.workshop("Un plateau bien rempli", tables);
  const board = workshop.tables[0]?.board ?? "";
  const fay = new FacilitationPage(await person());
  await new Entrance(fay.page, server.url).through(workshop.links.facilitate, "Animer");
  await fay.page.waitForURL(/animer/);
  await fay.page.goto(`${server.url}/animer/${workshop.id}/1`);
  await fay.alive();
  const ana = new BoardPage(await person());
  await ana.page.goto(workshop.links.join);
  await new Entrance(ana.page, server.url).join("Ana", tables > 1 ? 1 : undefined);
  await ana.alive();
  await fay.goTo("Lot 6 : leviers et règles");
  await fill(server, fay, ana.page, board, much);
  await ana.shows(`${much.cards} cartes posées`, `${much.links} liens`);
  return { workshop, board, fay, ana };
}

/** Fills a board: the lots are dealt by hand, everything else goes through the forms of the Plan. */
export async function fill(server: Server, fay: FacilitationPage, ana: Page, board: string, much: Much): Promise<void> {
  const plan = new PlanForms(server, ana, board);
  const placed: string[] = [];
  for (let lot = 1; lot <= LOTS && placed.length < much.cards; lot += 1) {
    await fay.page.getByRole("button", { name: new RegExp(`dans les mains : lot ${lot}$`) }).click();
    await fay.saved();
    const held = await plan.held();
    expect(held.length, `lot ${lot} is dealt`).toBeGreaterThan(0);
    for (const card of held.slice(0, much.cards - placed.length)) {
      await plan.send("place", { card });
      placed.push(card);
    }
  }
  for (const [cause, consequence] of pairs(placed, much.links)) {
    await plan.link(cause, consequence);
  }
  for (let n = 1; n <= much.notes; n += 1) {
    await plan.send("note", { text: `Une remarque de la table, la ${n}e`, ...(n % 3 === 0 ? { question: "true" } : {}) });
  }
}

/** Pairs of cards, each once and in one direction: neighbours first, then one card in between, and so on. */
function* pairs(cards: string[], count: number): Generator<[string, string]> {
  for (let step = 1; step < cards.length / 2; step += 1) {
    for (let at = 0; at < cards.length; at += 1) {
      if (count <= 0) return;
      count -= 1;
      yield [cards[at] ?? "", cards[(at + step) % cards.length] ?? ""];
    }
  }
}

/** The forms of one person's Plan, sent without looking at them. */
class PlanForms {
  private drawn = 0;

  constructor(
    private readonly server: Server,
    private readonly page: Page,
    private readonly board: string,
  ) {}

  async held(): Promise<string[]> {
    const page = await this.page.request.get(`${this.server.url}/plan/${this.board}`);
    return [...(await page.text()).matchAll(/name="card" value="(\d+)"/g)].map((found) => found[1] ?? "");
  }

  async link(cause: string, consequence: string): Promise<void> {
    this.drawn += 1;
    const kind = KINDS[this.drawn % KINDS.length] ?? "";
    await this.send("link", { cause, consequence, kind, because: `raison numéro ${this.drawn}` });
  }

  /** Sends a form; the server slows down whoever sends too many, and the same op id makes trying again harmless. */
  async send(act: string, form: Record<string, string>): Promise<void> {
    const whole = { board: this.board, op_id: randomUUID(), ...form };
    const headers = { origin: this.server.url, accept: "text/html" };
    await expect(async () => {
      const answer = await this.page.request.post(`${this.server.url}/api/${act}`, { form: whole, headers, maxRedirects: 0 });
      // A refusal leads back to the Plan with its reason in the address.
      const to = answer.headers()["location"] ?? "";
      expect(answer.status() === 302 && !to.includes("__err"), `${act}: ${answer.status()} ${to}`).toBe(true);
    }).toPass({ intervals: [50, 100, 200], timeout: 10_000 });
  }
}
