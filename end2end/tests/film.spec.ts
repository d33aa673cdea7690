// A whole lot on one board: a thumb, a keyboard, and a browser without WebAssembly. See measures/film.ts.
import { writeFile } from "node:fs/promises";
import { expect, test } from "../fixtures/test.ts";
import { film, strip } from "../measures/film.ts";

test("three people play a lot, each in their own way, and have the same board", async ({ server, person }, info) => {
  const frames = await film(server, person);
  expect(frames).toHaveLength(5);
  await writeFile(info.outputPath("film.png"), await strip(await person(), frames));
});
