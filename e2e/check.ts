// What every page owes: no barrier, no error, no foreign request, room to touch.
import assert from "node:assert/strict";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
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
  const found = [...(await barriers(page)), ...(await sideways(page)), ...(await small(page)), ...complaints(page)];
  assert.deepEqual(found, [], where);
}

function complaints(page: Page): string[] {
  return heard.get(page) ?? ["nobody listened to this page: call listen() first"];
}

async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")} – ${node.failureSummary ?? rule.help}`),
  );
}

async function sideways(page: Page): Promise<string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return over > 0 ? [`scrolls sideways by ${over} px`] : [];
}

/** Controls too small to touch; links inside a sentence and hidden ones excepted. */
function small(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const inSentence = (control: Element): boolean => {
      if (control.tagName !== "A" || getComputedStyle(control).display !== "inline") return false;
      const around = control.parentElement?.textContent?.trim() ?? "";
      return around.length > (control.textContent?.trim() ?? "").length;
    };
    const touched = (control: Element): Element => control.closest("label") ?? control;
    const controls = document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary");
    return [...controls]
      .filter((control) => control.checkVisibility() && !control.classList.contains("skip") && !inSentence(control))
      .map((control) => ({ control, box: touched(control).getBoundingClientRect() }))
      .filter(({ box }) => box.width < least - 0.5 || box.height < least - 0.5)
      .map(({ control, box }) => {
        const words = (control.textContent?.trim() || control.getAttribute("name")) ?? "";
        return `${control.tagName} "${words}" is ${Math.round(box.width)} x ${Math.round(box.height)} px`;
      });
  }, TARGET_MIN);
}
