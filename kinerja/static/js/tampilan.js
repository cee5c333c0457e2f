// Small comforts; every page works without them.
document.addEventListener("click", (event) => {
  const pembuka = event.target.closest("[data-buka]");
  if (pembuka) document.getElementById(pembuka.dataset.buka)?.showModal();
  if (event.target.matches("dialog[open]")) event.target.close();
  if (event.target.closest("[data-cetak]")) print();
  const salin = event.target.closest("[data-salin]");
  if (salin) {
    getSelection().selectAllChildren(salin.previousElementSibling);
    navigator.clipboard?.writeText(salin.dataset.salin).then(() => (salin.textContent = "Tersalin"));
  }
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

const sesuaikan = (el) => {
  el.style.height = "auto";
  el.style.height = `${el.scrollHeight + 3}px`;
};
document.addEventListener("input", (event) => {
  if (event.target.matches("textarea.isian")) sesuaikan(event.target);
});

const rapikan = () => {
  document.querySelectorAll("textarea.isian").forEach((el) => el.value && sesuaikan(el));
  document.querySelector("[data-fokus]")?.focus();
};
rapikan();
// htmx copies style attributes to what it swaps in, and the CSP does not like that.
document.addEventListener("htmx:before:swap", () => {
  document.querySelectorAll("textarea[style]").forEach((el) => el.removeAttribute("style"));
});
document.addEventListener("htmx:after:swap", rapikan);
