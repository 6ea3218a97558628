// input[data-select-all="name"] ticks every box of that name; [data-selection="name"] shows how many.
function boxes(name) {
  return [...document.querySelectorAll(`input[type=checkbox][name="${name}"]`)];
}

function count(name) {
  const all = boxes(name);
  const ticked = all.filter((box) => box.checked).length;
  const master = document.querySelector(`[data-select-all="${name}"]`);
  if (master) {
    master.checked = ticked > 0 && ticked === all.length;
    master.indeterminate = ticked > 0 && ticked < all.length;
  }
  const bar = document.querySelector(`[data-selection="${name}"]`);
  if (!bar) return;
  bar.hidden = ticked === 0;
  bar.querySelector("[data-selection-count]").textContent = ticked;
}

document.addEventListener("change", (event) => {
  const all = event.target.dataset.selectAll;
  if (all) for (const box of boxes(all)) box.checked = event.target.checked;
  if (event.target.matches("input[type=checkbox]")) count(all || event.target.name);
});
