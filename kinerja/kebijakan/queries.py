"""Which policy, calendar and period hold for a unit on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from kinerja.kebijakan.models import (
    AspekKebijakan,
    Dimensi,
    HariLibur,
    JenisAspek,
    Kebijakan,
    Periode,
    SumberKebijakan,
    Tahap,
)
from kinerja.kepegawaian.models import UnitKerja
from kinerja.metode.agregasi import AmbangSkor, BobotSumber, Sumber
from kinerja.metode.saran_rating import Ambang
from kinerja.metode.skala import MIKRO, Patok
from kinerja.peraturan.jadwal import KalenderKerja
from kinerja.peraturan.perilaku import NilaiDasar


def kebijakan_untuk(unit: UnitKerja, *, on: date) -> Kebijakan | None:
    """The nearest policy above the unit that is in force; the newest one of the same unit wins."""
    nomor_jalur = [int(bagian) for bagian in unit.jalur.strip("/").split("/")]
    daftar = (
        Kebijakan.objects.in_force(on)
        .filter(unit_kerja_id__in=nomor_jalur)
        .select_related("unit_kerja")
        .order_by("berlaku_on", "versi")
    )
    kedalaman = {nomor: urutan for urutan, nomor in enumerate(nomor_jalur)}
    return max(daftar, key=lambda k: (kedalaman[k.unit_kerja_id], k.berlaku_on, k.versi), default=None)


def kebijakan_berlaku(instansi_id: int, *, on: date) -> list[Kebijakan]:
    """One policy for each unit of the instansi that has one in force; the root comes first, the nearest last."""
    return versi_berlaku(daftar_versi(instansi_id, on=on), on=on)


def daftar_versi(instansi_id: int, *, on: date) -> list[Kebijakan]:
    """Everything that was in force up to a day, for who asks about several days at once."""
    daftar = Kebijakan.objects.in_force(on).filter(unit_kerja__instansi_id=instansi_id).with_method()
    return list(daftar.order_by("berlaku_on", "versi"))


def versi_berlaku(daftar: Iterable[Kebijakan], *, on: date) -> list[Kebijakan]:
    """Out of versions in the order in which they began: for each unit the newest one of that day."""
    terbaru = {kebijakan.unit_kerja_id: kebijakan for kebijakan in daftar if kebijakan.berlaku_on <= on}
    return sorted(terbaru.values(), key=lambda kebijakan: kebijakan.unit_kerja.tingkat)


def kebijakan_terdekat(daftar: Iterable[Kebijakan], jalur: str) -> Kebijakan | None:
    """The nearest one above a path, out of what `kebijakan_berlaku` answered."""
    cocok = [kebijakan for kebijakan in daftar if jalur.startswith(kebijakan.unit_kerja.jalur)]
    return cocok[-1] if cocok else None


def kalender_untuk(unit: UnitKerja, *, tahun: int) -> KalenderKerja:
    """Working days of the unit, with the holidays of its instansi in that year and the next."""
    return kalender_dari(unit, daftar_libur(unit, tahun=tahun))


def daftar_libur(unit: UnitKerja, *, tahun: int) -> QuerySet[HariLibur]:
    daftar = HariLibur.objects.filter(instansi_id=unit.instansi_id, tanggal__year__in=(tahun, tahun + 1))
    return daftar.order_by("tanggal", "id")


def kalender_dari(unit: UnitKerja, daftar: Iterable[HariLibur]) -> KalenderKerja:
    return KalenderKerja(
        hari_kerja_per_minggu=6 if unit.hari_kerja == 6 else 5,
        libur=frozenset(satu.tanggal for satu in daftar),
    )


def periode_berjalan(instansi_id: int, *, tahap: Tahap, on: date) -> Periode | None:
    """The period of a kind that contains the day."""
    return (
        Periode.objects.filter(instansi_id=instansi_id, tahap=tahap, mulai_on__lte=on, selesai_on__gte=on)
        .order_by("urutan")
        .first()
    )


@dataclass(frozen=True, kw_only=True)
class AspekMetode:
    """One aspect as the arithmetic and the forms need it, free of the database."""

    kode: str
    nama: str
    jenis: JenisAspek
    uraian: str = ""
    jangkar: tuple[str, ...] = ()
    sumber: frozenset[Sumber] = frozenset()
    unsur_skm: str = ""
    kompetensi_kode: str = ""
    ikut_dihitung: bool = True

    def dinilai(self, sumber: Sumber) -> bool:
        return sumber in self.sumber


@dataclass(frozen=True, kw_only=True)
class MetodePenilaian:
    """A policy as plain values: what the suggestion is computed from."""

    sumber_perilaku: tuple[BobotSumber, ...]
    sumber_hasil: tuple[BobotSumber, ...]
    daftar_aspek: tuple[AspekMetode, ...]
    ambang: Ambang
    ambang_skor: AmbangSkor
    patok: dict[str, Patok]
    target_jp: int

    def bobot(self, sumber: Sumber) -> BobotSumber | None:
        return next((satu for satu in self.sumber_perilaku if satu.sumber is sumber), None)


HANYA_ATASAN = (BobotSumber(sumber=Sumber.ATASAN, bobot=100),)
SUMBER_BERFORMULIR = frozenset(
    {Sumber.ATASAN, Sumber.REKAN, Sumber.BAWAHAN, Sumber.TIM_EVALUASI, Sumber.DIRI}
)
# Own readings, editable in every policy: where other scales stand on 0 to 100 (tafsir T61).
PATOK_BAWAAN: dict[str, list[list[str]]] = {
    "ikm": [["25", "0"], ["65", "25"], ["76.61", "50"], ["88.31", "75"], ["100", "100"]],
    "kehadiran": [["0", "0"], ["90", "25"], ["95", "50"], ["99", "75"], ["100", "100"]],
    "belajar": [["0", "0"], ["50", "25"], ["100", "50"], ["150", "75"], ["200", "100"]],
}


def metode_dari(kebijakan: Kebijakan | None) -> MetodePenilaian:
    """The method of a policy; without one, or without aspects of its own, the law's seven values rated by the atasan."""
    if kebijakan is None:
        return _method(kebijakan=Kebijakan(), perilaku=(), hasil=(), aspek=())
    sumber = list(kebijakan.daftar_sumber.all())
    return _method(
        kebijakan=kebijakan,
        perilaku=tuple(_weight(s) for s in sumber if s.dimensi == Dimensi.PERILAKU),
        hasil=tuple(_weight(s) for s in sumber if s.dimensi == Dimensi.HASIL),
        aspek=tuple(_aspect(a) for a in kebijakan.daftar_aspek.all()),
    )


def _method(
    *,
    kebijakan: Kebijakan,
    perilaku: tuple[BobotSumber, ...],
    hasil: tuple[BobotSumber, ...],
    aspek: tuple[AspekMetode, ...],
) -> MetodePenilaian:
    return MetodePenilaian(
        sumber_perilaku=perilaku or HANYA_ATASAN,
        sumber_hasil=hasil or HANYA_ATASAN,
        daftar_aspek=aspek or aspek_berakhlak(),
        ambang=Ambang(sebagian_besar=kebijakan.sebagian_besar, sebagian_kecil=kebijakan.sebagian_kecil),
        ambang_skor=AmbangSkor(
            sesuai=int(kebijakan.ambang_sesuai * MIKRO), di_atas=int(kebijakan.ambang_di_atas * MIKRO)
        ),
        patok={jenis: Patok.dari(titik) for jenis, titik in (PATOK_BAWAAN | kebijakan.patok).items()},
        target_jp=kebijakan.target_jp,
    )


def aspek_berakhlak() -> tuple[AspekMetode, ...]:
    return tuple(
        AspekMetode(
            kode=nilai.value,
            nama=nilai.label,
            jenis=JenisAspek.BERAKHLAK,
            uraian=nilai.pengertian,
            sumber=SUMBER_BERFORMULIR,
        )
        for nilai in NilaiDasar
    )


def _weight(satu: SumberKebijakan) -> BobotSumber:
    return BobotSumber(sumber=Sumber(satu.sumber), bobot=satu.bobot, minimum=satu.minimum)


def _aspect(satu: AspekKebijakan) -> AspekMetode:
    return AspekMetode(
        kode=satu.kode,
        nama=satu.nama,
        jenis=JenisAspek(satu.jenis),
        uraian=satu.uraian,
        jangkar=tuple(satu.jangkar),
        sumber=frozenset(Sumber(kode) for kode in satu.sumber) or SUMBER_BERFORMULIR,
        unsur_skm=satu.unsur_skm,
        kompetensi_kode=satu.kompetensi_kode,
        ikut_dihitung=satu.ikut_dihitung,
    )
