from django.urls import URLPattern, URLResolver, path

from kinerja.www.laporan import unduhan, views

app_name = "laporan"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.laporan_list, name="laporan_list"),
    path("unduhan/", unduhan.unduhan_list, name="unduhan_list"),
    path("unduhan/<int:unduhan_id>/", unduhan.unduhan_open, name="unduhan_open"),
    path("unduhan/<int:unduhan_id>/hapus/", unduhan.unduhan_remove, name="unduhan_remove"),
    path("bkn/<int:evaluasi_id>/", views.bkn_detail, name="bkn_detail"),
    path("<slug:jenis>/", views.laporan_detail, name="laporan_detail"),
    path("<slug:jenis>/berkas/", unduhan.laporan_file, name="laporan_file"),
    path("<slug:jenis>/minta/", unduhan.unduhan_request, name="unduhan_request"),
]
