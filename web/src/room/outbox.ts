// What was done and has not reached the practice yet; written down before it shows as done.
import type { Act, Field } from "./acts";

/** One act that waits. */
export interface Kept {
  readonly id: string;
  /** When it was done, in RFC 3339. */
  readonly at: string;
  readonly act: Act;
  /** How the bar calls it. */
  readonly label: string;
  /** Where it was typed, so that a refusal can give it back. */
  readonly panel?: string;
  readonly fields?: readonly Field[];
}

/** The part of the browser's storage that is needed. */
export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** A queue on a shelf that outlives the page; one for each session and each person. */
export class Outbox {
  constructor(
    private readonly shelf: Shelf,
    private readonly key: string,
  ) {}

  all(): Kept[] {
    try {
      const read: unknown = JSON.parse(this.shelf.getItem(this.key) ?? "[]");
      return Array.isArray(read) ? read.filter(isKept) : [];
    } catch {
      return [];
    }
  }

  /** Throws when the shelf is full: then nothing may show as done. */
  add(kept: Kept): void {
    this.write([...this.all(), kept]);
  }

  drop(id: string): void {
    this.write(this.all().filter((kept) => kept.id !== id));
  }

  private write(all: readonly Kept[]): void {
    if (all.length === 0) this.shelf.removeItem(this.key);
    else this.shelf.setItem(this.key, JSON.stringify(all));
  }
}

function isKept(one: unknown): one is Kept {
  if (typeof one !== "object" || one === null) return false;
  return "id" in one && "at" in one && "act" in one && typeof one.id === "string";
}
