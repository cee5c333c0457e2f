from django.urls import URLPattern, URLResolver

app_name = "pelaksanaan"
urlpatterns: list[URLPattern | URLResolver] = []
