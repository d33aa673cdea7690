// The fourteen tasks that everybody must be able to do (quality A2), each written once: what it is, and how it is done
// by keyboard alone, by taps alone, and in the Plan alone. A way that does not exist yet is not written.
import { type Locator, type Page, expect } from "@playwright/test";
import { BoardPage } from "../pages/board.ts";

export type Way = "keyboard" | "tap" | "plan";

/** Somebody at a table, who may press keys, tap, or use the forms of the Plan. */
export interface Doer {
  page: Page;
  way: Way;
  /** Two cards that lie on the board, and a pair that nobody has linked. */
  titles: string[];
}

type Act = (doer: Doer) => Promise<void>;

export interface Task {
  name: string;
  ways: Partial<Record<Way, Act>>;
}

/** How many times Tab may be pressed before a thing counts as out of reach. */
const STOPS = 400;

/** Goes to a thing with the Tab key alone. */
async function tabTo(page: Page, thing: Locator): Promise<void> {
  await thing.first().waitFor();
  for (let stop = 0; stop < STOPS; stop += 1) {
    if (await thing.first().evaluate((it) => it === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${String(thing)} is out of the Tab key’s reach`);
}

/** Uses a button, a link or a box the way this person does. */
export async function use({ page, way }: Doer, thing: Locator): Promise<void> {
  if (way !== "keyboard") return thing.first().tap();
  await tabTo(page, thing);
  const isLink = await thing.first().evaluate((it) => it.tagName === "A");
  await page.keyboard.press(isLink ? "Enter" : "Space");
}

/** Types into a field: a phone's own keyboard counts as taps. */
export async function type(doer: Doer, field: Locator, text: string): Promise<void> {
  if (doer.way === "keyboard") await tabTo(doer.page, field);
  else await field.first().tap();
  await field.first().press("Control+a");
  await doer.page.keyboard.type(text);
}

/** Chooses in a list: letters on a keyboard; a phone shows its own list, which is not ours to test. */
export async function choose(doer: Doer, list: Locator, label: string): Promise<void> {
  if (doer.way !== "keyboard") {
    await list.first().focus();
    await list.first().selectOption({ label });
    return;
  }
  await tabTo(doer.page, list);
  await expect(list.first().getByRole("option", { name: label, exact: true })).toBeAttached();
  const wanted = await list.first().evaluate((it, label) => {
    const options = Array.from((it as HTMLSelectElement).options);
    return options.findIndex((option) => option.label === label) - (it as HTMLSelectElement).selectedIndex;
  }, label);
  for (let step = 0; step < Math.abs(wanted); step += 1) await doer.page.keyboard.press(wanted > 0 ? "ArrowDown" : "ArrowUp");
  await expect(list.first().locator("option:checked")).toHaveText(label);
}

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const outline = (page: Page) => page.getByRole("region", { name: "Le plan du plateau" });
const sentence = (page: Page) => page.getByRole("region", { name: "Relier deux cartes" });

/** A phone shows one place at a time; a keyboard is used on a screen that shows them all. */
export async function at(doer: Doer, place: "Ma main" | "Plateau" | "Relier" | "Plan"): Promise<void> {
  if (doer.way === "tap") await use(doer, doer.page.getByRole("navigation", { name: "Les vues du plateau" }).getByRole("button", { name: place }));
}

/** A card of the Plan, spread out so that its links can be chosen. */
async function spread(doer: Doer, title: string | undefined): Promise<void> {
  await at(doer, "Plan");
  const card = new BoardPage(doer.page).card(title ?? "");
  if ((await card.getAttribute("aria-expanded")) === "false") await use(doer, card);
}

const linkOf = ({ page, titles: [cause, consequence] }: Doer) =>
  outline(page).getByRole("button", { name: new RegExp(`^${cause} (entraîne|réduit|permet) ${consequence}`) });

async function chooseLink(doer: Doer): Promise<void> {
  await spread(doer, doer.titles[0]);
  const link = linkOf(doer);
  if ((await link.getAttribute("aria-pressed")) === "false") await use(doer, link);
}

async function saved({ page }: Doer): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: /^Enregistrement/ })).toContainText("enregistré");
}

/** Both ways of the living page are the same buttons. */
const onBoard = (act: Act): Partial<Record<Way, Act>> => ({ keyboard: act, tap: act });

const main = ({ page }: Doer) => page.getByRole("main");

/** What is chosen on the Plan, with its forms. */
const panel = ({ page }: Doer) => page.locator(".plan-chosen");

/** Chooses a card on the Plan by its name. */
async function chooseOnPlan(doer: Doer, title: string): Promise<void> {
  await use(doer, main(doer).getByRole("heading", { level: 3 }).getByRole("link", { name: title, exact: true }));
  await expect(panel(doer).getByRole("heading", { level: 2 })).toContainText(title);
}

/** A card as the board draws it, which says where it lies: the Plan says only that it does. */
async function drawn(page: Page, card: string): Promise<string> {
  const board = await page.request.get(page.url().replace("/plan/", "/plateau/"));
  const tag = new RegExp(`data-card="${card}".*?class="band"[^>]*>`, "s").exec(await board.text())?.[0];
  if (tag === undefined) throw new Error(`card ${card} is not on the board`);
  return tag;
}

/** Chooses the link of the two cards on the Plan: it is named among those of its cause. */
async function chooseLinkOnPlan(doer: Doer): Promise<void> {
  const [cause = "", consequence = ""] = doer.titles;
  const heading = panel(doer).getByRole("heading", { level: 2, name: new RegExp(`^${cause} (entraîne|réduit|permet) ${consequence}$`) });
  if (await heading.isVisible()) return;
  await chooseOnPlan(doer, cause);
  await use(doer, panel(doer).getByRole("link", { name: new RegExp(`${consequence}$`) }));
  await expect(heading).toBeVisible();
}

export const TASKS: Task[] = [
  {
    name: "join",
    ways: { keyboard: join, tap: join, plan: join },
  },
  {
    name: "read a card's back",
    ways: {
      ...onBoard(async (doer) => {
        await spread(doer, doer.titles[0]);
        await use(doer, doer.page.locator(".chosen-panel summary"));
        await expect(doer.page.locator(".chosen-panel details")).toHaveAttribute("open", "");
      }),
      plan: async (doer) => {
        await chooseOnPlan(doer, doer.titles[0] ?? "");
        // The fact, and how sure it is.
        await expect(panel(doer).locator("p[lang]")).toBeVisible();
        await expect(panel(doer)).toContainText(/source lue|source citée par une autre page|à vérifier|définition/);
      },
    },
  },
  {
    name: "place a card",
    ways: {
      ...onBoard(async (doer) => {
        await at(doer, "Ma main");
        const before = await doer.page.locator("svg [data-card]").count();
        await use(doer, button(doer.page, /^Poser « .* » sur le plateau$/));
        await expect(doer.page.locator("svg [data-card]")).toHaveCount(before + 1);
        await saved(doer);
      }),
      plan: async (doer) => {
        const buttons = button(doer.page, /^Poser « .* »$/);
        const before = await buttons.count();
        await use(doer, buttons);
        await expect(buttons).toHaveCount(before - 1);
      },
    },
  },
  {
    name: "move a card",
    ways: {
      keyboard: async (doer) => {
        const card = doer.page.locator("svg [data-card][tabindex='0']");
        await tabTo(doer.page, card);
        const number = await card.getAttribute("data-card");
        const moved = doer.page.locator(`svg [data-card="${number}"] .band`);
        const before = (await moved.getAttribute("d")) ?? "";
        for (const key of ["e", "ArrowRight", "Enter"]) await doer.page.keyboard.press(key);
        await expect(moved).not.toHaveAttribute("d", before);
        await saved(doer);
      },
      tap: async (doer) => {
        await at(doer, "Plan");
        await use(doer, outline(doer.page).locator(".outline-card > button"));
        const card = doer.page.locator("svg [data-card].chosen");
        const number = await card.getAttribute("data-card");
        const moved = doer.page.locator(`svg [data-card="${number}"] .band`);
        const before = (await moved.getAttribute("d")) ?? "";
        await use(doer, button(doer.page, "Déplacer"));
        await at(doer, "Plateau");
        await doer.page.touchscreen.tap(60, 260);
        await expect(moved).not.toHaveAttribute("d", before);
        await saved(doer);
      },
      plan: async (doer) => {
        const [first = "", second = ""] = doer.titles;
        await chooseOnPlan(doer, second);
        const card = new URL(doer.page.url()).searchParams.get("carte") ?? "";
        const before = await drawn(doer.page, card);
        await choose(doer, panel(doer).getByLabel("À côté de"), first);
        await use(doer, panel(doer).getByRole("button", { name: "Déplacer" }));
        await expect.poll(() => drawn(doer.page, card)).not.toBe(before);
      },
    },
  },
  {
    name: "link two cards",
    ways: {
      ...onBoard(async (doer) => {
        await at(doer, "Relier");
        const [cause = "", consequence = ""] = doer.titles;
        await choose(doer, sentence(doer.page).getByLabel("La cause"), cause);
        await choose(doer, sentence(doer.page).getByLabel("La conséquence"), consequence);
        await use(doer, sentence(doer.page).getByRole("button", { name: "Relier", exact: true }));
        await saved(doer);
        await spread(doer, cause);
        await expect(linkOf(doer)).toContainText("entraîne");
      }),
      plan: async (doer) => {
        const [cause = "", consequence = ""] = doer.titles;
        await chooseOnPlan(doer, cause);
        await choose(doer, panel(doer).getByLabel("Conséquence"), consequence);
        await use(doer, panel(doer).getByRole("button", { name: "Relier", exact: true }));
        await expect(panel(doer).getByRole("heading", { level: 2 })).toHaveText(`${cause} entraîne ${consequence}`);
        await expect(main(doer)).toContainText("1 lien");
      },
    },
  },
  {
    name: "change a link's type",
    ways: {
      ...onBoard(async (doer) => {
        await chooseLink(doer);
        await use(doer, doer.page.locator(".chosen-panel").getByRole("button", { name: "permet" }));
        await use(doer, doer.page.locator(".chosen-panel").getByRole("button", { name: "Changer le lien" }));
        await saved(doer);
        await expect(linkOf(doer)).toContainText("permet");
      }),
      plan: async (doer) => {
        await chooseLinkOnPlan(doer);
        await choose(doer, panel(doer).getByLabel("Lien", { exact: true }), "permet");
        await use(doer, panel(doer).getByRole("button", { name: "Changer le lien" }));
        await expect(panel(doer).getByRole("heading", { level: 2 })).toContainText("permet");
      },
    },
  },
  {
    name: "say why",
    ways: {
      ...onBoard(async (doer) => {
        await chooseLink(doer);
        await type(doer, doer.page.locator(".chosen-panel").getByLabel("parce que"), "on l’a vu chez nous");
        await use(doer, doer.page.locator(".chosen-panel").getByRole("button", { name: "Changer le lien" }));
        await saved(doer);
        await expect(outline(doer.page)).toContainText("on l’a vu chez nous");
      }),
      plan: async (doer) => {
        await chooseLinkOnPlan(doer);
        await type(doer, panel(doer).getByLabel("Parce que"), "on l’a vu chez nous");
        await use(doer, panel(doer).getByRole("button", { name: "Changer le lien" }));
        await expect(main(doer).locator(".plan-cards")).toContainText("on l’a vu chez nous");
      },
    },
  },
  {
    name: "agree or disagree",
    ways: {
      ...onBoard(async (doer) => {
        await chooseLink(doer);
        const agree = doer.page.getByRole("button", { name: "D’accord", exact: true });
        await use(doer, agree);
        await expect(agree).toHaveAttribute("aria-pressed", "true");
        await saved(doer);
      }),
      plan: async (doer) => {
        await chooseLinkOnPlan(doer);
        const agree = panel(doer).getByRole("button", { name: "D’accord", exact: true });
        await use(doer, agree);
        await expect(agree).toHaveAttribute("aria-pressed", "true");
      },
    },
  },
  {
    name: "star a link",
    ways: {
      ...onBoard(async (doer) => {
        await chooseLink(doer);
        const star = doer.page.getByRole("button", { name: "Lien clé", exact: true });
        await use(doer, star);
        await expect(star).toHaveAttribute("aria-pressed", "true");
        await saved(doer);
      }),
      plan: async (doer) => {
        await chooseLinkOnPlan(doer);
        await use(doer, panel(doer).getByRole("button", { name: "En faire un lien clé" }));
        await expect(panel(doer).getByRole("button", { name: "Ne plus en faire un lien clé" })).toBeVisible();
      },
    },
  },
  {
    name: "write a note or a question",
    ways: {
      ...onBoard(async (doer) => {
        await at(doer, "Plan");
        await use(doer, button(doer.page, "Ajouter une note"));
        await type(doer, doer.page.getByLabel("Votre texte"), "Et la nuit ?");
        await use(doer, button(doer.page, "Écrire sur le plateau"));
        await saved(doer);
        await expect(outline(doer.page)).toContainText("Et la nuit ?");
      }),
      plan: async (doer) => {
        await type(doer, main(doer).getByLabel("Note", { exact: true }), "Et la nuit ?");
        await use(doer, button(doer.page, "Ajouter la note"));
        await expect(main(doer)).toContainText("Et la nuit ?");
      },
    },
  },
  {
    name: "undo",
    ways: {
      ...onBoard(async (doer) => {
        await use(doer, button(doer.page, /^Annuler : note/));
        await saved(doer);
        await expect(outline(doer.page)).not.toContainText("Et la nuit ?");
      }),
      plan: async (doer) => {
        await use(doer, button(doer.page, "Annuler mon dernier geste"));
        await expect(main(doer)).not.toContainText("Et la nuit ?");
      },
    },
  },
  {
    name: "follow a link",
    ways: {
      ...onBoard(async (doer) => {
        await spread(doer, doer.titles[0]);
        await use(doer, button(doer.page, `Suivre jusqu’à « ${doer.titles[1]} »`));
        const open = outline(doer.page).locator(".outline-card > button[aria-expanded=true]");
        await expect(open).toContainText(doer.titles[1] ?? "");
        await expect(open).toBeFocused();
      }),
      // From a card to what it leads to, and on its way back by what that one comes from.
      plan: async (doer) => {
        const [cause = "", consequence = ""] = doer.titles;
        const [from, to] = [cause, consequence].map((title) => main(doer).locator(".plan-card").filter({ has: doer.page.getByRole("heading", { name: title, exact: true }) }));
        if (from === undefined || to === undefined) throw new Error("two cards");
        await use(doer, from.locator(".plan-ways").getByRole("link", { name: consequence, exact: true }));
        await expect(doer.page).toHaveURL(new RegExp(`#${(await to.getAttribute("id")) ?? "?"}$`));
        await expect(to).toBeInViewport();
        await chooseOnPlan(doer, consequence);
        await use(doer, panel(doer).getByRole("link", { name: new RegExp(`^${cause} `) }));
        await use(doer, panel(doer).getByRole("link", { name: cause, exact: true }));
        await expect(panel(doer).getByRole("heading", { level: 2 })).toContainText(cause);
      },
    },
  },
  {
    name: "vote",
    ways: { keyboard: vote, tap: vote, plan: vote },
  },
  {
    name: "leave feedback",
    ways: { keyboard: feedback, tap: feedback, plan: feedback },
  },
];

async function join(doer: Doer): Promise<void> {
  await type(doer, doer.page.getByLabel("Prénom ou pseudonyme"), `Ana ${doer.way}`);
  const table = doer.page.getByRole("radio", { name: "Table 1" });
  if (doer.way === "keyboard") {
    await doer.page.keyboard.press("Tab");
    for (let at = 0; at < 4 && !(await table.isChecked()); at += 1) await doer.page.keyboard.press("ArrowDown");
  } else {
    await table.check();
  }
  await use(doer, button(doer.page, "Rejoindre la séance"));
  await expect(doer.page).toHaveURL(/\/plateau\//);
}

async function vote(doer: Doer): Promise<void> {
  await use(doer, doer.page.getByRole("link", { name: "Visiter les plateaux" }));
  await use(doer, button(doer.page, "Voter pour la table 2"));
  await expect(doer.page.getByText("Votre voix est ici")).toBeVisible();
}

async function feedback(doer: Doer): Promise<void> {
  await use(doer, doer.page.getByRole("link", { name: "Donner mon avis" }));
  await choose(doer, doer.page.getByLabel("La discussion a laissé de la place à tout le monde."), "5");
  await use(doer, button(doer.page, "Envoyer mon avis"));
  await expect(doer.page.getByText("Merci, votre avis est gardé sans votre nom.")).toBeVisible();
}
