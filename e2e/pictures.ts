// Takes the pictures of the README from a demo practice, into docs/pictures:
//   KAPOK_BIN=../target/debug/kapok npm run pictures
import { readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { type Demo, demo, SIZES } from "./fixtures.ts";

const FOLDER = fileURLToPath(new URL("../docs/pictures", import.meta.url));
const TYPE = "application/fhir+json";
const RECORD = fileURLToPath(new URL("../testdata/fhir/opioid-and-high-pressure.json", import.meta.url));
/** How many people are looked at before the best is taken. */
const LOOKED_AT_MAX = 25;

async function take(page: Page, name: string, height: number): Promise<void> {
  const width = page.viewportSize()?.width ?? SIZES.desktop.width;
  await page.setViewportSize({ width, height });
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.move(0, 0);
  await page.locator(":focus").evaluateAll((all) => all.map((one) => (one as HTMLElement).blur()));
  await page.screenshot({ path: `${FOLDER}/${name}.png`, animations: "disabled" });
}

/** The addresses of people that a page leads to, each once. */
async function peopleOn(page: Page): Promise<string[]> {
  const links = await page
    .locator('main a[href^="/people/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  const people = links
    .map((link) => /^\/people\/[0-9a-f]{32}/.exec(link ?? "")?.[0])
    .filter((one) => one !== undefined);
  return [...new Set(people)].slice(0, LOOKED_AT_MAX);
}

/** Goes to the page of whom `count` finds nearest to `wanted`. */
async function best(page: Page, pages: readonly string[], count: string, wanted: number): Promise<void> {
  let found = { path: pages[0] ?? "", away: Number.POSITIVE_INFINITY };
  for (const path of pages) {
    await page.goto(new URL(path, page.url()).href);
    const away = Math.abs((await page.locator(count).count()) - wanted);
    if (away < found.away) found = { path, away };
    if (away === 0) break;
  }
  await page.goto(new URL(found.path, page.url()).href);
}

async function person(house: Demo): Promise<void> {
  const desk = await house.as("therapist");
  await desk.goto(`${house.address}/windows`);
  await best(desk, await peopleOn(desk), "figure.path .seed", 3);
  await take(desk, "person", 1000);
}

async function room(house: Demo): Promise<void> {
  const tablet = await house.as("therapist", { viewport: SIZES.tablet });
  await tablet.goto(`${house.address}/today`);
  const [client] = await peopleOn(tablet);
  await tablet.goto(`${house.address}${client}`);
  const [way] = await tablet
    .locator('main a[href*="/sessions/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  await tablet.goto(`${house.address}${way}`);
  await take(tablet, "room", SIZES.tablet.height);
}

/** A synthetic record in which there is something to find, under that name. */
function record(name: string): Buffer {
  const bundle = JSON.parse(readFileSync(RECORD, "utf8"));
  for (const { resource } of bundle.entry) if (resource.resourceType === "Patient") resource.name = [{ text: name }];
  return Buffer.from(JSON.stringify(bundle));
}

async function screening(house: Demo): Promise<void> {
  const desk = await house.as("prescriber");
  await desk.goto(`${house.address}/people`);
  const pages = (await peopleOn(desk)).map((path) => `${path}/screening`);
  await best(desk, pages, ".flag .level.stops, .flag .level.look", 3);
  const page = desk.url();
  await desk.goto(page.replace("/screening", "/history"));
  const name = (await desk.locator("h1").textContent()) ?? "";
  await desk.locator('input[type="file"]').setInputFiles({ name: "record.json", mimeType: TYPE, buffer: record(name) });
  const upload = desk.locator('form:has(input[type="file"])');
  await Promise.all([desk.waitForEvent("load"), upload.locator("button[type=submit]").first().click()]);
  await desk.goto(page);
  await take(desk, "screening", 1000);
}

/** Makes a link for whoever has a check-in to answer, and answers it on a phone. */
async function checkIn(house: Demo): Promise<void> {
  const desk = await house.as("therapist");
  await desk.goto(`${house.address}/windows`);
  for (const path of await peopleOn(desk)) {
    await desk.goto(`${house.address}${path}/links`);
    const choices = desk.locator('input[name="opens"][value^="check-in."]');
    for (let place = 0; place < (await choices.count()); place++) {
      await desk.goto(`${house.address}${path}/links`);
      await choices.nth(place).check();
      await desk.locator("main form:has([name=opens]) button[type=submit]").click();
      const link = await desk.locator(".made .address").textContent();
      const phone = await house.open(new URL(link ?? "").pathname, { viewport: SIZES.phone });
      await phone.locator("main form button[type=submit]").first().click();
      await phone.waitForLoadState();
      if (await onNumber(phone)) {
        await phone.locator(".slide").fill("6");
        await take(phone, "check-in", SIZES.phone.height);
        return;
      }
      await phone.context().close();
    }
  }
  throw new Error("nobody in the demo has a check-in to answer now");
}

/** Goes on to a question that is answered by sliding, if there is one. */
async function onNumber(phone: Page): Promise<boolean> {
  for (let question = 0; question < 5; question++) {
    if ((await phone.locator(".slide").count()) > 0) return true;
    const skip = phone.locator('button[value="skip"]');
    if ((await skip.count()) === 0) return false;
    await Promise.all([phone.waitForEvent("load"), skip.click()]);
  }
  return false;
}

await mkdir(FOLDER, { recursive: true });
const house = await demo("--clients", "40", "--seed", "7");
try {
  for (const picture of [person, room, screening, checkIn]) await picture(house);
} finally {
  await house.stop();
}
