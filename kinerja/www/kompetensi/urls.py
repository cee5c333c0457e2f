from django.urls import URLPattern, URLResolver, path

from kinerja.www.kompetensi import views

app_name = "kompetensi"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.kompetensi_list, name="kompetensi_list"),
    path("tambah/", views.kompetensi_add, name="kompetensi_add"),
    path("<int:kompetensi_id>/", views.kompetensi_detail, name="kompetensi_detail"),
    path("<int:kompetensi_id>/ubah/", views.kompetensi_edit, name="kompetensi_edit"),
    path("<int:kompetensi_id>/hapus/", views.kompetensi_remove, name="kompetensi_remove"),
    path("jabatan/", views.standar_list, name="standar_list"),
    path("jabatan/<int:jabatan_id>/", views.standar_edit, name="standar_edit"),
]
