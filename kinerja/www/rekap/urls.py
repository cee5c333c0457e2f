from django.urls import URLPattern, URLResolver, path

from kinerja.www.rekap import views

app_name = "rekap"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.rekap_list, name="rekap_list"),
    path("saya/", views.rekap_own, name="rekap_own"),
    path("pegawai/<int:pegawai_id>/", views.rekap_detail, name="rekap_detail"),
    path("kehadiran/<int:kehadiran_id>/hapus/", views.kehadiran_remove, name="kehadiran_remove"),
    path("pengaturan/", views.pengaturan_edit, name="pengaturan_edit"),
]
