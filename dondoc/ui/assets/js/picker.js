// [data-picker]: typing into [data-filter] offers the bodies whose names hold the words, marks or no marks;
// Enter takes the first of them; a digit in an empty field takes one of the nearest.
const plain = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
const MOST = 9;
const nearest = new WeakMap(); // what the server offered, by field

function offer(field) {
  const box = field.closest("[data-picker]").querySelector("[data-choices]");
  if (!nearest.has(field)) nearest.set(field, [...box.children]);
  const words = plain(field.value).split(/\s+/).filter(Boolean);
  if (!words.length) {
    box.replaceChildren(...nearest.get(field));
    return;
  }
  const bodies = [...document.querySelectorAll("#units option")];
  const found = bodies.filter((one) => words.every((word) => plain(one.value).includes(word))).slice(0, MOST);
  box.replaceChildren(...found.map((one) => Object.assign(document.createElement("button"), {
    type: "submit", className: "dd-button dd-button-small", textContent: one.value,
    name: field.name.replace("name", "unit"), value: one.dataset.key,
  })));
}

document.addEventListener("focusin", (event) => {
  if (event.target.matches("[data-filter]")) event.target.removeAttribute("list"); // ours knows words without marks
});
document.addEventListener("input", (event) => { if (event.target.matches("[data-filter]")) offer(event.target); });
document.addEventListener("keydown", (event) => {
  if (!event.target.matches("[data-filter]") || event.repeat || event.isComposing) return;
  const picker = event.target.closest("[data-picker]");
  const typed = event.target.value.trim();
  const choice = typed
    ? event.key === "Enter" && picker.querySelector("[data-choices] button")
    : picker.querySelector(`[data-pick="${CSS.escape(event.key)}"]`);
  if (choice) {
    event.preventDefault();
    choice.click();
  } else if (event.key === "ArrowDown") {
    event.preventDefault();
    picker.querySelector("[data-choices] button")?.focus();
  }
});
