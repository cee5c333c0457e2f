"""All addresses of the product live in kinerja.www."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [path("", include("kinerja.www.urls"))]

if settings.KINERJA_BENCH:
    from config.ukur import empty

    urlpatterns.append(path("kosong/", empty))
