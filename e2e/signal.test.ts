// A client without signal: a scale and a message are kept on the phone, help is shown, and both are
// sent when there is signal, as said then and arrived now.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { check, type Demo, demo, SIZES } from "./fixtures.ts";
import { waitsOn } from "./waiting.ts";

const NOW = "2026-11-24T17:30:00Z";

let house: Demo;
before(async () => {
  house = await demo("--clients", "6", "--now", NOW);
});
after(async () => {
  await house?.stop();
});

/** Somebody with whom the therapist walks, and the address of a link to their own pages. */
async function somebody(staff: Page): Promise<{ person: string; address: string }> {
  await staff.goto(`${house.address}/people`);
  const people = await staff
    .locator('main a[href^="/people/"]')
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("href") ?? ""))]);
  for (const person of people.filter((path) => /^\/people\/[0-9a-f]{32}$/.test(path))) {
    await staff.goto(`${house.address}${person}/links`);
    const home = staff.locator('[name="opens"][value^="home"]');
    if ((await home.count()) === 0) continue;
    await home.first().check();
    const form = staff.locator("form").filter({ has: home });
    await Promise.all([staff.waitForEvent("load"), form.locator("button[type=submit]").first().click()]);
    const shown = (await staff.locator("main").first().textContent()) ?? "";
    const address = shown.match(/http:\/\/\S+?\/l\/[0-9a-f]{32}/)?.[0];
    if (address !== undefined) return { person, address };
  }
  assert.fail("nobody in the demo has pages of their own");
}

/** Presses what cannot be sent, and reads what stands in the place of the page. */
async function unsent(phone: Page, path: string): Promise<void> {
  await phone.context().setOffline(true);
  await phone.locator("form[data-keeps] button[type=submit]").first().click();
  await phone.locator('[data-says="waits"]:not([hidden])').waitFor();
  assert.equal(new URL(phone.url()).pathname, path, "no page of the browser's own");
  const says = (await phone.locator("main").textContent()) ?? "";
  assert.match(says, /Nobody has it yet/);
  assert.ok((await phone.locator('main a[href^="tel:"]').count()) > 0, "help is there");
  const shelf = await waitsOn(phone);
  assert.equal(shelf.length, 1);
  assert.doesNotMatch(shelf.join(), /words|bad tonight|i9/, "what waits is sealed");
}

/** Waits until nothing is kept any more. */
async function sent(phone: Page): Promise<void> {
  for (let tries = 0; (await waitsOn(phone)).length > 0; tries += 1) {
    assert.ok(tries < 100, "what waits is sent");
    await phone.waitForTimeout(100);
  }
}

test("a scale and a message without signal are kept, show help, and are sent when there is signal", async () => {
  const staff = await house.as("therapist");
  const { person, address } = await somebody(staff);
  const phone = await house.open("/", { viewport: SIZES.phone });
  await phone.goto(address);
  await Promise.all([phone.waitForEvent("load"), phone.locator("main button[type=submit]").first().click()]);
  await phone.goto(`${house.address}/my/phq-9`);
  for (let item = 1; item <= 9; item += 1) {
    await phone.locator(`#i${item}-3`).check();
  }
  await phone.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await unsent(phone, "/my/phq-9");
  await phone.context().setOffline(false);
  await phone.locator("main [data-help-now]").waitFor();
  await sent(phone);
  assert.ok((await phone.locator('main a[href^="tel:"]').count()) > 0, "help stays after it was sent");
  await staff.goto(`${house.address}/today`);
  assert.match((await staff.locator("h1").textContent()) ?? "", /showed a risk/);

  await phone.goto(`${house.address}/my/messages`);
  await phone.locator('form[data-keeps] [name="words"]').fill("Please call me, it is bad tonight.");
  await unsent(phone, "/my/messages");
  // The page is closed; what waits goes out from the next one of their own.
  const next = await phone.context().newPage();
  await phone.close();
  await next.context().setOffline(false);
  await next.goto(`${house.address}/my`);
  await sent(next);
  await staff.goto(`${house.address}${person}/messages`);
  assert.match((await staff.locator("main").textContent()) ?? "", /it is bad tonight/);
  await check(staff);
});
