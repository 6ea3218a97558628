// The thin line while htmx waits, the banner while there is no network, words when a request fails.
import { toast } from "./toast.js";

const busy = document.getElementById("busy");
const offline = document.getElementById("offline");
const say = () => { if (offline) offline.hidden = navigator.onLine; };

document.addEventListener("htmx:beforeRequest", () => busy?.classList.add("is-busy"));
document.addEventListener("htmx:afterRequest", () => busy?.classList.remove("is-busy"));
document.addEventListener("htmx:sendError", () => toast("Không gửi được: mất kết nối với máy chủ. Hãy thử lại."));
document.addEventListener("htmx:responseError", (event) =>
  toast(event.detail.xhr.status === 409
    ? "Việc này vừa được người khác xử lý. Hãy tải lại trang."
    : "Máy chủ chưa thực hiện được yêu cầu. Hãy thử lại."));
addEventListener("online", say);
addEventListener("offline", say);
say();
