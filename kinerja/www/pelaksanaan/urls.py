from django.urls import path

from kinerja.www.pelaksanaan.views import bukti, permintaan, realisasi, umpan_balik

app_name = "pelaksanaan"
urlpatterns = [
    path("realisasi/", realisasi.realisasi_list, name="realisasi_list"),
    path("realisasi/skp/<int:skp_id>/", realisasi.realisasi_skp, name="realisasi_skp"),
    path("realisasi/<int:indikator_id>/<int:periode_id>/", realisasi.realisasi_edit, name="realisasi_edit"),
    path("bukti/<int:bukti_id>/", bukti.bukti_open, name="bukti_open"),
    path("bukti/<int:bukti_id>/hapus/", bukti.bukti_remove, name="bukti_remove"),
    path("hasil-kerja/<int:rhk_id>/ambil-alih/", realisasi.rhk_take_over, name="rhk_take_over"),
    path("umpan-balik/", umpan_balik.umpan_balik_list, name="umpan_balik_list"),
    path("umpan-balik/diberikan/", umpan_balik.umpan_balik_sent, name="umpan_balik_sent"),
    path("umpan-balik/rekan/", umpan_balik.rekan_list, name="rekan_list"),
    path("umpan-balik/telaah/", umpan_balik.umpan_balik_review, name="umpan_balik_review"),
    path("umpan-balik/skp/<int:skp_id>/", umpan_balik.umpan_balik_skp, name="umpan_balik_skp"),
    path("umpan-balik/skp/<int:skp_id>/beri/", umpan_balik.umpan_balik_give, name="umpan_balik_give"),
    path("umpan-balik/permintaan/", permintaan.permintaan_list, name="permintaan_list"),
    path("umpan-balik/skp/<int:skp_id>/minta/", permintaan.permintaan_create, name="permintaan_create"),
    path(
        "umpan-balik/permintaan/<int:permintaan_id>/tolak/",
        permintaan.permintaan_decline,
        name="permintaan_decline",
    ),
]
