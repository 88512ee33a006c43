// What a page owes to those who use it otherwise: by keyboard, at twice the size, in the system's colours, on paper.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { launch, SIZES } from "./chromium.ts";
import { type Sample, type Served, samples, serve } from "./samples.ts";
import { waitsOn } from "./waiting.ts";

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

/** One state of each page: the usual one, else the first that is drawn. */
function oneOfEach(language: string): Sample[] {
  const pages = new Map<string, Sample>();
  for (const sample of all.filter((one) => one.theme === "day" && one.language === language)) {
    const page = sample.name.replace(/-(usual|full|empty|none|sealed|first|opens|asks|begins|new|unsigned|mood)$/, "");
    if (page !== sample.name && (!pages.has(page) || sample.name.endsWith("-usual"))) pages.set(page, sample);
  }
  return [...pages.values()];
}

async function open(options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  return context.newPage();
}

async function go(page: Page, file: string): Promise<void> {
  await page.goto(`${served.address}/${file}`);
  await page.evaluate(() => document.fonts.ready);
}

function held(faults: string[]): void {
  assert.ok(faults.length === 0, faults.join("\n"));
}

test("there is one of each page", () => {
  const names = oneOfEach("en").map((sample) => sample.name);
  assert.ok(names.length >= 35, `${names.length}: ${names.join(" ")}`);
  for (const page of ["practice-person", "practice-screening", "practice-session", "my-home", "my-check-in"]) {
    assert.ok(
      names.some((name) => name.startsWith(page)),
      page,
    );
  }
});

// Twice the size on a desk is half of its width in CSS pixels.
test("at twice the size nothing scrolls sideways", async () => {
  const page = await open({ viewport: { width: SIZES.desktop.width / 2, height: SIZES.desktop.height / 2 } });
  const faults: string[] = [];
  for (const sample of oneOfEach("es").filter((one) => !one.name.startsWith("room-"))) {
    await go(page, sample.file);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0) faults.push(`${sample.file} scrolls sideways by ${over} px`);
  }
  await page.context().close();
  held(faults);
});

// Grounds and shadows go; what is left has to say it: an outline, a border, a word, a shape.
test("in the system's colours every control has an edge, and what is chosen differs by more than its ground", async () => {
  const page = await open({ viewport: SIZES.desktop, forcedColors: "active" });
  const faults: string[] = [];
  for (const sample of oneOfEach("en")) {
    await go(page, sample.file);
    const edgeless = await page.evaluate(() =>
      [
        ...document.querySelectorAll<HTMLElement>(
          "a.button, button.button, input:not([type=hidden], [type=range]), select, textarea",
        ),
      ]
        .filter((control) => control.checkVisibility({ opacityProperty: true }))
        .filter((control) => {
          const style = getComputedStyle(control);
          const sides = [style.borderTopWidth, style.borderBottomWidth, style.outlineWidth];
          return control.getAttribute("type") !== "file" && sides.every((width) => Number.parseFloat(width) === 0);
        })
        .map((control) => `${control.tagName} ${control.getAttribute("name") ?? control.textContent?.trim()}`),
    );
    faults.push(...edgeless.map((control) => `${sample.file}: no edge: ${control}`));
  }
  faults.push(...(await chosenAlike(page)));
  await page.context().close();
  held(faults);
});

/** How a choice and what stands for it look, grounds and shadows apart. */
function look(input: Element): { id: string; look: string } {
  const parts = [input, input.nextElementSibling].filter((part) => part !== null).map((part) => getComputedStyle(part));
  const said = parts.map(
    (style) =>
      `${style.borderTopWidth} ${style.borderTopColor} ${style.backgroundColor} ${style.outlineStyle} ${style.fontWeight}`,
  );
  return { id: input.id, look: said.join("; ") };
}

async function choiceOf(page: Page, id: string): Promise<string> {
  return (await page.locator(`#${id}`).evaluate(look)).look;
}

/** Choices that look the same chosen or not, once grounds and shadows are gone. */
async function chosenAlike(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const name of [
    "my-check-in-harm",
    "my-body-word",
    "my-scale-asks",
    "practice-screening-usual",
    "my-consent-touch",
  ]) {
    await go(page, `${name}.en.day.html`);
    const choice = page.locator("label:visible input:is([type=radio], [type=checkbox]):not(:checked)").first();
    const before = await choice.evaluate(look);
    await choice.evaluate((input: HTMLInputElement) => input.click());
    const alike =
      (await choiceOf(page, before.id)) === before.look ? `${before.id} looks the same when it is chosen` : "";
    if (alike !== "") faults.push(`${name}: ${alike}`);
  }
  return faults;
}

test("on paper there is whose it is and when, and nothing that is for hands", async () => {
  const page = await open({ viewport: { width: 673, height: 950 } });
  await page.emulateMedia({ media: "print" });
  const faults: string[] = [];
  for (const sample of oneOfEach("en").filter((one) => one.name.startsWith("practice-"))) {
    await go(page, sample.file);
    const seen = await page.evaluate(() => ({
      hands: [...document.querySelectorAll("nav, button, a.button, input:not([type=hidden]), textarea, select")]
        .filter((one) => one.checkVisibility())
        .map((one) => `${one.tagName} ${one.textContent?.trim().slice(0, 40)}`),
      head: document.querySelector<HTMLElement>(".paper")?.innerText ?? "",
      repeats: getComputedStyle(document.querySelector(".paper") ?? document.body).display,
      title: document.title.split(" · ")[0] ?? "",
    }));
    faults.push(...seen.hands.map((one) => `${sample.file}: for hands: ${one}`));
    if (seen.repeats !== "table-header-group") faults.push(`${sample.file}: the head stands on the first sheet only`);
    for (const words of [seen.title, "Printed Thursday 14 May", "2026"]) {
      if (!seen.head.includes(words)) faults.push(`${sample.file}: no "${words}" in "${seen.head}"`);
    }
  }
  const numbered = await page.evaluate(() =>
    [...document.styleSheets].some((sheet) =>
      [...sheet.cssRules].some((rule) => rule.cssText.includes("@page") && rule.cssText.includes("counter(page)")),
    ),
  );
  if (!numbered) faults.push("sheets have no number");
  await page.context().close();
  held(faults);
});

/** Presses Tab through a page: what took the focus, whether that was seen, and where it stood. */
async function walk(page: Page, steps: number): Promise<{ name: string; seen: boolean; top: number; part: string }[]> {
  const found = [];
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(() => {
      const focused = document.activeElement;
      if (focused === null || focused === document.body) return null;
      // What hides an input of its own draws the ring round the words beside it; a mark, inside of it.
      const rings = [focused, focused.nextElementSibling, focused.querySelector(".target, .here, .hit")]
        .filter((one) => one !== null)
        .map((one) => [getComputedStyle(one), one !== focused] as const);
      return {
        name: (focused.getAttribute("aria-label") ?? focused.textContent ?? "").trim().slice(0, 40) || focused.id,
        // The parts of a date are the browser's own, and so is their ring.
        seen:
          focused.matches("input[type=date], input[type=time]") ||
          rings.some(
            ([style, within]) =>
              (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0) ||
              (within && style.stroke !== "none"),
          ),
        top: focused.getBoundingClientRect().top + window.scrollY,
        part: ["header", "nav", "main", "footer"].find((one) => focused.closest(one) !== null) ?? "",
      };
    });
    if (here === null) break;
    found.push(here);
  }
  return found;
}

for (const [name, size] of [
  ["practice-person-usual", "desktop"],
  ["practice-screening-usual", "desktop"],
  ["my-check-in-mood", "phone"],
] as const) {
  test(`${name} is walked by keyboard, and one sees where one is`, async () => {
    const page = await open({ viewport: SIZES[size] });
    await go(page, `${name}.en.day.html`);
    const walked = await walk(page, 60);
    assert.ok(walked.length >= 6, `${walked.length} stops`);
    const unseen = walked.filter((stop) => !stop.seen).map((stop) => stop.name);
    assert.deepEqual(unseen, [], "focus that is not seen");
    assert.match(walked[0]?.name ?? "", /^Skip/, "the way past the navigation comes first");
    const first = walked.map((stop) => stop.part).indexOf("main");
    const last = walked.map((stop) => stop.part).lastIndexOf("main");
    const strays = walked.slice(first, last).filter((stop) => stop.part === "header" || stop.part === "footer");
    assert.deepEqual(strays, [], "one leaves the page's middle and comes back");
    await page.context().close();
  });
}

test("a person's pages unfold by keyboard, one group at a time", async () => {
  const page = await open({ viewport: SIZES.phone });
  await go(page, "practice-screening-usual.en.day.html");
  const open_now = (): Promise<string[]> => page.locator(".tabs details[open] > summary").allTextContents();
  assert.deepEqual(await open_now(), ["Before"], "the group one is in is open");
  await page.locator(".tabs summary", { hasText: "Medicine" }).focus();
  await page.keyboard.press("Enter");
  assert.deepEqual(await open_now(), ["Medicine"]);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Prescription");
  await page.context().close();
});

test("a number is chosen by sliding, by plus and minus and by keys, and never before it is touched", async () => {
  const page = await open({ viewport: SIZES.phone });
  await go(page, "my-check-in-mood.en.day.html");
  const chosen = page.locator('input[name="answer"]:checked');
  assert.equal(await chosen.count(), 0);
  const valid = (): Promise<boolean> =>
    page.locator("form[data-answers]").evaluate((form: HTMLFormElement) => form.checkValidity());
  assert.equal(await valid(), false, "next asks for a number");
  await page.locator(".slide").focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await chosen.getAttribute("value"), "6");
  await page.locator(".step").first().click();
  assert.equal(await chosen.getAttribute("value"), "5");
  await page.locator(".slide").fill("9");
  assert.equal(await chosen.getAttribute("value"), "9");
  assert.equal(await valid(), true);
  await page.context().close();
});

test("which medicine was changed is asked after a yes, and waits sealed on a phone without signal", async () => {
  const page = await open({ viewport: SIZES.phone });
  await go(page, "my-check-in-medicine.en.day.html");
  const which = page.locator('input[name="which"]');
  assert.equal(await which.isVisible(), false, "nothing to name yet");
  await page.locator('label[for="answer-no"]').click();
  assert.equal(await which.isVisible(), false);
  await page.locator('label[for="answer-yes"]').click();
  await which.fill("phenelzine");
  await page.context().setOffline(true);
  const asked = await page.locator("h1").textContent();
  await page.locator("form[data-answers] button[type=submit]").first().click();
  // The next question comes from the page itself, once this answer is kept.
  await page.waitForFunction((was) => document.querySelector("h1")?.textContent !== was, asked);
  const waits = await waitsOn(page);
  assert.equal(waits.length, 1);
  assert.doesNotMatch(waits.join(), /phenelzine|which|answer/, "what waits is sealed");
  await page.context().close();
});

test("without script the eleven numbers are there to choose from", async () => {
  const page = await open({ viewport: SIZES.phone, javaScriptEnabled: false });
  await page.goto(`${served.address}/my-check-in-mood.en.day.html`);
  assert.equal(await page.locator(".rating label:visible").count(), 11);
  await page.locator('label[for="answer-7"]').click();
  assert.equal(await page.locator('input[name="answer"]:checked').getAttribute("value"), "7");
  await page.context().close();
});
