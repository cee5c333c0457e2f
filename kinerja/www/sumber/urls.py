from django.urls import path

from kinerja.www.sumber.views import diri, hasil, konflik, menilai, putaran, tim

app_name = "sumber"
urlpatterns = [
    path("", menilai.tugas_list, name="tugas_list"),
    path("menilai/<int:hak_id>/", menilai.hak_answer, name="hak_answer"),
    path("menilai/<int:hak_id>/tidak-bersedia/", menilai.hak_decline, name="hak_decline"),
    path("telaah/", menilai.kalimat_review, name="kalimat_review"),
    path("diri/<int:skp_id>/<int:periode_id>/", diri.diri_edit, name="diri_edit"),
    path("hasil/<int:skp_id>/<int:periode_id>/", hasil.hasil_detail, name="hasil_detail"),
    path("putaran/", putaran.putaran_list, name="putaran_list"),
    path("putaran/<int:unit_id>/<int:periode_id>/undi/", putaran.putaran_draw, name="putaran_draw"),
    path("putaran/<int:putaran_id>/", putaran.putaran_detail, name="putaran_detail"),
    path("putaran/<int:putaran_id>/tutup/", putaran.putaran_close, name="putaran_close"),
    path("putaran/<int:putaran_id>/mulai-ulang/", putaran.putaran_restart, name="putaran_restart"),
    path("tidak-saling-menilai/", konflik.konflik_list, name="konflik_list"),
    path("tidak-saling-menilai/<int:konflik_id>/akhiri/", konflik.konflik_end, name="konflik_end"),
    path("tim/", tim.tim_list, name="tim_list"),
    path("tim/unit/<int:unit_id>/", tim.tim_create, name="tim_create"),
    path("tim/<int:tim_id>/", tim.tim_detail, name="tim_detail"),
    path("tim/<int:tim_id>/bagi/", tim.tim_assign, name="tim_assign"),
    path("tim/anggota/<int:anggota_id>/keluar/", tim.anggota_remove, name="anggota_remove"),
    path("tim/nilai/<int:nilai_tim_id>/", tim.nilai_tim_edit, name="nilai_tim_edit"),
]
