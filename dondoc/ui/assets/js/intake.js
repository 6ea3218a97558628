// Cards by keyboard: j/k go, Enter, e and x press what carries data-press; cards and passages find each other;
// a selected passage can be taken as a new proposal; a file can be dropped; a form may send itself once.
const cards = () => [...document.querySelectorAll("[data-card]")];
const typing = (target) => target.closest("input, textarea, select, [contenteditable], dialog[open]");

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const all = cards();
  if (!all.length) return;
  const here = event.target.closest("[data-card]") || document.querySelector("[data-card]:target");
  if (event.key === "j" || event.key === "k") {
    const to = here ? all.indexOf(here) + (event.key === "j" ? 1 : -1) : 0;
    all[Math.max(0, Math.min(all.length - 1, to))].focus();
    event.preventDefault();
    return;
  }
  if (event.key === "Enter" && event.target !== here) return;
  const press = here?.querySelector(`[data-press="${CSS.escape(event.key)}"]`);
  if (!press) return;
  event.preventDefault();
  press.click();
});

// The passage of the card in hand is brought into sight inside its own box, never moving the page.
document.addEventListener("focusin", (event) => {
  const passage = document.getElementById(event.target.closest("[data-card]")?.dataset.lights ?? "");
  const box = passage?.closest("[data-source]");
  if (!box) return;
  const top = passage.getBoundingClientRect().top - box.getBoundingClientRect().top;
  if (top < 0 || top > box.clientHeight - 60) box.scrollTop += top - 60;
});
document.addEventListener("click", (event) => {
  const card = event.target.closest("[data-card]");
  if (card && !event.target.closest("a, button, input, select, summary, label")) card.focus({ preventScroll: true });
  const link = event.target.closest("[data-source] mark a");
  if (link) setTimeout(() => document.querySelector(link.getAttribute("href"))?.focus());
});

// How many letters of the document stand before a point; the numbers put on passages do not count.
function offset(box, node, at) {
  const range = document.createRange();
  range.setStart(box, 0);
  range.setEnd(node, at);
  const copy = range.cloneContents();
  copy.querySelectorAll("mark > a").forEach((number) => number.remove());
  return [...copy.textContent].length;
}

// One goes on from the card that was come back to, and types at once into a form that came in.
document.querySelector("[data-card]:target")?.focus();
document.addEventListener("htmx:afterSettle", (event) => event.target.closest?.("[data-card]")?.querySelector("textarea")?.focus());

// The text opens at its first order, not at its letterhead.
const first = document.querySelector("[data-source] mark");
if (first) {
  const box = first.closest("[data-source]");
  if (!box.scrollTop) box.scrollTop = first.getBoundingClientRect().top - box.getBoundingClientRect().top - 60;
}

const source = document.querySelector("[data-source]");
const take = document.querySelector("[data-take]");
if (source && take) document.addEventListener("selectionchange", () => {
  const chosen = getSelection();
  const page = source.querySelector(".dd-document");
  const inside = !chosen.isCollapsed && page.contains(chosen.anchorNode) && page.contains(chosen.focusNode);
  take.hidden = !inside;
  if (!inside) return;
  const range = chosen.getRangeAt(0);
  const start = offset(page, range.startContainer, range.startOffset);
  const end = offset(page, range.endContainer, range.endOffset);
  take.href = `${source.dataset.add}?start=${start}&end=${end}`;
});

for (const drop of document.querySelectorAll("[data-drop]")) {
  const input = drop.querySelector("input");
  const name = drop.querySelector("[data-drop-name]");
  input.addEventListener("change", () => { if (input.files.length) name.textContent = input.files[0].name; });
  for (const word of ["dragover", "dragleave", "drop"])
    drop.addEventListener(word, () => drop.classList.toggle("is-over", word === "dragover"));
}

document.querySelector("form[data-send-at-once]")?.requestSubmit();
