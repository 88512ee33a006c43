// Bundles the tests of the browser code and runs them; `gate.test.ts` reads the vectors that the
// Rust tests of the gate leave in cargo's target folder.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

const folder = mkdtempSync(join(tmpdir(), "kapok-web-test-"));
const entryPoints = readdirSync("test", { recursive: true })
  .filter((name) => name.endsWith(".test.ts"))
  .map((name) => join("test", name));
await build({
  entryPoints,
  bundle: true,
  platform: "node",
  format: "esm",
  outdir: folder,
  outExtension: { ".js": ".mjs" },
});
const bundles = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".mjs"));
const ran = spawnSync(process.execPath, ["--test", ...bundles.map((name) => join(folder, name))], { stdio: "inherit" });
rmSync(folder, { recursive: true });
process.exit(ran.status ?? 1);
