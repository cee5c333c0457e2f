// Keeps the shell and one page that says "no signal"; never a page about a person: office computers are shared (ADR 0025).
import { kirimSemua, taruh } from "./antrean.js";

const TEMBOLOK = `kinerja-${VERSI}`;
const LURING = "/luring/";

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(caches.open(TEMBOLOK).then((isi) => isi.addAll([LURING, ...ASET])));
});

addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const nama of await caches.keys()) if (nama !== TEMBOLOK) await caches.delete(nama);
  await clients.claim();
})()));

async function kirim(permintaan) {
  const salinan = permintaan.clone();
  try {
    return await fetch(permintaan);
  } catch {
    const isi = await salinan.formData();
    if (!isi.has("tanda_kirim")) return Response.redirect(`${LURING}#gagal`, 303);
    await taruh(permintaan.url, isi);
    registration.sync?.register("antrean").catch(() => {});
    return Response.redirect(LURING, 303);
  }
}

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate") event.respondWith(request.method === "POST" ? kirim(request) : fetch(request).catch(() => caches.match(LURING)));
  else if (ASET.includes(new URL(request.url).pathname)) event.respondWith(caches.match(request).then((ada) => ada ?? fetch(request)));
});

addEventListener("sync", (event) => event.waitUntil(kirimSemua()));
