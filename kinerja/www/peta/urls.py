from django.urls import URLPattern, URLResolver, path

from kinerja.www.peta import views

app_name = "peta"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.peta, name="peta"),
    path("saya/", views.garis_own, name="garis_own"),
    path("temuan/<slug:jenis>/", views.temuan_list, name="temuan_list"),
]
