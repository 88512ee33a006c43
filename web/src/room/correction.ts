// Putting an entry right: the form of its kind, filled with what the entry says.

/** An entry as its button carries it. */
export interface Entry {
  readonly event: string;
  readonly kind: string;
  /** When it happened, in RFC 3339. */
  readonly at: string;
  /** What it says, as an address would write it: `systolic_mmhg=138&moaas=5`. */
  readonly fill: string;
}

/** Reads the entry that a button carries; other buttons carry none. */
export function entryOf({ event, kind, at, fill }: DOMStringMap): Entry | undefined {
  if (event === undefined || kind === undefined || at === undefined) return undefined;
  return { event, kind, at, fill: fill ?? "" };
}

/** Shows the form of the entry's kind and hides the others. */
export function show(main: HTMLElement, entry: Entry): HTMLFormElement | undefined {
  let shown: HTMLFormElement | undefined;
  for (const form of main.querySelectorAll<HTMLFormElement>('form[data-act="correct"]')) {
    form.hidden = form.dataset.kind !== entry.kind;
    if (!form.hidden) shown = form;
  }
  return shown;
}

/** Fills a form with what the entry says. */
export function fill(form: HTMLFormElement, entry: Entry): void {
  form.reset();
  const says = new URLSearchParams(entry.fill);
  const takeBack = form.querySelector<HTMLElement>('[data-act="undo"]');
  if (takeBack) takeBack.dataset.set = `event=${entry.event}`;
  for (const control of form.elements) {
    const named = control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement;
    if (!named) continue;
    if (control.name === "event") control.value = entry.event;
    if (!control.name.startsWith("new.") || control.name === "new.type") continue;
    const values = says.getAll(control.name.slice("new.".length));
    const box = control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox");
    if (box) control.checked = values.includes(control.value);
    else control.value = values[0] ?? "";
  }
}
