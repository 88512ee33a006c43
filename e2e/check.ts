// What every page owes: no barrier, no error, no foreign request, room to touch.
import assert from "node:assert/strict";
import axe, { type RunOnly, type RunOptions } from "axe-core";
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

/** Holds a page to all of it. `where` names the page in what is reported. */
export async function check(page: Page, where = page.url()): Promise<void> {
  assert.deepEqual(await found(page), [], where);
}

/** What is wrong with a page, in words; further themes are asked for their colours. */
export async function found(page: Page, themes: readonly string[] = []): Promise<string[]> {
  return [...(await barriers(page, themes)), ...(await cramped(page))];
}

/** What does not fit, and what it said: sideways scroll, targets too small for a thumb, complaints. */
export async function cramped(page: Page): Promise<string[]> {
  return [...(await sideways(page)), ...(await small(page)), ...complaints(page)];
}

/** Gives what was heard since the last time, once. */
function complaints(page: Page): string[] {
  return heard.get(page)?.splice(0) ?? ["nobody listened to this page: call listen() first"];
}

/** Asks axe for every barrier, and in each further theme for those that colours make. */
async function barriers(page: Page, themes: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const here = await page.evaluate(() => document.documentElement.dataset.theme ?? "");
  const notes = await violated(page, { type: "tag", values: RULES });
  for (const theme of themes) {
    await dress(page, theme);
    const inTheme = await violated(page, { type: "rule", values: COLOUR_RULES });
    notes.push(...inTheme.map((note) => `${theme}: ${note}`));
  }
  if (themes.length > 0) await dress(page, here);
  return notes;
}

function dress(page: Page, theme: string): Promise<void> {
  return page.evaluate((name) => {
    document.documentElement.dataset.theme = name;
  }, theme);
}

async function violated(page: Page, runOnly: RunOnly): Promise<string[]> {
  const options: RunOptions = { runOnly, resultTypes: ["violations"], preload: false };
  const violations = await page.evaluate(async (given) => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const found = (await axe.run(document, given)).violations;
    // What stays at the foot of a screen covers what can be scrolled out from under it: a target that
    // seems too small is asked again in the middle of the screen.
    for (const rule of found.filter((one) => one.id === "target-size")) {
      const still = [];
      for (const node of rule.nodes) {
        const target = document.querySelector(String(node.target[0]));
        target?.scrollIntoView({ block: "center", behavior: "instant" });
        const again = await axe.run(target ?? document, { ...given, runOnly: { type: "rule", values: [rule.id] } });
        if (again.violations.length > 0) still.push(node);
      }
      rule.nodes = still;
    }
    window.scrollTo({ top: 0, behavior: "instant" });
    return found;
  }, options);
  return violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")} – ${node.failureSummary ?? rule.help}`),
  );
}

async function sideways(page: Page): Promise<string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return over > 0 ? [`scrolls sideways by ${over} px`] : [];
}

/**
 * Controls too small to touch. Excepted are hidden ones, links inside a sentence, and a mark in a drawing whose
 * link stands again outside of it, where a thumb can take it.
 */
async function small(page: Page): Promise<string[]> {
  // Arrow functions without names only: what is sent to the page must stand alone there.
  const controls = await page.evaluate(() =>
    [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
      .filter((control) => control.checkVisibility() && !control.classList.contains("skip"))
      .filter(
        (control) =>
          !control.closest("svg") ||
          ![...document.querySelectorAll("a[href]")].some(
            (other) => !other.closest("svg") && other.getAttribute("href") === control.getAttribute("href"),
          ),
      )
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
