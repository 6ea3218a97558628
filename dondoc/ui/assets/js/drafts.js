// form[data-keep="name"]: what was typed stays on this machine until the server says it has it.
// The server has it when it answers the POST with a redirect to a page of ours, or when a later
// page bears [data-draft-done="<idempotency key>"]. A refusal, an error or silence keeps the words.
import { toast } from "./toast.js";

// Two officers at one machine do not see each other's words.
const PREFIX = `dondoc:draft:${document.body.dataset.who || ""}:`;
const TYPED = "textarea, input[type=text], input[type=number], input[type=date], input[type=search]";

const SENT = "dondoc:sent"; // of this tab: which draft went out, and when

const where = (form) => PREFIX + form.dataset.keep;
const read = (key) => JSON.parse(localStorage.getItem(key) || "null");
const typed = (form) => [...form.querySelectorAll(TYPED)].filter((field) => field.name);
const values = (form) => Object.fromEntries(typed(form).map((field) => [field.name, field.value]));
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const key = (form) => form.elements.idempotency_key;

function save(form, sent = false) {
  const before = read(where(form));
  const now = values(form);
  const wasSent = sent || (before?.sent && same(before.values, now));
  localStorage.setItem(where(form), JSON.stringify({
    values: now, key: key(form)?.value, sent: Boolean(wasSent), at: new Date().toISOString(),
  }));
}

/** Is this page the end of the very navigation that carried the form? */
function answeredByRedirect(sent) {
  const [navigation] = performance.getEntriesByType("navigation");
  const started = Math.abs(performance.timeOrigin - sent.at) < 1500;
  return started && navigation?.redirectCount > 0 && document.body.dataset.who;
}

function forgetAnswered() {
  const sent = JSON.parse(sessionStorage.getItem(SENT) || "null");
  sessionStorage.removeItem(SENT);
  if (sent && answeredByRedirect(sent)) localStorage.removeItem(sent.draft);
}

function forgetAcknowledged() {
  const done = new Set([...document.querySelectorAll("[data-draft-done]")].flatMap((e) => e.dataset.draftDone.split(" ")));
  if (!done.size) return;
  for (const name of Object.keys(localStorage).filter((k) => k.startsWith(PREFIX)))
    if (done.has(read(name)?.key)) localStorage.removeItem(name);
}

function restore(form) {
  const draft = read(where(form));
  if (!draft || same(draft.values, values(form))) return;
  for (const field of typed(form)) if (!field.value && draft.values[field.name]) field.value = draft.values[field.name];
  // The same words sent again count once; changed words are a new deed with a new key.
  if (draft.sent && draft.key && key(form) && same(draft.values, values(form))) key(form).value = draft.key;
  tell(form, new Date(draft.at));
}

function tell(form, at) {
  const line = document.createElement("p");
  line.className = "dd-draft";
  line.setAttribute("role", "status");
  const hour = at.toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });
  line.append(`Đã khôi phục nội dung bạn gõ dở lúc ${hour}.`);
  const drop = Object.assign(document.createElement("button"), { type: "button", textContent: "Bỏ nội dung này" });
  drop.addEventListener("click", () => {
    localStorage.removeItem(where(form));
    form.reset();
    line.remove();
  });
  line.append(drop);
  form.prepend(line);
}

function begin(scope) {
  forgetAcknowledged();
  for (const form of scope.querySelectorAll("form[data-keep]:not([data-kept])")) {
    form.dataset.kept = "1";
    restore(form);
    const fresh = key(form)?.value;
    form.addEventListener("input", () => {
      const draft = read(where(form));
      if (key(form) && draft?.sent && !same(draft.values, values(form)) && key(form).value === draft.key)
        key(form).value = fresh === draft.key ? crypto.randomUUID() : fresh;
      save(form);
    });
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || !form.matches("form[data-keep]")) return;
  if (!navigator.onLine) {
    event.preventDefault();
    event.stopImmediatePropagation();
    save(form);
    toast("Đang mất mạng. Nội dung đã lưu trên máy này; bấm gửi lại khi có mạng.");
    return;
  }
  save(form, true);
  sessionStorage.setItem(SENT, JSON.stringify({ draft: where(form), at: Date.now() }));
}, true);
document.addEventListener("htmx:afterSettle", () => begin(document));
forgetAnswered();
begin(document);
