from django.urls import path

from kinerja.www.penilaian.views import capaian, evaluasi, hasil, rekap, saran, sebaran, tim

app_name = "penilaian"
urlpatterns = [
    path("tim/", tim.tim, name="tim"),
    path("tim/buka/<int:periode_id>/", tim.evaluasi_open, name="evaluasi_open"),
    path("evaluasi/<int:evaluasi_id>/", evaluasi.evaluasi_edit, name="evaluasi_edit"),
    path("evaluasi/<int:evaluasi_id>/pratinjau/", evaluasi.evaluasi_preview, name="evaluasi_preview"),
    path("evaluasi/<int:evaluasi_id>/tetapkan/", evaluasi.evaluasi_approve, name="evaluasi_approve"),
    path("evaluasi/<int:evaluasi_id>/serahkan/", evaluasi.evaluasi_hand_over, name="evaluasi_hand_over"),
    path("evaluasi/<int:evaluasi_id>/ambil-alih/", evaluasi.evaluasi_take_over, name="evaluasi_take_over"),
    path("evaluasi/<int:evaluasi_id>/hasil-lama/", evaluasi.hasil_lama_agree, name="hasil_lama_agree"),
    path("hasil/", hasil.hasil_list, name="hasil_list"),
    path("hasil/<int:evaluasi_id>/", hasil.hasil_detail, name="hasil_detail"),
    path("hasil/<int:evaluasi_id>/terima/", hasil.evaluasi_receive, name="evaluasi_receive"),
    path("hasil/<int:evaluasi_id>/hasil-lama/", hasil.hasil_lama_propose, name="hasil_lama_propose"),
    path("capaian/", capaian.capaian_list, name="capaian_list"),
    path("capaian/<int:unit_id>/<int:periode_id>/", capaian.capaian_edit, name="capaian_edit"),
    path("sebaran/", sebaran.sebaran, name="sebaran"),
    path("periode/<int:periode_id>/saran/", saran.saran_request, name="saran_request"),
    path("rekap/", rekap.rekap, name="rekap"),
    path("rekap/tutup/", rekap.evaluasi_close, name="evaluasi_close"),
]
