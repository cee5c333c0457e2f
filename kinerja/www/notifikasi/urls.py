from django.urls import URLPattern, URLResolver, path

from kinerja.www.notifikasi import views

app_name = "notifikasi"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.notifikasi_list, name="notifikasi_list"),
    path("<int:notifikasi_id>/buka/", views.notifikasi_open, name="notifikasi_open"),
    path("dibaca/", views.notifikasi_read, name="notifikasi_read"),
    path("pilihan/", views.pilihan_edit, name="pilihan_edit"),
    path("batas-waktu.ics", views.batas_calendar, name="batas_calendar"),
]
