// Print, copy a link, send a filter as soon as it is chosen, light up the passage of a proposal.
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

const light = (on) => (event) => {
  const proposal = event.target.closest?.("[data-lights]");
  if (proposal) document.getElementById(proposal.dataset.lights)?.classList.toggle("is-lit", on);
};
document.addEventListener("mouseover", light(true));
document.addEventListener("mouseout", light(false));
document.addEventListener("focusin", light(true));
document.addEventListener("focusout", light(false));
