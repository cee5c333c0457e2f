from django.urls import URLPattern, URLResolver

app_name = "perencanaan"
urlpatterns: list[URLPattern | URLResolver] = []
