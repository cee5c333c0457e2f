from django.urls import URLPattern, URLResolver, path

from kinerja.www.cari import views

app_name = "cari"
urlpatterns: list[URLPattern | URLResolver] = [path("", views.cari, name="cari")]
