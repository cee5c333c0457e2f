"""Every address of the product, area by area. An address is a promise: it goes only with a redirect."""

from django.conf import settings
from django.urls import include, path

from kinerja.www import luring

urlpatterns = [
    path("sw.js", luring.pekerja, name="pekerja_layanan"),
    path("luring/", luring.luring, name="luring"),
    path("", include("kinerja.www.beranda.urls")),
    path("akun/", include("kinerja.www.akun.urls")),
    path("kepegawaian/", include("kinerja.www.kepegawaian.urls")),
    path("kebijakan/", include("kinerja.www.kebijakan.urls")),
    path("kompetensi/", include("kinerja.www.kompetensi.urls")),
    path("rekap/", include("kinerja.www.rekap.urls")),
    path("perencanaan/", include("kinerja.www.perencanaan.urls")),
    path("pelaksanaan/", include("kinerja.www.pelaksanaan.urls")),
    path("sumber/", include("kinerja.www.sumber.urls")),
    path("penilaian/", include("kinerja.www.penilaian.urls")),
    path("kalibrasi/", include("kinerja.www.kalibrasi.urls")),
    path("statistik/", include("kinerja.www.statistik.urls")),
    path("dialog/", include("kinerja.www.dialog.urls")),
    path("dukungan/", include("kinerja.www.dukungan.urls")),
    path("bimbingan/", include("kinerja.www.bimbingan.urls")),
    path("pelatihan/", include("kinerja.www.pelatihan.urls")),
    path("pengembangan/", include("kinerja.www.pengembangan.urls")),
    path("pembinaan/", include("kinerja.www.pembinaan.urls")),
    path("penghargaan/", include("kinerja.www.penghargaan.urls")),
    path("karier/", include("kinerja.www.karier.urls")),
    path("talenta/", include("kinerja.www.talenta.urls")),
    path("setelan/", include("kinerja.www.setelan.urls")),
    path("tindak-lanjut/", include("kinerja.www.tindak_lanjut.urls")),
    path("pantau/", include("kinerja.www.pantau.urls")),
    path("peta/", include("kinerja.www.peta.urls")),
    path("laporan/", include("kinerja.www.laporan.urls")),
    path("cari/", include("kinerja.www.cari.urls")),
    path("notifikasi/", include("kinerja.www.notifikasi.urls")),
    path("tanya/", include("kinerja.www.tanya.urls")),
    path("acara/", include("kinerja.www.acara.urls")),
    path("kesiapan/", include("kinerja.www.kesiapan.urls")),
    path("sosialisasi/", include("kinerja.www.sosialisasi.urls")),
    path("integrasi/", include("kinerja.www.integrasi.urls")),
    path("layanan/", include("kinerja.www.layanan.urls")),
    path("s/", include("kinerja.www.layanan.urls_publik")),
    path("jejak/", include("kinerja.www.jejak.urls")),
    path("dokumen/", include("kinerja.www.dokumen.urls")),
    path("pekerjaan/", include("kinerja.www.pekerjaan.urls")),
]

if settings.KINERJA_GALERI:
    urlpatterns.append(path("galeri/", include("kinerja.www.galeri.urls")))
