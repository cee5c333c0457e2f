"""Indeks Profesionalitas ASN: four dimensions, their points and categories as a table that the agency may edit.

Weights and the training rows were read from reports of PermenPANRB 38/2018 and Perban BKN 8/2019; others are marked as
remembered. No verified way leads from a predikat to the old numeric scale, so that score is typed in or left out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from kinerja.lib.angka import format_angka
from kinerja.lib.pilihan import Pilihan
from kinerja.metode.setelan import Kepastian


class TabelIPTidakSah(ValueError):
    """A table that does not hold together; the message is fit for the user."""


class Dimensi(Pilihan):
    """The four dimensions."""

    KUALIFIKASI = "kualifikasi", "Kualifikasi"
    KOMPETENSI = "kompetensi", "Kompetensi"
    KINERJA = "kinerja", "Kinerja"
    DISIPLIN = "disiplin", "Disiplin"


class Pendidikan(Pilihan):
    """Steps of formal education, highest first."""

    S3 = "s3", "S-3"
    S2 = "s2", "S-2"
    S1 = "s1", "S-1/D-IV"
    D3 = "d3", "D-III"
    SLTA = "slta", "SLTA/D-I/D-II"
    DI_BAWAH_SLTA = "di_bawah_slta", "Di bawah SLTA"


class KelompokJabatan(Pilihan):
    """Groups that earn the points of competence differently."""

    STRUKTURAL = "struktural", "JPT, administrator, dan pengawas"
    FUNGSIONAL = "fungsional", "Jabatan fungsional"
    PELAKSANA = "pelaksana", "Pelaksana"


class Diklat(Pilihan):
    """Kinds of training that count."""

    KEPEMIMPINAN = "kepemimpinan", "Diklat kepemimpinan"
    FUNGSIONAL = "fungsional", "Diklat fungsional"
    TEKNIS = "teknis", "Satu diklat teknis 20 JP atau lebih"
    SEMINAR = "seminar", "Seminar atau sejenisnya"


class Hukuman(Pilihan):
    """Heaviest disciplinary punishment in force."""

    TIDAK_ADA = "tidak_ada", "Tidak pernah"
    RINGAN = "ringan", "Ringan"
    SEDANG = "sedang", "Sedang"
    BERAT = "berat", "Berat"


@dataclass(frozen=True, kw_only=True)
class Nilai:
    """Points with how sure they are."""

    poin: Decimal
    kepastian: Kepastian


def _nilai(poin: str, kepastian: Kepastian) -> Nilai:
    return Nilai(poin=Decimal(poin), kepastian=kepastian)


_P, _V, _M = Kepastian.NASKAH, Kepastian.BERITA, Kepastian.INGATAN
_BOBOT = dict(zip(Dimensi, map(Decimal, (25, 40, 30, 5)), strict=True))
_PENDIDIKAN = {
    Pendidikan.S3: _nilai("25", _V),
    Pendidikan.S2: _nilai("20", _V),
    Pendidikan.S1: _nilai("15", _M),
    Pendidikan.D3: _nilai("10", _M),
    Pendidikan.SLTA: _nilai("5", _M),
    Pendidikan.DI_BAWAH_SLTA: _nilai("1", _M),
}
_KOMPETENSI = {
    KelompokJabatan.STRUKTURAL: {
        Diklat.KEPEMIMPINAN: _nilai("15", _P),
        Diklat.TEKNIS: _nilai("15", _P),
        Diklat.SEMINAR: _nilai("10", _P),
    },
    KelompokJabatan.FUNGSIONAL: {
        Diklat.FUNGSIONAL: _nilai("15", _P),
        Diklat.TEKNIS: _nilai("15", _P),
        Diklat.SEMINAR: _nilai("10", _P),
    },
    KelompokJabatan.PELAKSANA: {Diklat.TEKNIS: _nilai("22.5", _M), Diklat.SEMINAR: _nilai("17.5", _M)},
}
# Least value of the old numeric scale, best first.
_KINERJA = (
    (Decimal(91), _nilai("30", _M)),
    (Decimal(76), _nilai("25", _M)),
    (Decimal(61), _nilai("15", _M)),
    (Decimal(51), _nilai("5", _M)),
    (Decimal(0), _nilai("1", _M)),
)
_DISIPLIN = dict(zip(Hukuman, (_nilai(poin, _M) for poin in ("5", "3", "2", "1")), strict=True))
_KATEGORI = (
    (Decimal(91), "Sangat Tinggi"),
    (Decimal(81), "Tinggi"),
    (Decimal(71), "Sedang"),
    (Decimal(61), "Rendah"),
    (Decimal(0), "Sangat Rendah"),
)


_SEMINAR = ("seminar", "webinar", "lokakarya", "workshop", "simposium")
JP_TEKNIS = 20


@dataclass(frozen=True, kw_only=True)
class TabelIP:
    """Everything the index is made of; raises TabelIPTidakSah when the parts contradict each other."""

    bobot: Mapping[Dimensi, Decimal] = field(default_factory=lambda: _BOBOT)
    pendidikan: Mapping[Pendidikan, Nilai] = field(default_factory=lambda: _PENDIDIKAN)
    kompetensi: Mapping[KelompokJabatan, Mapping[Diklat, Nilai]] = field(default_factory=lambda: _KOMPETENSI)
    kinerja: tuple[tuple[Decimal, Nilai], ...] = _KINERJA
    disiplin: Mapping[Hukuman, Nilai] = field(default_factory=lambda: _DISIPLIN)
    kategori: tuple[tuple[Decimal, str], ...] = _KATEGORI

    def __post_init__(self) -> None:
        if sum(self.bobot.values()) != 100 or set(self.bobot) != set(Dimensi):
            raise TabelIPTidakSah("Bobot keempat dimensi harus berjumlah 100.")
        for dimensi, tertinggi in self._highest():
            if tertinggi > self.bobot[dimensi]:
                raise TabelIPTidakSah(
                    f"Nilai {dimensi.label} melebihi bobotnya, {format_angka(self.bobot[dimensi])}."
                )
        for nama, batas in (
            ("kinerja", [b for b, _ in self.kinerja]),
            ("kategori", [b for b, _ in self.kategori]),
        ):
            if batas != sorted(set(batas), reverse=True) or batas[-1:] != [Decimal(0)]:
                raise TabelIPTidakSah(f"Batas {nama} harus menurun dan berakhir pada 0.")

    def _highest(self) -> tuple[tuple[Dimensi, Decimal], ...]:
        nol = Decimal(0)
        return (
            (Dimensi.KUALIFIKASI, max((n.poin for n in self.pendidikan.values()), default=nol)),
            *(
                (Dimensi.KOMPETENSI, sum((n.poin for n in isi.values()), nol))
                for isi in self.kompetensi.values()
            ),
            (Dimensi.KINERJA, max((n.poin for _, n in self.kinerja), default=nol)),
            (Dimensi.DISIPLIN, max((n.poin for n in self.disiplin.values()), default=nol)),
        )


@dataclass(frozen=True, kw_only=True)
class KeadaanIP:
    """What is known of one person; `nilai_kinerja` on the old scale 0–100, None while unknown."""

    kelompok: KelompokJabatan
    pendidikan: Pendidikan | None = None
    daftar_diklat: frozenset[Diklat] | None = None  # an empty set says that there was none
    nilai_kinerja: Decimal | None = None
    hukuman: Hukuman | None = None


@dataclass(frozen=True, kw_only=True)
class SkorDimensi:
    """Points of one dimension with the reason; None while something is missing."""

    dimensi: Dimensi
    bobot: Decimal
    skor: Decimal | None
    alasan: str
    kepastian: Kepastian


@dataclass(frozen=True, kw_only=True)
class HasilIP:
    """The index; `jumlah` and `kategori` are None until all four dimensions are known."""

    daftar_dimensi: tuple[SkorDimensi, ...]
    jumlah: Decimal | None
    kategori: str | None


@dataclass(frozen=True, kw_only=True)
class SertifikatIP:
    """A checked certificate; `bidang` is empty where the catalogue does not know the training."""

    nama: str
    bidang: str
    jp: int
    selesai_on: date


@dataclass(frozen=True, kw_only=True)
class MasaSertifikat:
    """For how many years a certificate counts; leadership has no end."""

    teknis: int = 1
    seminar: int = 2


def diklat_sertifikat(
    daftar: Iterable[SertifikatIP], *, on: date, masa: MasaSertifikat | None = None
) -> frozenset[Diklat]:
    """What certificates show of the rows of the table (tafsir T100); what they cannot show stays for a person to record."""
    masa = masa or MasaSertifikat()
    return frozenset(jenis for satu in daftar if (jenis := _kind(satu)) and _counts(satu, jenis, on, masa))


def _kind(satu: SertifikatIP) -> Diklat | None:
    kata = satu.nama.lower().split()
    if kata and kata[0] in _SEMINAR:
        return Diklat.SEMINAR
    if "kepemimpinan" in kata:
        return Diklat.KEPEMIMPINAN
    return Diklat.TEKNIS if satu.bidang == "teknis" and satu.jp >= JP_TEKNIS else None


def _counts(satu: SertifikatIP, jenis: Diklat, on: date, masa: MasaSertifikat) -> bool:
    tahun = {Diklat.TEKNIS: masa.teknis, Diklat.SEMINAR: masa.seminar}.get(jenis)
    sejak = date.min if tahun is None else on - timedelta(days=365 * tahun)
    return sejak <= satu.selesai_on <= on


def indeks_profesionalitas(keadaan: KeadaanIP, *, tabel: TabelIP | None = None) -> HasilIP:
    """The index of one person by a table; what is not known leaves the sum open instead of counting as nothing."""
    tabel = tabel or TabelIP()
    daftar = (
        _education(keadaan, tabel),
        _competence(keadaan, tabel),
        _performance(keadaan, tabel),
        _discipline(keadaan, tabel),
    )
    skor = [satu.skor for satu in daftar if satu.skor is not None]
    if len(skor) < len(daftar):
        return HasilIP(daftar_dimensi=daftar, jumlah=None, kategori=None)
    jumlah = sum(skor, Decimal(0))
    return HasilIP(
        daftar_dimensi=daftar, jumlah=jumlah, kategori=next(n for b, n in tabel.kategori if jumlah >= b)
    )


def _education(keadaan: KeadaanIP, tabel: TabelIP) -> SkorDimensi:
    nilai = None if keadaan.pendidikan is None else tabel.pendidikan.get(keadaan.pendidikan)
    if keadaan.pendidikan is None or nilai is None:
        return _missing(Dimensi.KUALIFIKASI, tabel, "Pendidikan terakhir belum tercatat.")
    return _score(Dimensi.KUALIFIKASI, tabel, nilai, f"Pendidikan {keadaan.pendidikan.label}")


def _competence(keadaan: KeadaanIP, tabel: TabelIP) -> SkorDimensi:
    if keadaan.daftar_diklat is None:
        return _missing(Dimensi.KOMPETENSI, tabel, "Diklat belum tercatat.")
    baris = tabel.kompetensi[keadaan.kelompok]
    ada = [diklat for diklat in baris if diklat in keadaan.daftar_diklat]
    belum = [diklat.label for diklat in baris if diklat not in keadaan.daftar_diklat]
    alasan = f"Sudah: {', '.join(satu.label for satu in ada) or 'belum ada'}"
    if belum:
        alasan += f"; belum: {', '.join(belum)}"
    poin = sum((baris[satu].poin for satu in ada), Decimal(0))
    ragu = any(nilai.kepastian is not Kepastian.NASKAH for nilai in baris.values())
    nilai = Nilai(poin=poin, kepastian=Kepastian.INGATAN if ragu else Kepastian.NASKAH)
    return _score(Dimensi.KOMPETENSI, tabel, nilai, alasan)


def _performance(keadaan: KeadaanIP, tabel: TabelIP) -> SkorDimensi:
    if keadaan.nilai_kinerja is None:
        pesan = "Nilai kinerja pada skala lama belum diisi; predikat belum punya padanan resmi."
        return _missing(Dimensi.KINERJA, tabel, pesan)
    if not 0 <= keadaan.nilai_kinerja <= 100:
        raise TabelIPTidakSah("Nilai kinerja harus 0 sampai 100.")
    nilai = next(n for batas, n in tabel.kinerja if keadaan.nilai_kinerja >= batas)
    return _score(
        Dimensi.KINERJA,
        tabel,
        nilai,
        f"Nilai kinerja {format_angka(keadaan.nilai_kinerja)} pada skala lama 0–100",
    )


def _discipline(keadaan: KeadaanIP, tabel: TabelIP) -> SkorDimensi:
    nilai = None if keadaan.hukuman is None else tabel.disiplin.get(keadaan.hukuman)
    if keadaan.hukuman is None or nilai is None:
        return _missing(Dimensi.DISIPLIN, tabel, "Riwayat hukuman disiplin belum tercatat.")
    return _score(Dimensi.DISIPLIN, tabel, nilai, f"Hukuman disiplin: {keadaan.hukuman.label.lower()}")


def _score(dimensi: Dimensi, tabel: TabelIP, nilai: Nilai, alasan: str) -> SkorDimensi:
    bobot = tabel.bobot[dimensi]
    kalimat = f"{alasan}: {format_angka(nilai.poin)} dari {format_angka(bobot)}."
    return SkorDimensi(
        dimensi=dimensi, bobot=bobot, skor=nilai.poin, alasan=kalimat, kepastian=nilai.kepastian
    )


def _missing(dimensi: Dimensi, tabel: TabelIP, alasan: str) -> SkorDimensi:
    return SkorDimensi(
        dimensi=dimensi, bobot=tabel.bobot[dimensi], skor=None, alasan=alasan, kepastian=Kepastian.PILIHAN
    )
