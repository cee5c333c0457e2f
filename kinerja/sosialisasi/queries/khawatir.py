"""What people fear, answered with the person's own facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from kinerja.jejak.models import AksesData
from kinerja.kebijakan.models import SumberKebijakan
from kinerja.kebijakan.queries import kebijakan_untuk
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.models import Pegawai, Peran, UnitKerja
from kinerja.kepegawaian.queries.penilai import penempatan_kini
from kinerja.lib.sekaligus import read_together
from kinerja.metode.agregasi import Sumber
from kinerja.penilaian.models import Evaluasi
from kinerja.penilaian.queries.hasil import daftar_hasil
from kinerja.penilaian.queries.tenggat import DaftarKalender, Tenggat, tenggat_berikut
from kinerja.perencanaan.models import SKP

if TYPE_CHECKING:
    from kinerja.akun.models import User

HARI_MELIHAT = 30
TERBANYAK = 3  # names of one kind of office; a large agency has many


@dataclass(frozen=True, kw_only=True)
class Fakta:
    penilai: str = ""
    atasan: str = ""
    peran: dict[JenisPeran, list[str]]  # who holds an office over his unit
    pembaca: int = 0  # how many people looked at his data lately
    daftar_sumber: list[SumberKebijakan]  # whose word counts in his unit
    evaluasi: Evaluasi | None = None  # the newest result that was handed over
    tenggat: Tenggat | None = None

    def nama_peran(self, jenis: str) -> str:
        daftar = self.peran.get(JenisPeran(jenis), [])
        lain = f" dan {len(daftar) - TERBANYAK} orang lain" if len(daftar) > TERBANYAK else ""
        return ", ".join(daftar[:TERBANYAK]) + lain

    def dihitung(self, sumber: str) -> bool:
        return any(satu.sumber == Sumber(sumber) and satu.bobot for satu in self.daftar_sumber)


def fakta_khawatir(user: User, pegawai: Pegawai, *, on: date) -> Fakta:
    tempat = penempatan_kini(pegawai, on=on)
    unit = tempat.unit_kerja if tempat else None
    kebijakan = kebijakan_untuk(unit, on=on) if unit else None
    baca = read_together(
        skp=SKP.objects.filter(pegawai=pegawai, tahun=on.year)
        .select_related("penilai", "atasan_penilai")
        .order_by("-id"),
        peran=_over(unit, by_not=user),
        akses=AksesData.objects.about(pegawai.pk)
        .filter(on__gt=on - timedelta(days=HARI_MELIHAT))
        .order_by("id"),
        sumber=SumberKebijakan.objects.filter(kebijakan=kebijakan).order_by("-dimensi", "-bobot", "id"),
        evaluasi=daftar_hasil(user).select_related("periode", "skp__unit_kerja", "skp__pegawai__instansi"),
    )
    skp = next(iter(baca["skp"]), None)
    evaluasi = next(iter(baca["evaluasi"]), None)
    return Fakta(
        penilai=skp.penilai.nama if skp and skp.penilai else "",
        atasan=skp.atasan_penilai.nama if skp and skp.atasan_penilai else "",
        peran=_by_office(baca["peran"]),
        pembaca=len({satu.pembaca_id for satu in baca["akses"]}),
        daftar_sumber=list(baca["sumber"]),
        evaluasi=evaluasi,
        tenggat=tenggat_berikut(evaluasi, on=on, kalender=DaftarKalender()) if evaluasi else None,
    )


def _over(unit: UnitKerja | None, *, by_not: User) -> QuerySet[Peran]:
    """Offices over the unit or over one above it."""
    nomor = [int(bagian) for bagian in unit.jalur.strip("/").split("/")] if unit else []
    daftar = Peran.objects.filter(unit_kerja_id__in=nomor, selesai_on__isnull=True).exclude(user=by_not)
    return daftar.select_related("user").order_by("user__nama", "id")


def _by_office(daftar: list[Peran]) -> dict[JenisPeran, list[str]]:
    hasil: dict[JenisPeran, list[str]] = {}
    for peran in daftar:
        nama = hasil.setdefault(JenisPeran(peran.jenis), [])
        if peran.user.nama not in nama:
            nama.append(peran.user.nama)
    return hasil
