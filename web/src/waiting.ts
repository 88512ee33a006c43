// On a client's own pages: what was written without signal is kept, and sent when there is signal.
//
// A scale and a message stay on the page when they cannot be sent: the words are kept on the phone,
// help is shown, and it is said that nobody has it yet. Without this script each is a plain form.
import { fields, here, named, post, standing } from "./waiting/post";
import { drop, keep, waiting } from "./waiting/shelf";

const AGAIN_MS = 15_000;

function main(): void {
  const page = document.querySelector<HTMLElement>("main");
  const says = document.querySelector<HTMLElement>("[data-waits]");
  if (page === null || says === null) return;
  // Read once: what the page shows later has no form to read it from.
  const { holder, csrf } = here();
  let sending = false;
  let instead = false;

  const tell = (what: "waits" | "refused" | "sent" | "unheard" | undefined): void => {
    for (const line of says.querySelectorAll<HTMLElement>("[data-says]")) line.hidden = line.dataset.says !== what;
    says.hidden = what === undefined;
  };

  /** Shows something in the place of the page, and says it to whoever listens. */
  const show = (content: Node): void => {
    page.replaceChildren(content);
    const title = page.querySelector<HTMLElement>("h1");
    title?.setAttribute("tabindex", "-1");
    title?.focus();
  };

  /** What the practice answers to a yes to harm is shown, also when it went out by itself. */
  const isHelp = async (answer: Response): Promise<boolean> => {
    const drawn = new DOMParser().parseFromString(await answer.text(), "text/html");
    const help = drawn.querySelector("main");
    if (drawn.querySelector("[data-help-now]") === null || help === null) return false;
    show(fragment(help));
    instead = true;
    return true;
  };

  const sendAll = async (): Promise<void> => {
    const mine = (await waiting()).filter((one) => one.holder === holder);
    if (mine.length === 0 || sending) return;
    sending = true;
    let refused = false;
    let help = false;
    tell("waits");
    try {
      for (const one of mine) {
        const body = new URLSearchParams(one.body);
        body.set("csrf", csrf);
        const came = await post(one.action, body, holder);
        const stands = standing(came);
        if (stands === "waits") return;
        if (stands === "kept" && came.is === "answered") help = (await isHelp(came.answer)) || help;
        refused ||= stands === "refused";
        await drop(one.id);
      }
    } finally {
      sending = false;
    }
    tell(refused ? "refused" : "sent");
    // What was shown in place of the page is over; words that somebody is writing are left alone.
    if (instead && !help && !refused) location.assign(location.pathname);
    document.dispatchEvent(new CustomEvent("kapok:sent", { detail: { help, refused } }));
  };

  const kept = async (form: HTMLFormElement, body: URLSearchParams): Promise<void> => {
    body.delete("csrf");
    body.set("said_at", new Date().toISOString());
    await keep({ id: named(form.action, body), holder, action: form.action, body: body.toString() });
    const template = document.querySelector<HTMLTemplateElement>("template[data-not-sent]");
    if (template !== null) {
      show(template.content.cloneNode(true));
      instead = true;
    }
    tell("waits");
  };

  const submit = async (form: HTMLFormElement, pressed: HTMLElement | null): Promise<void> => {
    const body = fields(form, pressed);
    const came = await post(form.action, body, holder);
    if (came.is === "answered") {
      // The same intent once more, so that the browser shows what the practice answers.
      pressed?.setAttribute("data-sent", "");
      form.requestSubmit(pressed);
      return;
    }
    const way = body.get("way");
    if (way === "back" || way === "decline") tell("unheard");
    else await kept(form, body);
  };

  page.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !("keeps" in form.dataset)) return;
    const pressed = event.submitter;
    if (pressed?.hasAttribute("data-sent") === true) return;
    event.preventDefault();
    submit(form, pressed).catch(() => {
      // This browser keeps nothing: the plain form does what it can.
      pressed?.setAttribute("data-sent", "");
      form.requestSubmit(pressed);
    });
  });

  document.addEventListener("kapok:kept", () => tell("waits"));
  const again = (): void => void sendAll().catch(() => undefined);
  addEventListener("online", again);
  setInterval(again, AGAIN_MS);
  again();
}

function fragment(holder: Element): DocumentFragment {
  const made = document.createDocumentFragment();
  made.append(...holder.childNodes);
  return made;
}

main();
