from django.urls import path

from kinerja.www.kalibrasi.views import orang, sidang

app_name = "kalibrasi"
urlpatterns = [
    path("", sidang.sidang_list, name="sidang_list"),
    path("baru/", sidang.sidang_create, name="sidang_create"),
    path("<int:sidang_id>/", sidang.sidang_detail, name="sidang_detail"),
    path("<int:sidang_id>/buka/", sidang.sidang_open, name="sidang_open"),
    path("<int:sidang_id>/notulen/", sidang.notulen_edit, name="notulen_edit"),
    path("<int:sidang_id>/berita-acara/", sidang.berita_acara, name="berita_acara"),
    path("<int:sidang_id>/orang/<int:evaluasi_id>/", orang.orang_detail, name="orang_detail"),
    path("<int:sidang_id>/orang/<int:evaluasi_id>/tanda/", orang.tanda_save, name="tanda_save"),
    path("<int:sidang_id>/orang/<int:evaluasi_id>/usul/", orang.usulan_propose, name="usulan_propose"),
    path("usulan/<int:usulan_id>/terima/", orang.usulan_accept, name="usulan_accept"),
    path("usulan/<int:usulan_id>/tolak/", orang.usulan_decline, name="usulan_decline"),
]
