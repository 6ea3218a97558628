// Loaded before the first paint, so that the page never flashes in the wrong colours.
const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");
const chosen = () => localStorage.getItem("dondoc:theme") || "auto";

function paint() {
  const want = chosen();
  root.dataset.bsTheme = want === "auto" ? (dark.matches ? "dark" : "light") : want;
  for (const button of document.querySelectorAll("[data-theme-choice]"))
    button.setAttribute("aria-pressed", String(button.dataset.themeChoice === want));
}

root.classList.add("js");
paint();
dark.addEventListener("change", paint);
document.addEventListener("DOMContentLoaded", paint);
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-theme-choice]");
  if (!button) return;
  localStorage.setItem("dondoc:theme", button.dataset.themeChoice);
  paint();
});
