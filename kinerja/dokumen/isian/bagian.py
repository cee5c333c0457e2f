"""Parts that several official forms share: people, results, behaviour, signatures."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kinerja.peraturan.perilaku import NilaiDasar


@dataclass(frozen=True, kw_only=True)
class Orang:
    """One column of the identity block; an empty field prints as a dash."""

    nama: str
    nip: str = ""
    pangkat_golongan: str = ""
    jabatan: str = ""
    unit_kerja: str = ""
    instansi: str = ""


@dataclass(frozen=True, kw_only=True)
class TandaTangan:
    """A signature that has been given. Not signed yet is ``None``: the form then leaves the space open."""

    tempat: str
    tanggal: str
    nama: str
    nip: str = ""
    keterangan: str = ""


@dataclass(frozen=True, kw_only=True)
class Verifikasi:
    """Where anybody can check the document: the address in the QR and the short code to type."""

    alamat: str
    kode: str


@dataclass(frozen=True, kw_only=True)
class UmpanBalik:
    """``pemberi`` is printed as the samples do: ``Pimpinan`` or ``Rekan kerja (nama)``."""

    pemberi: str
    teks: str


@dataclass(frozen=True, kw_only=True)
class Indikator:
    """One indicator with its target and, from Format B.1.3 on, what was reached."""

    teks: str
    target: str = ""
    aspek: str = ""
    perspektif: str = ""
    realisasi: tuple[str, ...] = ()
    bukti_dukung: tuple[str, ...] = ()
    umpan_balik: tuple[UmpanBalik, ...] = ()


@dataclass(frozen=True, kw_only=True)
class HasilKerja:
    """One numbered result. ``umpan_balik`` here is about the result as a whole."""

    rencana: str
    penugasan: str = ""
    rencana_pimpinan: str = ""
    indikator_pimpinan: tuple[str, ...] = ()
    daftar_indikator: tuple[Indikator, ...] = ()
    umpan_balik: tuple[UmpanBalik, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Perilaku:
    """One of the seven values with its three behaviours."""

    nomor: int
    nilai: str
    panduan: tuple[str, ...]
    ekspektasi: tuple[str, ...] = ()
    umpan_balik: tuple[UmpanBalik, ...] = ()


def tujuh_perilaku(
    *,
    ekspektasi: Mapping[NilaiDasar, tuple[str, ...]],
    umpan_balik: Mapping[NilaiDasar, tuple[UmpanBalik, ...]] | None = None,
) -> tuple[Perilaku, ...]:
    """The seven values in the order of the law, with what was said about each."""
    return tuple(
        Perilaku(
            nomor=nomor,
            nilai=nilai.label,
            panduan=nilai.panduan,
            ekspektasi=ekspektasi.get(nilai, ()),
            umpan_balik=(umpan_balik or {}).get(nilai, ()),
        )
        for nomor, nilai in enumerate(NilaiDasar, start=1)
    )


@dataclass(frozen=True, kw_only=True)
class Isian:
    """What every printed form needs besides its own fields; ``dibuat_pada`` becomes the date of the PDF.

    A ``draf`` is not decided yet; a ``pratinjau`` is decided but not issued: both say so across the page.
    """

    instansi: str
    periode_penilaian: str
    kode_dokumen: str
    versi: str
    dibuat_pada: datetime
    draf: bool = False
    pratinjau: bool = False
    verifikasi: Verifikasi | None = None


@dataclass(frozen=True, kw_only=True)
class IsianBerpihak(Isian):
    """A form that opens with the two identity tables side by side."""

    pegawai: Orang
    pejabat_penilai: Orang


@dataclass(frozen=True, kw_only=True)
class IsianHasilKerja(IsianBerpihak):
    """A form made of results and behaviour: the SKP, the record of feedback, the evaluation."""

    daftar_utama: tuple[HasilKerja, ...]
    daftar_tambahan: tuple[HasilKerja, ...] = ()
    daftar_perilaku: tuple[Perilaku, ...] = ()
    ttd_penilai: TandaTangan | None = None
