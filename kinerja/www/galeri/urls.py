from django.urls import URLPattern, URLResolver, path

from kinerja.www.galeri import views

app_name = "galeri"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.component_list, name="component_list"),
    path("kosong/", views.blank_page, name="blank_page"),
]
