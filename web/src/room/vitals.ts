// The vitals pad: digits, the next field by itself, and what cannot be.

/** Whether another digit would only make it impossible: then the next field is meant. */
export function isWhole(digits: string, high: number): boolean {
  return digits !== "" && Number(`${digits}0`) > high;
}

/** Whether a value is one that can be. */
export function isPossible(digits: string, low: number, high: number): boolean {
  return digits === "" || (/^\d{1,3}$/.test(digits) && Number(digits) >= low && Number(digits) <= high);
}

/** What a value means in the room: nothing, or the word for how much it asks for. */
export type Level = "" | "concerning" | "act" | "emergency";

/**
 * Reads what a value means by the three ranges that the practice drew: at which nothing asks for a
 * look, for a hand, for an ambulance. The practice decides the same again when it has the value.
 */
export function levelOf(digits: string, inside: string): Level {
  const edges = inside.split(" ").map(Number);
  if (digits === "" || edges.length !== 6) return "";
  const beyond = (low = 0, high = 0) => Number(digits) < low || Number(digits) > high;
  if (beyond(edges[4], edges[5])) return "emergency";
  if (beyond(edges[2], edges[3])) return "act";
  return beyond(edges[0], edges[1]) ? "concerning" : "";
}

/** Colours each value that asks for something, and says the gravest in words. */
function concern(form: HTMLFormElement): void {
  const order: readonly Level[] = ["", "concerning", "act", "emergency"];
  let gravest: Level = "";
  let named = "";
  for (const field of fields(form)) {
    // A value that is still being typed is not judged: the first digit of 122 is no pressure.
    const [low, high] = limits(field);
    const whole = isPossible(field.value, low, high) && field.value !== "";
    const level = whole ? levelOf(field.value, field.dataset.inside ?? "") : "";
    field.dataset.level = level;
    if (order.indexOf(level) > order.indexOf(gravest)) {
      gravest = level;
      named = `${field.getAttribute("aria-label")} ${field.value}`;
    }
  }
  const place = form.querySelector<HTMLElement>("[data-concerning]");
  if (!place) return;
  const said = form.closest<HTMLElement>("[data-room]")?.dataset ?? {};
  const words = { "": "", concerning: said.saidConcerning, act: said.saidAct, emergency: said.saidEmergency }[gravest];
  place.hidden = gravest === "";
  place.dataset.level = gravest;
  place.textContent = gravest === "" ? "" : `${words}: ${named}`;
}

/** The act card of the gravest value, where one asks for a hand. */
export function card(form: HTMLFormElement): string | undefined {
  const asking = (level: Level) => fields(form).find((field) => field.dataset.level === level)?.dataset.card;
  return asking("emergency") ?? asking("act");
}

function limits(field: HTMLInputElement): [number, number] {
  return [Number(field.dataset.low ?? 0), Number(field.dataset.high ?? 999)];
}

function fields(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>(".values input")];
}

/** Puts a digit where one is, or takes one away, and goes on when the value is whole. */
export function digit(form: HTMLFormElement, key: string): void {
  const all = fields(form);
  const field = all.find((one) => one.classList.contains("on")) ?? all[0];
  if (!field) return;
  field.value = key === "" ? field.value.slice(0, -1) : (field.value + key).slice(0, 3);
  choose(form, field);
  typed(form, field);
}

/** After a value was typed: says at once if it cannot be, and goes on when it is whole. */
export function typed(form: HTMLFormElement, field: HTMLInputElement): void {
  const [low, high] = limits(field);
  mark(form, field, !isWhole(field.value, high) || isPossible(field.value, low, high));
  concern(form);
  say(form, field);
  const all = fields(form);
  const after = all[all.indexOf(field) + 1];
  if (isWhole(field.value, high) && isPossible(field.value, low, high) && after) {
    choose(form, after);
    after.focus();
  }
}

/** Goes on to the next field; behind the last one comes the first. */
export function next(form: HTMLFormElement): void {
  const all = fields(form);
  const field = all[(all.findIndex((one) => one.classList.contains("on")) + 1) % all.length];
  if (!field) return;
  choose(form, field);
  field.focus();
}

/** Marks the field that the digits go to, and says what its value means where that is a scale of words. */
export function choose(form: HTMLFormElement, field: HTMLInputElement): void {
  for (const one of fields(form)) one.classList.toggle("on", one === field);
  say(form, field);
}

/** The words of the level that was typed; before one is, those of the highest. */
export function meaningOf(digits: string, means: string): string {
  const words = means.split("|");
  return (digits === "" ? words.at(-1) : words[Number(digits)]) ?? "";
}

function say(form: HTMLFormElement, field: HTMLInputElement): void {
  const place = form.querySelector<HTMLElement>("[data-meaning]");
  if (!place) return;
  place.dataset.resting ??= place.textContent ?? "";
  const means = field.dataset.means;
  place.textContent = means === undefined ? place.dataset.resting : meaningOf(field.value, means);
}

/** Whether everything typed can be; else says which cannot. */
export function allPossible(form: HTMLFormElement): boolean {
  const wrong = fields(form).find((one) => !isPossible(one.value, ...limits(one)));
  const right = fields(form)[0];
  if (wrong) {
    mark(form, wrong, false);
    choose(form, wrong);
    wrong.focus();
  } else if (right) {
    mark(form, right, true);
  }
  return !wrong;
}

function mark(form: HTMLFormElement, field: HTMLInputElement, possible: boolean): void {
  const [low, high] = limits(field);
  const error = form.querySelector<HTMLElement>("[data-error]");
  const words = form.closest<HTMLElement>("[data-room]")?.dataset.saidImpossible ?? "";
  for (const one of fields(form)) one.removeAttribute("aria-invalid");
  if (!possible) field.setAttribute("aria-invalid", "true");
  if (!error) return;
  error.hidden = possible;
  error.textContent = possible
    ? ""
    : `${field.getAttribute("aria-label")}: ${words.replace("#low", String(low)).replace("#high", String(high))}`;
}
