// The room when the line breaks: what is done there stands, starts its clocks, and reaches the practice.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { found } from "./check.ts";
import { type Demo, demo, SIZES } from "./fixtures.ts";
import { roomsOpened } from "./rooms.ts";

const NOW = "2026-11-24T17:30:00Z";
/** From when on silence is said, with a look and the way, in milliseconds. */
const SILENCE_MS_MAX = 25_000;

let house: Demo;
before(async () => {
  house = await demo("--clients", "12", "--now", NOW);
});
after(async () => {
  await house?.stop();
});

/** Sends acts as the room does, each kept before the next; gives those that were not. */
async function refused(room: Page, acts: object[]): Promise<string[]> {
  return room.evaluate(async (all) => {
    const { acts: url = "", csrf = "", now } = document.querySelector<HTMLElement>("main[data-room]")?.dataset ?? {};
    const refused = [];
    for (const act of all) {
      const id = crypto.randomUUID().replaceAll("-", "");
      const headers = { "content-type": "application/json", "x-csrf": csrf };
      const body = JSON.stringify({ id, at: new Date(Number(now)).toISOString(), act });
      const answer = await fetch(url, { method: "POST", headers, body });
      if (answer.status !== 200) refused.push(`${JSON.stringify(act)}: ${await answer.text()}`);
    }
    return refused;
  }, acts);
}

const CALM = { systolic_mmhg: 122, diastolic_mmhg: 78, heart_rate_per_minute: 72, spo2_percent: 98 };
const DAY = [
  { act: "confirm_identity" },
  { act: "attest_consent" },
  { act: "reconcile_medicines" },
  { act: "assess_risk", finding: "no_concern" },
  {
    act: "answer_day",
    food: { taken: "long_ago" },
    fluid: { taken: "at", at: "2026-11-24T15:00:00Z" },
    alcohol_or_cannabis: { taken: "long_ago" },
    intoxicated: false,
    infection: false,
    vomiting: false,
    pregnancy_test: "negative",
  },
  { act: "confirm_escort", name: "Synthetic Escort" },
  { act: "reach_prescriber", how: "in the house" },
  { act: "take_vitals", ...CALM, respiratory_rate_per_minute: 14, moaas: 5, dissociation_0_10: 0 },
];

/** Rooms in which the gate stays closed, for what needs no dose. */
const closed: string[] = [];

/** Nothing is in anybody's way; that the line is broken, the browser says by itself. */
async function check(page: Page): Promise<void> {
  const notes = await found(page);
  assert.deepEqual(
    notes.filter((note) => !note.startsWith("console: Failed to load resource")),
    [],
  );
}

/** The room of somebody whose gate is open, in one of the demo's lives. */
async function openGate(room: Page): Promise<string> {
  for await (const session of roomsOpened(house, room)) {
    const kit = await room
      .locator('form[data-act="check_kit"] [name="items"]')
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    const monitor = await room.locator("main[data-room]").getAttribute("data-reader");
    const all = [...DAY, { act: "check_kit", items: kit }, { act: "assign_monitor", monitor }];
    const not = await refused(room, all);
    await room.reload();
    if ((await room.locator('[data-gate="open"]').count()) > 0) return session;
    if (not.length > 0) console.log(not.join("\n"));
    closed.push(session);
    const standing = await room.locator('[data-condition]:not([data-standing="holds"])').allTextContents();
    console.log(`${session}: the gate is closed by ${standing.map((words) => words.replace(/\s+/g, " ").trim())}`);
  }
  assert.fail("nobody's gate opens in the demo");
}

async function give(room: Page): Promise<void> {
  const panel = room.locator('[data-panel="give"]');
  if (!(await panel.isVisible())) await room.locator('[data-opens="give"]:visible').first().click();
  await panel.locator("label.chip").first().click();
  await panel.locator("button[type=submit]").click();
}

const saving = (room: Page) => room.locator("[data-saving]");
const kept = (room: Page, count: string) =>
  room.waitForFunction(
    (wanted) => document.querySelector("[data-saving]")?.getAttribute("data-waiting") === wanted,
    count,
  );

test("a dose given while the line is broken starts the clock here, and stands as of then", async () => {
  const room = await house.as("therapist", { viewport: SIZES.tablet });
  const session = await openGate(room);
  await room.context().setOffline(true);
  await give(room);
  await room.locator('main[data-room][data-state="during"]').waitFor();
  assert.match((await room.locator("[data-clock]").textContent()) ?? "", /^0:0\d$/);
  assert.match((await room.locator("[data-due-words]").first().textContent()) ?? "", /in 1[45] min/);
  await room.locator('[data-target="long-sigh"]:visible').first().click();
  await kept(room, "2");
  await room.locator('[data-saving][data-line="silent"]').waitFor({ timeout: SILENCE_MS_MAX });
  assert.match((await saving(room).textContent()) ?? "", /not connected( for \d+ min)? · on this tablet: 2/);
  assert.doesNotMatch(
    (await room.locator('[data-region="chart"]').textContent()) ?? "",
    /\d mg/,
    "how much is not known to the chart",
  );
  await check(room);
  // A value that asks for a hand opens its card, though nobody can be told.
  await room.locator('[data-opens="vitals"]:visible').first().click();
  const values = { ...CALM, spo2_percent: 86, respiratory_rate_per_minute: 14, moaas: 5 };
  for (const [sign, value] of Object.entries(values)) await room.locator(`#vitals-${sign}`).fill(`${value}`);
  await room.locator('[data-panel="vitals"] form button[type=submit]').first().click();
  await room.locator('[data-panel="act-oxygen"]').waitFor({ state: "visible" });
  await check(room);
  // The emergency card says what waits here, in its own words.
  await room.locator('[data-opens="emergency"]:visible, [data-opens="help"]:visible').first().click();
  if (!(await room.locator('[data-panel="emergency"]').isVisible())) {
    await room.locator('[data-opens="emergency"]:visible').first().click();
  }
  const card = (await room.locator('[data-panel="emergency"]').textContent()) ?? "";
  assert.match(card, /Give/);
  assert.match(card, /86/);
  await check(room);
  await room.context().setOffline(false);
  await kept(room, "0");
  await room.locator('[data-saving][data-line="open"]').waitFor();
  const other = await house.as("therapist", { viewport: SIZES.tablet });
  await other.goto(house.address + session);
  await other.locator('main[data-room][data-state="during"]').waitFor();
  assert.equal(await other.locator("[data-question]").count(), 0, "the gate had authorised it");
  const line = (await other.locator('[data-panel="entries"]').textContent()) ?? "";
  assert.match(line, /long sigh/);
  await check(other);
});

test("two tablets that both say a dose was given ask a person, and one touch answers", async () => {
  const [one, two] = [
    await house.as("therapist", { viewport: SIZES.tablet }),
    await house.as("therapist", { viewport: SIZES.tablet }),
  ];
  const session = await openGate(one);
  await two.goto(house.address + session);
  await two.locator('[data-gate="open"]').waitFor();
  await two.context().setOffline(true);
  await give(two);
  await two.locator('main[data-room][data-state="during"]').waitFor();
  await give(one);
  await one.locator('main[data-room][data-state="during"]').waitFor();
  // Longer than it would take to be told: the second tablet could not know.
  await two.waitForTimeout(11_000);
  await two.context().setOffline(false);
  await kept(two, "0");
  for (const room of [one, two]) {
    await room.locator('[data-panel="question"]').waitFor({ state: "visible", timeout: 15_000 });
    await check(room);
  }
  await one.locator('[data-question] [data-act="take_back_dose"]').click();
  for (const room of [one, two])
    await room.locator('[data-panel="question"]').waitFor({ state: "hidden", timeout: 15_000 });
  assert.equal(await one.locator('main[data-room][data-state="during"]').count(), 1, "the one dose stands");
});

test("what was charted outlives the browser, and is sent once by the next page", async () => {
  const room = await house.as("therapist", { viewport: SIZES.tablet });
  const session = closed[0] ?? "";
  await room.goto(house.address + session);
  await room.route("**/acts", (route) => route.abort());
  await room.locator('[data-opens="note"]:visible').first().click();
  await room.locator("#note-text").fill("Kept on the tablet.");
  await room.locator('[data-panel="note"] form[data-act="note"] button[type=submit]').click();
  await kept(room, "1");
  await room.close({ runBeforeUnload: false });
  const again = await room.context().newPage();
  await again.goto(`${house.address}/today`);
  // Every page of the practice says what lies here, and where it goes from.
  const way = again.locator("[data-lying] a");
  await way.waitFor();
  assert.match((await way.textContent()) ?? "", /: 1\./);
  await Promise.all([again.waitForURL(`**${session}`), way.click()]);
  await again.locator("main[data-room]").waitFor();
  await kept(again, "0");
  await again.waitForFunction(() => document.body.textContent?.includes("Kept on the tablet.") === true);
  const entries = (await again.locator('[data-panel="entries"]').textContent()) ?? "";
  assert.equal(entries.split("Kept on the tablet.").length - 1, 1);
});

test("whoever is signed out charts on, and is let in again without leaving", async () => {
  const room = await house.as("therapist", { viewport: SIZES.tablet });
  await room.goto(house.address + (closed[1] ?? ""));
  await room.locator("main[data-room]").waitFor();
  await room.evaluate(async () => {
    const { csrf = "" } = document.querySelector<HTMLElement>("main[data-room]")?.dataset ?? {};
    await fetch("/sign-out", { method: "POST", body: new URLSearchParams({ csrf }), redirect: "manual" });
  });
  await room.locator('[data-saving][data-line="signed-out"]').waitFor({ timeout: SILENCE_MS_MAX });
  await room.locator("[data-door-way]:visible").click();
  await check(room);
  await room.locator("#door-password").fill("not this one");
  await room.locator("form[data-door] button[type=submit]").click();
  await room.locator("form[data-door] [data-error]").waitFor({ state: "visible" });
  await room.locator('[data-panel="door"] [data-opens=""]').click();
  await room.locator('[data-opens="note"]:visible').first().click();
  await room.locator("#note-text").fill("While signed out.");
  await room.locator('[data-panel="note"] form[data-act="note"] button[type=submit]').click();
  await kept(room, "1");
  await room.locator("[data-door-way]:visible").click();
  await room.locator("#door-password").fill("synthetic people only");
  await room.locator("form[data-door] button[type=submit]").click();
  await kept(room, "0");
  await room.locator('[data-saving][data-line="open"]').waitFor();
  assert.match((await room.locator('[data-panel="entries"]').textContent()) ?? "", /While signed out\./);
});
