"""Recaps of attendance by month and of learning by year; a few people have days that need a conversation."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from kinerja.demo.baca import daftar_pemeran
from kinerja.demo.tanam.dunia import Dunia, acak_untuk
from kinerja.demo.tanam.sisip import insert_many
from kinerja.kepegawaian.models import Instansi, Penempatan
from kinerja.peraturan.identitas import JenisASN
from kinerja.peraturan.jadwal import KalenderKerja
from kinerja.rekap.models import PengaturanKehadiran, RekapBelajar, RekapKehadiran

# Person → month → days of unexcused absence.
_ALPA = {
    "pak-ucok": {2: 2, 8: 3},
    "pak-galang": {3: 3, 5: 2, 9: 3},
    "pak-joko": {4: 1},
    "petugas-kotabumi-ilir": {6: 2, 7: 1},
}
_JP = {"bu-dewi": 34, "pak-ucok": 4, "pak-galang": 6, "bu-melati": 28, "bu-rina": 12, "pak-dimas": 24}
_JP_PPPK_TERBANYAK = 24


def plant_rekap(daftar: Iterable[Penempatan], *, tahun: int, dunia: Dunia) -> None:
    """Months that have ended by the day of planting; whoever moved in the year has one row a month all the same."""
    slug = {orang.nip: orang.slug for orang in daftar_pemeran()}
    per_orang = {tempat.pegawai_id: tempat for tempat in daftar}
    bulan = [b for b in range(1, 13) if date(tahun, b, monthrange(tahun, b)[1]) < dunia.on]
    hari: dict[tuple[int, int], list[int]] = {}
    kehadiran, belajar = [], []
    for tempat in per_orang.values():
        siapa = slug.get(tempat.pegawai.nip, "")
        unit = tempat.unit_kerja
        kunci = (unit.instansi_id, unit.hari_kerja)
        if kunci not in hari:
            hari[kunci] = [_working_days(tahun, b, dunia.kalender(unit)) for b in bulan]
        kehadiran += [
            _month(tempat, tahun, b, hari_kerja, siapa)
            for b, hari_kerja in zip(bulan, hari[kunci], strict=True)
        ]
        belajar.append(_year(tempat, tahun, siapa, bagian=len(bulan) / 12))
    insert_many(RekapKehadiran, kehadiran)
    insert_many(RekapBelajar, belajar)


def plant_pengaturan() -> None:
    """One instansi has said how minutes count; the others have not."""
    PengaturanKehadiran.objects.create(
        instansi=Instansi.objects.get(kode="PKU"),
        menit_per_hari=450,
        sumber="Contoh demo: 7,5 jam dihitung satu hari; cocokkan dengan peraturan kepala daerah",
    )


def _working_days(tahun: int, bulan: int, kalender: KalenderKerja) -> int:
    pertama = date(tahun, bulan, 1)
    return sum(
        kalender.is_hari_kerja(pertama + timedelta(days=n)) for n in range(monthrange(tahun, bulan)[1])
    )


def _month(tempat: Penempatan, tahun: int, bulan: int, hari_kerja: int, siapa: str) -> RekapKehadiran:
    acak = acak_untuk("kehadiran", tempat.pegawai.nip, tahun, bulan)
    alpa = min(_ALPA.get(siapa, {}).get(bulan, 0), hari_kerja)
    cuti = min(acak.choice((0, 0, 0, 1, 1, 2)), hari_kerja - alpa)
    return RekapKehadiran(
        pegawai=tempat.pegawai,
        mulai_on=date(tahun, bulan, 1),
        selesai_on=date(tahun, bulan, monthrange(tahun, bulan)[1]),
        hari_kerja=hari_kerja,
        hadir=hari_kerja - alpa - cuti,
        alpa=alpa,
        alpa_berturut=min(alpa, 2),
        terlambat_menit=acak.choice((0, 0, 5, 10, 15)) + alpa * 20,
        pulang_cepat_menit=acak.choice((0, 0, 0, 10)),
    )


def _year(tempat: Penempatan, tahun: int, siapa: str, *, bagian: float) -> RekapBelajar:
    acak = acak_untuk("belajar", tempat.pegawai.nip, tahun)
    jp = int(_JP.get(siapa, acak.randint(16, 30)) * bagian)
    if tempat.pegawai.jenis_asn == JenisASN.PPPK:
        jp = min(jp, _JP_PPPK_TERBANYAK)
    return RekapBelajar(
        pegawai=tempat.pegawai,
        tahun=tahun,
        jp=Decimal(jp),
        keterangan="Bimbingan teknis, kelas daring, dan belajar mandiri",
    )
