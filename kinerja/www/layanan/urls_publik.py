from django.urls import path

from kinerja.www.layanan import publik

app_name = "suara"
urlpatterns = [
    path("<slug:slug>/", publik.isi, name="isi"),
    path("<slug:slug>/terima-kasih/", publik.terima_kasih, name="terima_kasih"),
    path("<slug:slug>/hasil/", publik.hasil, name="hasil"),
]
