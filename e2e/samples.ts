// The drawn samples of target/pages, served under the policy of the real server.
import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PAGES = join(ROOT, "target/pages");
const ASSETS = join(ROOT, "web/dist");
const POLICY = [
  "default-src 'self'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join("; ");
const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".woff2": "font/woff2",
};

/** One drawn sample: which page and state, in which language and theme. */
export interface Sample {
  readonly file: string;
  readonly name: string;
  readonly language: string;
  readonly theme: string;
}

/** All that `cargo run -p pages --example draw` has drawn. */
export async function samples(): Promise<Sample[]> {
  const files = (await readdir(PAGES)).filter((file) => file.endsWith(".html")).sort();
  return files.map((file) => {
    const [name = "", language = "", theme = ""] = file.split(".");
    return { file, name, language, theme };
  });
}

/** A running server: its address, and the way to stop it. */
export interface Served {
  readonly address: string;
  stop(): void;
}

/** Serves the samples and the built assets on a free port of the loopback. */
export async function serve(): Promise<Served> {
  const server = createServer(async (request, response) => {
    const { pathname: path, searchParams: asks } = new URL(request.url ?? "/", "http://localhost");
    const file = path.startsWith("/assets/") ? join(ASSETS, path.slice(8)) : join(PAGES, path.slice(1));
    response.setHeader("Content-Security-Policy", POLICY);
    // As the real server says of them: an asset's name changes with what it holds.
    if (path.startsWith("/assets/")) response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    // Whoever asks whether something is new hears no; a room that is told it is gone loads itself again.
    if (path === "/favicon.ico" || asks.has("seen")) {
      response.writeHead(204).end();
      return;
    }
    try {
      const body = await readFile(file);
      response.writeHead(200, { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, stop: () => server.close() };
}
