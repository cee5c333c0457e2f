from django.urls import URLPattern, URLResolver

app_name = "layanan"
urlpatterns: list[URLPattern | URLResolver] = []
