// A form is sent once: its button rests until the answer, and wakes if the person comes back.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "1";
  setTimeout(() => { // after the browser has read the pressed button's value
    for (const button of form.querySelectorAll("button:not([type=button])")) button.disabled = true;
  });
});

function wake(form) {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll("button:not([type=button])")) button.disabled = false;
}

addEventListener("pageshow", (event) => {
  if (event.persisted) document.querySelectorAll("form[data-sent]").forEach(wake);
});
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest?.("form[data-sent]");
  if (form) wake(form);
});
