// Bundles the look: Tabler with our overrides, Be Vietnam Pro, htmx and our few lines of script.
import { build } from "esbuild";

await build({
  entryPoints: { app: "dondoc/ui/assets/app.js", style: "dondoc/ui/assets/style.css" },
  outdir: "dondoc/ui/static/build",
  bundle: true,
  minify: true,
  target: "es2020",
  loader: { ".woff2": "file" },
  assetNames: "fonts/[name]",
  logLevel: "warning",
});
