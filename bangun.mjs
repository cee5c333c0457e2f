// Builds what the browser needs into kinerja/static/dist, each name with a hash of its content.
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";

const SUMBER = "kinerja/static";
const TUJUAN = `${SUMBER}/dist`;
const TABLER = "node_modules/@tabler/icons/icons/outline";

async function bundle(masuk, define = {}) {
  const hasil = await build({
    entryPoints: [`${SUMBER}/${masuk}`],
    bundle: true,
    define,
    minify: true,
    write: false,
    target: ["chrome100", "firefox102", "safari15.4"],
    legalComments: "none",
    logLevel: "warning",
  });
  return hasil.outputFiles[0].text;
}

// One sprite: our name for an icon → Tabler's drawing of it, listed in ikon.json; plus our own mark.
async function sprite() {
  const daftar = JSON.parse(await readFile(`${SUMBER}/ikon.json`, "utf8"));
  const simbol = await Promise.all(
    Object.entries(daftar).map(async ([nama, gambar]) => {
      const svg = await readFile(`${TABLER}/${gambar}.svg`, "utf8");
      const isi = svg.replace(/<!--[\s\S]*?-->/g, "").match(/<svg[^>]*>([\s\S]*)<\/svg>/)[1];
      const garis = isi.replace(/<path stroke="none"[^>]*\/>/g, "").replace(/\s+/g, " ").trim();
      return `<symbol id="${nama}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${garis}</symbol>`;
    }),
  );
  const lambang = (await lambangSvg()).match(/<svg[^>]*>([\s\S]*)<\/svg>/)[1].trim();
  simbol.push(`<symbol id="lambang" viewBox="0 0 32 32">${lambang}</symbol>`);
  return `<svg xmlns="http://www.w3.org/2000/svg">${simbol.join("")}</svg>`;
}

const lambangSvg = () => readFile(`${SUMBER}/lambang.svg`, "utf8");

const berkas = {
  "kinerja.css": await bundle("css/kinerja.css"),
  "kinerja.js": await bundle("js/kinerja.js"),
  "pantau.js": await bundle("js/pantau.js"),
  // The public's pages load these two and nothing else.
  "publik.css": await bundle("css/publik.css"),
  "publik.js": await bundle("js/publik.js"),
  "ikon.svg": await sprite(),
  "lambang.svg": await lambangSvg(),
};

const cap = (isi) => createHash("sha256").update(isi).digest("hex").slice(0, 10);
const bernama = (nama) => nama.replace(".", `-${cap(berkas[nama])}.`);

// The service worker keeps the shell under the names it has now, and the page that is shown without a signal.
const cangkang = ["kinerja.css", "kinerja.js", "ikon.svg", "lambang.svg"].map((nama) => `/static/dist/${bernama(nama)}`);
const luring = await readFile("kinerja/templates/luring.html", "utf8");
berkas["sw.js"] = await bundle("js/sw.js", {
  ASET: JSON.stringify(cangkang),
  VERSI: JSON.stringify(cap(cangkang.join() + luring)),
});

await mkdir(TUJUAN, { recursive: true });
const manifest = {};
for (const [nama, isi] of Object.entries(berkas)) {
  manifest[nama] = bernama(nama);
  await writeFile(`${TUJUAN}/${manifest[nama]}`, isi);
  // Compressed once here, so that no server compresses them again for every visitor.
  await writeFile(`${TUJUAN}/${manifest[nama]}.gz`, gzipSync(isi, { level: 9 }));
  await writeFile(`${TUJUAN}/${manifest[nama]}.br`, brotliCompressSync(isi));
}
await writeFile(`${TUJUAN}/manifest.json.baru`, JSON.stringify(manifest, null, 2));
await rename(`${TUJUAN}/manifest.json.baru`, `${TUJUAN}/manifest.json`);

const dipakai = new Set([...Object.values(manifest), "manifest.json"]);
for (const nama of await readdir(TUJUAN)) {
  if (!dipakai.has(nama.replace(/\.(gz|br)$/, ""))) await rm(`${TUJUAN}/${nama}`);
}
console.log(Object.values(manifest).join("\n"));
