from django.urls import path

from kinerja.www.penghargaan.views import calon, dinding, juri, karya, program, ucapan

app_name = "penghargaan"
urlpatterns = [
    path("", dinding.penghargaan_wall, name="penghargaan_wall"),
    path("penerima/<int:penerima_id>/tampil/", dinding.tampil_set, name="tampil_set"),
    path("penerima/<int:penerima_id>/piagam.pdf", dinding.piagam, name="piagam"),
    path("program/", program.program_list, name="program_list"),
    path("program/baru/", program.program_create, name="program_create"),
    path("program/<int:program_id>/", program.program_detail, name="program_detail"),
    path("program/<int:program_id>/ubah/", program.program_edit, name="program_edit"),
    path("program/<int:program_id>/buka/", program.program_open, name="program_open"),
    path("program/<int:program_id>/syarat/", calon.syarat_check, name="syarat_check"),
    path("program/<int:program_id>/hitung-calon/", calon.calon_refresh, name="calon_refresh"),
    path("program/<int:program_id>/disiplin/", calon.disiplin_note, name="disiplin_note"),
    path("program/<int:program_id>/usul/", calon.usul_create, name="usul_create"),
    path("program/<int:program_id>/juri/", juri.juri_add, name="juri_add"),
    path("juri/<int:juri_id>/lepas/", juri.juri_remove, name="juri_remove"),
    path("program/<int:program_id>/suara/", juri.suara_give, name="suara_give"),
    path("program/<int:program_id>/hitung/", juri.suara_count, name="suara_count"),
    path("program/<int:program_id>/putusan/", juri.program_decide, name="program_decide"),
    path("terima-kasih/", ucapan.ucapan_list, name="ucapan_list"),
    path("terima-kasih/tulis/", ucapan.ucapan_send, name="ucapan_send"),
    path("terima-kasih/dibaca/", ucapan.ucapan_read, name="ucapan_read"),
    path("terima-kasih/<int:ucapan_id>/atur/", ucapan.ucapan_keep, name="ucapan_keep"),
    path("karya/", karya.karya_list, name="karya_list"),
    path("karya/hasil/", karya.karya_choose, name="karya_choose"),
    path("karya/bagikan/<int:evaluasi_id>/", karya.karya_share, name="karya_share"),
    path("karya/<int:karya_id>/", karya.karya_detail, name="karya_detail"),
    path("karya/<int:karya_id>/jawab/", karya.karya_answer, name="karya_answer"),
    path("karya/<int:karya_id>/contoh/", karya.karya_templat, name="karya_templat"),
    path("karya/<int:karya_id>/tarik/", karya.karya_withdraw, name="karya_withdraw"),
]
