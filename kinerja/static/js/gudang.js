// What must outlive a closed or a killed browser: drafts, and forms that wait for a signal.
let basis;

const buka = () => new Promise((jadi, gagal) => {
  const minta = indexedDB.open("kinerja", 1);
  minta.onupgradeneeded = () => ["draf", "antrean"].forEach((nama) => minta.result.createObjectStore(nama));
  minta.onsuccess = () => jadi(minta.result);
  minta.onerror = () => gagal(minta.error);
});

// Answers when the disk has it: what we call kept is kept.
export async function gudang(rak, kerja) {
  const isi = (await (basis ??= buka())).transaction(rak, "readwrite", { durability: "strict" });
  const minta = kerja(isi.objectStore(rak));
  return new Promise((jadi, gagal) => {
    isi.oncomplete = () => jadi(minta.result);
    isi.onabort = () => gagal(isi.error);
  });
}
