// One polite line at the foot of the page, read aloud by screen readers.
let timer;
export function toast(text) {
  const place = document.getElementById("toast");
  if (!place) return;
  place.textContent = text;
  clearTimeout(timer);
  timer = setTimeout(() => { place.textContent = ""; }, 6000);
}
