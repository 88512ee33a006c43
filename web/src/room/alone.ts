// What the tablet knows and the practice does not yet: a dose, and vital signs that were taken here.
import type { Kept } from "./outbox";

/** When a dose was given that waits here. */
export function givenAt(waiting: readonly Kept[]): number | undefined {
  const given = waiting.find((one) => one.act.act === "administer_dose");
  return given && Date.parse(given.at);
}

/** When the next set falls due: the first of the minutes from the dose that lies behind the last set. */
export function dueAt(dosed: number, minutes: string, waiting: readonly Kept[]): number | undefined {
  const sets = waiting.filter((one) => one.act.act === "take_vitals").map((one) => Date.parse(one.at));
  const since = Math.max(dosed, ...sets);
  const times = minutes.split(" ").map((minute) => dosed + Number(minute) * 60_000);
  return minutes === "" ? undefined : times.find((time) => time > since);
}
