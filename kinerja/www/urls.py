"""Every address of the product, area by area. An address is a promise: it goes only with a redirect."""

from django.conf import settings
from django.urls import include, path

urlpatterns = [
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
    path("tindak-lanjut/", include("kinerja.www.tindak_lanjut.urls")),
    path("layanan/", include("kinerja.www.layanan.urls")),
    path("s/", include("kinerja.www.layanan.urls_publik")),
    path("jejak/", include("kinerja.www.jejak.urls")),
    path("dokumen/", include("kinerja.www.dokumen.urls")),
    path("pekerjaan/", include("kinerja.www.pekerjaan.urls")),
]

if settings.KINERJA_GALERI:
    urlpatterns.append(path("galeri/", include("kinerja.www.galeri.urls")))
