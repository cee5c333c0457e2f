from django.urls import path

from kinerja.www.pengembangan.views import alokasi, dampak, orang, rencana

app_name = "pengembangan"
urlpatterns = [
    path("", orang.pengembangan_own, name="pengembangan_own"),
    path("tim/", orang.pengembangan_tim, name="pengembangan_tim"),
    path("pegawai/<int:pegawai_id>/", orang.pengembangan_detail, name="pengembangan_detail"),
    path("rencana/butir/", rencana.butir_add, name="butir_add"),
    path("rencana/<int:rencana_id>/", rencana.rencana_detail, name="rencana_detail"),
    path("rencana/<int:rencana_id>/ajukan/", rencana.rencana_submit, name="rencana_submit"),
    path("rencana/<int:rencana_id>/tarik/", rencana.rencana_withdraw, name="rencana_withdraw"),
    path("rencana/<int:rencana_id>/jawab/", rencana.rencana_answer, name="rencana_answer"),
    path("rencana/<int:rencana_id>/ubah/", rencana.rencana_reopen, name="rencana_reopen"),
    path("rencana/<int:rencana_id>/pdf/", rencana.rencana_pdf, name="rencana_pdf"),
    path("rencana/butir/<int:butir_id>/", rencana.butir_edit, name="butir_edit"),
    path("rencana/butir/<int:butir_id>/hapus/", rencana.butir_remove, name="butir_remove"),
    path("rencana/butir/<int:butir_id>/kabar/", rencana.butir_report, name="butir_report"),
    path("rencana-anggaran/", alokasi.alokasi_list, name="alokasi_list"),
    path("rencana-anggaran/susun/", alokasi.alokasi_create, name="alokasi_create"),
    path("rencana-anggaran/<int:alokasi_id>/", alokasi.alokasi_detail, name="alokasi_detail"),
    path("rencana-anggaran/<int:alokasi_id>/hitung/", alokasi.alokasi_compute, name="alokasi_compute"),
    path("rencana-anggaran/<int:alokasi_id>/tambah/", alokasi.baris_add, name="baris_add"),
    path("rencana-anggaran/<int:alokasi_id>/setujui/", alokasi.alokasi_approve, name="alokasi_approve"),
    path("rencana-anggaran/baris/<int:baris_id>/", alokasi.baris_edit, name="baris_edit"),
    path("dampak/", dampak.dampak_list, name="dampak_list"),
    path("dampak/hitung/", dampak.dampak_compute, name="dampak_compute"),
]
