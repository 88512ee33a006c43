// The bar below: what was charted last, the second touch, and ten seconds to take it back.
import { type Act, canBeUndone, charted } from "./acts";
import type { Connection } from "./connection";

const UNDO_MS = 10_000;

/** What was charted last here. */
export interface Last {
  readonly id: string;
  at: number;
  act: Act;
  readonly label: string;
}

export class Bar {
  last: Last | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly main: HTMLElement) {}

  /** Shows an act as charted, and lets it be taken back for a while. */
  show(last: Last): void {
    this.last = last;
    this.write(last.label, this.word("saidKept"));
    const second = this.find<HTMLElement>("div[data-second]");
    const fields = charted(last.act);
    if (second) second.hidden = fields === undefined;
    for (const button of this.main.querySelectorAll<HTMLElement>("button[data-second]")) {
      button.hidden = button.dataset.second !== "ago" && last.act.act !== "chart";
    }
    this.undo(canBeUndone(last.act));
  }

  /** Ends the ten seconds: from then on it is a correction. */
  undo(possible: boolean): void {
    clearTimeout(this.timer);
    const button = this.find<HTMLElement>("[data-undo]");
    if (!button) return;
    button.dataset.fresh = possible ? "yes" : "no";
    button.querySelector<SVGElement>(".ring")?.toggleAttribute("hidden", !possible);
    const words = button.querySelector("[data-undo-words]");
    if (words) words.textContent = this.word(possible ? "saidUndo" : "saidCorrect");
    if (possible) this.timer = setTimeout(() => this.undo(false), UNDO_MS);
  }

  get fresh(): boolean {
    return this.find<HTMLElement>("[data-undo]")?.dataset.fresh === "yes";
  }

  write(words: string, state: string): void {
    const [place, small] = [this.find("[data-last-words]"), this.find("[data-last-state]")];
    if (place) place.textContent = words;
    if (small) small.textContent = state;
    this.refused("");
  }

  /** Says that something was not kept, and why. */
  refused(words: string): void {
    const place = this.find<HTMLElement>("[data-refused]");
    if (!place) return;
    place.hidden = words === "";
    place.textContent = words;
  }

  /** Says where everything is: at the practice or here, and how the line stands. */
  line(count: number, connection: Connection): void {
    const place = this.find<HTMLElement>("[data-saving]");
    if (!place) return;
    const { is } = connection.standing;
    const here = this.word("saidTablet").replace("#", String(count));
    const { minutes } = connection;
    const silent = this.word(minutes > 0 ? "saidSilent" : "saidSilentNow").replace("#", String(minutes));
    const said = {
      open: [count === 0 ? this.word("saidPractice") : here],
      silent: [silent, here],
      "signed-out": [this.word("saidSignedOut"), here],
    }[is];
    const words = (is === "open" || count > 0 ? said : said.slice(0, 1)).join(" · ");
    if (place.textContent !== words) place.textContent = words;
    place.dataset.waiting = String(count);
    place.dataset.line = is;
    const door = this.find<HTMLElement>("[data-door-way]");
    if (door) door.hidden = is !== "signed-out";
  }

  private word(name: string): string {
    return this.main.dataset[name] ?? "";
  }

  private find<E extends Element>(where: string): E | null {
    return this.main.querySelector<E>(where);
  }
}
