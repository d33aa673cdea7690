// A living page can be read at once, and acted on once the browser half has taken over.
import { type Page, expect } from "@playwright/test";

export async function alive(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("data-alive", "");
}
