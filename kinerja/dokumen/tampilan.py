"""The few lines of a printed form that somebody compares with the register: nothing that the paper does not show."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.dokumen.isian import Isian, IsianBerpihak, Orang, TandaTangan

_PERAN_TTD = (
    ("ttd_pegawai", "Tanda tangan pegawai"),
    ("ttd_pembimbing", "Tanda tangan pembimbing"),
    ("ttd_penilai", "Tanda tangan pejabat penilai"),
    ("ttd_atasan", "Tanda tangan atasan pejabat penilai"),
)
_NILAI = (
    ("capaian_organisasi", "Capaian kinerja organisasi"),
    ("rating_hasil_kerja", "Rating hasil kerja"),
    ("rating_perilaku", "Rating perilaku kerja"),
    ("predikat", "Predikat kinerja"),
)


def tampilan_dokumen(isian: Isian) -> dict[str, str]:
    """Label → text, in the order of the paper; a NIP keeps its ends only, which is enough to compare."""
    return dict(_lines(isian))


def samarkan_nip(nip: str) -> str:
    return f"{nip[:4]}{'•' * (len(nip) - 8)}{nip[-4:]}" if len(nip) > 8 else nip


def _lines(isian: Isian) -> Iterator[tuple[str, str]]:
    yield "Instansi", isian.instansi
    yield "Periode penilaian", isian.periode_penilaian
    if periode := getattr(isian, "periode", ""):
        yield "Periode", periode
    if isinstance(isian, IsianBerpihak):
        yield from _person("Pegawai yang dinilai", isian.pegawai)
        yield from _person("Pejabat penilai kinerja", isian.pejabat_penilai)
    for nama, label in _NILAI:
        if teks := getattr(isian, nama, ""):
            yield label, teks
    for nama, label in _PERAN_TTD:
        ttd = getattr(isian, nama, None)
        if isinstance(ttd, TandaTangan):
            yield label, f"{ttd.nama}, {ttd.tempat}, {ttd.tanggal}"


def _person(label: str, orang: Orang) -> Iterator[tuple[str, str]]:
    yield label, orang.nama
    if orang.nip:
        yield f"NIP {label[0].lower()}{label[1:]}", samarkan_nip(orang.nip)
    yield f"Jabatan {label[0].lower()}{label[1:]}", orang.jabatan
