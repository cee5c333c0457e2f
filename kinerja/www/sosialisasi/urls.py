from django.urls import URLPattern, URLResolver, path

from kinerja.www.sosialisasi.views import khawatir, latihan, panduan, perubahan

app_name = "sosialisasi"
urlpatterns: list[URLPattern | URLResolver] = [
    path("latihan/", latihan.latihan, name="latihan"),
    path("latihan/mulai/", latihan.latihan_begin, name="latihan_begin"),
    path("khawatir/", khawatir.khawatir, name="khawatir"),
    path("perubahan/", perubahan.perubahan, name="perubahan"),
    path("langkah/tutup/", perubahan.langkah_close, name="langkah_close"),
    path("langkah/<slug:kode>/", perubahan.langkah_open, name="langkah_open"),
    path("panduan/", panduan.panduan_list, name="panduan_list"),
    path("panduan/gambar/<str:nama>", panduan.panduan_gambar, name="panduan_gambar"),
    path("panduan/lembar/<slug:kode>/", panduan.panduan_lembar, name="panduan_lembar"),
    path("panduan/<slug:kode>/", panduan.panduan_detail, name="panduan_detail"),
]
