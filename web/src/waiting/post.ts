// One form on its way, and what came of it.

const PATIENCE_MS = 8_000;

/** What came of sending: the practice answered, or nothing of it was heard. */
export type Came = { readonly is: "answered"; readonly answer: Response } | { readonly is: "unheard" };

/** Sends a form; only an answer of the practice's own counts, not a page that stands in between. */
export async function post(action: string, body: URLSearchParams, holder: string): Promise<Came> {
  try {
    const answer = await fetch(action, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", "x-holder": holder },
      body: body.toString(),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return isOurs(answer) ? { is: "answered", answer } : { is: "unheard" };
  } catch {
    return { is: "unheard" };
  }
}

/** Every answer of the practice, whatever it says, carries its own rules for the browser. */
function isOurs(answer: Response): boolean {
  const rules = answer.headers.get("content-security-policy") ?? "";
  return new URL(answer.url).origin === location.origin && rules.includes("frame-ancestors 'none'");
}

/** The practice has it, will never take it, or may take it later. */
export function standing(came: Came): "kept" | "refused" | "waits" {
  if (came.is === "unheard") return "waits";
  if (came.answer.ok) return "kept";
  return came.answer.status === 409 || came.answer.status === 422 ? "refused" : "waits";
}

/** The fields of a form as they would be sent. */
export function fields(form: HTMLFormElement, pressed: HTMLElement | null): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, pressed)) if (typeof value === "string") body.append(name, value);
  return body;
}

/** The name of a form on the shelf: one page may draw one intent for several forms. */
export function named(action: string, body: URLSearchParams): string {
  return [new URL(action).pathname, body.get("command"), body.get("number")].join(" ");
}

/** Whose pages these are, and the token of this visit. */
export function here(): { readonly holder: string; readonly csrf: string } {
  const holder = document.querySelector<HTMLElement>("[data-holder]")?.dataset.holder ?? "";
  return { holder, csrf: document.querySelector<HTMLInputElement>('input[name="csrf"]')?.value ?? "" };
}
