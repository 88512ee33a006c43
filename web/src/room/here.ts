// What lies on this tablet, listed where somebody looks for it: what waits, and what is not taken.
import type { Kept, Outbox } from "./outbox";

/** Draws both lists anew, wherever the page has a place for them. */
export function list(main: HTMLElement, outbox: Outbox): void {
  const [waiting, refused] = [outbox.waiting(), outbox.refused()];
  for (const place of main.querySelectorAll("[data-waiting-here]")) fill(main, place, waiting);
  for (const place of main.querySelectorAll("[data-refused-here]")) fill(main, place, refused);
  for (const none of main.querySelectorAll<HTMLElement>("[data-none-here]")) {
    none.hidden = waiting.length + refused.length > 0;
  }
  const way = main.querySelector<HTMLElement>("[data-here-way]");
  const signedOut = main.querySelector<HTMLElement>("[data-door-way]")?.hidden === false;
  if (way) way.hidden = signedOut || waiting.length + refused.length === 0;
}

function fill(main: HTMLElement, place: Element, all: readonly Kept[]): void {
  const lines = all.map((one) => line(main, one));
  const shown = [...place.children];
  const same = lines.length === shown.length && lines.every((one, at) => one.isEqualNode(shown[at] ?? null));
  if (!same) place.replaceChildren(...lines);
}

function line(main: HTMLElement, one: Kept): HTMLLIElement {
  const item = document.createElement("li");
  const words = document.createElement("span");
  words.textContent = `${hour(main, one.at)} ${[one.label, one.told].filter(Boolean).join(": ")}`;
  item.append(words);
  if (one.refused !== undefined) {
    const why = document.createElement("small");
    why.textContent = one.refused || (main.dataset.saidNotTaken ?? "");
    const seen = document.createElement("button");
    seen.type = "button";
    seen.className = "touch quiet";
    seen.dataset.letGo = one.id;
    seen.textContent = main.dataset.saidSeen ?? "";
    item.append(why, seen);
  }
  return item;
}

function hour(main: HTMLElement, at: string): string {
  const clock = { hour: "numeric", minute: "2-digit", timeZone: main.dataset.zone } as const;
  return new Intl.DateTimeFormat(document.documentElement.lang, clock).format(new Date(at));
}

/** What stands in a form, in words: each field that was filled, by its name. */
export function toldIn(form: HTMLFormElement): string {
  const told: string[] = [];
  for (const field of form.elements) {
    const typed = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
    if (!typed || field.type === "hidden" || field.value.trim() === "") continue;
    const box = field.type === "radio" || field.type === "checkbox";
    if (box && !(field as HTMLInputElement).checked) continue;
    const name = field.labels?.[0]?.textContent?.trim() ?? "";
    told.push(box ? name : `${field.getAttribute("aria-label") ?? name} ${field.value.trim()}`);
  }
  return told.join(", ");
}
