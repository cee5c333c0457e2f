"""From a decided objection to Format D.1.3."""

from __future__ import annotations

from datetime import datetime

from kinerja.dokumen.isian import FormatD13, IsianDokumenEvaluasi
from kinerja.penilaian.formulir import dokumen_isian, dokumen_umum, kepala_evaluasi
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.formulir import formulir_dokumen_evaluasi
from kinerja.peraturan.predikat import Predikat
from kinerja.perencanaan.formulir import tanda_tangan
from kinerja.tindak_lanjut.models import Keberatan, Putusan


def keberatan_of(evaluasi: Evaluasi) -> Keberatan | None:
    """The objection that has been decided."""
    keberatan: Keberatan | None = getattr(evaluasi, "keberatan", None)
    return keberatan if keberatan is not None and keberatan.decided_at else None


def kode_dokumen_evaluasi(evaluasi: Evaluasi) -> str:
    return formulir_dokumen_evaluasi(
        ditandatangani_atasan=evaluasi.oleh_atasan, ada_putusan_keberatan=keberatan_of(evaluasi) is not None
    ).kode


def dokumen_evaluasi_isian(evaluasi: Evaluasi, *, at: datetime) -> IsianDokumenEvaluasi:
    """D.1.1, D.1.2, or D.1.3 once an objection has been decided."""
    keberatan = keberatan_of(evaluasi)
    if keberatan is None:
        return dokumen_isian(evaluasi, at=at)
    kepala, skp = kepala_evaluasi(evaluasi, at=at), evaluasi.skp
    return FormatD13(
        **dokumen_umum(evaluasi, kepala),
        keberatan=_paragraphs(keberatan.alasan),
        penjelasan=_paragraphs(keberatan.penjelasan_penilai),
        keputusan=(_putusan(keberatan, evaluasi), *_paragraphs(keberatan.pertimbangan)),
        ttd_penilai=tanda_tangan(
            kepala.pihak.penilai,
            keberatan.explained_at or evaluasi.ditetapkan_at,
            skp=skp,
            kata="Dijelaskan" if keberatan.explained_at else "Ditetapkan",
        ),
        ttd_atasan=tanda_tangan(kepala.pihak.atasan, keberatan.decided_at, skp=skp, kata="Diputus"),
    )


def _putusan(keberatan: Keberatan, evaluasi: Evaluasi) -> str:
    predikat = Predikat(evaluasi.predikat).label
    if keberatan.putusan == Putusan.MENGUATKAN:
        return f"Menguatkan hasil evaluasi dengan predikat {predikat}."
    lama = Predikat(keberatan.predikat_lama).label if keberatan.predikat_lama else "sebelumnya"
    if lama == predikat:
        return f"Mengubah rating; predikat tetap {predikat}."
    return f"Mengubah hasil evaluasi dari predikat {lama} menjadi {predikat}."


def _paragraphs(teks: str) -> tuple[str, ...]:
    return tuple(baris.strip() for baris in teks.splitlines() if baris.strip())
