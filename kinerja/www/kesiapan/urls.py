from django.urls import URLPattern, URLResolver, path

from kinerja.www.kesiapan import views

app_name = "kesiapan"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.kesiapan, name="kesiapan"),
    path("denyut/", views.denyut, name="denyut"),
    path("denyut/lewati/", views.denyut_skip, name="denyut_skip"),
    path("denyut/hasil/", views.denyut_result, name="denyut_result"),
    path("denyut/pernyataan/", views.pernyataan_edit, name="pernyataan_edit"),
]
