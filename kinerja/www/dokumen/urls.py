from django.urls import URLPattern, URLResolver, path

from kinerja.www.dokumen import publik, views

app_name = "dokumen"
urlpatterns: list[URLPattern | URLResolver] = [
    path("periksa/", publik.periksa, name="periksa"),
    path("v/<str:token>/", publik.verifikasi, name="verifikasi"),
    path("skp/<int:skp_id>/", views.skp, name="skp"),
    path("skp/<int:skp_id>/pratinjau/<str:kode>/", views.pratinjau, name="pratinjau"),
    path("skp/<int:skp_id>/terbitkan/<str:kode>/", views.terbitkan, name="terbitkan"),
    path("unduh/<str:token>/", views.unduh, name="unduh"),
]
