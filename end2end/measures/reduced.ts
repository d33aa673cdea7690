// Pictures small enough to be kept with the project.
import type { Page } from "@playwright/test";

/** The same picture in WebP, so wide: the browser is the only tool that is needed. */
export async function reduced(page: Page, png: Buffer, width: number): Promise<Buffer> {
  const canvas = await page.context().newPage();
  const webp = await canvas.evaluate(
    async ([source, wide]) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const drawn = document.createElement("canvas");
      drawn.width = wide;
      drawn.height = Math.round((image.height * wide) / image.width);
      const pen = drawn.getContext("2d");
      if (!pen) throw new Error("a canvas can be drawn on");
      pen.imageSmoothingQuality = "high";
      pen.drawImage(image, 0, 0, drawn.width, drawn.height);
      return drawn.toDataURL("image/webp", 0.8);
    },
    [`data:image/png;base64,${png.toString("base64")}`, width] as const,
  );
  await canvas.close();
  return Buffer.from(webp.slice(webp.indexOf(",") + 1), "base64");
}
