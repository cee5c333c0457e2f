"""All addresses of the product live in kinerja.www, those for other systems in kinerja.api."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/", include("kinerja.api.urls")),
    path("", include("kinerja.www.urls")),
]

if settings.KINERJA_BENCH:
    from config.ukur import empty, plain_json

    urlpatterns += [path("kosong/", empty), path("kosong/json/", plain_json)]
