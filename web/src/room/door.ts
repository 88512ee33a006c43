// Signing in again without leaving the room: nothing that was typed or charted is put at risk.
import { ANSWER_MS } from "./connection";

/** Asks the practice to let the same person in again; says in the form why it does not. */
export async function knock(form: HTMLFormElement, said: DOMStringMap): Promise<boolean> {
  const body = new URLSearchParams();
  for (const field of form.querySelectorAll<HTMLInputElement>("input[name]")) body.append(field.name, field.value);
  const asked = { method: "POST", body, redirect: "manual", signal: AbortSignal.timeout(ANSWER_MS) } as const;
  const response = await fetch(form.action, asked).catch(() => undefined);
  // A form that has grown old is renewed with the page; what was charted outlives it.
  if (response?.status === 403) location.reload();
  const entered = response?.type === "opaqueredirect";
  const words = { 422: said.saidDoorWrong, 429: said.saidDoorWait }[response?.status ?? 0] ?? said.saidDoorSilent;
  const place = form.querySelector<HTMLElement>("[data-error]");
  if (place) {
    place.hidden = entered;
    place.textContent = entered ? "" : (words ?? "");
  }
  const password = form.querySelector<HTMLInputElement>('input[type="password"]');
  if (password && (entered || response?.status === 422)) password.value = "";
  if (!entered) password?.focus();
  return entered;
}
