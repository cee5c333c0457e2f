// A passkey that was cancelled or is not supported says so on the page, not only in the console.
document.addEventListener("allauth.error", (peristiwa) => {
  peristiwa.preventDefault();
  const pesan = document.getElementById("kunci-sandi-gagal");
  if (pesan) pesan.hidden = false;
});
