from django.urls import URLPattern, URLResolver, path

from kinerja.www.perencanaan.views import alur, daftar, hasil, matriks, pelengkap, pohon, salin, versi

app_name = "perencanaan"
urlpatterns: list[URLPattern | URLResolver] = [
    path("skp/", daftar.skp_list, name="skp_list"),
    path("skp/buat/", daftar.skp_create, name="skp_create"),
    path("skp/<int:skp_id>/", daftar.skp_detail, name="skp_detail"),
    path("skp/<int:skp_id>/sunting/", daftar.skp_edit, name="skp_edit"),
    path("skp/<int:skp_id>/salin/", salin.skp_copy, name="skp_copy"),
    path("skp/<int:skp_id>/hasil/tambah/", hasil.rhk_add, name="rhk_add"),
    path("skp/<int:skp_id>/hasil/telaah/", hasil.telaah, name="telaah"),
    path("skp/<int:skp_id>/hasil/<int:rhk_id>/", hasil.rhk_edit, name="rhk_edit"),
    path("skp/<int:skp_id>/hasil/<int:rhk_id>/hapus/", hasil.rhk_remove, name="rhk_remove"),
    path("skp/<int:skp_id>/hasil/<int:rhk_id>/geser/", hasil.rhk_move, name="rhk_move"),
    path("skp/<int:skp_id>/hasil/<int:rhk_id>/tautkan/", hasil.rhk_link, name="rhk_link"),
    path("skp/<int:skp_id>/hasil/<int:rhk_id>/aksi/", pelengkap.aksi_edit, name="aksi_edit"),
    path("skp/<int:skp_id>/indikator/<int:indikator_id>/manual/", pelengkap.manual_edit, name="manual_edit"),
    path(
        "skp/<int:skp_id>/indikator/<int:indikator_id>/workblock/",
        pelengkap.workblock_edit,
        name="workblock_edit",
    ),
    path("skp/<int:skp_id>/perilaku/", pelengkap.perilaku_edit, name="perilaku_edit"),
    path("skp/<int:skp_id>/lampiran/", pelengkap.lampiran_edit, name="lampiran_edit"),
    path("skp/<int:skp_id>/ajukan/", alur.skp_submit, name="skp_submit"),
    path("skp/<int:skp_id>/tarik/", alur.skp_withdraw, name="skp_withdraw"),
    path("skp/<int:skp_id>/kembalikan/", alur.skp_return, name="skp_return"),
    path("skp/<int:skp_id>/tetapkan/", alur.skp_approve, name="skp_approve"),
    path("skp/<int:skp_id>/ubah/", alur.skp_change, name="skp_change"),
    path("skp/<int:skp_id>/batal-ubah/", alur.skp_cancel_change, name="skp_cancel_change"),
    path("skp/<int:skp_id>/dialog/", alur.dialog_add, name="dialog_add"),
    path("skp/<int:skp_id>/versi/", versi.versi_compare, name="versi_compare"),
    path("matriks/<int:skp_id>/", matriks.matriks, name="matriks"),
    path("matriks/<int:skp_id>/tambah/", matriks.matriks_add, name="matriks_add"),
    path(
        "matriks/<int:skp_id>/keluarkan/<int:penempatan_id>/", matriks.matriks_remove, name="matriks_remove"
    ),
    path("matriks/<int:skp_id>/<int:indikator_id>/<int:penempatan_id>/", matriks.sel_edit, name="sel_edit"),
    path("pohon/", pohon.pohon, name="pohon"),
]
