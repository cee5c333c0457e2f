from django.urls import URLPattern, URLResolver, path

from kinerja.www.dialog.views import daftar, isi, jadwal

app_name = "dialog"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", daftar.dialog_list, name="dialog_list"),
    path("riwayat/", daftar.dialog_history, name="dialog_history"),
    path("rekap/", daftar.dialog_count, name="dialog_count"),
    path("baru/<int:hubungan_id>/", jadwal.dialog_propose, name="dialog_propose"),
    path("<int:dialog_id>/", isi.dialog_detail, name="dialog_detail"),
    path("<int:dialog_id>/waktu/", jadwal.dialog_reschedule, name="dialog_reschedule"),
    path("<int:dialog_id>/setuju/", jadwal.dialog_accept, name="dialog_accept"),
    path("<int:dialog_id>/tetap/", jadwal.dialog_keep, name="dialog_keep"),
    path("<int:dialog_id>/batal/", jadwal.dialog_cancel, name="dialog_cancel"),
    path("<int:dialog_id>/selesai/", jadwal.dialog_complete, name="dialog_complete"),
    path("<int:dialog_id>/kalender.ics", jadwal.dialog_calendar, name="dialog_calendar"),
    path("<int:dialog_id>/agenda/", isi.butir_add, name="butir_add"),
    path("<int:dialog_id>/catatan/", isi.catatan_save, name="catatan_save"),
    path("<int:dialog_id>/catatan-pribadi/", isi.catatan_pribadi_save, name="catatan_pribadi_save"),
    path("<int:dialog_id>/kesepakatan/", isi.kesepakatan_add, name="kesepakatan_add"),
    path("agenda/<int:butir_id>/", isi.butir_tick, name="butir_tick"),
    path("agenda/<int:butir_id>/hapus/", isi.butir_remove, name="butir_remove"),
    path("kesepakatan/<int:kesepakatan_id>/selesai/", isi.kesepakatan_complete, name="kesepakatan_complete"),
    path("kesepakatan/<int:kesepakatan_id>/lepas/", isi.kesepakatan_drop, name="kesepakatan_drop"),
]
