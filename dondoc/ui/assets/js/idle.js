// body[data-idle-seconds][data-keepalive-url]: warns a minute or more before the session ends.
const { idleSeconds, keepaliveUrl } = document.body.dataset;
const dialog = document.getElementById("idle-dialog");
const NOTICE = 150; // the server notes a sign of life once a minute, so 90 seconds at the least

if (dialog && Number(idleSeconds)) {
  let ends;
  const extend = () => { ends = Date.now() + Number(idleSeconds) * 1000; };
  const stay = async () => {
    const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
    const answer = await fetch(keepaliveUrl, { method: "POST", headers: { "X-CSRFToken": token } }).catch(() => null);
    if (!answer) return; // no network: the banner says so, the words are kept
    if (!answer.ok || answer.redirected) location.reload(); // ended already: sign in again
    extend();
    dialog.close();
  };
  const look = () => {
    const left = Math.round((ends - Date.now()) / 1000);
    if (left > Math.min(NOTICE, Number(idleSeconds) / 2)) {
      if (dialog.open) dialog.close(); // another request has prolonged the session
      return;
    }
    dialog.querySelector("[data-idle-left]").textContent = left > 0 ? `${left} giây` : "đã hết";
    if (!dialog.open) dialog.showModal();
  };
  extend();
  setInterval(look, 1000);
  document.addEventListener("htmx:afterRequest", extend);
  dialog.querySelector("[data-idle-stay]").addEventListener("click", stay);
}
