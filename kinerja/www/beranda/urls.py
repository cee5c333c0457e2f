from django.urls import path

from kinerja.www.beranda import views

app_name = "beranda"
urlpatterns = [path("", views.home, name="home")]
