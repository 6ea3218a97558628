// Only two keys, never while typing: "/" goes to the search box, "?" shows the keys.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  if (event.key === "/") {
    event.preventDefault();
    document.querySelector("[data-search]")?.focus();
  }
  if (event.key === "?") document.getElementById("keys-dialog")?.showModal();
});
