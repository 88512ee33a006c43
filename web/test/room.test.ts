import assert from "node:assert/strict";
import { test } from "node:test";
import { build, canBeUndone, charted, eventOf, fieldsOf } from "../src/room/acts";
import { dueAt, givenAt } from "../src/room/alone";
import { due, elapsed, passed } from "../src/room/clock";
import { Connection } from "../src/room/connection";
import { entryOf } from "../src/room/correction";
import { type Kept, Memory, Outbox } from "../src/room/outbox";
import { type Outcome, post, Sender } from "../src/room/sender";
import { Touches } from "../src/room/touches";
import { isPossible, isWhole, levelOf, meaningOf } from "../src/room/vitals";

const NOW = Date.parse("2026-05-14T17:40:00Z");

function kept(id: string): Kept {
  return { id, at: "2026-05-14T17:40:00Z", act: { act: "notice_onset" }, label: "first noticed" };
}

test("a touch becomes the act that the rules read", () => {
  const sigh = build("chart", fieldsOf("entry.group=breath&entry.code=long-sigh"), NOW);
  assert.deepEqual(sigh, { act: "chart", entry: { group: "breath", code: "long-sigh" } });
  const hold = build("end_hold", fieldsOf("minutes:int=12&end=swallowed"), NOW);
  assert.deepEqual(hold, { act: "end_hold", minutes: 12, end: "swallowed" });
});

test("what is left empty is left out, lists grow, and times lie in the past", () => {
  const fields = [
    { path: "food", as: "ago", value: "120" },
    { path: "fluid", as: "ago", value: "long_ago" },
    { path: "vomiting", as: "flag", value: "no" },
    { path: "items", as: "list", value: "oxygen" },
    { path: "items", as: "list", value: "basin" },
    { path: "words", as: "text", value: "  " },
  ];
  assert.deepEqual(build("any", fields, NOW), {
    act: "any",
    food: { taken: "at", at: "2026-05-14T15:40:00.000Z" },
    fluid: { taken: "long_ago" },
    vomiting: false,
    items: ["oxygen", "basin"],
  });
});

test("a correction says the same kind of fact", () => {
  const entry = { group: "breath", code: "long-sigh", strength: "strong" };
  assert.deepEqual(charted({ act: "chart", entry }), { type: "EntryCharted", ...entry });
  assert.deepEqual(charted({ act: "slow_down", arose: "fear" }), { type: "SlowedDown", arose: "fear" });
  assert.equal(charted({ act: "administer_dose", dose_mg: 100 }), undefined);
  assert.equal(canBeUndone({ act: "administer_dose" }), false);
  assert.equal(canBeUndone({ act: "note", text: "warm" }), true);
});

test("the id of an entry is derived as the practice derives it", () => {
  assert.equal(eventOf("000000000000000000000000000000a0"), "000000000000000000000000000000a1");
  assert.equal(eventOf("000000000000000000000000000000af"), "000000000000000000000000000000ae");
});

test("the outbox outlives the page, and nothing shows as done that the shelf does not have", async () => {
  const shelf = new Memory();
  const outbox = await Outbox.on(shelf);
  await outbox.add(kept("1"));
  await outbox.add(kept("2"));
  const ids = (all: readonly Kept[]) => all.map((one) => one.id);
  assert.deepEqual(ids((await Outbox.on(shelf)).waiting()), ["1", "2"]);
  await outbox.drop("1");
  assert.deepEqual(ids((await Outbox.on(shelf)).waiting()), ["2"]);
  shelf.put = () => Promise.reject(new Error("full"));
  await assert.rejects(outbox.add(kept("3")));
  assert.deepEqual(ids(outbox.waiting()), ["2"]);
});

test("what the practice does not take stays until somebody has read why", async () => {
  const shelf = new Memory();
  const outbox = await Outbox.on(shelf);
  for (const id of ["1", "2"]) await outbox.add(kept(id));
  await outbox.refuse("1", "why");
  const again = await Outbox.on(shelf);
  assert.deepEqual(
    again.waiting().map((one) => one.id),
    ["2"],
    "it holds nothing up",
  );
  assert.deepEqual(
    again.refused().map((one) => [one.id, one.refused]),
    [["1", "why"]],
  );
  await again.drop("1");
  assert.deepEqual((await Outbox.on(shelf)).refused(), []);
});

test("only what speaks of this act is an answer", async () => {
  const real = globalThis.fetch;
  const answers = async (status: number, body: string) => {
    globalThis.fetch = async () => new Response(body, { status });
    return (await post("/acts", "csrf", "reader", kept("1"))).is;
  };
  try {
    assert.equal(await answers(200, '{"id":"1","kept":true}'), "kept");
    assert.equal(await answers(422, '{"id":"1","kept":false,"refused":{"words":"why"}}'), "refused");
    assert.equal(await answers(401, '{"id":"1","kept":false}'), "signed-out");
    assert.equal(await answers(500, '{"id":"1","kept":false}'), "later");
    assert.equal(await answers(200, "<h1>Welcome to the guest network</h1>"), "later");
    assert.equal(await answers(200, '{"id":"2","kept":true}'), "later");
    assert.equal(await answers(404, "not found"), "later");
  } finally {
    globalThis.fetch = real;
  }
});

test("a second touch that falls through is none, and a fast finger on one button is", () => {
  const touches = new Touches();
  const [give, chip] = [{}, {}];
  const touch = (button: object, x: number, timeStamp: number, detail = 1) =>
    touches.falls({ detail, clientX: x, clientY: 10, timeStamp, target: { closest: () => button } } as never);
  assert.equal(touch(give, 10, 0), false);
  assert.equal(touch(chip, 12, 180), true, "the panel changed under the finger");
  assert.equal(touch(chip, 12, 900), false);
  assert.equal(touch(chip, 12, 950), false, "the same digit twice");
  assert.equal(touch(give, 200, 1_000), false, "somewhere else");
  assert.equal(touch(chip, 200, 1_050, 0), false, "a key");
});

test("what waits is sent in order, once each, and a refusal holds nothing up", async () => {
  const outbox = await Outbox.on(new Memory());
  for (const id of ["1", "2", "3"]) await outbox.add(kept(id));
  const sent: string[] = [];
  const told: string[] = [];
  const answer = (id: string): Outcome => (id === "2" ? { is: "refused", words: "why" } : { is: "kept" });
  const sender = new Sender(
    outbox,
    async (one) => {
      sent.push(one.id);
      return answer(one.id);
    },
    {
      kept: (one) => told.push(`kept ${one.id}`),
      refused: (one, words) => told.push(`refused ${one.id} ${words}`),
      waiting: () => undefined,
      tried: () => undefined,
      emptied: () => told.push("emptied"),
    },
  );
  await Promise.all([sender.kick(), sender.kick()]);
  assert.deepEqual(sent, ["1", "2", "3"]);
  assert.deepEqual(told, ["kept 1", "refused 2 why", "kept 3", "emptied"], "the room is asked for once");
  assert.deepEqual(outbox.waiting(), []);
  await sender.kick();
  assert.equal(told.length, 4, "and not when there was nothing to send");
});

test("without a network everything stays on the tablet", async () => {
  const outbox = await Outbox.on(new Memory());
  await outbox.add(kept("1"));
  const counts: number[] = [];
  const tried: string[] = [];
  const sender = new Sender(outbox, () => Promise.reject(new Error("offline")), {
    kept: () => assert.fail("nothing was kept"),
    refused: () => assert.fail("nothing was refused"),
    waiting: (count) => counts.push(count),
    tried: (outcome) => tried.push(outcome.is),
    emptied: () => assert.fail("everything is still here"),
  });
  await sender.kick();
  sender.stop();
  assert.equal(outbox.waiting().length, 1);
  assert.deepEqual(counts, [1]);
  assert.deepEqual(tried, ["later"]);
});

test("the clock counts from the dose, and says what is due", () => {
  assert.equal(elapsed(2_292_000), "38:12");
  assert.equal(elapsed(7_720_000), "2:08:40");
  const words = { saidDueIn: "in # min", saidDueNow: "now", saidDueLate: "late #" };
  assert.equal(due(NOW + 7 * 60_000, NOW, words), "in 7 min");
  assert.equal(due(NOW, NOW, words), "now");
  assert.equal(due(NOW - 6 * 60_000, NOW, words), "late 6");
});

test("a value goes on by itself when it is whole, and what cannot be is seen", () => {
  assert.deepEqual(
    [isWhole("1", 260), isWhole("12", 260), isWhole("122", 260), isWhole("90", 260)],
    [false, false, true, true],
  );
  assert.equal(isPossible("400", 50, 260), false);
  assert.equal(isPossible("122", 50, 260), true);
  assert.equal(isPossible("", 50, 260), true);
});

test("a level of sedation is said in words while it is typed", () => {
  const means = "0: none|1: squeeze|2: shake|3: loud|4: slow|5: readily";
  assert.deepEqual(
    ["", "5", "2", "0", "9"].map((digits) => meaningOf(digits, means)),
    ["5: readily", "5: readily", "2: shake", "0: none", ""],
  );
});

test("a value is coloured before it is sent, by the ranges that the practice drew", () => {
  // Warn up to 140, act up to 161 by the rise, emergency up to 199.
  const inside = "100 140 90 161 0 199";
  const levels = ["120", "141", "161", "162", "200", "89", ""].map((digits) => levelOf(digits, inside));
  assert.deepEqual(levels, ["", "concerning", "concerning", "act", "emergency", "act", ""]);
  assert.equal(levelOf("300", ""), "", "without a protocol there is nothing to say");
});

test("an entry is put right by the form of its kind, and only what its button carries is an entry", () => {
  const dataset = { event: "0a", kind: "VitalsTaken", at: "2026-05-14T17:40:00Z", fill: "moaas=5" };
  assert.deepEqual(entryOf(dataset), dataset);
  assert.equal(entryOf({ event: "0a" }), undefined);
  const at = Date.parse(dataset.at);
  const fields = [
    { path: "event", as: "text", value: "0a" },
    { path: "new.type", as: "text", value: "VitalsTaken" },
    { path: "new.systolic_mmhg", as: "int", value: "138" },
    { path: "new.diastolic_mmhg", as: "int", value: "" },
    { path: "occurred_at", as: "when", value: "5" },
  ];
  assert.deepEqual(build("correct", fields, at), {
    act: "correct",
    event: "0a",
    new: { type: "VitalsTaken", systolic_mmhg: 138 },
    occurred_at: "2026-05-14T17:35:00.000Z",
  });
});

test("a clock that was set back is not believed, and one that ran ahead is not sure", () => {
  const from = { wall: NOW, steady: 1_000 };
  const after = (wall: number, steady: number) => passed(from, { wall: NOW + wall, steady: 1_000 + steady });
  assert.deepEqual(after(60_000, 60_000), { ms: 60_000, sure: true });
  assert.deepEqual(after(60_900, 60_000), { ms: 60_000, sure: true }, "a clock may run a little apart");
  assert.deepEqual(after(-3_600_000, 60_000), { ms: 60_000, sure: true }, "the hour that comes twice");
  assert.deepEqual(after(2_400_000, 5_000), { ms: 2_400_000, sure: false }, "asleep for 40 minutes, or set ahead");
});

test("silence is said once it lasts, by its minutes, and ends with the first answer", () => {
  let time = 0;
  const connection = new Connection(() => time);
  assert.equal(connection.standing.is, "open");
  time = 9_000;
  assert.equal(connection.standing.is, "open", "nothing was asked and nothing missed");
  connection.heard();
  time = 10_000;
  connection.missed();
  assert.equal(connection.standing.is, "open", "one answer was lost");
  time = 9_000 + 8_000;
  assert.deepEqual(connection.standing, { is: "silent", since: 9_000 });
  time = 9_000 + 185_000;
  assert.equal(connection.minutes, 3);
  connection.signedOut();
  assert.equal(connection.standing.is, "signed-out");
  connection.missed();
  assert.equal(connection.standing.is, "signed-out", "whoever was signed out stays so until they are back");
  connection.heard();
  assert.equal(connection.standing.is, "open");
});

test("a dose and vital signs that wait here start and move the clocks here", () => {
  const at = (minute: number) => new Date(NOW + minute * 60_000).toISOString();
  const dose = { ...kept("1"), at: at(0), act: { act: "administer_dose" } };
  const vitals = { ...kept("2"), at: at(16), act: { act: "take_vitals" } };
  assert.equal(givenAt([kept("3"), dose]), NOW);
  assert.equal(givenAt([vitals]), undefined);
  assert.equal(dueAt(NOW, "15 30 45", [dose]), NOW + 15 * 60_000);
  assert.equal(dueAt(NOW, "15 30 45", [dose, vitals]), NOW + 30 * 60_000);
  assert.equal(dueAt(NOW, "", [dose]), undefined);
  assert.equal(dueAt(Number.NaN, "15", []), undefined, "without a dose nothing is due by it");
});
