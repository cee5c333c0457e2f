// The public's form works without this; with it, nobody has to wait. Written for telephones of 2018.
const formulir = document.querySelector("form[data-kerja]");
const pesan = document.querySelector("[data-pesan]");

// A small task per form (hashcash): nothing for one person, a lot for somebody who sends thousands.
async function kerjakan(bit) {
  const tanda = formulir.elements.tanda.value;
  const penyandi = new TextEncoder();
  for (let nomor = 0; ; nomor += 1) {
    const sidik = await crypto.subtle.digest("SHA-256", penyandi.encode(`${tanda}:${nomor}`));
    if (new DataView(sidik).getUint32(0) >>> (32 - bit) === 0) {
      formulir.elements.kerja.value = nomor;
      return;
    }
  }
}

if (formulir && window.crypto && crypto.subtle) kerjakan(Number(formulir.dataset.kerja));

if (formulir) {
  formulir.addEventListener("submit", (kejadian) => {
    if (navigator.onLine !== false) return;
    kejadian.preventDefault();
    pesan.hidden = false;
    pesan.focus();
  });
}
