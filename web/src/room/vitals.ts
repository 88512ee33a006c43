// The vitals pad: digits, the next field by itself, and what cannot be.

/** Whether another digit would only make it impossible: then the next field is meant. */
export function isWhole(digits: string, high: number): boolean {
  return digits !== "" && Number(`${digits}0`) > high;
}

/** Whether a value is one that can be. */
export function isPossible(digits: string, low: number, high: number): boolean {
  return digits === "" || (/^\d{1,3}$/.test(digits) && Number(digits) >= low && Number(digits) <= high);
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
  const all = fields(form);
  const next = all[all.indexOf(field) + 1];
  if (isWhole(field.value, high) && isPossible(field.value, low, high) && next) {
    choose(form, next);
    next.focus();
  }
}

/** Marks the field that the digits go to. */
export function choose(form: HTMLFormElement, field: HTMLInputElement): void {
  for (const one of fields(form)) one.classList.toggle("on", one === field);
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
