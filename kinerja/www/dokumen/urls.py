from django.urls import URLPattern, URLResolver

app_name = "dokumen"
urlpatterns: list[URLPattern | URLResolver] = []
