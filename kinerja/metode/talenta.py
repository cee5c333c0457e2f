"""The nine boxes: where performance and potential meet, and what that advises. Method and cut-offs are settings.

The two axes are law (`peraturan.talenta`); the treatment of each box, the cut-offs and the way from five predikat to
three steps are practice read from other applications and may be edited. A box is advice for people who decide.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from kinerja.lib.angka import format_angka
from kinerja.metode.setelan import Kepastian, Setelan
from kinerja.peraturan.predikat import Predikat
from kinerja.peraturan.talenta import Potensial, StatusKinerja, UnsurPotensial

_TERTINGGI = Decimal(100)


class TalentaTidakSah(ValueError):
    """A score or a setting that cannot be; the message is fit for the user."""


@dataclass(frozen=True, kw_only=True)
class Kotak:
    """One box, 1 to 9; `is_suksesi` says that its people may join a kelompok rencana suksesi (KRS)."""

    nomor: int
    kinerja: StatusKinerja
    potensial: Potensial
    daftar_perlakuan: tuple[str, ...]
    is_suksesi: bool = False

    @property
    def nama(self) -> str:
        return f"Kotak {self.nomor}: kinerja {self.kinerja.label.lower()}, potensial {self.potensial.label.lower()}"


def _kotak(nomor: int, kinerja: StatusKinerja, potensial: Potensial, *perlakuan: str) -> Kotak:
    return Kotak(
        nomor=nomor,
        kinerja=kinerja,
        potensial=potensial,
        daftar_perlakuan=perlakuan,
        is_suksesi=any("rencana suksesi" in satu for satu in perlakuan),
    )


_ATAS, _SESUAI, _BAWAH = StatusKinerja.DI_ATAS, StatusKinerja.SESUAI, StatusKinerja.DI_BAWAH
_TINGGI, _TENGAH, _RENDAH = Potensial.TINGGI, Potensial.MENENGAH, Potensial.RENDAH
_KRS = "Kelompok rencana suksesi instansi"
_PENEMPATAN, _KOMPETENSI = "Penempatan yang sesuai", "Pengembangan kompetensi"
_BIMBINGAN, _KONSELING = "Bimbingan kinerja", "Konseling kinerja"

SEMBILAN_KOTAK: Setelan[tuple[Kotak, ...]] = Setelan(
    nilai=(
        _kotak(9, _ATAS, _TINGGI, "Dipromosikan dan dipertahankan", "Kelompok rencana suksesi instansi atau nasional", "Penghargaan"),
        _kotak(8, _SESUAI, _TINGGI, "Dipertahankan", _KRS, "Rotasi atau perluasan jabatan", _BIMBINGAN),
        _kotak(7, _ATAS, _TENGAH, "Dipertahankan", _KRS, "Rotasi atau pengayaan jabatan", _KOMPETENSI, "Tugas belajar"),
        _kotak(6, _BAWAH, _TINGGI, _PENEMPATAN, _BIMBINGAN, _KONSELING),
        _kotak(5, _SESUAI, _TENGAH, _PENEMPATAN, _BIMBINGAN, _KOMPETENSI),
        _kotak(4, _ATAS, _RENDAH, "Rotasi", _KOMPETENSI),
        _kotak(3, _BAWAH, _TENGAH, _BIMBINGAN, _KONSELING, _KOMPETENSI, _PENEMPATAN),
        _kotak(2, _SESUAI, _RENDAH, _BIMBINGAN, _KOMPETENSI, _PENEMPATAN),
        _kotak(1, _BAWAH, _RENDAH, "Diproses sesuai ketentuan"),
    ),
    kepastian=Kepastian.PRAKTIK,
    sumber="perlakuan menurut PermenPANRB 3/2020 pada tiga aplikasi; belum dipastikan apakah PermenPANRB 20/2025 mengubahnya",
)  # fmt: skip
NILAI_PREDIKAT: Setelan[Mapping[Predikat, Decimal]] = Setelan(
    nilai=dict(zip(Predikat, map(Decimal, (100, 80, 60, 40, 20)), strict=True)),
    kepastian=Kepastian.PRAKTIK,
    sumber="nilai 100, 80, 60, 40, 20 pada aplikasi lain; peraturan tidak memetakan lima predikat ke tiga status",
)


@dataclass(frozen=True, kw_only=True)
class AturanTalenta:
    """Cut-offs of both axes (above `menengah` is the middle, above `tinggi` the top) and the parts of potential."""

    menengah: Decimal = Decimal(60)
    tinggi: Decimal = Decimal(80)
    nilai_predikat: Mapping[Predikat, Decimal] = field(default_factory=lambda: NILAI_PREDIKAT.nilai)
    daftar_kotak: tuple[Kotak, ...] = SEMBILAN_KOTAK.nilai
    bobot: Mapping[UnsurPotensial, int] = field(default_factory=lambda: dict.fromkeys(UnsurPotensial, 1))

    def __post_init__(self) -> None:
        if not 0 <= self.menengah < self.tinggi <= _TERTINGGI:
            raise TalentaTidakSah("Batas menengah harus di bawah batas tinggi, keduanya 0 sampai 100.")
        if {(satu.kinerja, satu.potensial) for satu in self.daftar_kotak} != {
            (kinerja, potensial) for kinerja in StatusKinerja for potensial in Potensial
        } or len(self.daftar_kotak) != 9:
            raise TalentaTidakSah("Setiap pasangan kinerja dan potensial harus punya tepat satu kotak.")
        if set(self.nilai_predikat) != set(Predikat):
            raise TalentaTidakSah("Setiap predikat harus punya nilai.")
        if any(bobot < 0 for bobot in self.bobot.values()) or not sum(self.bobot.values()):
            raise TalentaTidakSah("Bobot unsur potensial tidak boleh negatif dan tidak boleh semuanya 0.")


@dataclass(frozen=True, kw_only=True)
class Penempatan:
    """Where somebody stands and every step that led there; `kotak` is None while something is missing."""

    kotak: Kotak | None
    daftar_langkah: tuple[str, ...]


def nilai_potensial(
    nilai: Mapping[UnsurPotensial, Decimal], *, aturan: AturanTalenta | None = None
) -> Decimal | None:
    """Weighted mean of the parts, 0–100; None while a part that carries weight has not been assessed."""
    aturan = aturan or AturanTalenta()
    berbobot = {unsur: bobot for unsur, bobot in aturan.bobot.items() if bobot}
    if not all(unsur in nilai for unsur in berbobot):
        return None
    for unsur in berbobot:
        _check(nilai[unsur], unsur.label)
    jumlah = sum((nilai[unsur] * bobot for unsur, bobot in berbobot.items()), Decimal(0))
    return jumlah / sum(berbobot.values())


def penempatan_talenta(
    predikat: Predikat | None, *, potensial: Decimal | None, aturan: AturanTalenta | None = None
) -> Penempatan:
    """The box of one person, with the method in sentences that the person may read."""
    aturan = aturan or AturanTalenta()
    kinerja = None if predikat is None else aturan.nilai_predikat[predikat]
    if kinerja is None or predikat is None:
        return _unplaced("Predikat tahunan belum ada, sehingga sumbu kinerja belum dapat dibaca.")
    if potensial is None:
        return _unplaced("Potensial belum dinilai lengkap di pusat asesmen, sehingga belum ada kotak.")
    _check(potensial, "Potensial")
    kotak = kotak_talenta(predikat, potensial=potensial, aturan=aturan)
    status, tingkat = kotak.kinerja, kotak.potensial
    batas = f"batas {format_angka(aturan.menengah)} dan {format_angka(aturan.tinggi)}"
    langkah = (
        f"Predikat {predikat.label} dibaca {format_angka(kinerja)} dari 100: {status.label.lower()} ({batas}).",
        f"Potensial {format_angka(round(potensial, 2))} dari 100: {tingkat.label.lower()} ({batas}).",
        f"{kotak.nama}. Saran perlakuan: {'; '.join(kotak.daftar_perlakuan)}. Keputusan tetap pada pejabat.",
    )
    return Penempatan(kotak=kotak, daftar_langkah=langkah)


def kotak_talenta(predikat: Predikat, *, potensial: Decimal, aturan: AturanTalenta) -> Kotak:
    """The box alone, for thousands at once."""
    status = tuple(StatusKinerja)[_step(aturan.nilai_predikat[predikat], aturan)]
    tingkat = tuple(Potensial)[_step(potensial, aturan)]
    return next(k for k in aturan.daftar_kotak if (k.kinerja, k.potensial) == (status, tingkat))


def rencana_suksesi(daftar: Iterable[tuple[str, Penempatan]]) -> tuple[tuple[str, Kotak], ...]:
    """Who may be talked about for succession, highest box first and in the order given within a box."""
    layak = [
        (kunci, satu.kotak) for kunci, satu in daftar if satu.kotak is not None and satu.kotak.is_suksesi
    ]
    return tuple(sorted(layak, key=lambda satu: -satu[1].nomor))


def _step(nilai: Decimal, aturan: AturanTalenta) -> int:
    return 0 if nilai > aturan.tinggi else 1 if nilai > aturan.menengah else 2


def _unplaced(alasan: str) -> Penempatan:
    return Penempatan(kotak=None, daftar_langkah=(alasan,))


def _check(nilai: Decimal, sebutan: str) -> None:
    if not 0 <= nilai <= _TERTINGGI:
        raise TalentaTidakSah(f"{sebutan} harus 0 sampai 100, bukan {format_angka(nilai)}.")
