// What every page owes: no barrier, no error, no foreign request, room to touch.
import assert from "node:assert/strict";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Rules whose answer depends on colours. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];
/** Least height and width of a target, in px; the room asks for more. */
const TARGET_MIN = 44;

const heard = new WeakMap<Page, string[]>();

/** Notes what a page complains of and whom else it asks. Call before going anywhere. */
export function listen(page: Page, home: string): void {
  const notes: string[] = [];
  heard.set(page, notes);
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") notes.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => notes.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(home) && !url.startsWith("data:")) notes.push(`foreign request: ${url}`);
  });
}

/** Which barriers are looked for: all, only those that a theme can make, or none. */
export type Barriers = "all" | "colours" | "none";

/** Holds a page to all of it. `where` names the page in what is reported. */
export async function check(page: Page, where = page.url()): Promise<void> {
  assert.deepEqual(await found(page), [], where);
}

/** What is wrong with a page, in words; empty when nothing is. */
export async function found(page: Page, wanted: Barriers = "all"): Promise<string[]> {
  return [...(await barriers(page, wanted)), ...(await sideways(page)), ...(await small(page)), ...complaints(page)];
}

/** Gives what was heard since the last time, once. */
function complaints(page: Page): string[] {
  return heard.get(page)?.splice(0) ?? ["nobody listened to this page: call listen() first"];
}

async function barriers(page: Page, wanted: Barriers): Promise<string[]> {
  if (wanted === "none") return [];
  // Our pages have no frames, so the mode that opens a second page for them is not needed.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (wanted === "all" ? axe.withTags(RULES) : axe.withRules(COLOUR_RULES)).analyze();
  return violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")} – ${node.failureSummary ?? rule.help}`),
  );
}

async function sideways(page: Page): Promise<string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return over > 0 ? [`scrolls sideways by ${over} px`] : [];
}

/** Controls too small to touch; links inside a sentence and hidden ones excepted. */
async function small(page: Page): Promise<string[]> {
  // Arrow functions without names only: what is sent to the page must stand alone there.
  const controls = await page.evaluate(() =>
    [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
      .filter((control) => control.checkVisibility() && !control.classList.contains("skip"))
      .map((control) => ({
        tag: control.tagName,
        words: (control.textContent?.trim() || control.getAttribute("name")) ?? "",
        around: control.parentElement?.textContent?.trim() ?? "",
        display: getComputedStyle(control).display,
        box: (control.closest("label") ?? control).getBoundingClientRect().toJSON(),
      })),
  );
  return controls
    .filter(({ tag, display, around, words }) => !(tag === "A" && display === "inline" && around.length > words.length))
    .filter(({ box }) => box.width < TARGET_MIN - 0.5 || box.height < TARGET_MIN - 0.5)
    .map(({ tag, words, box }) => `${tag} "${words}" is ${Math.round(box.width)} x ${Math.round(box.height)} px`);
}
