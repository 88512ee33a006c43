// A prescriber's screening of a plain case, by keyboard alone: what it costs, and that one always sees
// where one is.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { check, type Demo, demo, SIZES } from "./fixtures.ts";

// The keystroke-level model of Card, Moran and Newell (1980) for an average typist: 0.28 s a key, and
// 1.35 s to make up one's mind. Reading is not in it: what is on the page of a plain case is read in
// the minute that is left.
const SECONDS_A_KEY = 0.28;
const SECONDS_A_DECISION = 1.35;
/** What the issue asks for, less half a minute to read. */
const SECONDS_MAX = 90;
/** Stops that are passed to get from one thing to the next; more of them, and the page is in the way. */
const STOPS_MAX = 45;

const NOW = "2026-11-24T17:30:00Z";

let house: Demo;
before(async () => {
  house = await demo("--clients", "12", "--now", NOW);
});
after(async () => {
  await house?.stop();
});

/** Somebody who told of their health, and of whom the prescriber has decided nothing. */
const isPlain = (page: string): boolean =>
  /waits for the prescriber’s decision|may not be dosed yet\. /.test(page) && !page.includes("Age not known");
/** Anybody on whom the prescriber may decide. */
const isDecidable = (page: string): boolean => page.includes('name="decision"');

/** The first of whom the page of the screening is as it is wanted. */
async function somebody(desk: Page, is: (page: string) => boolean): Promise<string> {
  await desk.goto(`${house.address}/people`);
  const people = await desk
    .locator('main a[href^="/people/"]')
    .evaluateAll((links) => [
      ...new Set(links.map((link) => link.getAttribute("href")?.split("/").slice(0, 3).join("/") ?? "")),
    ]);
  for (const person of people) {
    const answer = await desk.request.get(`${house.address}${person}/screening`);
    if (answer.ok() && is(await answer.text())) return person;
  }
  assert.fail("nobody in the demo waits to be screened");
}

/** Tells a few ordinary facts by hand: two that stop, one to look at, three that no rule understands. */
async function plainCase(desk: Page, person: string): Promise<void> {
  await desk.goto(`${house.address}${person}/history`);
  const csrf = await desk.locator('[name="csrf"]').first().inputValue();
  const facts = [
    ["medicine", "Oxycodone 5 mg, now and then"],
    ["medicine", "Phenelzine 15 mg"],
    ["medicine", "Lorazepam 0.5 mg"],
    ["condition", "Corn on the left foot"],
    ["condition", "Wears spectacles to read"],
    ["condition", "Chilblains in winter"],
  ];
  for (const [kind, words] of facts) {
    const sent = await desk.request.post(`${house.address}${person}/history/fact`, {
      form: { csrf, kind: kind ?? "", words: words ?? "", status: "active" },
      headers: { origin: house.address },
      maxRedirects: 0,
    });
    assert.equal(sent.status(), 303, `${words}: ${sent.status()}`);
  }
}

/** Hands on a keyboard, and what they have pressed. */
class Hands {
  keys = 0;
  stops = 0;
  decisions = 0;
  constructor(readonly page: Page) {}

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    this.keys += key.split("+").length;
  }

  async type(words: string): Promise<void> {
    await this.page.keyboard.type(words);
    this.keys += words.length;
  }

  /** Goes from stop to stop until `selector` has the focus, which is seen at every one of them. */
  async to(selector: string): Promise<void> {
    for (let passed = 0; passed < 60; passed++) {
      await this.press("Tab");
      this.stops += 1;
      await this.seen();
      if (await this.has(selector)) return;
    }
    assert.fail(`${selector} is not reached by keyboard`);
  }

  has(selector: string): Promise<boolean> {
    return this.page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  }

  /** The focus is somewhere, inside the window, and has a ring. */
  async seen(): Promise<void> {
    const fault = await this.page.evaluate(() => {
      const focused = document.activeElement;
      if (focused === null || focused === document.body) return "lost";
      if (focused.matches("main, input[type=date]")) return "";
      const at = focused.getBoundingClientRect();
      if (at.bottom < 0 || at.top > innerHeight) return `out of sight: ${focused.outerHTML.slice(0, 80)}`;
      const rings = [focused, focused.nextElementSibling].filter((one) => one !== null);
      const ringed = rings.some((one) => Number.parseFloat(getComputedStyle(one).outlineWidth) > 0);
      const styled = rings.some((one) => getComputedStyle(one).outlineStyle !== "none");
      return ringed && styled ? "" : `no ring: ${focused.outerHTML.slice(0, 80)}`;
    });
    assert.equal(fault, "", "focus");
  }

  /** Waits for the page that follows a key. */
  async follow(key: string): Promise<void> {
    await Promise.all([this.page.waitForEvent("load"), this.press(key)]);
  }

  seconds(): number {
    return this.keys * SECONDS_A_KEY + this.decisions * SECONDS_A_DECISION;
  }
}

test("a plain case is read, answered and signed by keyboard alone, in well under two minutes", async () => {
  const desk = await house.as("prescriber", { viewport: SIZES.desktop });
  const person = await somebody(desk, isPlain);
  await plainCase(desk, person);
  await desk.goto(`${house.address}${person}/screening`);
  await check(desk);
  const hands = new Hands(desk);

  // Past the navigation, past the person's other pages: to what stops a dose.
  await hands.to("a.skip");
  await hands.press("Enter");
  await hands.to("main a.skip");
  await hands.press("Enter");
  assert.ok(await hands.has("li.flag"), "the first open finding");
  await hands.seen();

  // What fired the first one is opened; each is answered, with a reason.
  await hands.to("details.as-told > summary");
  await hands.press("Enter");
  assert.ok(await desk.locator("details.as-told[open] p").first().isVisible());
  hands.decisions += 1;
  const stops = await desk.locator("fieldset.answer-flag").count();
  assert.ok(stops >= 2, "two findings stop a dose");
  for (let finding = 0; finding < stops; finding++) {
    await hands.to('input[type=radio][name^="says-"]');
    await hands.press("Space");
    await hands.to('textarea[name^="reason-"]');
    await hands.type("Stopped, letter seen.");
    hands.decisions += 2;
  }

  // What no rule understands is read, and signed with one name for all of it.
  for (let fact = 0; fact < 3; fact++) {
    await hands.to('input[type=checkbox][name^="read-"]');
    await hands.press("Space");
    hands.decisions += 1;
  }
  await hands.to('button[formaction*="/read"]');
  await hands.follow("Enter");
  assert.ok(await hands.has("#eyes"), "one goes on where one was");
  await hands.seen();
  assert.equal(await desk.locator('input[name^="says-"]:checked').count(), stops, "and nothing typed is lost");
  await desk
    .getByText(/3 .*read/)
    .first()
    .waitFor();

  // Conditions, validity, the name under it.
  await hands.to('input[name="decision"]');
  await hands.press("ArrowDown");
  assert.ok(await desk.locator('[name="decision"][value="cleared-with-conditions"]').isChecked());
  await hands.to('textarea[name="reason"]');
  await hands.type("Well informed, well accompanied.");
  await hands.to('textarea[name="conditions"]');
  await hands.type("ECG read");
  await hands.to('input[name="valid_until"]');
  await hands.type("02012027");
  await hands.to('textarea[name="to_client"]');
  hands.decisions += 4;
  await hands.follow("Control+Enter");
  assert.match((await desk.locator(".answer").textContent()) ?? "", /is cleared until/);
  assert.ok(await hands.has("#decided"), "the decision is shown, and has the focus");
  await hands.seen();
  await check(desk);

  const took = hands.seconds();
  console.log(
    `a plain case: ${hands.keys} keys, of them ${hands.stops} stops, and ${hands.decisions} decisions: ${took.toFixed(0)} s`,
  );
  assert.ok(took <= SECONDS_MAX, `${took.toFixed(0)} s`);
  assert.ok(hands.stops <= STOPS_MAX, `${hands.stops} stops`);
});

test("Enter in a field signs nothing, and without script every button still leads where it says", async () => {
  const desk = await house.as("prescriber", { viewport: SIZES.desktop, javaScriptEnabled: false });
  const person = await somebody(desk, isDecidable);
  await desk.goto(`${house.address}${person}/screening`);
  const before = desk.url();
  await desk.locator('[name="decision"][value="deferred"]').focus();
  await desk.keyboard.press("Space");
  await desk.keyboard.press("Enter");
  assert.equal(desk.url(), before, "a choice and Enter are no signature");
  await desk.locator('[name="reason"]').fill("First the letter.");
  const asking = desk.locator("details.asking").last();
  await asking.locator("> summary").click();
  await asking.locator("textarea").fill("What do you think?");
  await asking.locator("button").click();
  assert.equal(await desk.locator('[name="reason"]').inputValue(), "First the letter.", "nothing typed is lost");
  await desk.locator(".asked", { hasText: "What do you think?" }).waitFor();
  await desk.locator('form#screening-form button[type="submit"]').last().click();
  assert.match((await desk.locator(".decided").textContent()) ?? "", /First the letter\./);
});
