// What is typed into <form data-draf="key"> stays in this browser until the server has it.
// Passwords, files and hidden fields are never kept; on a shared computer a draft is offered to its owner only,
// and signing out removes it.
import { gudang } from "./gudang.js";
import { kotak, waktu } from "./kotak.js";

const TERKIRIM = "kinerja:terkirim";
const TIDAK = new Set(["password", "file", "hidden", "submit", "button"]);

const orang = () => document.querySelector("[data-orang]")?.dataset.orang ?? "";
// By where it goes: the page that comes back with errors has another address than the one that it was typed on.
const kunci = (form) => `${orang()}:${new URL(form.getAttribute("action") ?? "", location).pathname}#${form.dataset.draf}`;
const medan = (form) => [...form.elements].filter((el) => el.name && !TIDAK.has(el.type));
const buang = (letak) => gudang("draf", (rak) => rak.delete(letak));
export const lupakan = (form) => buang(kunci(form));

function isi(form) {
  return medan(form).map((el) => [el.name, el.type, el.value, el.checked === true, el.multiple ? [...el.selectedOptions].map((o) => o.value) : null]);
}

async function simpan(form) {
  let tempat = form.querySelector(".draf-tersimpan");
  if (!tempat) {
    tempat = form.appendChild(document.createElement("p"));
    tempat.className = "draf-tersimpan";
    tempat.setAttribute("role", "status");
  }
  tempat.textContent = await gudang("draf", (rak) => rak.put({ at: Date.now(), isi: isi(form) }, kunci(form))).then(
    () => "Draf tersimpan di peramban ini.",
    () => "Draf tidak dapat disimpan di peramban ini. Kirim sebelum menutup halaman.",
  );
}

function pulihkan(form, draf) {
  const sisa = [...draf.isi];
  for (const el of medan(form)) {
    const pilihan = el.type === "checkbox" || el.type === "radio";
    const letak = sisa.findIndex(([nama, jenis, nilai]) => nama === el.name && jenis === el.type && (!pilihan || nilai === el.value));
    if (letak < 0) continue;
    const [[, , nilai, tercentang, banyak]] = sisa.splice(letak, 1);
    if (pilihan) el.checked = tercentang;
    else if (banyak) for (const o of el.options) o.selected = banyak.includes(o.value);
    else el.value = nilai;
    el.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

// The draft is offered, not forced: the page may be newer than the draft. Its owner reads how old it is and decides.
async function tawarkan(form) {
  const draf = await gudang("draf", (rak) => rak.get(kunci(form)));
  if (!draf || JSON.stringify(draf.isi) === JSON.stringify(isi(form))) return;
  form.before(kotak(
    `Ada isian yang belum terkirim, terakhir diketik ${waktu(draf.at)}.`,
    ["Pakai isian itu", "biasa", () => pulihkan(form, draf)],
    ["Buang", "halus", () => lupakan(form)],
  ));
}

const lewatHtmx = (form) => form.matches("[hx-post], [hx-put], [hx-patch]");
const gagal = (di) => di.querySelector("[data-gagal], .ringkasan-kesalahan, .pesan-error, [aria-invalid]") !== null;

// A page that shows errors already carries what was typed; its draft is of no use.
function siapkan(form) {
  if (form.dataset.drafSiap) return;
  form.dataset.drafSiap = "1";
  if (!form.querySelector("[aria-invalid]")) tawarkan(form).catch(() => {});
  let nanti;
  form.addEventListener("input", () => {
    clearTimeout(nanti);
    nanti = setTimeout(() => simpan(form), 600);
  });
  form.addEventListener("submit", () => {
    clearTimeout(nanti);
    simpan(form);
    if (!lewatHtmx(form)) sessionStorage.setItem(TERKIRIM, `${location.pathname} ${kunci(form)}`);
  });
}

// After a POST the server answers with another page, with the same form and its errors, or with the sign-in.
// Such a page knows the form's page as its referrer. Without a signal no answer came: whoever then types the address,
// opens a bookmark or goes back still has his words.
async function bereskan() {
  const [asal, letak] = sessionStorage.getItem(TERKIRIM)?.split(" ") ?? [];
  sessionStorage.removeItem(TERKIRIM);
  const datang = performance.getEntriesByType("navigation")[0]?.type;
  const masuk = location.pathname === document.documentElement.dataset.masuk;
  const dariFormulir = document.referrer !== "" && asal === new URL(document.referrer).pathname;
  if (dariFormulir && datang === "navigate" && !masuk && !gagal(document)) await buang(letak);
}

document.addEventListener("htmx:after:request", (event) => {
  const form = event.target;
  const { status } = event.detail.ctx.response;
  if (form.matches?.("form[data-draf]") && lewatHtmx(form) && status < 400) lupakan(form);
});

const mulai = () => document.querySelectorAll("form[data-draf]").forEach(siapkan);
bereskan().catch(() => {}).finally(mulai);
document.addEventListener("htmx:after:swap", mulai);
