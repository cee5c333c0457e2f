// When a small update does not come back, the page stays as it is and says what happened.
const PESAN = {
  403: "Bagian ini tidak terbuka untuk akun Anda.",
  404: "Bagian ini sudah tidak ada. Muat ulang halaman untuk melihat keadaan terbaru.",
};

export function kabarkan(teks) {
  let kabar = document.querySelector(".kabar");
  if (!kabar) {
    kabar = document.createElement("p");
    kabar.className = "kabar";
    kabar.setAttribute("role", "alert");
    document.body.append(kabar);
  }
  kabar.textContent = teks;
  setTimeout(() => { if (kabar.textContent === teks) kabar.textContent = ""; }, 8000);
}

document.addEventListener("htmx:before:response", (event) => {
  const { raw } = event.detail.ctx.response;
  const masuk = document.documentElement.dataset.masuk;
  // The session has ended: the whole page goes to the sign-in, not a part of it.
  if (masuk && raw.redirected && new URL(raw.url).pathname === masuk) {
    event.preventDefault();
    location.reload();
  }
});
document.addEventListener("htmx:response:error", (event) => {
  const { status } = event.detail.ctx.response;
  if (status in PESAN || status >= 500) kabarkan(PESAN[status] ?? "Ada gangguan di pihak kami. Isian Anda masih di sini; coba lagi sebentar lagi.");
});
document.addEventListener("htmx:error", () => kabarkan("Sambungan terputus. Isian Anda masih di sini; coba lagi saat jaringan kembali."));
