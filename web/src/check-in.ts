// A check-in without signal: each answer is kept on this phone, and the next question comes from the
// page itself; `waiting.ts` sends it when there is signal. Without script each is a plain form.
import { ease } from "./check-in/number";
import { fields, here, named, post } from "./waiting/post";
import { keep } from "./waiting/shelf";

function main(): void {
  const page = document.querySelector<HTMLElement>("[data-check-in]");
  if (page === null) return;
  const { holder } = here();
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

  const answer = async (form: HTMLFormElement, pressed: HTMLElement | null): Promise<void> => {
    const body = fields(form, pressed);
    const came = await post(form.action, body, holder);
    if (came.is === "answered") {
      if (came.answer.redirected) {
        location.assign(form.action);
        return;
      }
      // The same intent once more, so that the browser shows what the practice answers.
      pressed?.setAttribute("data-sent", "");
      form.requestSubmit(pressed);
      return;
    }
    const place = Number(body.get("question"));
    const way = body.get("way");
    if (way === "back" || way === "not-now" || way === "stop") return;
    body.delete("csrf");
    body.set("said_at", new Date().toISOString());
    await keep({ id: named(form.action, body), holder, action: form.action, body: body.toString() });
    document.dispatchEvent(new CustomEvent("kapok:kept"));
    if (form.dataset.item === "harm" && body.get("answer") === "yes") {
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
  // Whatever was kept is with the practice: the page says where they are now, unless it shows help.
  document.addEventListener("kapok:sent", (event) => {
    const { help, refused } = (event as CustomEvent<{ help: boolean; refused: boolean }>).detail;
    if (!help && !refused) location.assign(location.pathname);
  });
}

main();
