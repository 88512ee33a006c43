// Numbers with minus and plus beside them. Without this the page has a plain field, or eleven choices.

/** Half of the line: where the first touch of plus or minus begins. */
const MIDDLE = 0.5;

function step(sign: string, says: string | undefined, press: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "step";
  made.textContent = sign;
  made.setAttribute("aria-label", says ?? sign);
  made.addEventListener("click", press);
  return made;
}

/** Plus and minus beside a number field. */
function stepper(holder: HTMLElement): void {
  const field = holder.querySelector<HTMLInputElement>("input");
  if (field === null || holder.querySelector("button") !== null) return;
  const most = Number(holder.dataset.stepper);
  const move = (by: number) => (): void => {
    // The first touch begins in the middle of a night; no number stands there before it.
    const now = field.value === "" ? 7 - by : Number(field.value) || 0;
    field.value = String(Math.min(most, Math.max(0, now + by)));
  };
  holder.prepend(step("−", holder.dataset.less, move(-1)));
  holder.append(step("+", holder.dataset.more, move(1)));
}

/** The line to slide on: nothing is chosen before it is touched. */
function line(choices: readonly HTMLInputElement[], holder: HTMLElement): HTMLInputElement {
  const made = document.createElement("input");
  made.type = "range";
  made.className = "slide";
  made.min = choices[0]?.value ?? "0";
  made.max = choices.at(-1)?.value ?? "10";
  made.value = String((Number(made.min) + Number(made.max)) * MIDDLE);
  made.dataset.empty = "";
  made.setAttribute("aria-label", holder.querySelector("legend")?.textContent ?? "");
  made.setAttribute("aria-valuetext", holder.dataset.none ?? "");
  made.setCustomValidity(holder.dataset.choose ?? "");
  return made;
}

/** Puts a line with plus and minus in the place of one choice a number; the choices stay what is sent. */
function slider(holder: HTMLElement): void {
  const choices = [...holder.querySelectorAll<HTMLInputElement>("input[type=radio]")];
  if (choices.length === 0 || holder.classList.contains("slides")) return;
  const field = line(choices, holder);
  const number = document.createElement("span");
  number.className = "chosen";
  number.setAttribute("aria-hidden", "true");

  const show = (): void => {
    const chosen = Number(field.value) - Number(field.min);
    for (const choice of choices) choice.checked = choice.value === field.value;
    delete field.dataset.empty;
    field.setCustomValidity("");
    field.removeAttribute("aria-valuetext");
    field.style.setProperty("--filled", `${(chosen / (Number(field.max) - Number(field.min))) * 100}%`);
    number.textContent = field.value;
  };
  const move = (by: number) => (): void => {
    if (!("empty" in field.dataset)) field.value = String(Number(field.value) + by);
    show();
  };
  field.addEventListener("input", show);
  // A touch on the very middle moves nothing, and is an answer all the same.
  field.addEventListener("pointerup", show);

  const already = choices.find((choice) => choice.checked);
  for (const choice of choices) choice.required = false;
  holder.classList.add("slides");
  holder
    .querySelector("legend")
    ?.after(step("−", holder.dataset.less, move(-1)), number, step("+", holder.dataset.more, move(1)), field);
  if (already !== undefined) {
    field.value = already.value;
    show();
  }
}

/** Puts plus and minus wherever a page asks for them. */
export function ease(page: ParentNode): void {
  for (const holder of page.querySelectorAll<HTMLElement>("[data-stepper]")) stepper(holder);
  for (const holder of page.querySelectorAll<HTMLElement>("[data-slider]")) slider(holder);
}
