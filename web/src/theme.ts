// Changes the theme where one stands, without leaving the page. The server has
// already drawn the page in the kept theme, and without this script the same
// form posts and comes back: nothing here is needed for the first paint.

const THEMES: ReadonlySet<string> = new Set(["day", "night", "room"]);

/** Shows the theme at once and marks the button that was pressed. */
function show(form: HTMLFormElement, theme: string): void {
  document.documentElement.dataset.theme = theme;
  for (const button of form.querySelectorAll<HTMLButtonElement>("button[name=theme]")) {
    button.setAttribute("aria-pressed", String(button.value === theme));
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  const button = event.submitter;
  if (!(form instanceof HTMLFormElement) || !(button instanceof HTMLButtonElement)) return;
  if (!form.matches("[data-themes]") || !THEMES.has(button.value)) return;
  event.preventDefault();
  const before = document.documentElement.dataset.theme ?? "day";
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form, button)) fields.append(name, String(value));
  show(form, button.value);
  fetch(form.action, { method: "POST", body: fields, redirect: "manual" })
    .then((response) => response.type === "opaqueredirect" || response.ok || show(form, before))
    .catch(() => show(form, before));
});
