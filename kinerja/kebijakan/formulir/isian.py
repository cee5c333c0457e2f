"""What a policy says, as one plain value: for the form, the rules, the comparison and the trail."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kinerja.kebijakan.istilah import Bagian
from kinerja.kebijakan.models import (
    CATATAN_RATING_KEPALA,
    AspekKebijakan,
    Dimensi,
    JenisAspek,
    Kebijakan,
    SumberKebijakan,
)
from kinerja.kebijakan.queries import PATOK_BAWAAN, SUMBER_BERFORMULIR, aspek_berakhlak
from kinerja.metode.agregasi import Sumber
from kinerja.peraturan.jadwal import JenisPeriode

if TYPE_CHECKING:
    from kinerja.kebijakan.queries import AspekMetode

# Columns of the policy itself; what is not here lives in rows of its own.
MEDAN: dict[Bagian, tuple[str, ...]] = {
    Bagian.IRAMA: ("frekuensi_dokumentasi", "frekuensi_evaluasi"),
    Bagian.AMBANG: ("ambang_sesuai", "ambang_di_atas", "sebagian_besar", "sebagian_kecil", "patok"),
    Bagian.UNDIAN: (
        "jumlah_rekan", "jumlah_bawahan", "beban_penilai", "jendela_sumber_hari", "jendela_evaluasi_hari",
    ),
    Bagian.BELAJAR: ("target_jp",),
    Bagian.DAMPING: ("jarak_dialog_hari", "batas_dukungan_hari"),
    Bagian.TINDAK_LANJUT: ("aturan_tindak_lanjut", "catatan_rating_kepala"),
    Bagian.DASAR: ("dasar",),
}  # fmt: skip
KOLOM = tuple(nama for daftar in MEDAN.values() for nama in daftar)


@dataclass(frozen=True, kw_only=True)
class IsianSumber:
    """One row of weights; unlike the arithmetic's own it may still be wrong."""

    sumber: Sumber
    bobot: int
    minimum: int = 1


@dataclass(frozen=True, kw_only=True)
class IsianAspek:
    kode: str
    nama: str
    jenis: JenisAspek
    uraian: str = ""
    jangkar: tuple[str, ...] = ()
    sumber: tuple[Sumber, ...] = ()
    unsur_skm: str = ""
    kompetensi_kode: str = ""
    ikut_dihitung: bool = True


@dataclass(frozen=True, kw_only=True)
class IsianKebijakan:
    """The whole method, without unit, version and day."""

    frekuensi_dokumentasi: str = JenisPeriode.BULANAN
    frekuensi_evaluasi: str = JenisPeriode.TRIWULANAN
    sumber_perilaku: tuple[IsianSumber, ...] = (IsianSumber(sumber=Sumber.ATASAN, bobot=100),)
    sumber_hasil: tuple[IsianSumber, ...] = (IsianSumber(sumber=Sumber.ATASAN, bobot=100),)
    daftar_aspek: tuple[IsianAspek, ...] = ()
    ambang_sesuai: Decimal = Decimal("37.5")
    ambang_di_atas: Decimal = Decimal(75)
    sebagian_besar: Decimal = Decimal("0.5")
    sebagian_kecil: Decimal = Decimal("0.25")
    patok: dict[str, list[list[str]]] = field(default_factory=lambda: dict(PATOK_BAWAAN))
    jumlah_rekan: int = 5
    jumlah_bawahan: int = 5
    beban_penilai: int = 6
    jendela_sumber_hari: int = 7
    jendela_evaluasi_hari: int = 14
    target_jp: int = 20
    jarak_dialog_hari: int = 90
    batas_dukungan_hari: int = 5
    aturan_tindak_lanjut: list[dict[str, Any]] = field(default_factory=list)
    catatan_rating_kepala: str = CATATAN_RATING_KEPALA
    dasar: str = ""

    def bagian(self, bagian: Bagian) -> object:
        """What one part says, to be compared."""
        if bagian is Bagian.SUMBER:
            return set(self.sumber_perilaku)
        if bagian is Bagian.HASIL:
            return set(self.sumber_hasil)
        if bagian is Bagian.ASPEK:
            return self.daftar_aspek
        return tuple(getattr(self, nama) for nama in MEDAN[bagian])

    def bobot(self, sumber: Sumber) -> IsianSumber | None:
        return next((satu for satu in self.sumber_perilaku if satu.sumber is sumber), None)

    def aspek(self, kode: str) -> IsianAspek | None:
        return next((satu for satu in self.daftar_aspek if satu.kode == kode), None)


def isian_dari(kebijakan: Kebijakan | None) -> IsianKebijakan:
    """What a policy says; without one what the law says by itself: seven values, rated by the atasan."""
    if kebijakan is None:
        return IsianKebijakan(daftar_aspek=_berakhlak((Sumber.ATASAN,)))
    sumber = list(kebijakan.daftar_sumber.all())
    perilaku = _weights(sumber, Dimensi.PERILAKU)
    berformulir = tuple(satu.sumber for satu in perilaku if satu.sumber in SUMBER_BERFORMULIR)
    kolom = {nama: getattr(kebijakan, nama) for nama in KOLOM}
    return IsianKebijakan(
        **kolom | {"patok": PATOK_BAWAAN | kebijakan.patok},
        sumber_perilaku=perilaku,
        sumber_hasil=_weights(sumber, Dimensi.HASIL),
        daftar_aspek=tuple(_aspect(a, berformulir) for a in kebijakan.daftar_aspek.all())
        or _berakhlak(berformulir),
    )


def _weights(daftar: list[SumberKebijakan], dimensi: Dimensi) -> tuple[IsianSumber, ...]:
    baris = [
        IsianSumber(sumber=Sumber(satu.sumber), bobot=satu.bobot, minimum=satu.minimum)
        for satu in daftar
        if satu.dimensi == dimensi
    ]
    return tuple(baris) or (IsianSumber(sumber=Sumber.ATASAN, bobot=100),)


def _aspect(satu: AspekKebijakan, berformulir: tuple[Sumber, ...]) -> IsianAspek:
    """An aspect that names nobody asks everybody who answers forms."""
    return IsianAspek(
        kode=satu.kode,
        nama=satu.nama,
        jenis=JenisAspek(satu.jenis),
        uraian=satu.uraian,
        jangkar=tuple(satu.jangkar),
        sumber=tuple(Sumber(kode) for kode in satu.sumber) or berformulir,
        unsur_skm=satu.unsur_skm,
        kompetensi_kode=satu.kompetensi_kode,
        ikut_dihitung=satu.ikut_dihitung,
    )


def _berakhlak(sumber: tuple[Sumber, ...]) -> tuple[IsianAspek, ...]:
    def satu(aspek: AspekMetode) -> IsianAspek:
        return IsianAspek(
            kode=aspek.kode, nama=aspek.nama, jenis=aspek.jenis, uraian=aspek.uraian, sumber=sumber
        )

    return tuple(satu(aspek) for aspek in aspek_berakhlak())
