// The end-to-end tests: the real binary, real browsers, nothing tried twice. `cargo xtask test --only e2e` runs them.
import { defineConfig, devices } from "@playwright/test";

const chromium = {
  ...devices["Desktop Chrome"],
  locale: "fr-FR",
  launchOptions: {
    executablePath: process.env["CHROMIUM"],
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  },
};

export default defineConfig({
  testDir: "tests",
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: { trace: "retain-on-failure", actionTimeout: 15_000 },
  // `cargo xtask pictures`, `audit` and `standing` ask for theirs by name; the tests are the rest.
  projects: [
    { name: "pictures", testMatch: "**/*.pictures.ts", testDir: "measures", use: chromium },
    // A trace takes pictures all the time: what is measured would be the trace.
    { name: "audit", testMatch: "**/*.audit.ts", testDir: "measures", use: { ...chromium, trace: "off" } },
    { name: "standing", testMatch: "**/*.standing.ts", testDir: "measures", use: { ...chromium, trace: "off" } },
    { name: "chromium", testIgnore: "**/*.nojs.spec.ts", use: chromium },
    { name: "no-js", testMatch: "**/*.nojs.spec.ts", use: { ...chromium, javaScriptEnabled: false } },
  ],
});
