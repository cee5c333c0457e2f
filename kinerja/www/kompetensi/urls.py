from django.urls import URLPattern, URLResolver, path

from kinerja.www.kompetensi import views, views_kesenjangan

app_name = "kompetensi"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.kompetensi_list, name="kompetensi_list"),
    path("tambah/", views.kompetensi_add, name="kompetensi_add"),
    path("<int:kompetensi_id>/", views.kompetensi_detail, name="kompetensi_detail"),
    path("<int:kompetensi_id>/ubah/", views.kompetensi_edit, name="kompetensi_edit"),
    path("<int:kompetensi_id>/hapus/", views.kompetensi_remove, name="kompetensi_remove"),
    path("kesenjangan/", views_kesenjangan.kesenjangan_own, name="kesenjangan_own"),
    path("kesenjangan/unit/", views_kesenjangan.kesenjangan_rekap, name="kesenjangan_rekap"),
    path("kesenjangan/<int:pegawai_id>/", views_kesenjangan.kesenjangan_detail, name="kesenjangan_detail"),
    path("jabatan/", views.standar_list, name="standar_list"),
    path("jabatan/<int:jabatan_id>/", views.standar_edit, name="standar_edit"),
]
