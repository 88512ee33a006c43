// Sends what waits, in order, one at a time, until the practice has it.
import { ANSWER_MS } from "./connection";
import type { Kept, Outbox } from "./outbox";

/** What came of one attempt. */
export type Outcome =
  | { readonly is: "kept" }
  | { readonly is: "refused"; readonly words: string }
  /** The practice does not know who this is: what waits stays until it does. */
  | { readonly is: "signed-out" }
  | { readonly is: "later" };

export interface Told {
  kept(one: Kept): void;
  refused(one: Kept, words: string): void;
  /** Everything was sent: now the room is worth looking at. */
  emptied(): void;
  /** How many wait now. */
  waiting(count: number): void;
  /** What came of an attempt, whatever it was. */
  tried(outcome: Outcome): void;
}

const WAIT_MS_MIN = 1_000;
const WAIT_MS_MAX = 10_000;

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
    const some = this.outbox.waiting().length > 0;
    this.sending = true;
    try {
      await this.drain();
    } finally {
      this.sending = false;
    }
    if (some && this.outbox.waiting().length === 0) this.told.emptied();
  }

  /** Lets the wait go; what is kept stays kept. */
  stop(): void {
    clearTimeout(this.timer);
  }

  private async drain(): Promise<void> {
    for (let next = this.outbox.waiting()[0]; next !== undefined; next = this.outbox.waiting()[0]) {
      this.told.waiting(this.outbox.waiting().length);
      const outcome = await this.send(next).catch((): Outcome => ({ is: "later" }));
      this.told.tried(outcome);
      if (outcome.is === "later" || outcome.is === "signed-out") {
        this.again();
        return;
      }
      this.wait = WAIT_MS_MIN;
      if (outcome.is === "kept") {
        await this.outbox.drop(next.id);
        this.told.kept(next);
      } else {
        await this.outbox.refuse(next.id, outcome.words);
        this.told.refused(next, outcome.words);
      }
    }
    this.told.waiting(0);
  }

  private again(): void {
    this.timer = setTimeout(() => void this.kick(), this.wait);
    this.wait = Math.min(this.wait * 2, WAIT_MS_MAX);
  }
}

/** Sends one act over the wire. */
export async function post(url: string, csrf: string, reader: string, one: Kept): Promise<Outcome> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", "x-csrf": csrf, "x-reader": reader },
    body: JSON.stringify({ id: one.id, at: one.at, act: one.act }),
    redirect: "manual",
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  // Only what speaks of this act is an answer: a guest network's page is none, whatever its status.
  const heard: Heard | undefined = await response.json().catch(() => undefined);
  if (heard?.id !== one.id) return { is: "later" };
  if (heard.kept === true) return { is: "kept" };
  if (response.status === 401) return { is: "signed-out" };
  // What the practice can never read or allow would hold up everything behind it.
  return [400, 404, 409, 422].includes(response.status)
    ? { is: "refused", words: heard.refused?.words ?? "" }
    : { is: "later" };
}

/** What the practice answers. */
interface Heard {
  readonly id?: string;
  readonly kept?: boolean;
  readonly refused?: { readonly words?: string };
}
