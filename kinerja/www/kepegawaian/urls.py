from django.urls import URLPattern, URLResolver, path

from kinerja.www.kepegawaian.views import impor, laporan, pegawai, perpindahan, unit

app_name = "kepegawaian"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", unit.unit_list, name="unit_list"),
    path("unit/<int:unit_id>/", unit.unit_detail, name="unit_detail"),
    path("unit/<int:unit_id>/hari-kerja/", unit.hari_kerja_set, name="hari_kerja_set"),
    path("unit/<int:unit_id>/sandi/", pegawai.sandi_batch, name="sandi_batch"),
    path("pegawai/", pegawai.pegawai_list, name="pegawai_list"),
    path("pegawai/<int:pegawai_id>/", pegawai.pegawai_detail, name="pegawai_detail"),
    path("pegawai/<int:pegawai_id>/pindah/", perpindahan.pegawai_move, name="pegawai_move"),
    path("pegawai/<int:pegawai_id>/penilai/", perpindahan.penilai_change, name="penilai_change"),
    path("pegawai/<int:pegawai_id>/plt/", perpindahan.plt_appoint, name="plt_appoint"),
    path("penempatan/<int:penempatan_id>/akhiri/", perpindahan.plt_end, name="plt_end"),
    path("pegawai/<int:pegawai_id>/status/", pegawai.status_set, name="status_set"),
    path("pegawai/<int:pegawai_id>/peran/", pegawai.peran_assign, name="peran_assign"),
    path("peran/<int:peran_id>/akhiri/", pegawai.peran_end, name="peran_end"),
    path("pegawai/<int:pegawai_id>/sandi/", pegawai.sandi_reset, name="sandi_reset"),
    path("pegawai/<int:pegawai_id>/langkah-kedua/", pegawai.second_steps_remove, name="second_steps_remove"),
    path("impor/", impor.impor_list, name="impor_list"),
    path("impor/templat/<str:jenis>/", impor.impor_template, name="impor_template"),
    path("impor/<int:impor_id>/", impor.impor_detail, name="impor_detail"),
    path("impor/<int:impor_id>/kolom/", impor.impor_match, name="impor_match"),
    path("impor/<int:impor_id>/terapkan/", impor.impor_confirm, name="impor_confirm"),
    path("impor/<int:impor_id>/batal/", impor.impor_cancel, name="impor_cancel"),
    path("atasan-saya/", laporan.laporan_penilai, name="laporan_penilai"),
    path("laporan/", laporan.laporan_list, name="laporan_list"),
    path("laporan/<int:laporan_id>/", laporan.laporan_detail, name="laporan_detail"),
]
