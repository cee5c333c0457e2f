from django.urls import URLPattern, URLResolver, path

from kinerja.www.setelan import views

app_name = "setelan"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.setelan_list, name="setelan_list"),
    path("<slug:kelompok>/", views.setelan_detail, name="setelan_detail"),
    path("<slug:kelompok>/ubah/", views.setelan_edit, name="setelan_edit"),
    path("<slug:kelompok>/bawaan/", views.setelan_restore, name="setelan_restore"),
]
