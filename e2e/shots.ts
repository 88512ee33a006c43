// Photographs every drawn sample into e2e/shots, for looking at:
//   npm run shots [-- words that the sample's name holds]
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { launch, SIZES, type Size } from "./chromium.ts";
import { samples, serve } from "./samples.ts";

const FOLDER = fileURLToPath(new URL("shots", import.meta.url));
const wanted = process.argv.slice(2);
const served = await serve();
const browser = await launch();
await mkdir(FOLDER, { recursive: true });
for (const [size, viewport] of Object.entries(SIZES) as [Size, (typeof SIZES)[Size]][]) {
  const page = await browser.newPage({ viewport });
  for (const sample of await samples()) {
    const name = `${sample.name}.${sample.language}.${sample.theme}.${size}`;
    if (!wanted.every((word) => name.includes(word))) continue;
    await page.goto(`${served.address}/${sample.file}`);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: `${FOLDER}/${name}.png`, fullPage: true });
  }
  await page.close();
}
await browser.close();
served.stop();
