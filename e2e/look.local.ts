import { launch } from "./chromium.ts";
import { samples, serve } from "./samples.ts";
const [w, h, tag, lang, theme, ...names] = process.argv.slice(2);
const served = await serve();
const browser = await launch();
const page = await browser.newPage({ viewport: { width: Number(w), height: Number(h) } });
for (const s of await samples()) {
  if (s.language !== lang || s.theme !== theme || !names.includes(s.name)) continue;
  await page.goto(`${served.address}/${s.file}`);
  await page.evaluate(() => document.fonts.ready);
  const over = await page.evaluate(() => [document.documentElement.scrollHeight, innerHeight, document.documentElement.scrollWidth, innerWidth, ...[...document.querySelectorAll(".panel,.chart,.pad,.criteria,.back,.strip,.bar,.corner")].filter((e) => e.scrollHeight > e.clientHeight + 1 && e.clientHeight > 0).map((e) => `${e.className}/${(e as HTMLElement).dataset.panel ?? ""} ${e.scrollHeight}>${e.clientHeight}`)].join(" "));
  console.log(s.name, over);
  await page.screenshot({ path: `/tmp/kapok/gen/${s.name}.${lang}.${tag}.png`, fullPage: tag === "phone" });
}
await browser.close();
served.stop();
