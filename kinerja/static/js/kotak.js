export const waktu = (at) => new Date(at).toLocaleString("id-ID", { dateStyle: "long", timeStyle: "short" });

// A box that says one thing and offers what can be done about it; a press closes it.
export function kotak(teks, ...pilihan) {
  const wadah = document.createElement("div");
  wadah.className = "pesan pesan-info";
  wadah.setAttribute("role", "status");
  const isi = wadah.appendChild(document.createElement("div"));
  isi.className = "tumpuk";
  isi.appendChild(document.createElement("p")).textContent = teks;
  const deret = Object.assign(document.createElement("div"), { className: "jejer" });
  if (pilihan.length > 0) isi.append(deret);
  for (const [label, jenis, aksi] of pilihan) {
    const tombol = deret.appendChild(document.createElement("button"));
    tombol.type = "button";
    tombol.className = `tombol tombol-${jenis}`;
    tombol.textContent = label;
    tombol.addEventListener("click", () => { aksi(); wadah.remove(); });
  }
  return wadah;
}
