from django.urls import URLPattern, URLResolver, path

from kinerja.www.kebijakan import views

app_name = "kebijakan"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.kalender, name="kalender"),
    path("libur/<int:libur_id>/", views.libur_edit, name="libur_edit"),
    path("libur/<int:libur_id>/hapus/", views.libur_remove, name="libur_remove"),
    path("libur/impor/", views.libur_import, name="libur_import"),
    path("periode/", views.periode_list, name="periode_list"),
    path("periode/siapkan/", views.year_set_up, name="year_set_up"),
    path("periode/<int:periode_id>/", views.periode_edit, name="periode_edit"),
    path("periode/<int:periode_id>/buka/", views.periode_open, name="periode_open"),
    path("periode/<int:periode_id>/tutup/", views.periode_close, name="periode_close"),
    path("daftar/", views.kebijakan_list, name="kebijakan_list"),
    path("unit/<int:unit_id>/", views.kebijakan_succeed, name="kebijakan_succeed"),
]
