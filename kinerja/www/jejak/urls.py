from django.urls import URLPattern, URLResolver

app_name = "jejak"
urlpatterns: list[URLPattern | URLResolver] = []
