// [data-ticks]: typing into [data-tick-find] leaves the choices that hold the words, marks or no marks.
const plain = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

document.addEventListener("input", (event) => {
  if (!event.target.matches("[data-tick-find]")) return;
  event.stopPropagation(); // searching is no change of the form
  const words = plain(event.target.value).split(/\s+/).filter(Boolean);
  for (const choice of event.target.closest("[data-ticks]").querySelectorAll(".dd-choice")) {
    const ticked = choice.querySelector("input").checked;
    choice.hidden = !ticked && !words.every((word) => plain(choice.textContent).includes(word));
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches("[data-tick-find]")) event.preventDefault();
});
