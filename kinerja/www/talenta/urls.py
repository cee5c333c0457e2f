from django.urls import URLPattern, URLResolver, path

from kinerja.www.talenta.views import ip, kotak, orang, suksesi

app_name = "talenta"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", kotak.talenta_list, name="talenta_list"),
    path("unduh/", kotak.talenta_download, name="talenta_download"),
    path("saya/", orang.talenta_own, name="talenta_own"),
    path("pegawai/<int:pegawai_id>/", orang.talenta_detail, name="talenta_detail"),
    path("pegawai/<int:pegawai_id>/potensi/", orang.potensi_record, name="potensi_record"),
    path("potensi/<int:potensi_id>/batal/", orang.potensi_cancel, name="potensi_cancel"),
    path("suksesi/", suksesi.suksesi_list, name="suksesi_list"),
    path("suksesi/tambah/", suksesi.kunci_mark, name="kunci_mark"),
    path("suksesi/unduh/", suksesi.suksesi_download, name="suksesi_download"),
    path("suksesi/<int:kunci_id>/", suksesi.suksesi_detail, name="suksesi_detail"),
    path("suksesi/<int:kunci_id>/lepas/", suksesi.kunci_release, name="kunci_release"),
    path("suksesi/<int:kunci_id>/calon/<int:pegawai_id>/", suksesi.calon_decide, name="calon_decide"),
    path("suksesi/calon/<int:calon_id>/akhiri/", suksesi.calon_end, name="calon_end"),
    path("ip/", ip.ip_list, name="ip_list"),
    path("ip/unduh/", ip.ip_download, name="ip_download"),
    path("ip/saya/", ip.ip_own, name="ip_own"),
    path("ip/<int:pegawai_id>/", ip.ip_detail, name="ip_detail"),
    path("ip/<int:pegawai_id>/ubah/", ip.ip_edit, name="ip_edit"),
]
