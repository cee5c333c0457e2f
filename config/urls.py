"""All addresses of the product live in kinerja.www."""

from django.urls import include, path

urlpatterns = [path("", include("kinerja.www.urls"))]
