// [data-bell][data-unread]: the number on the bell follows the server while the page is looked at.
import { toast } from "./toast.js";

const bell = document.querySelector("[data-bell]");
const MOST = 99;
const FIRST = 5000; // the page itself has just said the number

if (bell && "EventSource" in window) {
  let stream;
  let known = Number(bell.dataset.unread);
  const show = (unread) => {
    let badge = bell.querySelector(".dd-count");
    if (!unread) { badge?.remove(); return; }
    if (!badge) {
      badge = document.createElement("span");
      badge.className = "dd-count";
      bell.append(badge);
    }
    const what = document.createElement("span");
    what.className = "dd-hidden";
    what.textContent = " chưa đọc";
    badge.replaceChildren(unread > MOST ? `${MOST}+` : String(unread), what);
  };
  const hear = (event) => {
    const { unread } = JSON.parse(event.data);
    if (unread > known) toast(`${unread - known} thông báo mới`);
    known = unread;
    show(unread);
  };
  const listen = () => {
    stream?.close();
    stream = undefined;
    if (document.hidden) return;
    stream = new EventSource(bell.dataset.bell);
    stream.addEventListener("bell", hear);
  };
  document.addEventListener("visibilitychange", listen);
  setTimeout(listen, FIRST);
}
