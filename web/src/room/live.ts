// Swaps in what has changed, and leaves what somebody is typing.

const seen = new Map<string, string>();

/** Takes the drawn room and puts its changed regions into the page. */
export function swap(main: HTMLElement, html: string): void {
  const drawn = new DOMParser().parseFromString(html, "text/html").querySelector<HTMLElement>("main[data-room]");
  if (!drawn) return;
  const typed = remember(main);
  const moved = drawn.dataset.state !== main.dataset.state;
  for (const [name, value] of Object.entries(drawn.dataset)) main.dataset[name] = value ?? "";
  for (const gone of ["concern", "dosed", "asking"]) if (!(gone in drawn.dataset)) delete main.dataset[gone];
  if (moved) {
    const bar = main.querySelector("[data-bar]");
    const newBar = drawn.querySelector("[data-bar]");
    if (bar && newBar) newBar.replaceWith(bar);
    main.replaceChildren(...drawn.childNodes);
  } else {
    for (const region of drawn.querySelectorAll<HTMLElement>("[data-region]")) renew(main, region);
  }
  give(main, typed);
}

function renew(main: HTMLElement, region: HTMLElement): void {
  const name = region.dataset.region ?? "";
  const drawn = region.outerHTML;
  if (seen.get(name) === drawn) return;
  seen.set(name, drawn);
  main.querySelector(`[data-region="${name}"]`)?.replaceWith(region);
}

export interface Typed {
  readonly values: ReadonlyMap<string, string>;
  readonly ticked: ReadonlyMap<string, boolean>;
  readonly focus: string | undefined;
}

/** What was typed or chosen and not kept yet, by the ids of its fields. */
export function remember(main: HTMLElement): Typed {
  const values = new Map<string, string>();
  const ticked = new Map<string, boolean>();
  for (const field of main.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input[id], textarea[id]")) {
    const box = field instanceof HTMLInputElement && (field.type === "radio" || field.type === "checkbox");
    if (box && field.checked !== field.defaultChecked) ticked.set(field.id, field.checked);
    if (!box && field.value !== field.defaultValue) values.set(field.id, field.value);
  }
  for (const field of main.querySelectorAll<HTMLSelectElement>("select[id]")) values.set(field.id, field.value);
  const active = document.activeElement;
  const focus = active instanceof HTMLElement && main.contains(active) ? pathOf(active) : undefined;
  return { values, ticked, focus };
}

export function give(main: HTMLElement, typed: Typed): void {
  for (const [id, value] of typed.values) {
    const field = document.getElementById(id);
    if (
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    ) {
      field.value = value;
    }
  }
  for (const [id, checked] of typed.ticked) {
    const field = document.getElementById(id);
    if (field instanceof HTMLInputElement) field.checked = checked;
  }
  if (typed.focus && !main.contains(document.activeElement)) {
    main.querySelector<HTMLElement>(typed.focus)?.focus({ preventScroll: true });
  }
}

/** A selector that finds the same control in the next drawing. */
function pathOf(element: HTMLElement): string | undefined {
  if (element.id) return `#${CSS.escape(element.id)}`;
  for (const name of ["target", "opens", "key", "digit", "second"]) {
    const value = element.dataset[name];
    if (value) return `[data-${name}="${CSS.escape(value)}"]`;
  }
  return undefined;
}
