// What is typed into <form data-draf="key"> stays in this browser until the server has it.
// Passwords, files and hidden fields are never kept; on a shared computer a draft is offered to its owner only,
// and signing out removes it.
const AWALAN = "kinerja:draf:";
const UMUR = 14 * 24 * 60 * 60 * 1000;
const TIDAK = new Set(["password", "file", "hidden", "submit", "button"]);

const orang = () => document.querySelector("[data-orang]")?.dataset.orang ?? "";
const kunci = (form) => `${AWALAN}${orang()}:${location.pathname}#${form.dataset.draf}`;
const medan = (form) => [...form.elements].filter((el) => el.name && !TIDAK.has(el.type));

function isi(form) {
  return medan(form).map((el) => [el.name, el.type, el.value, el.checked === true, el.multiple ? [...el.selectedOptions].map((o) => o.value) : null]);
}

function simpan(form) {
  try {
    localStorage.setItem(kunci(form), JSON.stringify({ at: Date.now(), isi: isi(form) }));
    kabari(form, "Draf tersimpan di peramban ini.");
  } catch {
    kabari(form, "Draf tidak dapat disimpan di peramban ini. Kirim sebelum menutup halaman.");
  }
}

function kabari(form, teks) {
  let tempat = form.querySelector(".draf-tersimpan");
  if (!tempat) {
    tempat = document.createElement("p");
    tempat.className = "draf-tersimpan";
    tempat.setAttribute("role", "status");
    form.append(tempat);
  }
  tempat.textContent = teks;
}

function baca(form) {
  try {
    const draf = JSON.parse(localStorage.getItem(kunci(form)));
    return draf && Date.now() - draf.at < UMUR ? draf : null;
  } catch {
    return null;
  }
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

// The draft is offered, not forced: the page may be newer than the draft.
function tawarkan(form, draf) {
  const kotak = document.createElement("div");
  kotak.className = "pesan pesan-info";
  kotak.setAttribute("role", "status");
  const teks = document.createElement("p");
  const kapan = new Date(draf.at).toLocaleString("id-ID", { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
  teks.textContent = `Ada isian yang belum terkirim, terakhir diketik ${kapan}.`;
  const tombol = (label, jenis, aksi) => {
    const t = document.createElement("button");
    t.type = "button";
    t.className = `tombol tombol-${jenis}`;
    t.textContent = label;
    t.addEventListener("click", () => { aksi(); kotak.remove(); });
    return t;
  };
  const isiKotak = document.createElement("div");
  isiKotak.className = "tumpuk";
  const deret = document.createElement("div");
  deret.className = "jejer";
  deret.append(
    tombol("Pakai isian itu", "biasa", () => pulihkan(form, draf)),
    tombol("Buang", "halus", () => localStorage.removeItem(kunci(form))),
  );
  isiKotak.append(teks, deret);
  kotak.append(isiKotak);
  form.before(kotak);
}

const lewatHtmx = (form) => form.matches("[hx-post], [hx-put], [hx-patch]");
const gagal = (di) => di.querySelector("[data-gagal], .ringkasan-kesalahan, .pesan-error, [aria-invalid]") !== null;

// A page that shows errors already carries what was typed; its draft is of no use.
function siapkan(form) {
  if (form.dataset.drafSiap) return;
  form.dataset.drafSiap = "1";
  const draf = baca(form);
  const berbeda = draf && JSON.stringify(draf.isi) !== JSON.stringify(isi(form));
  if (berbeda && !form.querySelector("[aria-invalid]")) tawarkan(form, draf);
  let nanti;
  form.addEventListener("input", () => {
    clearTimeout(nanti);
    nanti = setTimeout(() => simpan(form), 600);
  });
  form.addEventListener("submit", () => {
    clearTimeout(nanti);
    simpan(form);
    if (!lewatHtmx(form)) sessionStorage.setItem(AWALAN + "terkirim", kunci(form));
  });
}

// After a POST the server answers with another page, with the same form and its errors, or with the sign-in.
// Such a page knows the form's page as its referrer. Without a signal no answer came: whoever then types the address,
// opens a bookmark or goes back still has his words.
function bereskan() {
  const terkirim = sessionStorage.getItem(AWALAN + "terkirim");
  sessionStorage.removeItem(AWALAN + "terkirim");
  const datang = performance.getEntriesByType("navigation")[0]?.type;
  const masuk = location.pathname === document.documentElement.dataset.masuk;
  const dariFormulir = document.referrer !== "" && terkirim?.includes(`:${new URL(document.referrer).pathname}#`);
  if (dariFormulir && datang === "navigate" && !masuk && !gagal(document)) localStorage.removeItem(terkirim);
}

document.addEventListener("htmx:after:request", (event) => {
  const form = event.target;
  const { status } = event.detail.ctx.response;
  if (form.matches?.("form[data-draf]") && lewatHtmx(form) && status < 400) localStorage.removeItem(kunci(form));
});

document.addEventListener("submit", (event) => {
  if (!event.target.matches(".keluar")) return;
  for (const nama of Object.keys(localStorage)) if (nama.startsWith(AWALAN)) localStorage.removeItem(nama);
});

const mulai = () => document.querySelectorAll("form[data-draf]").forEach(siapkan);
bereskan();
mulai();
document.addEventListener("htmx:after:swap", mulai);
