"""The steps a document may take, as tables: (status, step) → next status."""

from collections.abc import Mapping
from typing import TypeVar, overload

from kinerja.peraturan.istilah import Istilah
from kinerja.peraturan.rujukan import berdasarkan

S = TypeVar("S", bound=Istilah)
L = TypeVar("L", bound=Istilah)


class StatusSKP(Istilah):
    """Where an SKP stands in its year."""

    DRAF = "draf", "Draf"
    DIAJUKAN = "diajukan", "Diajukan"
    DIKEMBALIKAN = "dikembalikan", "Dikembalikan"
    DITETAPKAN = "ditetapkan", "Ditetapkan"
    PERUBAHAN = "perubahan", "Sedang diubah"
    DIEVALUASI = "dievaluasi", "Dievaluasi"
    DITUTUP = "ditutup", "Ditutup karena pindah"


class LangkahSKP(Istilah):
    """What people do with an SKP."""

    AJUKAN = "ajukan", "Ajukan"
    TARIK = "tarik", "Tarik kembali"
    KEMBALIKAN = "kembalikan", "Kembalikan dengan catatan"
    TETAPKAN = "tetapkan", "Tetapkan"
    UBAH = "ubah", "Ubah"
    BATALKAN = "batalkan", "Batalkan perubahan"
    EVALUASI = "evaluasi", "Tandai sudah dievaluasi"
    TUTUP = "tutup", "Tutup karena pindah"


class StatusEvaluasi(Istilah):
    """Where an evaluation stands, from opening to final."""

    DIBUKA = "dibuka", "Dibuka"
    DINILAI = "dinilai", "Dinilai"
    DITETAPKAN = "ditetapkan", "Ditetapkan"
    DISERAHKAN = "diserahkan", "Diserahkan kepada pegawai"
    DITERIMA = "diterima", "Diterima pegawai"
    KEBERATAN = "keberatan", "Dalam keberatan"
    DIPUTUS = "diputus", "Keberatan diputus"
    FINAL = "final", "Final"


class LangkahEvaluasi(Istilah):
    """What people do with an evaluation."""

    NILAI = "nilai", "Nilai"
    TETAPKAN = "tetapkan", "Tetapkan"
    SERAHKAN = "serahkan", "Serahkan kepada pegawai"
    TERIMA = "terima", "Tandatangani tanda terima"
    KEBERATAN = "keberatan", "Ajukan keberatan"
    PUTUSKAN = "putuskan", "Putuskan keberatan"
    TUTUP = "tutup", "Jadikan final"


class LangkahTidakSah(Exception):
    """The document does not allow this step now; the message tells people what it allows."""


_ALUR_SKP = {
    (StatusSKP.DRAF, LangkahSKP.AJUKAN): StatusSKP.DIAJUKAN,
    (StatusSKP.DIKEMBALIKAN, LangkahSKP.AJUKAN): StatusSKP.DIAJUKAN,
    (StatusSKP.PERUBAHAN, LangkahSKP.AJUKAN): StatusSKP.DIAJUKAN,
    (StatusSKP.DIAJUKAN, LangkahSKP.TARIK): StatusSKP.DRAF,
    (StatusSKP.DIAJUKAN, LangkahSKP.KEMBALIKAN): StatusSKP.DIKEMBALIKAN,
    (StatusSKP.DIAJUKAN, LangkahSKP.TETAPKAN): StatusSKP.DITETAPKAN,
    (StatusSKP.DITETAPKAN, LangkahSKP.UBAH): StatusSKP.PERUBAHAN,
    (StatusSKP.PERUBAHAN, LangkahSKP.BATALKAN): StatusSKP.DITETAPKAN,
    (StatusSKP.DITETAPKAN, LangkahSKP.EVALUASI): StatusSKP.DIEVALUASI,
    (StatusSKP.DRAF, LangkahSKP.TUTUP): StatusSKP.DITUTUP,
    (StatusSKP.DIAJUKAN, LangkahSKP.TUTUP): StatusSKP.DITUTUP,
    (StatusSKP.DIKEMBALIKAN, LangkahSKP.TUTUP): StatusSKP.DITUTUP,
    (StatusSKP.DITETAPKAN, LangkahSKP.TUTUP): StatusSKP.DITUTUP,
    (StatusSKP.PERUBAHAN, LangkahSKP.TUTUP): StatusSKP.DITUTUP,
}

# What is different once a version is set: the change goes back or is dropped, the version goes on holding.
_ALUR_SKP_BERVERSI = _ALUR_SKP | {
    (StatusSKP.DIAJUKAN, LangkahSKP.TARIK): StatusSKP.PERUBAHAN,
    (StatusSKP.DIKEMBALIKAN, LangkahSKP.BATALKAN): StatusSKP.DITETAPKAN,
}

_ALUR_EVALUASI = {
    (StatusEvaluasi.DIBUKA, LangkahEvaluasi.NILAI): StatusEvaluasi.DINILAI,
    (StatusEvaluasi.DINILAI, LangkahEvaluasi.NILAI): StatusEvaluasi.DINILAI,
    (StatusEvaluasi.DINILAI, LangkahEvaluasi.TETAPKAN): StatusEvaluasi.DITETAPKAN,
    (StatusEvaluasi.DITETAPKAN, LangkahEvaluasi.SERAHKAN): StatusEvaluasi.DISERAHKAN,
    (StatusEvaluasi.DISERAHKAN, LangkahEvaluasi.TERIMA): StatusEvaluasi.DITERIMA,
    (StatusEvaluasi.DISERAHKAN, LangkahEvaluasi.TUTUP): StatusEvaluasi.FINAL,
    (StatusEvaluasi.DITERIMA, LangkahEvaluasi.KEBERATAN): StatusEvaluasi.KEBERATAN,
    (StatusEvaluasi.DITERIMA, LangkahEvaluasi.TUTUP): StatusEvaluasi.FINAL,
    (StatusEvaluasi.KEBERATAN, LangkahEvaluasi.PUTUSKAN): StatusEvaluasi.DIPUTUS,
    (StatusEvaluasi.DIPUTUS, LangkahEvaluasi.TUTUP): StatusEvaluasi.FINAL,
}


@overload
def status_berikutnya(status: StatusSKP, langkah: LangkahSKP, *, versi: int = 0) -> StatusSKP: ...
@overload
def status_berikutnya(status: StatusEvaluasi, langkah: LangkahEvaluasi) -> StatusEvaluasi: ...
@berdasarkan("PermenPANRB 6/2022", "Pasal 14", halaman=10)
@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab V huruf A dan B", halaman=114)
def status_berikutnya(
    status: StatusSKP | StatusEvaluasi, langkah: LangkahSKP | LangkahEvaluasi, *, versi: int = 0
) -> StatusSKP | StatusEvaluasi:
    """The status after a step (T8); LangkahTidakSah when the document does not allow it now.

    `versi` is the number of the SKP version that is set, 0 before the first.
    """
    if isinstance(langkah, LangkahSKP):
        return _next(_alur_skp(versi), "SKP", StatusSKP(status), langkah)
    return _next(_ALUR_EVALUASI, "Evaluasi", StatusEvaluasi(status), langkah)


@overload
def langkah_tersedia(*, status: StatusSKP, versi: int = 0) -> tuple[LangkahSKP, ...]: ...
@overload
def langkah_tersedia(*, status: StatusEvaluasi) -> tuple[LangkahEvaluasi, ...]: ...
@berdasarkan("PermenPANRB 6/2022", "Pasal 14", halaman=10)
@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab V huruf A dan B", halaman=114)
def langkah_tersedia(
    *, status: StatusSKP | StatusEvaluasi, versi: int = 0
) -> tuple[LangkahSKP, ...] | tuple[LangkahEvaluasi, ...]:
    """The steps a document allows in this status; empty when it is closed for good."""
    if isinstance(status, StatusSKP):
        return _steps(_alur_skp(versi), status)
    return _steps(_ALUR_EVALUASI, status)


def _alur_skp(versi: int) -> Mapping[tuple[StatusSKP, LangkahSKP], StatusSKP]:
    return _ALUR_SKP_BERVERSI if versi else _ALUR_SKP


def _next(alur: Mapping[tuple[S, L], S], dokumen: str, status: S, langkah: L) -> S:
    berikutnya = alur.get((status, langkah))
    if berikutnya is None:
        bisa = ", ".join(pilihan.label.lower() for pilihan in _steps(alur, status))
        saran = f"Yang dapat dilakukan sekarang: {bisa}." if bisa else "Dokumen ini sudah selesai."
        pesan = f"{dokumen} berstatus “{status.label}”, jadi langkah “{langkah.label}” tidak dapat dilakukan. {saran}"
        raise LangkahTidakSah(pesan)
    return berikutnya


def _steps(alur: Mapping[tuple[S, L], S], status: S) -> tuple[L, ...]:
    return tuple(langkah for asal, langkah in alur if asal is status)
