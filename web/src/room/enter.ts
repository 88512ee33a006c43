// Entering the room: every touch, key and form becomes one act.
import { type Act, build, charted, eventOf, type Field, fieldsOf, newId } from "./acts";
import { dueAt, givenAt } from "./alone";
import { Bar } from "./bar";
import * as clock from "./clock";
import { ANSWER_MS, Connection } from "./connection";
import * as correction from "./correction";
import * as door from "./door";
import * as here from "./here";
import { swap } from "./live";
import { type Kept, Memory, Outbox } from "./outbox";
import { type Outcome, post, Sender } from "./sender";
import { onDisk } from "./shelf";
import { Touches } from "./touches";
import * as vitals from "./vitals";

const POLL_MS = 4_000;
/** While somebody waits at the gate for an answer. */
const POLL_ASKING_MS = 1_000;
const FIVE_MINUTES_MS = 300_000;

/** Opens the shelf first: nothing may be charted before it is known what waits. */
export async function enter(main: HTMLElement): Promise<void> {
  const shelf = await onDisk(`${main.dataset.session}.${main.dataset.reader}`, location.pathname).catch(
    () => undefined,
  );
  new Room(main, await Outbox.on(shelf ?? new Memory())).begin(shelf !== undefined);
}

class Room {
  private readonly bar: Bar;
  private readonly sender: Sender;
  private readonly connection = new Connection(() => performance.now());
  /** The panel that somebody opened; none follows what the practice draws. */
  private panel = "";
  /** Counts the looks, so that an answer that was overtaken is not drawn. */
  private looks = 0;
  /** The entry that is being put right. */
  private entry: correction.Entry | undefined;
  /** The touch that changed what lies under the finger. */
  private readonly touches = new Touches();
  /** The act whose card was opened here, since nobody else could. */
  private carded = "";

  constructor(
    private readonly main: HTMLElement,
    private readonly outbox: Outbox,
  ) {
    this.bar = new Bar(main);
    this.sender = new Sender(this.outbox, (one) => this.post(one), {
      kept: (one) => {
        if (one.act.act === "seal") location.reload();
      },
      refused: (one, words) => {
        this.bar.refused(`${this.word("saidRefused")}: ${one.label}. ${words}`);
        this.giving(true);
        if (one.panel !== undefined) this.giveBack(one.panel, one.fields ?? []);
        if (this.bar.last?.id === one.id) this.bar.undo(false);
      },
      waiting: () => this.line(),
      tried: ({ is }) => {
        if (is === "signed-out") this.signedOut();
        else if (is === "later") this.connection.missed();
        else this.connection.heard();
        if (is === "signed-out" || is === "later") this.goOnHere();
        this.line();
      },
      emptied: () => void this.look(),
    });
  }

  begin(isOnDisk: boolean): void {
    if (!isOnDisk) this.bar.refused(this.word("saidNoShelf"));
    clock.set(Number(this.main.dataset.now));
    clock.run(this.main);
    this.main.addEventListener("click", (event) => this.clicked(event));
    this.main.addEventListener("submit", (event) => this.submitted(event));
    this.main.addEventListener("input", (event) => this.typed(event));
    this.main.addEventListener("focusin", (event) => this.focused(event));
    document.addEventListener("keydown", (event) => this.pressed(event));
    window.addEventListener("online", () => void this.sender.kick());
    document.addEventListener("visibilitychange", () => void stayAwake());
    document.addEventListener("pointerdown", () => void stayAwake(), { once: true });
    setInterval(() => document.hidden || void this.look(), POLL_MS);
    setInterval(() => document.hidden || !this.main.dataset.asking || void this.look(), POLL_ASKING_MS);
    this.giving(false);
    setInterval(() => this.line(), 1_000);
    this.toNow();
    this.line();
    void this.sender.kick();
  }

  private line(): void {
    this.bar.line(this.outbox.waiting().length, this.connection);
    here.list(this.main, this.outbox);
  }

  /** Nobody takes what waits here: it starts the clocks here, until the practice draws the room anew. */
  private goOnHere(): void {
    const waiting = this.outbox.waiting();
    const given = givenAt(waiting);
    const ahead = this.main.querySelector<HTMLTemplateElement>("template[data-given]");
    if (given !== undefined && ahead?.innerHTML) {
      swap(this.main, ahead.innerHTML);
      Object.assign(this.main.dataset, { dosed: String(given), revision: "" });
      this.open("");
      this.toNow();
    }
    const due = dueAt(Number(this.main.dataset.dosed), this.word("ahead"), waiting);
    const place = this.main.querySelector<HTMLElement>("[data-due]");
    if (place && due !== undefined) place.dataset.due = String(due);
    this.ask(waiting, place);
  }

  /** A value that asks for a hand does so also where the practice cannot be told: its card opens here. */
  private ask(waiting: readonly Kept[], place: HTMLElement | null): void {
    const last = waiting.filter((one) => one.act.act === "take_vitals").at(-1);
    if (last?.card === undefined) return;
    this.main.dataset.concern = "yes";
    const again = Date.parse(last.at) + Number(this.main.dataset.again) * 60_000;
    if (place && again < Number(place.dataset.due)) place.dataset.due = String(again);
    if (this.carded === last.id) return;
    this.carded = last.id;
    this.open(last.card);
    this.bar.write(`${last.label}: ${last.told}`, this.word("saidTablet").replace("#", String(waiting.length)));
  }

  /** Opens the way back in, unless somebody is in the middle of something: charting goes on without. */
  private signedOut(): void {
    const known = this.connection.standing.is === "signed-out";
    this.connection.signedOut();
    if (!known && this.panel === "") this.open("door");
  }

  private async enterAgain(form: HTMLFormElement): Promise<void> {
    const entered = await door.knock(form, this.main.dataset);
    if (!entered) return;
    this.connection.heard();
    this.open("");
    await this.look(true);
    void this.sender.kick();
  }

  private word(name: string): string {
    return this.main.dataset[name] ?? "";
  }

  private clicked(event: MouseEvent): void {
    const falls = this.touches.falls(event);
    const button = (event.target as Element).closest<HTMLElement>("button");
    if (!button || !this.main.contains(button)) return;
    if (falls) {
      event.preventDefault();
      return;
    }
    const { act, set, opens, then, second, digit, next, rest, undo, print, letGo } = button.dataset;
    const form = button.closest("form");
    if (digit !== undefined && form) vitals.digit(form, digit);
    else if (next !== undefined && form) vitals.next(form);
    else if (act !== undefined) {
      void this.keep(build(act, fieldsOf(set ?? ""), clock.now()), { label: nameOf(button) });
      const left = '[data-panel="offered"], [data-panel="phase"], [data-panel="correct"]';
      if (button.closest("[data-panel]")?.matches(left)) this.open("");
      if (then !== undefined) this.open(then);
    } else if (second !== undefined) this.second(second);
    else if (undo !== undefined) this.undo();
    else if (print !== undefined) window.print();
    else if (letGo !== undefined) void this.outbox.drop(letGo).then(() => this.line());
    else if (rest !== undefined) this.rest();
    else if (opens === "correct") this.correctEntry(button);
    else if (opens !== undefined) this.open(opens);
  }

  private submitted(event: SubmitEvent): void {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    if (form.dataset.door !== undefined) {
      void this.enterAgain(form);
      return;
    }
    const name = form.dataset.act ?? "";
    if (name === "take_vitals" && !vitals.allPossible(form)) return;
    const fields = fieldsIn(form);
    // A correction's time counts from its entry and not from now.
    const from = name === "correct" && this.entry ? Date.parse(this.entry.at) : clock.now();
    const act = build(name, fields, from);
    const panel = form.closest<HTMLElement>("[data-panel]")?.dataset.panel;
    if (name.startsWith("administer_") && act.dose_mg === undefined) {
      this.bar.refused(this.word("saidChooseDose"));
      return;
    }
    if (name.startsWith("second_")) this.correct(act);
    else {
      const card = name === "take_vitals" ? vitals.card(form) : undefined;
      void this.keep(act, { label: titleOf(form), told: here.toldIn(form), card, panel, fields });
    }
    if (name === "correct") this.bar.write(titleOf(form), this.word("saidKept"));
    form.reset();
    this.open(name === "report_adverse_event" && isGrave(form, act) ? "act-sudden" : "");
  }

  private post(one: Kept): Promise<Outcome> {
    return post(this.word("acts"), this.word("csrf"), this.word("reader"), one);
  }

  /** Writes an act down, shows it once that is safe, and sends it. */
  private async keep(act: Act, from: Pick<Kept, "label"> & Partial<Kept>): Promise<void> {
    const [id, at, { label }] = [newId(), clock.now(), from];
    this.giving(false, act);
    try {
      await this.outbox.add({ ...from, id, at: new Date(at).toISOString(), act });
    } catch {
      this.giving(true);
      this.bar.refused(`${this.word("saidRefused")}: ${label}. ${this.word("saidNoShelf")}`);
      return;
    }
    if (act.act === "undo") this.bar.write(label, this.word("saidUndone"));
    else if (act.act !== "correct") this.bar.show({ id, at, act, label });
    this.line();
    void this.sender.kick();
  }

  /** One lozenge is one touch: until the practice or the tablet has drawn the room after it, there is no other. */
  private giving(possible: boolean, now?: Act): void {
    const acts = [...this.outbox.waiting().map((one) => one.act), ...(now ? [now] : [])];
    const waits = acts.some(({ act }) => act.startsWith("administer_"));
    for (const form of this.main.querySelectorAll('form[data-act^="administer_"]')) {
      const button = form.querySelector<HTMLButtonElement>("button[type=submit]");
      if (button) button.disabled = waits && !possible;
    }
  }

  /** Puts right what was charted last; both readings stay in the record. */
  private correct(change: Act): void {
    const last = this.bar.last;
    if (!last) return;
    const { act: _, ...fields } = change;
    last.act = merged(last.act, fields);
    const fact = charted(last.act);
    if (!fact) return;
    const occurred = new Date(last.at).toISOString();
    const act = { act: "correct", event: eventOf(last.id), new: fact, occurred_at: occurred };
    void this.keep(act, { label: last.label });
  }

  /** Opens the form of an entry's kind, with what the entry says. */
  private correctEntry(button: HTMLElement): void {
    this.entry = correction.entryOf(button.dataset);
    if (!this.entry) return;
    const form = correction.show(this.main, this.entry);
    if (form) correction.fill(form, this.entry);
    this.open("correct");
  }

  private second(which: string): void {
    const last = this.bar.last;
    if (!last) return;
    if (which === "words") this.open("word");
    else if (which === "ago") {
      last.at -= FIVE_MINUTES_MS;
      this.correct({ act: "second" });
      this.bar.write(last.label, nameOf(this.main.querySelector<HTMLElement>('button[data-second="ago"]')));
    } else {
      this.correct({ act: "second", entry: { strength: which } });
      this.bar.write(last.label, nameOf(this.main.querySelector<HTMLElement>(`button[data-second="${which}"]`)));
    }
  }

  private undo(): void {
    const last = this.bar.last;
    if (!last || !this.bar.fresh) {
      this.open("entries");
      return;
    }
    this.bar.undo(false);
    void this.keep({ act: "undo", event: eventOf(last.id) }, { label: last.label });
    const second = this.main.querySelector<HTMLElement>("div[data-second]");
    if (second) second.hidden = true;
    if (this.panel === "slow") this.open("");
  }

  private rest(): void {
    const section = this.main.querySelector<HTMLElement>(".resting");
    if (!section) return;
    section.hidden = !section.hidden;
    this.main.toggleAttribute("data-resting", !section.hidden);
  }

  private open(name: string): void {
    if (this.main.hasAttribute("data-resting")) this.rest();
    this.panel = name;
    this.showPanel();
    const panel = this.main.querySelector<HTMLElement>(`[data-panel="${name}"]`);
    if (name === "vitals") panel?.querySelector<HTMLElement>(".values input")?.focus();
    else if (panel) {
      panel.tabIndex = -1;
      panel.focus({ preventScroll: true });
    } else if (document.activeElement instanceof HTMLElement) {
      // A field that was hidden keeps the keyboard until the next frame, and would swallow a letter.
      document.activeElement.blur();
    }
  }

  private showPanel(): void {
    const known = this.main.querySelector(`[data-panel="${this.panel}"]`) !== null;
    const name = known ? this.panel : this.word("default");
    for (const panel of this.main.querySelectorAll<HTMLElement>("[data-panel]")) {
      panel.hidden = panel.dataset.panel !== name;
    }
    this.main.dataset.open = name;
  }

  private draw(html: string): void {
    swap(this.main, html);
    clock.set(Number(this.main.dataset.now));
    this.showPanel();
    if (this.entry) correction.show(this.main, this.entry);
    this.giving(false);
    this.toNow();
    this.line();
  }

  /** Where the chart is wider than the screen, now is what is seen. */
  private toNow(): void {
    const chart = this.main.querySelector('[data-region="chart"]');
    if (chart) chart.scrollLeft = chart.scrollWidth;
  }

  /** Asks for what is new, by this hand or another; what waits here goes first, unless all is wanted. */
  private async look(all = false): Promise<void> {
    if (!all && this.waits()) return;
    const look = ++this.looks;
    const seen = new URLSearchParams({ seen: all ? "" : this.word("revision"), reader: this.word("reader") });
    const url = `${this.word("live")}?${seen}`;
    const asked = { redirect: "manual", signal: AbortSignal.timeout(ANSWER_MS) } as const;
    const response = await fetch(url, asked).catch(() => undefined);
    // The practice's time stands on each of its answers, and on nobody else's.
    const time = Number(response?.headers.get("x-now"));
    const status = time > 0 ? response?.status : undefined;
    const drawn = status === 200 ? await response?.text().catch(() => undefined) : undefined;
    if (status === 401) this.signedOut();
    else if (drawn !== undefined || [204, 205, 404].includes(status ?? 0)) this.connection.heard();
    else this.connection.missed();
    this.line();
    clock.set(time);
    // Whoever has charted meanwhile looks again, and would see that entry go and come.
    if ((!all && this.waits()) || look !== this.looks) return;
    if (drawn !== undefined) this.draw(drawn);
    else if (status === 205 || status === 404) location.reload();
  }

  private waits(): boolean {
    return this.sender.busy || this.outbox.waiting().length > 0;
  }

  private giveBack(panel: string, fields: readonly Field[]): void {
    this.open(panel);
    const form = this.main.querySelector<HTMLFormElement>(`[data-panel="${panel}"] form`);
    for (const field of fields) {
      const control = form?.elements.namedItem(field.path);
      if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) {
        if (control.type !== "hidden" && control.type !== "checkbox") control.value = field.value;
      } else if (control instanceof RadioNodeList) control.value = field.value;
    }
  }

  private typed(event: Event): void {
    const field = event.target;
    if (field instanceof HTMLInputElement && field.form?.dataset.act === "take_vitals") {
      vitals.typed(field.form, field);
    }
  }

  private focused(event: FocusEvent): void {
    const field = event.target;
    if (field instanceof HTMLInputElement && field.form?.dataset.act === "take_vitals") {
      vitals.choose(field.form, field);
    }
  }

  /** One letter, one touch; letters show on the targets from the first one on. */
  private pressed(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      this.open("");
      return;
    }
    const typing = event.target instanceof Element && event.target.matches("input, textarea, select");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return;
    document.documentElement.dataset.keyboard = "";
    if (event.key === "?") {
      this.open("keys");
      return;
    }
    const key = event.key.toLowerCase();
    const buttons = this.main.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
    // What is asked at any time has its letter also while a panel covers its place.
    const button =
      [...buttons].find((one) => one.offsetParent !== null) ?? [...buttons].find((one) => one.closest(".do") !== null);
    if (!button || event.repeat) return;
    event.preventDefault();
    button.click();
  }
}

/** Whether what was reported asks for an ambulance: by what it is, or by its grade. */
function isGrave(form: HTMLFormElement, act: Act): boolean {
  const terms = form.querySelector<HTMLElement>("[data-grave]")?.dataset.grave?.split(" ") ?? [];
  return terms.includes(String(act.term)) || Number(act.grade) >= 4;
}

/** What a later touch adds to an act, within its entry if it has one. */
function merged(act: Act, change: { [key: string]: Act[string] }): Act {
  const entry = act.entry;
  const more = change.entry;
  const both = typeof entry === "object" && typeof more === "object" && entry !== null && more !== null;
  return both ? { ...act, entry: { ...entry, ...more } } : { ...act, ...change };
}

function fieldsIn(form: HTMLFormElement): Field[] {
  const fields: Field[] = [];
  for (const control of form.elements) {
    const field =
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement;
    if (!field || control.name === "" || control.name === "csrf") continue;
    const box = control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox");
    if (box && !control.checked) continue;
    fields.push({ path: control.name, as: control.dataset.as ?? "text", value: control.value });
  }
  return fields;
}

/** How a button is called: its words, without letters and times. */
function nameOf(button: HTMLElement | null): string {
  if (!button) return "";
  const copy = button.cloneNode(true) as HTMLElement;
  for (const aside of copy.querySelectorAll("kbd, small, svg")) aside.remove();
  return (button.getAttribute("aria-label") ?? copy.textContent ?? "").trim();
}

/** How a form is called: the head of its panel. */
function titleOf(form: HTMLFormElement): string {
  return form.closest("[data-panel]")?.querySelector("h2")?.textContent?.trim() ?? "";
}

let lock: WakeLockSentinel | undefined;

/** Keeps the screen on while the room is seen; a browser that cannot goes on without. */
async function stayAwake(): Promise<void> {
  if (document.hidden || (lock && !lock.released)) return;
  lock = await navigator.wakeLock?.request("screen").catch(() => undefined);
}
