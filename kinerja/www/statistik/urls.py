from django.urls import path

from kinerja.www.statistik import views

app_name = "statistik"
urlpatterns = [
    path("saya/", views.saya, name="saya"),
    path("saya/<int:statistik_id>/dibaca/", views.saya_read, name="saya_read"),
    path("penilai/", views.penilai_list, name="penilai_list"),
    path("pemerataan/", views.pemerataan, name="pemerataan"),
    path("hitung/<int:periode_id>/", views.hitung, name="hitung"),
]
