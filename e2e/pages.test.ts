// Every drawn sample at every size, by day and by night, in both languages.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { type Barriers, check, found, listen } from "./check.ts";
import { launch, SIZES } from "./chromium.ts";
import { type Served, samples, serve } from "./samples.ts";

const all = await samples();
let served: Served;
let browser: Browser;

before(async () => {
  served = await serve();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  served?.stop();
});

/** Opens a page in a profile of its own. */
async function open(viewport: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({ viewport });
  return context.newPage();
}

test("samples have been drawn", () => {
  assert.ok(all.length >= 100, `${all.length} samples: run \`cargo run -p pages --example draw\` first`);
});

// Structure is the same in every theme (a test of the pages crate holds that) and between a
// tablet and a desk, so the full set of rules runs by day, on a phone and on a desk.
function wanted(size: string, theme: string): Barriers {
  if (theme !== "day") return "colours";
  return size === "tablet" ? "none" : "all";
}

describe("every sample", { concurrency: 2 }, () => {
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const theme of ["day", "night", "room"]) {
      test(`on a ${size}, theme ${theme}`, async () => {
        const page = await open(viewport);
        listen(page, served.address);
        const faults: string[] = [];
        for (const sample of all.filter((sample) => sample.theme === theme)) {
          await page.goto(`${served.address}/${sample.file}`);
          await page.evaluate(() => document.fonts.ready);
          faults.push(...(await found(page, wanted(size, theme))).map((fault) => `${sample.file}: ${fault}`));
        }
        await page.context().close();
        assert.deepEqual(faults, []);
      });
    }
  }
});

test("the ground is dark before the stylesheet has come", async () => {
  const page = await open(SIZES.phone);
  await page.route("**/*.css", (route) => route.abort());
  const night = all.find((sample) => sample.theme === "night");
  assert.ok(night);
  await page.goto(`${served.address}/${night.file}`);
  const canvas = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  const scheme = await page.locator("meta[name=color-scheme]").getAttribute("content");
  assert.deepEqual([canvas, scheme], ["normal", "dark"]);
  await page.context().close();
});

test("the navigation unfolds by keyboard on a phone", async () => {
  const page = await open(SIZES.phone);
  const staff = all.find((sample) => sample.name.startsWith("practice-today"));
  assert.ok(staff);
  await page.goto(`${served.address}/${staff.file}`);
  const people = page.locator(".fold nav a").nth(1);
  assert.equal(await people.isVisible(), false);
  await page.locator(".fold summary").focus();
  await page.keyboard.press("Enter");
  assert.equal(await people.isVisible(), true);
  listen(page, served.address);
  await check(page, "the unfolded navigation");
  await page.context().close();
});
