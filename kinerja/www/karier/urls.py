from django.urls import URLPattern, URLResolver, path

from kinerja.www.karier.views import catatan, kelayakan, penetapan, perjalanan, promosi

app_name = "karier"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", perjalanan.perjalanan_own, name="perjalanan"),
    path("pegawai/<int:pegawai_id>/", perjalanan.perjalanan_pegawai, name="perjalanan_pegawai"),
    path("pegawai/<int:pegawai_id>/data/", catatan.catatan_list, name="catatan_list"),
    path("pegawai/<int:pegawai_id>/data/<str:jenis>/tambah/", catatan.catatan_add, name="catatan_add"),
    path("data/<str:jenis>/<int:data_id>/hapus/", catatan.catatan_remove, name="catatan_remove"),
    path("pegawai/<int:pegawai_id>/tetapkan/<str:jenis>/", penetapan.penetapan_set, name="penetapan_set"),
    path("penetapan/<int:penetapan_id>/", penetapan.penetapan_pdf, name="penetapan_pdf"),
    path("kelayakan/", kelayakan.kelayakan_first, name="kelayakan_first"),
    path("kelayakan/<str:jalur>/", kelayakan.kelayakan_list, name="kelayakan_list"),
    path("kelayakan/<str:jalur>/ekspor/", kelayakan.kelayakan_export, name="kelayakan_export"),
    path("formasi/", catatan.formasi_list, name="formasi_list"),
    path("formasi/<int:formasi_id>/hapus/", catatan.formasi_remove, name="formasi_remove"),
    path("promosi/", promosi.promosi_list, name="promosi_list"),
    path("pegawai/<int:pegawai_id>/promosi/", promosi.promosi_add, name="promosi_add"),
    path("promosi/<int:promosi_id>/keluarkan/", promosi.promosi_withdraw, name="promosi_withdraw"),
]
