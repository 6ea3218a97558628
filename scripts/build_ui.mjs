// Bundles the look: Tabler with our overrides, Be Vietnam Pro, htmx, our few lines of script,
// and one SVG sprite of only the icons listed in icons.json.
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const SOURCE = "dondoc/ui/assets";
const TARGET = "dondoc/ui/static/build";
const ICONS = "node_modules/@tabler/icons/icons";

await build({
  entryPoints: { app: `${SOURCE}/app.js`, theme: `${SOURCE}/js/theme.js`, style: `${SOURCE}/style.css`, gantt: `${SOURCE}/gantt.js`, worker: `${SOURCE}/worker.js` },
  outdir: TARGET,
  bundle: true,
  format: "iife",
  conditions: ["style", "module"], // a package may give its look under its own name
  minify: true,
  target: ["es2022", "chrome123", "firefox128", "safari17.5"],
  loader: { ".woff2": "file" },
  plugins: [{ name: "woff2-only", setup: (esbuild) => esbuild.onLoad({ filter: /be-vietnam-pro.\d+\.css$/ }, woff2Only) }],
  assetNames: "fonts/[name]",
  logLevel: "warning",
});
await mkdir(TARGET, { recursive: true });
await writeFile(`${TARGET}/icons.svg`, await sprite());
await copyFile(`${SOURCE}/img/logo.svg`, `${TARGET}/logo.svg`);
await copyFile(`${SOURCE}/manifest.json`, `${TARGET}/manifest.json`); // a page on the home screen of a phone

/** Every browser we serve reads woff2: the older copies stay out of the bundle. */
async function woff2Only({ path }) {
  const css = await readFile(path, "utf8");
  return { contents: css.replace(/, url\([^)]*\.woff\) format\('woff'\)/g, ""), loader: "css" };
}

async function sprite() {
  const names = JSON.parse(await readFile(`${SOURCE}/icons.json`, "utf8"));
  const symbols = await Promise.all(names.map(symbol));
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`;
}

async function symbol(name) {
  const filled = name.endsWith("-filled");
  const file = filled ? `filled/${name.slice(0, -"-filled".length)}` : `outline/${name}`;
  const drawing = await readFile(`${ICONS}/${file}.svg`, "utf8");
  const paths = drawing.replace(/^[^]*?<svg[^]*?>/, "").replace("</svg>", "").replace(/<path stroke="none"[^>]*\/>/, "").trim();
  const pen = filled
    ? 'fill="currentColor"'
    : 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';
  return `<symbol id="${name}" viewBox="0 0 24 24" ${pen}>${paths}</symbol>`;
}
