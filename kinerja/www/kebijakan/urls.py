from django.urls import URLPattern, URLResolver, path

from kinerja.www.kebijakan import simulasi, views, views_draf, views_kebijakan, views_metode

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
    path("daftar/", views_kebijakan.kebijakan_list, name="kebijakan_list"),
    path("unit/<int:unit_id>/", views_kebijakan.kebijakan_unit, name="kebijakan_unit"),
    path("unit/<int:unit_id>/draf/", views_kebijakan.draf_start, name="draf_start"),
    path("draf/<int:draf_id>/", views_draf.draf_detail, name="draf_detail"),
    path("draf/<int:draf_id>/buang/", views_draf.draf_drop, name="draf_drop"),
    path("draf/<int:draf_id>/bagian/<slug:bagian>/", views_draf.draf_edit, name="draf_edit"),
    path("draf/<int:draf_id>/aspek/", views_draf.aspek_add, name="aspek_add"),
    path("draf/<int:draf_id>/aspek/<slug:kode>/", views_draf.aspek_edit, name="aspek_edit"),
    path("<int:kebijakan_id>/coba/", simulasi.simulasi, name="simulasi"),
    path("metode/", views_metode.metode_own, name="metode_own"),
    path("metode/<int:unit_id>/", views_metode.metode_unit, name="metode_unit"),
    path("metode/versi/<int:kebijakan_id>/", views_metode.metode_versi, name="metode_versi"),
]
