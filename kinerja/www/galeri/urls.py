from django.urls import URLPattern, URLResolver, path

from kinerja.www.galeri import views

app_name = "galeri"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.component_list, name="component_list"),
    path("keadaan/", views.state_list, name="state_list"),
]
