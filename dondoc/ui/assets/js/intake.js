// A selected passage can be taken as a new proposal; a file can be dropped; a form may send itself once.

// How many letters of the document stand before a point; the numbers put on passages do not count.
function offset(box, node, at) {
  const range = document.createRange();
  range.setStart(box, 0);
  range.setEnd(node, at);
  const copy = range.cloneContents();
  copy.querySelectorAll("mark > a").forEach((number) => number.remove());
  return [...copy.textContent].length;
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
