// A Kapok of its own for each test file: `$KAPOK_BIN demo` on a free port.
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { listen } from "./check.ts";
import { launch, SIZES } from "./chromium.ts";

export { check } from "./check.ts";
export { SIZES } from "./chromium.ts";

/** How long a demo may take to print its address, in milliseconds. */
const START_MS_MAX = 60_000;

/** A running demo with a browser in front of it. */
export interface Demo {
  /** Where it listens, without a trailing slash. */
  readonly address: string;
  /** Sign-in links as printed, by the word before them in lower case. */
  readonly links: ReadonlyMap<string, string>;
  /** Opens a page in a profile of its own, listened to from the first request. */
  open(path?: string, options?: BrowserContextOptions): Promise<Page>;
  /** Opens a page and signs in by the printed link of `role`. */
  as(role: string, options?: BrowserContextOptions): Promise<Page>;
  stop(): Promise<void>;
}

/** Starts a demo practice; `extra` goes to the command line as it is. */
export async function demo(...extra: string[]): Promise<Demo> {
  const binary = process.env.KAPOK_BIN;
  assert.ok(binary, "KAPOK_BIN names the kapok binary to test");
  const server = spawn(binary, ["demo", "--listen", "127.0.0.1:0", ...extra], { stdio: ["ignore", "pipe", "inherit"] });
  const { address, links } = await printed(server);
  const browser: Browser = await launch();

  async function open(path = "/", options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: SIZES.desktop, ...options });
    const page = await context.newPage();
    listen(page, address);
    await page.goto(new URL(path, address).href);
    return page;
  }
  function as(role: string, options?: BrowserContextOptions): Promise<Page> {
    const link = links.get(role);
    assert.ok(link, `the demo printed no link for ${role}, only for ${[...links.keys()].join(", ")}`);
    return open(link, options);
  }
  async function stop(): Promise<void> {
    await browser.close();
    const ended = new Promise((resolve) => server.once("exit", resolve));
    if (server.exitCode === null && server.kill("SIGTERM")) await ended;
  }
  return { address, links, open, as, stop };
}

/** Reads lines until the address and the links under it have been printed. */
async function printed(server: ChildProcess): Promise<{ address: string; links: Map<string, string> }> {
  assert.ok(server.stdout);
  const lines = createInterface({ input: server.stdout });
  const links = new Map<string, string>();
  let address: string | undefined;
  let quiet: NodeJS.Timeout | undefined;
  const late = setTimeout(() => server.kill("SIGKILL"), START_MS_MAX);
  await new Promise<void>((done, fail) => {
    server.once("error", fail);
    server.once("exit", (code) => fail(new Error(`the demo ended with ${code} before it listened`)));
    lines.on("line", (line) => {
      const url = line.match(/https?:\/\/[^\s]+/)?.[0];
      if (!url) return;
      address ??= new URL(url).origin;
      const word = line.slice(0, line.indexOf(url)).match(/[a-z]+/i)?.[0];
      if (word && new URL(url).pathname !== "/") links.set(word.toLowerCase(), url);
      // The address line comes first and the links directly after it.
      clearTimeout(quiet);
      quiet = setTimeout(done, 300);
    });
  });
  clearTimeout(late);
  assert.ok(address);
  return { address, links };
}
