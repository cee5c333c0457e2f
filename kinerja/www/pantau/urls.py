from django.urls import URLPattern, URLResolver, path

from kinerja.www.pantau import hidup, views

app_name = "pantau"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.pantau, name="pantau"),
    path("tabel/", views.tabel, name="tabel"),
    path("daftar/<str:kode>/", views.daftar, name="daftar"),
    path("tiket/", hidup.tiket, name="tiket"),
    path("angka/", hidup.angka, name="angka"),
]
