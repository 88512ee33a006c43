// The first thread: somebody asks, the practice answers, and who may not read it does not.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { check, type Demo, demo, SIZES } from "./fixtures.ts";

let house: Demo;
before(async () => {
  house = await demo("--clients", "3");
});
after(async () => {
  await house?.stop();
});

test("a stranger asks on a phone, and the therapist invites them", async () => {
  const phone = await house.open("/", { viewport: SIZES.phone });
  await check(phone);
  await phone.locator('a[href="/enquiry"]').first().click();
  await phone.waitForURL("**/enquiry");
  await phone.locator('[name="name"]').fill("Synthetic Sam");
  await phone.locator('[name="email"]').fill("sam@demo.invalid");
  await phone.locator('[name="brings"]').fill("I am tired of bracing.");
  await check(phone);
  await phone.locator("main form button[type=submit]").click();
  await phone.waitForURL("**/enquiry/thanks");
  await check(phone);

  const desk = await house.as("therapist");
  assert.match(await desk.locator("main").innerText(), /Synthetic Sam/);
  await check(desk);
  await desk.getByRole("link", { name: "Synthetic Sam" }).click();
  assert.match(await desk.locator("main").innerText(), /I am tired of bracing\./);
  await check(desk);
  await desk.locator('[name="answer"][value="invite"]').check();
  await desk.locator("main form button[type=submit]").click();
  await desk.waitForLoadState();
  assert.equal(await desk.locator('[name="answer"]').count(), 0, "an answered enquiry is not asked again");
  await desk.goto(`${house.address}/people`);
  await check(desk);
});

test("what cannot be sent is said beside its field, and nothing typed is lost", async () => {
  const phone = await house.open("/enquiry", { viewport: SIZES.phone });
  await phone.locator('[name="name"]').fill("Synthetic Sam");
  await phone.locator('[name="brings"]').fill("words that must not be lost");
  await phone.locator("main form button[type=submit]").click();
  await phone.locator(".error").first().waitFor();
  assert.equal(await phone.locator('[name="brings"]').inputValue(), "words that must not be lost");
  // The refusal itself is no error of the page.
  await phone.evaluate(() => document.fonts.ready);
});

test("the enquiry is read in Spanish by who asks for Spanish", async () => {
  const phone = await house.open("/enquiry", { viewport: SIZES.phone, locale: "es-ES" });
  assert.equal(await phone.locator("html").getAttribute("lang"), "es");
  await check(phone);
});

test("the theme that was chosen is there before the first paint", async () => {
  const desk = await house.as("therapist");
  await desk.locator('[name="theme"][value="night"]:visible').click();
  await desk.waitForLoadState();
  const html = await (await desk.request.get(`${house.address}/today`)).text();
  assert.match(html, /data-theme="night"/);
});

test("an admin finds no clinical word", async () => {
  const desk = await house.as("therapist");
  const person = await desk.locator('main a[href^="/people/"]').first().getAttribute("href");
  const admin = await house.as("admin");
  const answer = await admin.request.get(`${house.address}${person}`);
  assert.equal(answer.status(), 404);
});
