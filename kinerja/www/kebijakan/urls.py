from django.urls import URLPattern, URLResolver

app_name = "kebijakan"
urlpatterns: list[URLPattern | URLResolver] = []
