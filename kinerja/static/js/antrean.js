// Forms that found no signal: kept in the browser of whoever filled them in, sent once when the line is back (ADR 0025).
import { gudang } from "./gudang.js";

const HARI = 24 * 60 * 60 * 1000;
export const saluran = new BroadcastChannel("antrean");
export const daftar = () => gudang("antrean", (rak) => rak.getAll());
export const buang = (tanda) => gudang("antrean", (rak) => rak.delete(tanda));
const waktuHabis = (ms) => AbortSignal.timeout?.(ms); // an older browser waits as long as its line does
const simpan = (satu) => gudang("antrean", (rak) => rak.put(satu, satu.tanda));

// `tanda_kirim` is "person.form"; the token of the opened page stays behind, by then it would be stale.
export function taruh(alamat, isi) {
  const tanda = isi.get("tanda_kirim");
  const butir = [...isi].filter(([nama]) => nama !== "csrfmiddlewaretoken");
  return simpan({ tanda, orang: tanda.split(".")[0], judul: isi.get("judul_kirim"), alamat, at: Date.now(), isi: butir });
}

async function kirim(satu, csrf) {
  const isi = new FormData();
  for (const [nama, nilai] of [...satu.isi, ["csrfmiddlewaretoken", csrf]]) isi.append(nama, nilai);
  const jawaban = await fetch(satu.alamat, { method: "POST", body: isi, headers: { "X-Kiriman": "antrean" }, signal: waktuHabis(600_000) });
  if (jawaban.headers.get("X-Kiriman")) {
    const { tujuan } = await jawaban.json();
    await buang(satu.tanda);
    saluran.postMessage({ tanda: satu.tanda, tujuan });
    return { tanda: satu.tanda, tujuan };
  }
  // The sign-in, or a fault of ours, is no answer; anything else is one that its owner must read.
  if (!jawaban.redirected && jawaban.status < 500 && jawaban.status !== 429) await simpan({ ...satu, ditolak: true });
  return null;
}

// A colleague's form waits for its owner, 30 days by the clock of the server: that of a telephone restarts in 2015.
const titipan = (satu, kini) => (kini - (satu.sejak ??= kini) > 30 * HARI ? buang(satu.tanda) : simpan(satu));

// One tab or the service worker at a time, and none for ever: a line may hang without breaking. Without a line, or before
// the sign-in, everything stays. What this clock calls old, or not yet written, its owner decides.
export const kirimSemua = () => navigator.locks.request("antrean", async () => {
  const antre = await daftar();
  if (antre.length === 0) return [];
  const { orang, csrf, kini } = await (await fetch("/akun/sambungan/", { signal: waktuHabis(30_000) })).json();
  const hasil = [];
  for (const satu of antre) {
    if (orang && satu.orang !== orang) await titipan(satu, kini);
    else if (orang && satu.ditolak) await (satu.sejak && simpan({ ...satu, sejak: undefined }));
    else if (orang && Math.abs(Date.now() - satu.at) > 14 * HARI) await simpan({ ...satu, ditolak: "lama" });
    else if (orang) hasil.push(await kirim(satu, csrf));
  }
  return hasil.filter(Boolean);
});
