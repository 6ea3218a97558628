// data-dialog="id" opens a <dialog>; data-close shuts it; data-confirm asks before a form is sent.
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-dialog]");
  const dialog = opener && document.getElementById(opener.dataset.dialog);
  if (dialog) {
    event.preventDefault();
    dialog.showModal();
  }
  if (event.target.closest("[data-close]")) event.target.closest("dialog")?.close();
  if (event.target.matches("dialog")) event.target.close(); // a press on the backdrop
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  const ask = event.submitter?.dataset.confirm || form.dataset.confirm;
  const dialog = document.getElementById("confirm-dialog");
  if (!ask || !dialog || form.dataset.confirmed) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  dialog.querySelector("[data-confirm-text]").textContent = ask;
  const yes = dialog.querySelector("[data-confirm-yes]");
  yes.textContent = event.submitter?.textContent.trim() || "Đồng ý";
  const submitter = event.submitter;
  yes.onclick = () => {
    form.dataset.confirmed = "1";
    dialog.close();
    form.requestSubmit(submitter);
    delete form.dataset.confirmed;
  };
  dialog.showModal();
  if ("confirmReady" in (submitter?.dataset ?? {})) yes.focus(); // one more press of Enter
}, true);

for (const dialog of document.querySelectorAll("dialog[data-open]")) dialog.showModal();
