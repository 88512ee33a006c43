// Acts as the practice reads them, built from what was touched or typed.

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type Fields = { [key: string]: Json };

/** One act; `act` names it, the rest is its own. */
export interface Act extends Fields {
  act: string;
}

/** One field as a button or a form holds it. */
export interface Field {
  /** Place in the act, with dots between. */
  readonly path: string;
  /** What it is there: text, int, list, flag, ago, when or dose. */
  readonly as: string;
  readonly value: string;
}

/** Reads the fields that a button carries: `entry.group=breath&minutes:int=12`. */
export function fieldsOf(set: string): Field[] {
  return set
    .split("&")
    .filter((pair) => pair.includes("="))
    .map((pair) => {
      const at = pair.indexOf("=");
      const [path = "", as = "text"] = pair.slice(0, at).split(":");
      return { path, as, value: pair.slice(at + 1) };
    });
}

/** Builds an act; a field that was left empty is left out. */
export function build(name: string, fields: readonly Field[], now: number): Act {
  const act: Act = { act: name };
  for (const field of fields) {
    if (field.as === "dose") {
      // Lozenges and what they come to, in one touch.
      const [mg, lozenges] = field.value.split("/").map(Number);
      Object.assign(act, { dose_mg: mg ?? 0, lozenges: lozenges ?? 0 });
      continue;
    }
    const value = readAs(field, now);
    if (value !== undefined) put(act, field.path.split("."), value, field.as === "list");
  }
  return act;
}

function readAs({ as, value }: Field, now: number): Json | undefined {
  const words = value.trim();
  if (words === "") return undefined;
  switch (as) {
    case "int":
      return /^-?\d{1,6}$/.test(words) ? Number(words) : words;
    case "flag":
      return words === "yes";
    case "ago":
      return words === "long_ago" ? { taken: "long_ago" } : { taken: "at", at: ago(now, Number(words)) };
    case "when":
      return ago(now, Number(words));
    default:
      return words;
  }
}

function ago(now: number, minutes: number): string {
  return new Date(now - minutes * 60_000).toISOString();
}

function put(into: Fields, path: readonly string[], value: Json, list: boolean): void {
  const [first, ...rest] = path;
  if (first === undefined) return;
  const there = into[first];
  if (rest.length > 0) {
    const inner: Fields = typeof there === "object" && there !== null && !Array.isArray(there) ? there : {};
    into[first] = inner;
    put(inner, rest, value, list);
  } else if (list) {
    into[first] = Array.isArray(there) ? [...there, value] : [value];
  } else {
    into[first] = value;
  }
}

/** What an act becomes in the chart, for a correction; acts that cannot be put right have none. */
export function charted(act: Act): Fields | undefined {
  const { act: name, ...own } = act;
  const type = KINDS[name];
  if (type === undefined) return undefined;
  const entry = own.entry;
  const fields = name === "chart" && typeof entry === "object" && entry !== null && !Array.isArray(entry) ? entry : own;
  return { type, ...fields };
}

const KINDS: { readonly [act: string]: string } = {
  chart: "EntryCharted",
  slow_down: "SlowedDown",
  note: "NoteWritten",
  take_vitals: "VitalsTaken",
  notice_onset: "OnsetNoticed",
  enter_phase: "PhaseEntered",
  end_hold: "HoldEnded",
  tick: "CriterionTicked",
};

const NOT_UNDONE: ReadonlySet<string> = new Set([
  "administer_dose",
  "administer_booster",
  "record_dose_outside_gate",
  "confirm_dose",
  "attest_consent",
  "override_gate",
  "ask_pass",
  "report_adverse_event",
  "take_back_dose",
  "take_back_adverse_event",
  "undo",
  "correct",
  "discharge",
  "leave_against_advice",
  "end_without_dose",
  "take_back_ending",
  "seal",
]);

/** Whether one touch takes it back: an entry of the chart, and nothing graver. */
export function canBeUndone(act: Act): boolean {
  return !NOT_UNDONE.has(act.act);
}

/** A new id for an act: 32 hex digits, made here, so that a repeat is known as one. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The id of the entry that an act makes; its twin is `EventId::derived` in crates/journey/src/id.rs. */
export function eventOf(id: string): string {
  const last = Number.parseInt(id.slice(-1), 16) ^ 1;
  return id.slice(0, -1) + last.toString(16);
}
