// A check-in without signal: each answer is kept on this phone, and sent when there is signal.
// Without this script the page is a plain form for each question.
import { ease } from "./check-in/number";
import { drop, keep, waiting } from "./check-in/shelf";

const AGAIN_MS = 15_000;
const PATIENCE_MS = 8_000;

/** What came of sending: the practice has it, cannot be reached, or has something to say. */
type Outcome = "kept" | "unreachable" | { readonly status: number };

async function send(action: string, body: string): Promise<Outcome> {
  try {
    const answer = await fetch(action, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return answer.type === "opaqueredirect" ? "kept" : { status: answer.status };
  } catch {
    return "unreachable";
  }
}

/** The practice has it (200 is a page of help after a yes), will never take it, or may take it later. */
function standing(outcome: Outcome): "sent" | "late" | "waits" {
  if (outcome === "unreachable") return "waits";
  if (outcome === "kept" || outcome.status === 200) return "sent";
  return outcome.status === 409 || outcome.status === 422 ? "late" : "waits";
}

/** Sends what waits, the oldest first, and says the worst that came of it. */
async function sendAll(action: string, csrf: string): Promise<"sent" | "late" | "waits"> {
  let late = false;
  for (const one of await waiting()) {
    const body = new URLSearchParams(one.body);
    body.set("csrf", csrf);
    const came = standing(await send(action, body.toString()));
    if (came === "waits") return "waits";
    late ||= came === "late";
    await drop(one.id);
  }
  return late ? "late" : "sent";
}

function main(): void {
  const page = document.querySelector<HTMLElement>("[data-check-in]");
  const said = document.querySelector<HTMLElement>("[data-kept]");
  const late = document.querySelector<HTMLElement>("[data-late]");
  if (page === null || said === null || late === null) return;
  // Read once: what the page shows at the end has no form to read it from.
  const csrf = document.querySelector<HTMLInputElement>('input[name="csrf"]')?.value ?? "";
  const template = (name: string) => document.querySelector<HTMLTemplateElement>(`template[${name}]`);

  const show = (name: string): void => {
    const next = template(name);
    if (next === null) return;
    page.replaceChildren(next.content.cloneNode(true));
    ease(page);
    const title = page.querySelector<HTMLElement>("h1");
    title?.setAttribute("tabindex", "-1");
    title?.focus();
  };
  const goOn = (place: number): void => {
    const name = `data-question="${place + 1}"`;
    show(template(name) === null ? "data-end" : name);
  };

  const tellLate = (): void => {
    said.hidden = true;
    late.hidden = false;
  };

  const answer = async (form: HTMLFormElement, pressed: HTMLElement | null): Promise<void> => {
    const fields = new FormData(form, pressed);
    const body = new URLSearchParams();
    for (const [name, value] of fields) if (typeof value === "string") body.append(name, value);
    const action = form.action;
    const sent = await send(action, body.toString());
    if (sent === "kept") {
      if ((await sendAll(action, csrf)) === "late") {
        tellLate();
        goOn(Number(fields.get("question")));
      } else {
        location.assign(action);
      }
      return;
    }
    if (sent !== "unreachable") {
      // The same intent once more, so that the browser shows what the practice answers.
      pressed?.setAttribute("data-sent", "");
      form.requestSubmit(pressed);
      return;
    }
    const place = Number(fields.get("question"));
    const way = fields.get("way");
    if (way === "back" || way === "not-now" || way === "stop") return;
    body.delete("csrf");
    await keep({ id: String(fields.get("command")), body: body.toString() });
    said.hidden = false;
    if (form.dataset.item === "harm" && fields.get("answer") === "yes") {
      show("data-help");
      page.querySelector("[data-go-on]")?.addEventListener("click", () => goOn(place));
    } else {
      goOn(place);
    }
  };

  page.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !("answers" in form.dataset)) return;
    const pressed = event.submitter;
    if (pressed?.hasAttribute("data-sent") === true) return;
    event.preventDefault();
    answer(form, pressed).catch(() => {
      // This browser keeps nothing: the plain form does what it can.
      pressed?.setAttribute("data-sent", "");
      form.requestSubmit(pressed);
    });
  });

  ease(page);
  const action = location.pathname;
  const again = async (): Promise<void> => {
    if ((await waiting()).length === 0) return;
    said.hidden = false;
    const came = await sendAll(action, csrf);
    if (came === "sent") location.assign(action);
    if (came === "late") tellLate();
  };
  addEventListener("online", () => void again());
  setInterval(() => void again(), AGAIN_MS);
  void again();
}

main();
