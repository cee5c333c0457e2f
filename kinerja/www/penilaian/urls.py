from django.urls import URLPattern, URLResolver

app_name = "penilaian"
urlpatterns: list[URLPattern | URLResolver] = []
