from django.urls import URLPattern, URLResolver, path

from kinerja.www.dukungan.views import janji, permintaan

app_name = "dukungan"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", permintaan.dukungan_list, name="dukungan_list"),
    path("baru/", permintaan.dukungan_ask, name="dukungan_ask"),
    path("tim/", janji.dukungan_tim, name="dukungan_tim"),
    path("<int:dukungan_id>/", permintaan.dukungan_detail, name="dukungan_detail"),
    path("<int:dukungan_id>/jawab/", permintaan.dukungan_answer, name="dukungan_answer"),
    path("<int:dukungan_id>/diterima/", permintaan.dukungan_receive, name="dukungan_receive"),
    path("<int:dukungan_id>/belum-datang/", permintaan.dukungan_missing, name="dukungan_missing"),
    path("<int:dukungan_id>/tarik/", permintaan.dukungan_withdraw, name="dukungan_withdraw"),
    path("janji/<int:lampiran_id>/", janji.janji_receive, name="janji_receive"),
    path("janji/<int:lampiran_id>/catatan/", janji.janji_note, name="janji_note"),
]
