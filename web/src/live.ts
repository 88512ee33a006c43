// Keeps a page true while somebody reads it: asks whether it has changed, and swaps it in.
// What is half typed is never taken away: then the page says that it has changed, and waits.
import { give, remember } from "./room/live";

const POLL_MS = 1_000;
let asking = false;

/** Whether anything was typed or chosen that the server has not seen. */
function isTyped(main: HTMLElement): boolean {
  for (const field of main.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")) {
    const box = field instanceof HTMLInputElement && (field.type === "radio" || field.type === "checkbox");
    if (box ? field.checked !== field.defaultChecked : field.value !== field.defaultValue) return true;
  }
  return false;
}

/** What lies open stays open, by its words. */
function unfolded(main: HTMLElement): ReadonlySet<string> {
  const open = [...main.querySelectorAll<HTMLDetailsElement>("details[open] > summary")];
  return new Set(open.map((summary) => summary.textContent ?? ""));
}

function swap(main: HTMLElement, drawn: HTMLElement, says: string): void {
  const typed = remember(main);
  const open = unfolded(main);
  main.replaceChildren(...drawn.childNodes);
  for (const summary of main.querySelectorAll<HTMLElement>("details > summary")) {
    if (open.has(summary.textContent ?? "")) (summary.parentElement as HTMLDetailsElement).open = true;
  }
  give(main, typed);
  const notice = main.querySelector<HTMLElement>("[data-changed]");
  if (notice) notice.textContent = says;
}

function offer(main: HTMLElement, place: HTMLElement, drawn: HTMLElement, says: string): void {
  const notice = place.querySelector<HTMLElement>("[data-changed]");
  const again = place.querySelector<HTMLButtonElement>("[data-again]");
  if (notice) notice.textContent = says;
  if (!again) return;
  again.hidden = false;
  again.onclick = () => swap(main, drawn, says);
}

async function look(): Promise<void> {
  const main = document.querySelector<HTMLElement>("main");
  const place = main?.querySelector<HTMLElement>("[data-page]");
  if (!main || !place || document.hidden || asking) return;
  asking = true;
  try {
    const url = `${place.dataset.page}?seen=${encodeURIComponent(place.dataset.seen ?? "")}`;
    const response = await fetch(url, { redirect: "manual" });
    if (response.status !== 200) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const drawn = page.querySelector<HTMLElement>("main");
    const next = drawn?.querySelector<HTMLElement>("[data-page]");
    if (!drawn || !next) return;
    const says = next.dataset.says ?? "";
    place.dataset.seen = next.dataset.seen ?? "";
    if (isTyped(main)) offer(main, place, drawn, says);
    else swap(main, drawn, says);
  } catch {
    // Without signal the page stays as it is, and asks again.
  } finally {
    asking = false;
  }
}

/** Where Enter makes a new line, Ctrl or Cmd with it sends; what is wrong is said as after a press. */
function sends(event: KeyboardEvent): void {
  const field = event.target;
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !(field instanceof HTMLElement)) return;
  const folded = field.closest("details[open]")?.querySelector<HTMLButtonElement>("button[type=submit]");
  const form = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement ? field.form : null;
  const button = folded ?? form?.querySelector<HTMLButtonElement>("button[type=submit]:enabled");
  if (!button || form === null) return;
  event.preventDefault();
  form.requestSubmit(button);
}

addEventListener("keydown", sends);
setInterval(() => void look(), POLL_MS);
