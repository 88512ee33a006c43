// A finger that touches twice in one place means one thing.

/** A second touch sooner than this is the same one. */
const SAME_MS = 400;
/** And within so many pixels of it. */
const SAME_PX = 32;

/** Where and when a touch was. */
interface Touch {
  readonly x: number;
  readonly y: number;
  readonly at: number;
  readonly button: Element | null;
}

/** Knows a second touch that falls through to what the first has brought under the finger. */
export class Touches {
  private last: Touch | undefined;

  /** Whether this touch belongs to the one before; the same button may be touched as fast as anybody can. */
  falls(event: MouseEvent): boolean {
    // A key that presses a button has no place on the screen.
    if (event.detail === 0) return false;
    const now = {
      x: event.clientX,
      y: event.clientY,
      at: event.timeStamp,
      button: (event.target as Element).closest("button"),
    };
    const last = this.last;
    this.last = now;
    const near = last && Math.hypot(now.x - last.x, now.y - last.y) < SAME_PX && now.at - last.at < SAME_MS;
    return near === true && now.button !== last.button;
  }
}
