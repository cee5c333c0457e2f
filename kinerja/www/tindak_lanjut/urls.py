from django.urls import path

from kinerja.www.tindak_lanjut import papan, views

app_name = "tindak_lanjut"
urlpatterns = [
    path("papan/", papan.papan, name="papan"),
    path("papan/susun/<int:periode_id>/", papan.papan_refresh, name="papan_refresh"),
    path("keberatan/", views.keberatan_list, name="keberatan_list"),
    path("keberatan/ajukan/<int:evaluasi_id>/", views.keberatan_file, name="keberatan_file"),
    path("keberatan/<int:keberatan_id>/", views.keberatan_detail, name="keberatan_detail"),
    path("keberatan/<int:keberatan_id>/jelaskan/", views.keberatan_explain, name="keberatan_explain"),
    path("keberatan/<int:keberatan_id>/putuskan/", views.keberatan_decide, name="keberatan_decide"),
]
