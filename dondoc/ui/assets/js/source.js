// The paper beside the cards: the passage of the card in hand is lit and brought into sight.
const lit = () => document.querySelectorAll(".is-lit");

/** The marks of one passage, in the text and on the pictures of the pages. */
const marks = (name) => (name ? document.querySelectorAll(`#${CSS.escape(name)}, [data-mark="${CSS.escape(name)}"]`) : []);

/** Marks take the colour of the card they lead to. */
export function show(name, tone) {
  for (const mark of marks(name))
    for (const word of ["green", "grey", "red", "amber", "blue"]) mark.classList.toggle(`tone-${word}`, word === tone);
}

function light(card) {
  for (const one of lit()) one.classList.remove("is-lit");
  for (const mark of marks(card?.dataset.lights)) mark.classList.add("is-lit");
}

/** Into sight inside its own box, never moving the page. */
function reveal(card) {
  const mark = [...marks(card.dataset.lights)].find((one) => one.getClientRects().length);
  const box = mark?.closest("[data-source]");
  if (!box) return;
  const top = mark.getBoundingClientRect().top - box.getBoundingClientRect().top;
  if (top < 0 || top > box.clientHeight - 120) box.scrollTop += top - 60;
}

const cardOf = (event) => event.target.closest?.("[data-card][data-lights]");
document.addEventListener("focusin", (event) => {
  const card = cardOf(event);
  if (!card) return;
  light(card);
  reveal(card);
  document.querySelector("[data-card].is-here")?.classList.remove("is-here");
  card.classList.add("is-here"); // the card in hand, also while a button beside it is pressed
});
document.addEventListener("mouseover", (event) => { if (cardOf(event)) light(cardOf(event)); });
document.addEventListener("mouseout", (event) => {
  if (cardOf(event)) light(document.activeElement?.closest("[data-card][data-lights]"));
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-source] mark a, [data-source] svg a");
  const card = link && document.querySelector(link.getAttribute("href"));
  if (!card) return;
  event.preventDefault();
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
});

// Picture or words: what was chosen last is kept on this machine.
const CHOSEN = "dondoc:paper";

function view(name) {
  for (const part of document.querySelectorAll("[data-view]")) part.hidden = part.dataset.view !== name;
  for (const button of document.querySelectorAll("[data-view-choice]"))
    button.setAttribute("aria-pressed", String(button.dataset.viewChoice === name));
}

/** The paper opens at its first order, not at its letterhead. */
function begin() {
  const first = [...document.querySelectorAll("[data-source] :is(mark, .dd-mark)")].find((one) => one.getClientRects().length);
  const box = first?.closest("[data-source]");
  if (box) box.scrollTop += first.getBoundingClientRect().top - box.getBoundingClientRect().top - 60;
}

if (document.querySelector("[data-views]")) view(localStorage.getItem(CHOSEN) || "pages");
begin();
document.addEventListener("click", (event) => {
  const name = event.target.closest("[data-view-choice]")?.dataset.viewChoice;
  if (!name) return;
  localStorage.setItem(CHOSEN, name);
  view(name);
  const card = document.activeElement?.closest("[data-card]") ?? document.querySelector("[data-card].is-here");
  if (card) reveal(card); else begin();
});
