// The rooms of the demo's people who can have a session, opened one after another.
import type { Page } from "playwright-core";
import type { Demo } from "./fixtures.ts";

/** Opens a session for each person who can have one; the page stands in its room, before a dose. */
export async function* roomsOpened(house: Demo, room: Page): AsyncGenerator<string> {
  await room.goto(`${house.address}/people`);
  const people = await room
    .locator('main a[href^="/people/"]')
    .evaluateAll((links) => [
      ...new Set(links.map((link) => link.getAttribute("href")?.split("/").slice(0, 3).join("/") ?? "")),
    ]);
  for (const person of people) {
    await room.goto(`${house.address}${person}/sessions`);
    const form = room
      .locator("form")
      .filter({ has: room.locator('[name="command"]') })
      .last();
    if ((await form.count()) === 0) continue;
    await Promise.all([room.waitForEvent("load"), form.locator("button[type=submit]").first().click()]);
    const before = await room.locator('main[data-room][data-state="before"]').count();
    if (before > 0) yield new URL(room.url()).pathname;
  }
}
