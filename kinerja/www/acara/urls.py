from django.urls import URLPattern, URLResolver, path

from kinerja.www.acara.views import acara, hadir, rencana

app_name = "acara"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", acara.acara_list, name="acara_list"),
    path("baru/", acara.acara_plan, name="acara_plan"),
    path("rencana/", rencana.rencana_detail, name="rencana_detail"),
    path("rencana/<int:rencana_id>/langkah/", rencana.langkah_create, name="langkah_create"),
    path("rencana/langkah/<int:langkah_id>/", rencana.langkah_edit, name="langkah_edit"),
    path("rencana/langkah/<int:langkah_id>/tandai/", rencana.langkah_mark, name="langkah_mark"),
    path("rencana/langkah/<int:langkah_id>/hapus/", rencana.langkah_remove, name="langkah_remove"),
    path("hadir/<str:kode>/", hadir.hadir_confirm, name="hadir_confirm"),
    path("materi/<int:materi_id>/paham/", hadir.materi_understand, name="materi_understand"),
    path("<int:acara_id>/", acara.acara_detail, name="acara_detail"),
    path("<int:acara_id>/ubah/", acara.acara_edit, name="acara_edit"),
    path("<int:acara_id>/batal/", acara.acara_cancel, name="acara_cancel"),
    path("<int:acara_id>/ringkasan/", acara.acara_conclude, name="acara_conclude"),
    path("<int:acara_id>/kalender.ics", acara.acara_calendar, name="acara_calendar"),
    path("<int:acara_id>/jawab/", hadir.acara_answer, name="acara_answer"),
    path("<int:acara_id>/kode/", hadir.acara_enter, name="acara_enter"),
    path("<int:acara_id>/qr/", hadir.kehadiran_qr, name="kehadiran_qr"),
    path("<int:acara_id>/hadir/", hadir.kehadiran_edit, name="kehadiran_edit"),
    path("<int:acara_id>/kehadiran.xlsx", hadir.kehadiran_file, name="kehadiran_file"),
]
