"""From the evaluation to what is printed: Format C.1.1 to C.1.3, D.1.1 and D.1.2."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from kinerja.dokumen.bentuk import FORMAT_PER_KODE
from kinerja.dokumen.isian import FormatD11, FormatD12, IsianEvaluasi, TandaTangan, UmpanBalik
from kinerja.pelaksanaan.formulir import capaian_periode, rentang_periode
from kinerja.penilaian.models import BELUM_DITETAPKAN, Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.formulir import formulir_evaluasi
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.predikat import CapaianOrganisasi, Predikat, Rating
from kinerja.peraturan.skp import JenisHasilKerja, KategoriSKP, Pendekatan
from kinerja.perencanaan.formulir import (
    Capaian,
    Kepala,
    hasil_kerja,
    kepala_skp,
    load_skp,
    perilaku_kerja,
    tanda_tangan,
)
from kinerja.perencanaan.models import SKP

_PIMPINAN = "Pimpinan"


def load_evaluasi(daftar: QuerySet[Evaluasi], evaluasi_id: int) -> Evaluasi:
    """From a queryset that the reader may see; Evaluasi.DoesNotExist otherwise."""
    evaluasi = (
        daftar.select_related("periode", "penilai__instansi", "atasan_penilai__instansi", "keberatan")
        .prefetch_related("daftar_hasil", "daftar_perilaku")
        .get(pk=evaluasi_id)
    )
    evaluasi.skp = load_skp(SKP.objects.all(), evaluasi.skp_id)
    return evaluasi


def evaluasi_isian(evaluasi: Evaluasi, *, at: datetime) -> IsianEvaluasi:
    """Results, feedback and the two ratings on the form that category and approach ask for."""
    skp = evaluasi.skp
    formulir = formulir_evaluasi(kategori=KategoriSKP(skp.kategori), pendekatan=Pendekatan(skp.pendekatan))
    kelas: Any = FORMAT_PER_KODE[formulir.kode]  # one of the three subclasses of IsianEvaluasi
    kepala = kepala_evaluasi(evaluasi, at=at)
    capaian = _capaian(evaluasi, at=at)
    rating_hasil, rating_perilaku = evaluasi.rating_hasil, evaluasi.rating_perilaku
    isian: IsianEvaluasi = kelas(
        **kepala_isian(kepala, evaluasi),
        periode=rentang_periode(evaluasi.periode).nama,
        daftar_utama=hasil_kerja(skp, jenis=JenisHasilKerja.UTAMA, capaian=capaian),
        daftar_tambahan=hasil_kerja(skp, jenis=JenisHasilKerja.TAMBAHAN, capaian=capaian),
        daftar_perilaku=perilaku_kerja(skp, capaian=capaian),
        capaian_organisasi=_capaian_organisasi(evaluasi),
        rating_hasil_kerja=Rating(rating_hasil).cetak if rating_hasil else "",
        rating_perilaku=Rating(rating_perilaku).cetak if rating_perilaku else "",
        predikat=Predikat(evaluasi.predikat).cetak if evaluasi.predikat else "",
        ttd_penilai=_ttd_atasan(evaluasi, kepala) if evaluasi.oleh_atasan else _ttd_penilai(evaluasi, kepala),
    )
    return isian


def dokumen_isian(evaluasi: Evaluasi, *, at: datetime) -> FormatD11 | FormatD12:
    """D.1.1 signed by the penilai; D.1.2 by his superior when he stayed silent."""
    kepala = kepala_evaluasi(evaluasi, at=at)
    umum = dokumen_umum(evaluasi, kepala)
    if evaluasi.oleh_atasan:
        return FormatD12(**umum, ttd_atasan=_ttd_atasan(evaluasi, kepala))
    return FormatD11(**umum, ttd_penilai=_ttd_penilai(evaluasi, kepala))


def dokumen_umum(evaluasi: Evaluasi, kepala: Kepala) -> dict[str, Any]:
    """What D.1.1, D.1.2 and D.1.3 have in common."""
    return {
        **kepala_isian(kepala, evaluasi),
        "atasan_pejabat_penilai": kepala.pihak.atasan,
        "periode": rentang_periode(evaluasi.periode).nama,
        "capaian_organisasi": _capaian_organisasi(evaluasi),
        "predikat": Predikat(evaluasi.predikat).label if evaluasi.predikat else "",
        "catatan": tuple(baris.strip() for baris in evaluasi.catatan.splitlines() if baris.strip()),
        "ttd_pegawai": tanda_tangan(
            kepala.pihak.pegawai, evaluasi.diterima_at, skp=evaluasi.skp, kata="Diterima"
        ),
    }


def kepala_evaluasi(evaluasi: Evaluasi, *, at: datetime) -> Kepala:
    """The people as they stood when it was set; a draft until then."""
    kepala = kepala_skp(
        evaluasi.skp,
        at=at,
        penilai=evaluasi.penilai,
        atasan=evaluasi.atasan_penilai,
        ditandatangani_at=evaluasi.ditetapkan_at or at,
    )
    draf = StatusEvaluasi(evaluasi.status) in BELUM_DITETAPKAN or evaluasi.ditetapkan_at is None
    return replace(kepala, draf=draf)


def kepala_isian(kepala: Kepala, evaluasi: Evaluasi) -> dict[str, Any]:
    return kepala.berpihak | {"kode_dokumen": f"EVA-{evaluasi.periode.tahun}-{evaluasi.pk:06}"}


def _ttd_penilai(evaluasi: Evaluasi, kepala: Kepala) -> TandaTangan | None:
    at = None if kepala.draf else evaluasi.ditetapkan_at
    return tanda_tangan(kepala.pihak.penilai, at, skp=evaluasi.skp, kata="Ditetapkan")


def _ttd_atasan(evaluasi: Evaluasi, kepala: Kepala) -> TandaTangan | None:
    at = None if kepala.draf else evaluasi.ditetapkan_at
    kata = "Ditetapkan atasan pejabat penilai"
    return tanda_tangan(kepala.pihak.atasan, at, skp=evaluasi.skp, kata=kata)


def _capaian_organisasi(evaluasi: Evaluasi) -> str:
    return CapaianOrganisasi(evaluasi.capaian_organisasi).label if evaluasi.capaian_organisasi else ""


def _capaian(evaluasi: Evaluasi, *, at: datetime) -> Capaian:
    """What was recorded and said, with the words of the penilai on each result and value behind it."""
    sampai_at = evaluasi.ditetapkan_at or at
    dasar = capaian_periode(evaluasi.skp, rentang_periode(evaluasi.periode), sampai_at=sampai_at)
    hasil = {satu.rhk_id: _remark(satu.umpan_balik, satu.alasan) for satu in evaluasi.daftar_hasil.all()}
    # The official forms know the seven values; what else the policy looks at is told on "Mengapa".
    perilaku = {
        NilaiDasar(satu.aspek): (satu.umpan_balik,)
        for satu in evaluasi.daftar_perilaku.all()
        if satu.aspek in set(NilaiDasar)
    }
    return replace(
        dasar,
        umpan_balik={nomor: _with(dasar.umpan_balik, nomor, hasil) for nomor in {*dasar.umpan_balik, *hasil}},
        perilaku={nilai: _with(dasar.perilaku, nilai, perilaku) for nilai in {*dasar.perilaku, *perilaku}},
    )


def _remark(umpan_balik: str, alasan: str) -> tuple[str, ...]:
    """Note ****: below target and yet sesuai is printed with its reason."""
    return (umpan_balik, alasan)


def _with(
    ada: Mapping[Any, tuple[UmpanBalik, ...]],
    kunci: int | NilaiDasar,
    tambahan: Mapping[Any, tuple[str, ...]],
) -> tuple[UmpanBalik, ...]:
    """Feedback, then what the penilai wrote on the form unless it repeats a feedback."""
    daftar = ada.get(kunci, ())
    sudah = {satu.teks.strip() for satu in daftar}
    baru = dict.fromkeys(teks.strip() for teks in tambahan.get(kunci, ()) if teks.strip())
    return daftar + tuple(UmpanBalik(pemberi=_PIMPINAN, teks=teks) for teks in baru if teks not in sudah)
