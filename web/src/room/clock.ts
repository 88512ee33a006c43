// The running clock, set to the practice's time, and what is due by it.

/** Milliseconds to add to this tablet's clock. */
let ahead = 0;

/** Sets the clock to the practice's. */
export function set(now: number): void {
  ahead = now - Date.now();
}

/** The practice's time. */
export function now(): number {
  return Date.now() + ahead;
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

/** Writes the clock once a second. */
export function run(main: HTMLElement): void {
  const tick = () => {
    const dosed = Number(main.dataset.dosed ?? Number.NaN);
    if (!Number.isNaN(dosed)) {
      write(main, "[data-clock]", elapsed(now() - dosed));
      write(main, "[data-minutes]", String(Math.max(0, Math.floor((now() - dosed) / 60_000))));
    }
    const set = main.querySelector<HTMLElement>("[data-due]");
    if (set) write(main, "[data-due-words]", due(Number(set.dataset.due), now(), main.dataset));
  };
  tick();
  setInterval(tick, 1_000);
}

function write(main: HTMLElement, where: string, words: string): void {
  for (const place of main.querySelectorAll(where)) if (place.textContent !== words) place.textContent = words;
}
