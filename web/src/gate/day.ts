// The interpreter of gate rows. Its twin is crates/journey/src/gate/day.rs; ten
// thousand vectors that the twin wrote run on it in test/gate.test.ts.

/** A flag or a whole number; absent or null means that nobody recorded it. */
export type DayValue = boolean | number;
export type DayInputs = { readonly [fact: string]: DayValue | null | undefined };

export type Limit =
  | { readonly flag: boolean }
  | { readonly number: number }
  | { readonly range: { readonly low: number; readonly high: number } }
  | { readonly fact: string };

export type Test = "within" | "at_least" | "at_most" | "equals" | "present" | "age_below" | "sum_at_most";

/** One row of the gate, as the server writes it. */
export interface DayCondition {
  readonly id: string;
  readonly check: string;
  readonly input: string;
  readonly plus?: string;
  readonly test: Test;
  readonly limit?: Limit;
  readonly unknown_is: "unknown" | "fails";
  readonly unless?: { readonly input: string; readonly is: boolean };
  readonly weight: "blocks" | "cautions";
  readonly figure?: string;
}

export type DayState = "holds" | "fails" | "unknown";

/** What was found for one row: the value, a sum where the row adds, and the limit, resolved. */
export interface DayFinding {
  readonly state: DayState;
  readonly value: DayValue | null;
  readonly limit: Limit | null;
}

/** Greatest number that a row compares; beyond it, as with a fraction, the value is unknown. */
export const NUMBER_MAX = 1_000_000_000;

/** Decides every row, in order. */
export function interpret(conditions: readonly DayCondition[], inputs: DayInputs): DayFinding[] {
  return conditions.map((condition) => find(condition, inputs));
}

/** How each condition stands: a known failure outweighs what is unknown. Cautions keep nothing. */
export function standing(conditions: readonly DayCondition[], findings: readonly DayFinding[]): Map<string, DayState> {
  const states = new Map<string, DayState>();
  conditions.forEach((condition, row) => {
    if (condition.weight === "cautions") return;
    const next = findings[row]?.state ?? "unknown";
    states.set(condition.id, worse(states.get(condition.id) ?? "holds", next));
  });
  return states;
}

function worse(one: DayState, other: DayState): DayState {
  if (one === "fails" || other === "fails") return "fails";
  return one === "unknown" || other === "unknown" ? "unknown" : "holds";
}

function find(condition: DayCondition, inputs: DayInputs): DayFinding {
  const value = compared(condition, inputs);
  const limit = resolved(condition.limit ?? null, inputs);
  const { unless } = condition;
  const spared = unless !== undefined && known(inputs, unless.input) === unless.is;
  const passed = spared || (value === null ? null : passes(condition.test, value, limit));
  return { state: stateOf(passed, condition.unknown_is), value, limit };
}

function stateOf(passed: boolean | null, unknownIs: DayCondition["unknown_is"]): DayState {
  if (passed === null) return unknownIs;
  return passed ? "holds" : "fails";
}

function compared(condition: DayCondition, inputs: DayInputs): DayValue | null {
  const value = known(inputs, condition.input);
  if (value === null || typeof value === "boolean" || condition.plus === undefined) return value;
  const plus = known(inputs, condition.plus);
  return typeof plus === "number" ? value + plus : null;
}

function resolved(limit: Limit | null, inputs: DayInputs): Limit | null {
  if (limit === null || !("fact" in limit)) return limit;
  const number = known(inputs, limit.fact);
  return typeof number === "number" ? { number } : null;
}

/** The value, if it is one that can be compared. */
function known(inputs: DayInputs, fact: string): DayValue | null {
  const value = Object.hasOwn(inputs, fact) ? inputs[fact] : null;
  if (typeof value === "boolean") return value;
  return typeof value === "number" && Number.isInteger(value) && Math.abs(value) <= NUMBER_MAX ? value : null;
}

/** null when value and limit cannot be compared, which is as good as unknown. */
function passes(test: Test, value: DayValue, limit: Limit | null): boolean | null {
  if (test === "present") return true;
  if (limit === null) return null;
  if (typeof value === "boolean") {
    return test === "equals" && "flag" in limit ? value === limit.flag : null;
  }
  if ("range" in limit) {
    return test === "within" ? limit.range.low <= value && value <= limit.range.high : null;
  }
  return "number" in limit ? passesNumber(test, value, limit.number) : null;
}

function passesNumber(test: Test, value: number, limit: number): boolean | null {
  switch (test) {
    case "equals":
      return value === limit;
    case "at_least":
      return value >= limit;
    case "at_most":
    case "sum_at_most":
      return value <= limit;
    case "age_below":
      return 0 <= value && value < limit;
    default:
      return null;
  }
}
