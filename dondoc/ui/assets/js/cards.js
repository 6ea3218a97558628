// Cards worked by keys: j/k or arrows go; other keys press what carries data-press in the card in hand, or
// data-press-page on the page; digits press data-pick. What a deed changed comes in, and the focus goes on.
import { show } from "./source.js";

const cards = () => [...document.querySelectorAll("[data-card]")];
const typing = (target) => target.closest("input, textarea, select, [contenteditable], dialog[open]");
const FIELD = { u: "[data-unit]", d: "[data-due]" };
const STEP = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
const SEEN = 9000; // milliseconds that a word of success stays
let busy = false;

function go(card) {
  if (!card) return;
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
}

function step(here, by, all) {
  document.querySelector("#said .tone-red")?.remove(); // what was wrong there is no matter here
  const to = here ? all.indexOf(here) + by : 0;
  go(all[Math.max(0, Math.min(all.length - 1, to))]);
}

function open(card, field) {
  if (!field) return false;
  field.closest("details")?.setAttribute("open", "");
  field.focus();
  return true;
}

/** Presses what the key stands for; true where there was something to press. */
function press(here, key) {
  const inCard = (name) => [...(here?.querySelectorAll(`[data-${name}]`) ?? [])];
  const wanted = inCard("press").find((one) => one.dataset.press.split(" ").includes(key))
    ?? (/^[1-9]$/.test(key) ? inCard("pick").find((one) => one.dataset.pick === key && one.offsetParent) : null)
    ?? document.querySelector(`[data-press-page="${CSS.escape(key)}"]`);
  wanted?.click();
  return Boolean(wanted);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const all = cards();
  if (!all.length) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const here = event.target.closest("[data-card]") || document.querySelector("[data-card]:target");
  const onCard = event.target === here || event.target === document.body;
  if (key in STEP && (key.length === 1 || onCard)) {
    step(here, STEP[key], all);
    event.preventDefault();
    return;
  }
  if (key === "Enter" && event.target !== here) return;
  if (event.repeat || busy) return; // a key held down gives one task, not thirty
  if (open(here, here?.querySelector(FIELD[key])) || press(here, key)) event.preventDefault();
});

// Escape leaves a field for its card; what was typed into a form that came in is let go.
document.addEventListener("keydown", (event) => {
  const card = event.target.closest?.("[data-card]");
  if (event.key !== "Escape" || !card || event.target === card || document.querySelector("dialog[open]")) return;
  event.target.closest("details[open]")?.removeAttribute("open");
  card.querySelector("[data-cancel]")?.click();
  go(card);
});

document.addEventListener("click", (event) => {
  const card = event.target.closest("[data-card]");
  if (card && !event.target.closest("a, button, input, select, textarea, summary, label")) card.focus({ preventScroll: true });
  const link = event.target.closest("[data-to]");
  if (!link) return;
  event.preventDefault();
  go(document.getElementById(link.dataset.to));
});

document.addEventListener("htmx:beforeRequest", () => { busy = true; });
document.addEventListener("htmx:afterRequest", (event) => {
  busy = false;
  const { xhr, elt } = event.detail;
  if (!document.querySelector("[data-intake]") || !xhr?.response) return;
  // led elsewhere: signed out, or the same press sent twice; the page as it now stands tells
  if (xhr.status === 200 && elt.getAttribute?.("hx-swap") === "none" && !xhr.response.includes("data-go=")) location.reload();
  const told = document.querySelector("#said [data-go]");
  if (told?.dataset.go) go(document.getElementById(told.dataset.go));
  told?.remove();
  for (const card of cards()) show(card.dataset.lights, card.dataset.tone);
});
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.matches?.(".dd-proposal-body")) event.target.querySelector("textarea")?.focus();
});

// The page opens below its head, so what is told there is told where it is seen; then it goes by itself.
const said = document.getElementById("said");
let fading;

function fade() {
  clearTimeout(fading);
  fading = setTimeout(() => {
    for (const one of said.querySelectorAll(".tone-green:not(:has(form))")) one.remove();
  }, SEEN);
}

if (said && cards().length) {
  said.append(...document.querySelectorAll("main > .dd-alert:is(.tone-green, .tone-red)"));
  new MutationObserver(fade).observe(said, { childList: true });
  fade();
}

// The page opens where the first word is asked for; one that was come back to comes before it.
const first = document.querySelector("[data-card]:target")
  ?? document.getElementById(document.querySelector("[data-first]")?.dataset.first ?? "");
if (first) go(first);
