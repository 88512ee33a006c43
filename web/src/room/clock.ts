// The running clock, set to the practice's time, and what is due by it.

/** Two readings of this tablet at one moment: its clock, which can be set, and its steady count. */
export interface Reading {
  readonly wall: number;
  readonly steady: number;
}

/** How far the two may part before one of them is not believed. */
const APART_MS = 2_000;

/**
 * Milliseconds from one reading to a later one, and whether that is sure.
 *
 * The steady count stands still while a tablet sleeps, and a clock can be set by hand. A clock that
 * ran less far than the count was set back: the count holds. One that ran further has slept or was
 * set ahead, and nothing here can tell which: the longer time is taken, since by it nothing falls
 * due too late, and it is not sure until the practice answers.
 */
export function passed(from: Reading, to: Reading): { readonly ms: number; readonly sure: boolean } {
  const [wall, steady] = [to.wall - from.wall, to.steady - from.steady];
  return wall - steady > APART_MS ? { ms: wall, sure: false } : { ms: Math.max(0, steady), sure: true };
}

const read = (): Reading => ({ wall: Date.now(), steady: performance.now() });

let anchor = { at: Date.now(), reading: read() };

/** Sets the clock to the practice's. */
export function set(now: number): void {
  if (Number.isFinite(now) && now > 0) anchor = { at: now, reading: read() };
}

/** The practice's time. */
export function now(): number {
  return anchor.at + passed(anchor.reading, read()).ms;
}

/** Whether the practice's time is known, or only thought to be. */
export function isSure(): boolean {
  return passed(anchor.reading, read()).sure;
}

/** "38:12", or "2:08:40". */
export function elapsed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (part: number) => String(part).padStart(2, "0");
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** What is due, in the words that the page brought along. */
export function due(at: number, time: number, words: DOMStringMap): string {
  const minutes = Math.floor((at - time) / 60_000);
  if (minutes > 0) return (words.saidDueIn ?? "").replace("#", String(minutes));
  if (minutes > -5) return words.saidDueNow ?? "";
  return (words.saidDueLate ?? "").replace("#", String(-minutes));
}

/** Writes the clock once a second, and says when it is not sure. */
export function run(main: HTMLElement): void {
  const tick = () => {
    const dosed = Number(main.dataset.dosed ?? Number.NaN);
    if (!Number.isNaN(dosed)) {
      write(main, "[data-clock]", elapsed(now() - dosed));
      write(main, "[data-minutes]", String(Math.max(0, Math.floor((now() - dosed) / 60_000))));
    }
    const set = main.querySelector<HTMLElement>("[data-due]");
    if (set) write(main, "[data-due-words]", due(Number(set.dataset.due), now(), main.dataset));
    for (const doubt of main.querySelectorAll<HTMLElement>("[data-unsure]")) doubt.hidden = isSure();
  };
  tick();
  setInterval(tick, 1_000);
}

function write(main: HTMLElement, where: string, words: string): void {
  for (const place of main.querySelectorAll(where)) if (place.textContent !== words) place.textContent = words;
}
