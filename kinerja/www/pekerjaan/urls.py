from django.urls import URLPattern, URLResolver, path

from kinerja.www.pekerjaan import views

app_name = "pekerjaan"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.pekerjaan_list, name="pekerjaan_list"),
    path(
        "terjadwal/<int:pekerjaan_id>/coba-lagi/",
        views.terjadwal_retry,
        name="terjadwal_retry",
    ),
    path("<int:pekerjaan_id>/", views.pekerjaan_detail, name="pekerjaan_detail"),
    path("<int:pekerjaan_id>/batalkan/", views.pekerjaan_cancel, name="pekerjaan_cancel"),
    path("<int:pekerjaan_id>/coba-lagi/", views.pekerjaan_retry, name="pekerjaan_retry"),
]
