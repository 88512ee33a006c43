// Bundles the stylesheets and the small scripts into dist/, each under a name
// that carries its own content hash, and writes dist/manifest.json: logical
// name -> hashed file. The binary reads the manifest and nothing else.
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { build } from "esbuild";

const scripts = (await readdir("src")).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));

await rm("dist", { recursive: true, force: true });
await mkdir("dist", { recursive: true });

const { metafile } = await build({
  entryPoints: ["css/kapok.css", "icons/mark.svg", ...scripts.map((name) => `src/${name}`)],
  outdir: "dist",
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2022", "chrome111", "firefox113", "safari16.4"],
  entryNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  loader: { ".woff2": "file", ".svg": "copy" },
  metafile: true,
});

const manifest = {};
for (const [path, output] of Object.entries(metafile.outputs)) {
  const [source] = output.entryPoint ? [output.entryPoint] : Object.keys(output.inputs);
  manifest[basename(source).replace(/\.ts$/, ".js")] = basename(path);
}
const sorted = Object.fromEntries(Object.entries(manifest).sort());
await writeFile("dist/manifest.json", `${JSON.stringify(sorted, null, 2)}\n`);
