// Sends what waits, in order, one at a time, until the practice has it.
import type { Kept, Outbox } from "./outbox";

/** What came of one attempt. */
export type Outcome =
  | { readonly is: "kept"; readonly live?: string }
  | { readonly is: "refused"; readonly words: string }
  | { readonly is: "signed-out" }
  | { readonly is: "later" };

export interface Told {
  kept(one: Kept, live: string | undefined): void;
  refused(one: Kept, words: string): void;
  waiting(count: number, signedOut: boolean): void;
}

const WAIT_MS_MIN = 1_000;
const WAIT_MS_MAX = 30_000;

export class Sender {
  private sending = false;
  private wait = WAIT_MS_MIN;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly outbox: Outbox,
    private readonly send: (one: Kept) => Promise<Outcome>,
    private readonly told: Told,
  ) {}

  get busy(): boolean {
    return this.sending;
  }

  /** Begins now, whatever wait is running. */
  async kick(): Promise<void> {
    clearTimeout(this.timer);
    if (this.sending) return;
    this.sending = true;
    try {
      await this.drain();
    } finally {
      this.sending = false;
    }
  }

  /** Lets the wait go; what is kept stays kept. */
  stop(): void {
    clearTimeout(this.timer);
  }

  private async drain(): Promise<void> {
    for (let next = this.outbox.all()[0]; next !== undefined; next = this.outbox.all()[0]) {
      this.told.waiting(this.outbox.all().length, false);
      const outcome = await this.send(next).catch((): Outcome => ({ is: "later" }));
      if (outcome.is === "later" || outcome.is === "signed-out") {
        this.told.waiting(this.outbox.all().length, outcome.is === "signed-out");
        this.again();
        return;
      }
      this.outbox.drop(next.id);
      this.wait = WAIT_MS_MIN;
      if (outcome.is === "kept") this.told.kept(next, outcome.live);
      else this.told.refused(next, outcome.words);
    }
    this.told.waiting(0, false);
  }

  private again(): void {
    this.timer = setTimeout(() => void this.kick(), this.wait);
    this.wait = Math.min(this.wait * 2, WAIT_MS_MAX);
  }
}

/** Sends one act over the wire; where more follow at once, nobody would see the room as it leaves it. */
export async function post(url: string, csrf: string, one: Kept, more: boolean): Promise<Outcome> {
  const prefer = more ? "return=minimal" : "return=representation";
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", "x-csrf": csrf, prefer },
    body: JSON.stringify({ id: one.id, at: one.at, act: one.act }),
    redirect: "manual",
  });
  if (response.type === "opaqueredirect") return { is: "signed-out" };
  if (response.status === 200) {
    const heard: { live?: string } = await response.json();
    return heard.live === undefined ? { is: "kept" } : { is: "kept", live: heard.live };
  }
  if (response.status === 422) {
    const heard: { refused?: { words?: string } } = await response.json();
    return { is: "refused", words: heard.refused?.words ?? "" };
  }
  // What the practice can never read or allow would hold up everything behind it.
  if ([400, 404, 409].includes(response.status)) return { is: "refused", words: "" };
  return { is: "later" };
}
