// Print, copy a link, send a filter as soon as it is chosen.
import { toast } from "./toast.js";

document.addEventListener("click", async (event) => {
  if (event.target.closest("[data-print]")) print();
  const copy = event.target.closest("[data-copy]");
  if (!copy) return;
  const text = copy.dataset.copy || location.href;
  await navigator.clipboard?.writeText(text).then(
    () => toast("Đã chép liên kết."), () => toast("Trình duyệt không cho chép; hãy chép từ thanh địa chỉ."));
});

document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-send-on-change]");
  if (form && matchMedia("(min-width: 768px)").matches && event.target.matches("select")) form.requestSubmit();
});
