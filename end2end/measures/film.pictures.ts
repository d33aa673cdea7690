// The film of three people who play a lot, each in their own way, for `docs/screens`. `cargo xtask pictures` writes it.
import { writeFile } from "node:fs/promises";
import { test } from "../fixtures/test.ts";
import { film, strip } from "./film.ts";
import { reduced } from "./reduced.ts";

test("three ways to play a lot", async ({ server, person }) => {
  test.setTimeout(240_000);
  const frames = await film(server, person);
  const page = await person();
  const sheet = await strip(page, frames);
  await writeFile(`${process.env["PICTURES"] ?? "../docs/screens"}/three-ways.webp`, await reduced(page, sheet, 1600));
});
