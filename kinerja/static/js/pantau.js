// Figures that change while one looks: sent down one open line, or asked for where there is none.
const papan = document.querySelector("[data-pantau]");
const kabar = papan.querySelector("[data-kabar]");
const { hidup, minta, angkaAlamat, susunan } = papan.dataset;
let { tiket } = papan.dataset;
let saluran, nanti, tanda, jeda = 0;

function tulis(isi) {
  let berubah = 0;
  for (const [kunci, teks] of Object.entries(isi.teks)) {
    for (const el of document.querySelectorAll(`[data-angka="${kunci}"]`)) {
      if (el.textContent === teks) continue;
      el.textContent = teks;
      el.classList.add("baru");
      setTimeout(() => el.classList.remove("baru"), 2500);
      berubah += 1;
    }
  }
  for (const [kunci, n] of Object.entries(isi.persen)) {
    for (const el of document.querySelectorAll(`[data-persen="${kunci}"]`)) {
      if (el.tagName === "PROGRESS") el.value = Math.max(n, 0);
      else el.dataset.tingkat = n < 0 ? "" : Math.floor(n / 25);
    }
  }
  if (isi.susunan !== susunan) kabar.textContent = "Susunan unit berubah. Muat ulang untuk melihatnya.";
  else if (berubah) kabar.textContent = `Diperbarui pukul ${new Date().toLocaleTimeString("id-ID", { hour: "2-digit", minute: "2-digit" })}.`;
}

function lepas() {
  saluran?.close();
  clearTimeout(nanti);
  delete papan.dataset.tersambung;
}

// Spread a little, so that a server that comes back is not met by everybody at once.
function tunggu(detik) {
  lepas();
  nanti = setTimeout(sambung, detik * (1000 + Math.random() * 300));
}

async function tanya() {
  const jawab = await fetch(`${angkaAlamat}?tiket=${tiket}`, { headers: tanda ? { "If-None-Match": tanda } : {} });
  if (jawab.status === 403) tiket = "";
  if (jawab.status === 200) {
    tanda = jawab.headers.get("ETag");
    tulis(await jawab.json());
  }
}

function dengar() {
  saluran = new EventSource(`${hidup}?tiket=${tiket}`);
  tiket = ""; // opens one line only
  saluran.onopen = () => { papan.dataset.tersambung = ""; };
  saluran.onmessage = (pesan) => tulis(JSON.parse(pesan.data));
  saluran.addEventListener("ganti", () => tunggu(0));
  saluran.addEventListener("penuh", () => { jeda = 60; tunggu(jeda); });
  saluran.onerror = () => { jeda = 15; tunggu(1); };
}

async function sambung() {
  lepas();
  if (document.hidden) return;
  try {
    if (!tiket) {
      const jawab = await fetch(minta);
      if (jawab.redirected || !jawab.ok) {
        kabar.textContent = "Sesi Anda sudah berakhir. Muat ulang untuk masuk lagi.";
        return;
      }
      ({ tiket } = await jawab.json());
    }
    if (hidup && !jeda) return dengar();
    await tanya();
  } catch { /* the network is away; asked again below */ }
  tunggu(jeda || 15);
  jeda = 0;
}

document.addEventListener("visibilitychange", () => {
  tiket = "";
  if (document.hidden) lepas();
  else sambung();
});
sambung();
