// Every drawn sample at every size, by day and by night, in both languages.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { check, listen } from "./check.ts";
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

test("samples have been drawn", () => {
  assert.ok(all.length >= 100, `${all.length} samples: run \`cargo run -p pages --example draw\` first`);
});

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const theme of ["day", "night"]) {
    test(`${size}, ${theme}`, async () => {
      const page = await browser.newPage({ viewport });
      listen(page, served.address);
      for (const sample of all.filter((sample) => sample.theme === theme)) {
        await page.goto(`${served.address}/${sample.file}`);
        await page.evaluate(() => document.fonts.ready);
        await check(page, `${sample.file} on a ${size}`);
      }
      await page.close();
    });
  }
}

test("the ground is dark before the stylesheet has come", async () => {
  const page = await browser.newPage();
  await page.route("**/*.css", (route) => route.abort());
  const night = all.find((sample) => sample.theme === "night");
  assert.ok(night);
  await page.goto(`${served.address}/${night.file}`);
  const canvas = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  const scheme = await page.locator("meta[name=color-scheme]").getAttribute("content");
  assert.deepEqual([canvas, scheme], ["normal", "dark"]);
  await page.close();
});

test("the navigation unfolds by keyboard on a phone", async () => {
  const page = await browser.newPage({ viewport: SIZES.phone });
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
  await page.close();
});
