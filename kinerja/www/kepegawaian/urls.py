from django.urls import URLPattern, URLResolver

app_name = "kepegawaian"
urlpatterns: list[URLPattern | URLResolver] = []
