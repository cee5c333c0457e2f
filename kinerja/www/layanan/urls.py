from django.urls import path

from kinerja.www.layanan.views import daftar, kelola, kode, moderasi

app_name = "layanan"
urlpatterns = [
    path("", daftar.layanan_list, name="layanan_list"),
    path("baru/", kelola.layanan_add, name="layanan_add"),
    path("<int:layanan_id>/", daftar.layanan_detail, name="layanan_detail"),
    path("<int:layanan_id>/setelan/", kelola.layanan_edit, name="layanan_edit"),
    path("<int:layanan_id>/poster/", kelola.poster, name="poster"),
    path("<int:layanan_id>/petugas/", kelola.petugas_list, name="petugas_list"),
    path("petugas/<int:petugas_id>/akhiri/", kelola.petugas_end, name="petugas_end"),
    path("<int:layanan_id>/kode/", kode.kode_list, name="kode_list"),
    path("kode/<int:kelompok_id>/batal/", kode.kode_void, name="kode_void"),
    path("<int:layanan_id>/moderasi/", moderasi.moderasi, name="moderasi"),
    path("<int:layanan_id>/tanggapan/", moderasi.tanggapan_write, name="tanggapan_write"),
    path("sumber/<int:sumber_id>/lepas/", moderasi.sumber_release, name="sumber_release"),
    path("sumber/<int:sumber_id>/buang/", moderasi.sumber_drop, name="sumber_drop"),
    path("suara/<int:suara_id>/tampilkan/", moderasi.kalimat_show, name="kalimat_show"),
    path("suara/<int:suara_id>/sembunyikan/", moderasi.kalimat_hide, name="kalimat_hide"),
]
