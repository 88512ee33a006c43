// Runs the vectors that `cargo test -p journey --test gate_vectors` writes.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import {
  type DayCondition,
  type DayFinding,
  type DayInputs,
  interpret,
  type Limit,
  standing,
} from "../src/gate/day.ts";

interface Vector {
  inputs: DayInputs;
  /** One letter a row: h holds, f fails, u unknown. */
  expected: string;
  findings?: DayFinding[];
}

const target = process.env.CARGO_TARGET_DIR ?? join(process.cwd(), "..", "target");
const path = process.env.GATE_VECTORS ?? join(target, "gate-vectors.json");
const { conditions, vectors } = JSON.parse(readFileSync(path, "utf8")) as {
  conditions: DayCondition[];
  vectors: Vector[];
};

const letters = (findings: DayFinding[]) => findings.map((finding) => finding.state[0]).join("");
const agree = (rows: DayCondition[], vector: Vector) => letters(interpret(rows, vector.inputs)) === vector.expected;

test("given ten thousand vectors, both interpreters say the same of every row", () => {
  assert.ok(vectors.length >= 10_000, `only ${vectors.length} vectors in ${path}`);
  assert.ok(conditions.length >= 60, `only ${conditions.length} rows in ${path}`);
  for (const vector of vectors) {
    assert.equal(letters(interpret(conditions, vector.inputs)), vector.expected, JSON.stringify(vector.inputs));
  }
});

test("given a sample of them, value and limit are the same too", () => {
  const sampled = vectors.filter((vector) => vector.findings !== undefined);
  assert.ok(sampled.length >= 100);
  for (const vector of sampled) {
    assert.deepEqual(interpret(conditions, vector.inputs), vector.findings);
  }
});

const mutants: Record<string, (row: DayCondition) => DayCondition> = {
  "at_least read as more than": (row) => onTest(row, "at_least", (limit) => shifted(limit, 1)),
  "at_most read as less than": (row) => onTest(row, "at_most", (limit) => shifted(limit, -1)),
  "sum_at_most read as less than": (row) => onTest(row, "sum_at_most", (limit) => shifted(limit, -1)),
  "age_below read as at most": (row) => onTest(row, "age_below", (limit) => shifted(limit, 1)),
  "within read without its edges": (row) => onTest(row, "within", narrowed),
  "the sum without what is added": (row) => {
    const { plus, ...rest } = row;
    return plus === undefined ? row : rest;
  },
  "unless passed over": (row) => {
    const { unless, ...rest } = row;
    return unless === undefined ? row : rest;
  },
  "unknown read as failure": (row) => ({ ...row, unknown_is: "fails" }),
};

function onTest(row: DayCondition, test: string, change: (limit: Limit) => Limit): DayCondition {
  return row.test === test && row.limit !== undefined ? { ...row, limit: change(row.limit) } : row;
}

function shifted(limit: Limit, by: number): Limit {
  return "number" in limit ? { number: limit.number + by } : limit;
}

function narrowed(limit: Limit): Limit {
  return "range" in limit ? { range: { low: limit.range.low + 1, high: limit.range.high - 1 } } : limit;
}

for (const [name, mutate] of Object.entries(mutants)) {
  test(`given ${name}, some vector notices`, () => {
    const mutated = conditions.map(mutate);
    assert.ok(vectors.some((vector) => !agree(mutated, vector)));
  });
}

test("given a fraction, text or a name every object has, it is unknown and not a pass", () => {
  const row: DayCondition = {
    id: "G13",
    check: "food-minutes",
    input: "constructor",
    test: "present",
    unknown_is: "unknown",
    weight: "blocks",
  };
  const state = (input: string, value: unknown) =>
    interpret([{ ...row, input }], { food: value } as DayInputs)[0]?.state;
  assert.equal(state("constructor", 1), "unknown");
  assert.equal(state("food", 120.5), "unknown");
  assert.equal(state("food", Number.NaN), "unknown");
  assert.equal(state("food", "120"), "unknown");
  assert.equal(state("food", 120), "holds");
});

test("given a failure beside an unknown row, the condition fails", () => {
  const row = (input: string): DayCondition => ({
    id: "G14",
    check: input,
    input,
    test: "equals",
    limit: { flag: true },
    unknown_is: "unknown",
    weight: "blocks",
  });
  const rows = [row("escort-named"), row("escort-confirmed")];
  const state = (inputs: DayInputs) => standing(rows, interpret(rows, inputs)).get("G14");
  assert.equal(state({ "escort-named": false }), "fails");
  assert.equal(state({ "escort-named": true }), "unknown");
  assert.equal(state({ "escort-named": true, "escort-confirmed": true }), "holds");
});
