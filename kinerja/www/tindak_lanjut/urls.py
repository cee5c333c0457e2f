from django.urls import URLPattern, URLResolver

app_name = "tindak_lanjut"
urlpatterns: list[URLPattern | URLResolver] = []
