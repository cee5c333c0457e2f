from django.urls import URLPattern, URLResolver, path

from kinerja.www.pembinaan.views import daftar, jalannya, rencana

app_name = "pembinaan"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", daftar.pembinaan_list, name="pembinaan_list"),
    path("buka/<int:evaluasi_id>/", daftar.rencana_open, name="rencana_open"),
    path("<int:pembinaan_id>/", rencana.rencana_detail, name="rencana_detail"),
    path("<int:pembinaan_id>/naskah/<str:jenis>/", rencana.naskah, name="naskah"),
    path("<int:pembinaan_id>/sasaran/", rencana.sasaran_add, name="sasaran_add"),
    path("sasaran/<int:sasaran_id>/hapus/", rencana.sasaran_drop, name="sasaran_drop"),
    path("<int:pembinaan_id>/butir/", rencana.butir_add, name="butir_add"),
    path("butir/<int:butir_pembinaan_id>/hapus/", rencana.butir_drop, name="butir_drop"),
    path("<int:pembinaan_id>/tandatangani/", rencana.rencana_sign, name="rencana_sign"),
    path("<int:pembinaan_id>/jawab/", rencana.rencana_answer, name="rencana_answer"),
    path("butir/<int:butir_pembinaan_id>/selesai/", jalannya.butir_finish, name="butir_finish"),
    path("<int:pembinaan_id>/pertemuan/", jalannya.pertemuan_add, name="pertemuan_add"),
    path("pertemuan/<int:pertemuan_pembinaan_id>/baca/", jalannya.pertemuan_read, name="pertemuan_read"),
    path("<int:pembinaan_id>/tinjau/", jalannya.peninjauan_add, name="peninjauan_add"),
    path("<int:pembinaan_id>/tutup/", jalannya.rencana_close, name="rencana_close"),
]
