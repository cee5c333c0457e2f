"""How many people of a unit are seen below what their post requires, competence by competence."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from kinerja.kebijakan.models import AspekKebijakan, JenisAspek, Kebijakan, SumberKebijakan
from kinerja.kebijakan.queries import MetodePenilaian, metode_dari
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import di_bawah, lingkup
from kinerja.kepegawaian.models import Penempatan, UnitKerja
from kinerja.kompetensi.models import Kompetensi
from kinerja.kompetensi.queries import standar_jabatan
from kinerja.lib.sekaligus import attach, read_together
from kinerja.metode.kelompok_kecil import MINIMAL, tutup_kelompok
from kinerja.metode.skala import bulat
from kinerja.penilaian.queries.kesenjangan import evaluasi_berkompetensi, gap_dari

if TYPE_CHECKING:
    from kinerja.akun.models import User

# A year and a season: the last annual evaluation is still the newest one until the next is handed over.
_PALING_LAMA = timedelta(days=460)


@dataclass(kw_only=True)
class BarisUnit:
    """One competence: people seen, and those below the standard of their post; None where it would tell on somebody."""

    kompetensi: Kompetensi
    dinilai: int | None = 0
    kurang: int | None = 0
    _lain: dict[bool, int] = field(default_factory=lambda: {True: 0, False: 0})

    @property
    def persen(self) -> int | None:
        return None if self.kurang is None or not self.dinilai else bulat(100 * self.kurang, self.dinilai)


@dataclass(frozen=True, kw_only=True)
class KesenjanganUnit:
    unit: UnitKerja
    jumlah_pegawai: int | None
    daftar: list[BarisUnit]
    minimal: int = MINIMAL

    @property
    def ada_tersembunyi(self) -> bool:
        return any(satu.kurang is None for satu in self.daftar)


def daftar_unit_dibaca(user: User, *, on: date) -> list[UnitKerja]:
    """For an admin every unit whose own policy looks at competences, below his role; the unit of any other role; and
    the unit one heads. Nobody but an admin gets a choice of nested units, for one could be taken from the other.
    """
    dari = lingkup(user)
    admin = dari.jalur_peran(JenisPeran.ADMIN_INSTANSI)
    berkompetensi = Kebijakan.objects.in_force(on).filter(daftar_aspek__jenis=JenisAspek.KOMPETENSI)
    kelola = Q(pk__in=berkompetensi.order_by().values("unit_kerja")) | Q(jalur__in=admin)
    q = di_bawah(admin, kolom="jalur") & kelola
    if not admin:
        q = Q(jalur__in=dari.jalur_peran(JenisPeran.PIMPINAN)) | Q(
            pk__in=Penempatan.objects.berlaku(on)
            .filter(pegawai=dari.pegawai, jabatan__kepala=True, pegawai__isnull=False)
            .order_by()
            .values("jabatan__unit_kerja")
        )
    daftar = list(UnitKerja.objects.filter(q).order_by("jalur"))
    return daftar if admin else daftar[:1]


def kesenjangan_unit(
    unit: UnitKerja, *, on: date, pembaca_id: int | None, semua_angka: bool
) -> KesenjanganUnit:
    """Three queries. `semua_angka`: the admin, who may open each of these people anyway.

    Anybody else knows the gaps of the people he assesses himself, so the others alone must be many enough.
    """
    orang = _newest(unit, on=on)
    metode, kamus = _methods({satu[1] for satu in orang.values()}, unit)
    standar = standar_jabatan(satu[2] for satu in orang.values())
    baris = {kode: BarisUnit(kompetensi=satu) for kode, satu in kamus.items()}
    for kebijakan_id, jabatan_id, penilai_id, masukan in (satu[1:] for satu in orang.values()):
        dituntut = {k: t for k, t in standar.get(jabatan_id, {}).items() if k in kamus}
        for gap in gap_dari(
            masukan,
            metode=metode[kebijakan_id],
            dituntut=dituntut,
            dinilai_terhadap=dituntut,
            nama={kode: kamus[kode].nama for kode in dituntut},
        ):
            if gap.selisih is not None:
                _count(baris[gap.standar.kode], kurang=gap.is_kurang, sendiri=penilai_id == pembaca_id)
    daftar = [satu for satu in baris.values() if satu.dinilai]
    if not semua_angka:
        _close(daftar)
    daftar.sort(key=lambda satu: (satu.persen is None, -(satu.persen or 0), satu.kompetensi.nama))
    terbuka = semua_angka or len(orang) >= MINIMAL
    return KesenjanganUnit(unit=unit, jumlah_pegawai=len(orang) if terbuka else None, daftar=daftar)


def _newest(unit: UnitKerja, *, on: date) -> dict[int, tuple[int, int, int, int, dict[str, Any]]]:
    """By person: his newest evaluation as (person, policy, post, penilai, numbers)."""
    daftar = (
        evaluasi_berkompetensi()
        .filter(skp__unit_kerja__jalur__startswith=unit.jalur, periode__selesai_on__gte=on - _PALING_LAMA)
        .order_by("periode__selesai_on", "periode__tahap", "id")
        .values_list(
            "skp__pegawai_id", "kebijakan_id", "skp__penempatan__jabatan_id", "skp__penilai_id", "masukan"
        )
    )
    return {baris[0]: baris for baris in daftar}


def _methods(
    kebijakan_ids: set[int], unit: UnitKerja
) -> tuple[dict[int, MetodePenilaian], dict[str, Kompetensi]]:
    baca = read_together(
        kebijakan=Kebijakan.objects.filter(pk__in=kebijakan_ids),
        sumber=SumberKebijakan.objects.filter(kebijakan__in=kebijakan_ids),
        aspek=AspekKebijakan.objects.filter(kebijakan__in=kebijakan_ids),
        kompetensi=Kompetensi.objects.filter(instansi_id=unit.instansi_id),
    )
    attach(baca["kebijakan"], "daftar_sumber", baca["sumber"], oleh="kebijakan_id")
    attach(baca["kebijakan"], "daftar_aspek", baca["aspek"], oleh="kebijakan_id")
    dipakai = {a.kompetensi_kode for a in baca["aspek"] if a.jenis == JenisAspek.KOMPETENSI}
    return (
        {satu.pk: metode_dari(satu) for satu in baca["kebijakan"]},
        {satu.kode: satu for satu in baca["kompetensi"] if satu.kode in dipakai},
    )


def _count(baris: BarisUnit, *, kurang: bool, sendiri: bool) -> None:
    baris.dinilai = (baris.dinilai or 0) + 1
    baris.kurang = (baris.kurang or 0) + kurang
    if not sendiri:
        baris._lain[kurang] += 1


def _close(daftar: list[BarisUnit]) -> None:
    for baris in daftar:
        if None in tutup_kelompok(baris._lain).values():
            baris.kurang = None
            if sum(baris._lain.values()) < MINIMAL:
                baris.dinilai = None
