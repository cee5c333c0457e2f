"""What is measured: the main pages, each opened by the person of the cast who needs it most."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kinerja.demo.baca import find_pemeran
from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kepegawaian.models import Pegawai
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.perencanaan.models import SKP, IndikatorKinerja
from kinerja.tindak_lanjut.models import Keberatan

Argumen = Callable[[Pegawai], tuple[object, ...]]


def tanpa(pegawai: Pegawai) -> tuple[object, ...]:
    return ()


def skp_sendiri(pegawai: Pegawai) -> tuple[object, ...]:
    return (
        SKP.objects.filter(pegawai=pegawai).order_by("-tahun", "-mulai_on").values_list("pk", flat=True)[0],
    )


def skp_bawahan(pegawai: Pegawai) -> tuple[object, ...]:
    return (SKP.objects.filter(penilai=pegawai).order_by("-tahun", "pk").values_list("pk", flat=True)[0],)


def pegawai_sendiri(pegawai: Pegawai) -> tuple[object, ...]:
    return (pegawai.pk,)


def hasil_final(pegawai: Pegawai) -> tuple[object, ...]:
    daftar = Evaluasi.objects.filter(skp__pegawai=pegawai, status=StatusEvaluasi.FINAL)
    return (daftar.order_by("-periode__selesai_on").values_list("pk", flat=True)[0],)


def evaluasi_dibuka(pegawai: Pegawai) -> tuple[object, ...]:
    daftar = Evaluasi.objects.filter(penilai=pegawai, status=StatusEvaluasi.DIBUKA)
    return (daftar.order_by("pk").values_list("pk", flat=True)[0],)


def keberatan_diputus(pegawai: Pegawai) -> tuple[object, ...]:
    return (Keberatan.objects.filter(pemutus=pegawai).order_by("pk").values_list("pk", flat=True)[0],)


def bulan_ini(pegawai: Pegawai) -> tuple[object, ...]:
    """His first indicator, in the latest month that he may still fill in."""
    skp = SKP.objects.get(pk=skp_sendiri(pegawai)[0])
    indikator = IndikatorKinerja.objects.filter(rhk__skp=skp).order_by("rhk__urutan", "urutan")[0]
    periode = Periode.objects.filter(
        instansi=pegawai.instansi,
        tahun=skp.tahun,
        tahap=Tahap.DOKUMENTASI,
        daftar_realisasi__indikator=indikator,
    ).order_by("-urutan")[0]
    return indikator.pk, periode.pk


@dataclass(frozen=True)
class Halaman:
    nama_url: str
    slug: str
    argumen: Argumen = tanpa
    tulis: bool = False  # measured by submitting its own form, as it stands


DAFTAR_HALAMAN = (
    Halaman("beranda:home", "pak-budi"),
    Halaman("beranda:home", "bu-sari"),
    Halaman("beranda:home", "sekda-pekanbaru"),
    Halaman("perencanaan:skp_list", "pak-budi"),
    Halaman("perencanaan:skp_detail", "pak-budi", skp_sendiri),
    Halaman("perencanaan:skp_detail", "bu-sari", skp_bawahan),
    Halaman("perencanaan:matriks", "bu-sari", skp_sendiri),
    Halaman("perencanaan:pohon", "sekda-pekanbaru"),
    Halaman("pelaksanaan:realisasi_list", "pak-budi"),
    Halaman("pelaksanaan:realisasi_edit", "pak-budi", bulan_ini),
    Halaman("pelaksanaan:umpan_balik_list", "pak-budi"),
    Halaman("pelaksanaan:umpan_balik_give", "bu-sari", skp_bawahan),
    Halaman("penilaian:tim", "bu-sari"),
    Halaman("penilaian:evaluasi_edit", "bu-sari", evaluasi_dibuka),
    Halaman("penilaian:hasil_list", "pak-budi"),
    Halaman("penilaian:hasil_detail", "pak-budi", hasil_final),
    Halaman("penilaian:rekap", "sekda-pekanbaru"),
    Halaman("penilaian:capaian_list", "pak-anton"),
    Halaman("tindak_lanjut:keberatan_list", "sekda-pekanbaru"),
    Halaman("tindak_lanjut:keberatan_detail", "sekda-pekanbaru", keberatan_diputus),
    Halaman("kepegawaian:unit_list", "pak-anton"),
    Halaman("kepegawaian:pegawai_list", "pak-anton"),
    Halaman("kepegawaian:pegawai_detail", "pak-anton", pegawai_sendiri),
    Halaman("kepegawaian:impor_list", "pak-anton"),
    Halaman("kepegawaian:laporan_list", "pak-anton"),
    Halaman("kebijakan:kalender", "pak-anton"),
    Halaman("kebijakan:periode_list", "pak-anton"),
    Halaman("jejak:catatan_list", "auditor-pekanbaru"),
    Halaman("dokumen:skp", "pak-budi", skp_sendiri),
    Halaman("pelaksanaan:realisasi_edit", "pak-budi", bulan_ini, tulis=True),
)


def pegawai_of(slug: str) -> Pegawai:
    return Pegawai.objects.select_related("user", "instansi").get(nip=find_pemeran(slug).nip)
