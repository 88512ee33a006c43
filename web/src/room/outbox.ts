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
  /** What was typed or chosen, in words. */
  readonly told?: string;
  /** The act card of the gravest value in it, where one asks for a hand. */
  readonly card?: string | undefined;
  /** Where it was typed, so that a refusal can give it back. */
  readonly panel?: string | undefined;
  readonly fields?: readonly Field[];
  /** Why the practice does not take it; it stays here until somebody has read that. */
  readonly refused?: string;
}

/** What outlives the page and the browser. */
export interface Shelf {
  /** Everything on it, in the order in which it came. */
  all(): Promise<readonly Kept[]>;
  /** Ends only when it is safe; the same id takes the same place. */
  put(one: Kept): Promise<void>;
  drop(id: string): Promise<void>;
}

/** A shelf that ends with the page, for a browser that has no other. */
export class Memory implements Shelf {
  private readonly kept = new Map<string, Kept>();
  async all(): Promise<readonly Kept[]> {
    return [...this.kept.values()];
  }
  async put(one: Kept): Promise<void> {
    this.kept.set(one.id, one);
  }
  async drop(id: string): Promise<void> {
    this.kept.delete(id);
  }
}

/** A queue on a shelf; one for each session and each person. */
export class Outbox {
  private constructor(
    private readonly shelf: Shelf,
    private kept: readonly Kept[],
  ) {}

  static async on(shelf: Shelf): Promise<Outbox> {
    return new Outbox(shelf, await shelf.all());
  }

  /** What the practice has not answered, the oldest first. */
  waiting(): readonly Kept[] {
    return this.kept.filter((one) => one.refused === undefined);
  }

  /** What the practice does not take, and nobody has read that yet. */
  refused(): readonly Kept[] {
    return this.kept.filter((one) => one.refused !== undefined);
  }

  /** Fails when the shelf does: then nothing may show as done. */
  async add(one: Kept): Promise<void> {
    await this.shelf.put(one);
    this.kept = [...this.kept, one];
  }

  async refuse(id: string, words: string): Promise<void> {
    this.kept = this.kept.map((one) => (one.id === id ? { ...one, refused: words } : one));
    const refused = this.kept.find((one) => one.id === id);
    if (refused) await this.shelf.put(refused);
  }

  async drop(id: string): Promise<void> {
    this.kept = this.kept.filter((one) => one.id !== id);
    await this.shelf.drop(id);
  }
}
