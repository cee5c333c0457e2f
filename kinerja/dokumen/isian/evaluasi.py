"""Format C.1.1 to C.1.3 and D.1.1 to D.1.3: the evaluation and its document (Lampiran Bab IV and V)."""

from dataclasses import dataclass

from kinerja.dokumen.isian.bagian import IsianBerpihak, IsianHasilKerja, Orang, TandaTangan


@dataclass(frozen=True, kw_only=True)
class IsianEvaluasi(IsianHasilKerja):
    """Only the assessor signs. An empty rating prints the choices, as on the blank form.

    ``capaian_organisasi`` also picks the curve; the words are the law's, in any case: ``Butuh Perbaikan``.
    """

    periode: str
    capaian_organisasi: str = ""
    rating_hasil_kerja: str = ""
    rating_perilaku: str = ""
    predikat: str = ""


class FormatC11(IsianEvaluasi):
    """Hasil evaluasi, kualitatif."""


class FormatC12(IsianEvaluasi):
    """Hasil evaluasi, kuantitatif, pejabat pimpinan tinggi dan pimpinan unit kerja mandiri."""


class FormatC13(IsianEvaluasi):
    """Hasil evaluasi, kuantitatif, pejabat administrasi dan pejabat fungsional."""


@dataclass(frozen=True, kw_only=True)
class IsianDokumenEvaluasi(IsianBerpihak):
    """Every signature carries its own place and date. Each string of ``catatan`` is a paragraph."""

    atasan_pejabat_penilai: Orang
    periode: str
    capaian_organisasi: str
    predikat: str
    catatan: tuple[str, ...] = ()
    ttd_pegawai: TandaTangan | None = None


@dataclass(frozen=True, kw_only=True)
class FormatD11(IsianDokumenEvaluasi):
    """The ordinary document, signed by the assessor."""

    ttd_penilai: TandaTangan | None = None


@dataclass(frozen=True, kw_only=True)
class FormatD12(IsianDokumenEvaluasi):
    """Signed by the assessor's superior because the assessor did not act in time."""

    ttd_atasan: TandaTangan | None = None


@dataclass(frozen=True, kw_only=True)
class FormatD13(IsianDokumenEvaluasi):
    """With the objection, the assessor's explanation and the superior's decision."""

    keberatan: tuple[str, ...]
    penjelasan: tuple[str, ...] = ()
    keputusan: tuple[str, ...] = ()
    ttd_penilai: TandaTangan | None = None
    ttd_atasan: TandaTangan | None = None
