// The line to the practice: whether it answers, since when not, and whether it knows who is here.

/** An answer that takes longer is none: a line that hangs must not pass for one that is open. */
export const ANSWER_MS = 10_000;
/** Silence is said once it has lasted so long; a single answer that was lost is nothing yet. */
const SILENT_MS = 8_000;

export type Standing =
  | { readonly is: "open" }
  | { readonly is: "silent"; readonly since: number }
  | { readonly is: "signed-out" };

export class Connection {
  private heardAt: number;
  private missing = false;
  private out = false;

  /** `time` counts milliseconds and never jumps. */
  constructor(private readonly time: () => number) {
    this.heardAt = time();
  }

  /** The practice has answered somebody whom it knows. */
  heard(): void {
    this.heardAt = this.time();
    this.missing = false;
    this.out = false;
  }

  /** No answer came, or none that helps. */
  missed(): void {
    this.missing = true;
  }

  /** The practice answers, and asks who this is. */
  signedOut(): void {
    this.heardAt = this.time();
    this.missing = false;
    this.out = true;
  }

  get standing(): Standing {
    if (this.out) return { is: "signed-out" };
    const silent = this.missing && this.time() - this.heardAt >= SILENT_MS;
    return silent ? { is: "silent", since: this.heardAt } : { is: "open" };
  }

  /** Whole minutes of silence. */
  get minutes(): number {
    return Math.floor((this.time() - this.heardAt) / 60_000);
  }
}
