// Without a signal an opened page stays in use: its form waits in the queue, and the page says so.
import { buang, daftar, kirimSemua, saluran, taruh } from "./antrean.js";
import { lupakan } from "./draf.js";
import { isikan } from "./foto.js";
import { gudang } from "./gudang.js";
import { kabarkan } from "./jaringan.js";
import { kotak, waktu } from "./kotak.js";

const orang = document.querySelector("[data-orang]")?.dataset.orang;
const DILIHAT = "kinerja:dilihat";
let nanti, jeda = 4000;

function sembunyi(form, name, value) {
  form.querySelector(`input[type=hidden][name=${name}]`)?.remove();
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
}

async function antre(form, tombol) {
  const isi = new FormData(form);
  if (tombol?.name) isi.append(tombol.name, tombol.value);
  await taruh(new URL(form.getAttribute("action") ?? "", location).href, isi);
  form.dataset.antre = isi.get("tanda_kirim");
  await lupakan(form);
  await gambar();
  navigator.serviceWorker?.ready.then((sw) => sw.sync?.register("antrean")).catch(() => {});
}

async function keluar(form) {
  const milik = (await daftar().catch(() => [])).filter((satu) => satu.orang === orang);
  if (milik.length && !form.dataset.yakin) {
    form.dataset.yakin = "1";
    const tanya = form.insertBefore(document.createElement("p"), form.lastElementChild);
    tanya.setAttribute("role", "alert");
    tanya.textContent = `${milik.length} isian belum terkirim dan dibuang bila Anda keluar. Tekan sekali lagi untuk tetap keluar.`;
    return;
  }
  await Promise.all([gudang("draf", (rak) => rak.clear()), ...milik.map((satu) => buang(satu.tanda))]).catch(() => {});
  form.submit();
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented || form.matches("[hx-post]")) return;
  const bisa = form.dataset.draf !== undefined && orang && navigator.locks;
  if (bisa) {
    form.dataset.tanda ??= `${orang}.${Date.now()}-${Math.random()}`;
    sembunyi(form, "tanda_kirim", form.dataset.tanda);
    sembunyi(form, "judul_kirim", document.querySelector("h1").textContent.trim());
  }
  if (!navigator.onLine) {
    event.preventDefault();
    if (bisa) antre(form, event.submitter);
    else kabarkan("Tidak ada sinyal, jadi belum terkirim. Isian Anda masih di sini.");
  } else if (form.matches(".keluar")) {
    event.preventDefault();
    keluar(form);
  }
});
document.addEventListener("input", (event) => delete event.target.form?.dataset.antre);

// What the server would not take is sent once more as an ordinary page, so that its owner reads the answer.
function lihat({ tanda, alamat, isi }) {
  const form = Object.assign(document.createElement("form"), { method: "post", action: alamat, enctype: "multipart/form-data", hidden: true });
  for (const [name, value] of [...isi, ["csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value]]) {
    const berkas = value instanceof File;
    const medan = Object.assign(document.createElement("input"), { name, type: berkas ? "file" : "hidden" });
    if (berkas) isikan(medan, value);
    else medan.value = value;
    form.append(medan);
  }
  sessionStorage.setItem(DILIHAT, tanda);
  document.body.appendChild(form).submit();
}

// The answer is here: it has the words, and gets the files that no server can put back. A page that only says what went
// wrong, the sign-in, or "no signal" has no words: what waited stays.
async function terlihat() {
  const tanda = sessionStorage.getItem(DILIHAT);
  sessionStorage.removeItem(DILIHAT);
  const satu = tanda && orang && !document.querySelector("[data-gagal]") && (await daftar()).find((lain) => lain.tanda === tanda);
  if (!satu) return;
  for (const [nama, nilai] of satu.isi) {
    const medan = nilai instanceof File && document.querySelector(`main input[type=file][name="${nama}"]`);
    if (medan) isikan(medan, nilai);
    medan?.dispatchEvent?.(new Event("change", { bubbles: true }));
  }
  await buang(tanda);
}

function tampak(satu) {
  if (!orang) return kotak("Satu isian menunggu sinyal dan pemiliknya di perangkat ini. Terkirim sendiri sesudah ia masuk; akun lain tidak melihatnya.");
  const pilihan = [["Lihat dan kirim", "biasa", () => lihat(satu)], ["Buang", "halus", () => buang(satu.tanda)]];
  const kata = satu.isi.map(([nama, nilai]) => (/^(tanda|judul)_kirim$/.test(nama) || nilai instanceof File ? "" : nilai));
  const isinya = `Yang Anda tulis: “${kata.sort((a, b) => b.length - a.length)[0]}”`;
  if (satu.ditolak === "lama") return kotak(`“${satu.judul}” belum terkirim. Jam perangkat ini menyebutnya ditulis ${waktu(satu.at)}, jadi Anda yang memutuskan: kirim atau buang. ${isinya}`, ...pilihan);
  if (satu.ditolak) return kotak(`“${satu.judul}” belum diterima. Lihat alasannya, lalu kirim lagi. ${isinya}`, ...pilihan);
  pilihan[0] = ["Kirim sekarang", "biasa", kirim];
  return kotak(`“${satu.judul}” menunggu sinyal. Tersimpan di perangkat ini dan dikirim sendiri begitu sinyal kembali. Bila rekan masuk di sini lebih dulu, isian tetap menunggu Anda, paling lama 30 hari, tanpa terlihat olehnya.`, ...pilihan);
}

async function gambar() {
  const antrean = (await daftar()).filter((satu) => !orang || satu.orang === orang);
  document.querySelector("[data-menunggu]")?.replaceChildren(...antrean.map(tampak));
  clearTimeout(nanti);
  if (antrean.some((satu) => !satu.ditolak)) nanti = setTimeout(kirim, jeda);
}

// The page whose form has arrived goes where it would have gone.
const sampai = ({ tanda, tujuan }) => document.querySelector(`form[data-antre="${tanda}"]`) && location.assign(tujuan);

async function kirim() {
  const hasil = await kirimSemua().catch(() => []);
  jeda = Math.min(2 * jeda, 60_000);
  await gambar();
  hasil.forEach(sampai);
}

if (navigator.locks) {
  terlihat().then(kirim).catch(() => {});
  saluran.addEventListener("message", ({ data }) => { gambar(); sampai(data); });
  addEventListener("online", () => { jeda = 4000; kirim(); });
}
// "No signal" stands in for the page asked for, or leads back to it. A telephone says "online" too early: the server is asked.
const kembali = () => (location.pathname === "/luring/" ? location.replace(document.referrer || "/") : location.reload());
if ("luring" in document.documentElement.dataset) setInterval(() => fetch("/akun/sambungan/").then((jawaban) => jawaban.ok && kembali(), () => {}), 4000);
addEventListener("load", () => navigator.serviceWorker?.register("/sw.js"));
