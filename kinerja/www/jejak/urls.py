from django.urls import URLPattern, URLResolver, path

from kinerja.www.jejak import views

app_name = "jejak"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.catatan_list, name="catatan_list"),
    path("<int:catatan_id>/", views.catatan_detail, name="catatan_detail"),
    path("keutuhan/", views.keutuhan, name="keutuhan"),
]
