// Every drawn sample at every size, by day and by night, in both languages.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { check, cramped, found, listen } from "./check.ts";
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
  const context = await browser.newContext({ viewport, reducedMotion: "reduce" });
  return context.newPage();
}

test("samples have been drawn", () => {
  assert.ok(all.length >= 100, `${all.length} samples: run \`cargo run -p pages --example draw\` first`);
});

/** Two walk beside each other, and each takes every fourth page. */
const PARTS = 4;

// Between themes only colours differ (a test of the pages crate holds that), so each page is opened
// by day and asked again for its colours in the other themes. It is opened as a phone shows it, and
// then widened. Between languages only words differ, and a tablet shows what a desk shows, narrower:
// there only room and thumb are asked about.
describe("every sample at every size", { concurrency: 2 }, () => {
  for (const language of ["en", "es"]) {
    for (let part = 0; part < PARTS; part += 1) {
      test(`in ${language}, part ${part + 1} of ${PARTS}`, async () => {
        const page = await open(SIZES.phone);
        listen(page, served.address);
        const faults: string[] = [];
        const mine = all.filter((one) => one.theme === "day" && one.language === language);
        for (const sample of mine.filter((_, place) => place % PARTS === part)) {
          await page.setViewportSize(SIZES.phone);
          await page.goto(`${served.address}/${sample.file}`);
          await page.evaluate(() => document.fonts.ready);
          for (const [size, viewport] of Object.entries(SIZES)) {
            await page.setViewportSize(viewport);
            const whole = language === "en" && size !== "tablet";
            const notes = whole ? await found(page, ["night", "room"]) : await cramped(page);
            faults.push(...notes.map((note) => `${sample.file} on a ${size}: ${note}`));
          }
        }
        await page.context().close();
        assert.ok(faults.length === 0, [...new Set(faults)].join("\n"));
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

test("the check sees what is wrong", async () => {
  const page = await open(SIZES.phone);
  listen(page, served.address);
  await page.goto(`${served.address}/${all[0]?.file}`);
  await page.evaluate(() => {
    const pale = document.createElement("p");
    pale.textContent = "too pale to read";
    pale.style.color = "#ddd";
    const wide = document.createElement("button");
    wide.textContent = "too wide, too low";
    wide.style.cssText = "width: 120vw; height: 20px; padding: 0";
    document.querySelector("main")?.append(pale, wide);
    console.error("said aloud");
  });
  const notes = (await found(page)).join("\n");
  for (const fault of ["color-contrast", "scrolls sideways", "too wide, too low", "said aloud"]) {
    assert.ok(notes.includes(fault), `${fault} in\n${notes}`);
  }
  await page.context().close();
});
