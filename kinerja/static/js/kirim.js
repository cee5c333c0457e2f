// One press is one submission, and nobody leaves a half-filled form by accident.
const berubah = new Set();

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method === "dialog") return;
  berubah.delete(form);
  if (form.method !== "post") return;
  if (form.dataset.terkirim) return event.preventDefault();
  form.dataset.terkirim = "1";
  // After this turn: a disabled button would not send its own name and value.
  setTimeout(() => tombol(form).forEach((el) => el.setAttribute("aria-disabled", "true")));
  // A download keeps the page, so the form opens again.
  setTimeout(() => buka(form), 8000);
});

const tombol = (form) => [...form.elements].filter((el) => el.matches("button:not([type=button])"));

function buka(form) {
  delete form.dataset.terkirim;
  tombol(form).forEach((el) => el.removeAttribute("aria-disabled"));
}

// The back button brings a page out of memory as it was left.
addEventListener("pageshow", () => document.querySelectorAll("form[data-terkirim]").forEach((form) => { buka(form); delete form.dataset.tanda; }));
document.addEventListener("htmx:after:request", (event) => {
  const form = event.target.closest?.("form");
  if (form) buka(form);
  // A field that asks for advice while one types is not a form that was sent.
  if (form === event.target && event.detail.ctx.response.status < 400) berubah.delete(form);
});

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form?.method === "post" && !("bebas" in form.dataset)) berubah.add(form);
});
addEventListener("beforeunload", (event) => {
  const terbuka = [...berubah].some((form) => form.isConnected && form.dataset.draf === undefined);
  if (terbuka) event.preventDefault();
});
