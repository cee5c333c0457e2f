// A photo of a phone is ten times larger than anybody needs to read it, and tells where it was taken: it is drawn anew,
// smaller and upright, before it is sent.
const TERBESAR = 1_000_000;
const SISI = 2000;

async function kecilkan(berkas) {
  const gambar = await createImageBitmap(berkas, { imageOrientation: "from-image" });
  const skala = Math.min(1, SISI / Math.max(gambar.width, gambar.height));
  const kanvas = document.createElement("canvas");
  kanvas.width = Math.round(gambar.width * skala);
  kanvas.height = Math.round(gambar.height * skala);
  kanvas.getContext("2d").drawImage(gambar, 0, 0, kanvas.width, kanvas.height);
  const isi = await new Promise((selesai) => kanvas.toBlob(selesai, "image/jpeg", 0.82));
  if (!isi || (berkas.type === "image/png" && isi.size >= berkas.size)) return berkas;
  return new File([isi], berkas.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" });
}

export function isikan(medan, berkas) {
  const wadah = new DataTransfer();
  if (berkas.size) wadah.items.add(berkas);
  medan.files = wadah.files;
}

document.addEventListener("change", async (event) => {
  const medan = event.target;
  if (medan.type === "file") medan.toggleAttribute("data-terisi", medan.files.length > 0);
  if (!medan.matches?.("input[type=file][accept*='image']") || medan.files.length !== 1) return;
  const [berkas] = medan.files;
  if (!/^image\/(jpeg|png|webp)$/.test(berkas.type) || (berkas.type === "image/png" && berkas.size <= TERBESAR)) return;
  try {
    const kecil = await kecilkan(berkas);
    // Somebody may have chosen another one meanwhile.
    if (kecil === berkas || medan.files[0] !== berkas) return;
    isikan(medan, kecil);
  } catch {
    // What the browser cannot read is sent as it is; the server says what is wrong with it.
  }
});
