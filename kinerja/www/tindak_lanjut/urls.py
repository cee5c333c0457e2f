from django.urls import path

from kinerja.www.tindak_lanjut import views

app_name = "tindak_lanjut"
urlpatterns = [
    path("keberatan/", views.keberatan_list, name="keberatan_list"),
    path("keberatan/ajukan/<int:evaluasi_id>/", views.keberatan_file, name="keberatan_file"),
    path("keberatan/<int:keberatan_id>/", views.keberatan_detail, name="keberatan_detail"),
    path("keberatan/<int:keberatan_id>/jelaskan/", views.keberatan_explain, name="keberatan_explain"),
    path("keberatan/<int:keberatan_id>/putuskan/", views.keberatan_decide, name="keberatan_decide"),
]
