"""A hundred thousand people for the measuring of whole periods: one person planted with care, then cloned by the database.

`python -m tests.bench.besar 100000` fills the empty database of KINERJA_DATA or KINERJA_DATABASE.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import UTC, date, datetime

import django

if __name__ == "__main__":
    django.setup()

from django.core.management import call_command
from django.db import connection, models

from kinerja.demo.baca import find_pemeran
from kinerja.demo.tanam.kalender import plant_tahun
from kinerja.demo.tanam.kebijakan import plant_kebijakan
from kinerja.demo.tanam.organisasi import plant_organisasi
from kinerja.kebijakan.models import AspekKebijakan, JenisAspek, Kebijakan, Periode, SumberKebijakan, Tahap
from kinerja.kepegawaian.models import Instansi, Pegawai, Penempatan, UnitKerja
from kinerja.metode.agregasi import Sumber
from kinerja.pelaksanaan.models import Realisasi, UmpanBalik
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.perencanaan.models import SKP, IndikatorKinerja, RencanaHasilKerja
from kinerja.rekap.models import RekapKehadiran
from kinerja.sumber.istilah import KeadaanHak, KeadaanPutaran
from kinerja.sumber.models import HakMenilai, Putaran, Rangkuman
from tests.factories.skp import HASIL_PEGAWAI, HASIL_PIMPINAN, buat_skp

PADA = datetime(2026, 4, 5, 2, tzinfo=UTC)
_JARAK = 1_000_000  # between the keys of one copy and the next; beyond every key that was planted
_TEMPAT = "bench_urut"
_RINGKAS = (Sumber.REKAN, Sumber.BAWAHAN)


def plant(jumlah: int) -> None:
    call_command("migrate", verbosity=0)
    plant_organisasi()
    plant_kebijakan(berlaku_on=date(2025, 1, 1))
    plant_tahun(2026, at=PADA)
    pegawai = Pegawai.objects.select_related("user", "instansi").get(nip=find_pemeran("pak-budi").nip)
    kebijakan = _policy(pegawai.instansi)
    evaluasi = _one_person(pegawai, kebijakan)
    _numbers(jumlah, pegawai.instansi)
    _clone_all(evaluasi)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _policy(instansi: Instansi) -> Kebijakan:
    """One for all of them: nearer ones would keep their people out of a trial."""
    akar = UnitKerja.objects.get(instansi=instansi, induk=None)
    Kebijakan.objects.filter(unit_kerja__instansi=instansi).delete()
    kebijakan = Kebijakan.objects.create(unit_kerja=akar, versi=99, berlaku_on=date(2026, 1, 1))
    bobot = {Sumber.ATASAN: (60, 1), Sumber.REKAN: (20, 3), Sumber.BAWAHAN: (10, 3), Sumber.REKAP: (10, 1)}
    for sumber, (persen, minimum) in bobot.items():
        SumberKebijakan.objects.create(kebijakan=kebijakan, sumber=sumber, bobot=persen, minimum=minimum)
    for urutan, nilai in enumerate(NilaiDasar, start=1):
        AspekKebijakan.objects.create(
            kebijakan=kebijakan, kode=nilai.value, nama=nilai.label, jenis=JenisAspek.BERAKHLAK, urutan=urutan
        )
    AspekKebijakan.objects.create(
        kebijakan=kebijakan, kode="kedisiplinan", nama="Kedisiplinan", jenis=JenisAspek.KEHADIRAN, urutan=8,
        sumber=[Sumber.ATASAN, Sumber.REKAP],
    )  # fmt: skip
    return kebijakan


def _one_person(pegawai: Pegawai, kebijakan: Kebijakan) -> Evaluasi:
    """Everything that a closing looks at: results, three months of figures, feedback, attendance, what others said."""
    skp = buat_skp(pegawai, hasil=[*HASIL_PEGAWAI, *HASIL_PIMPINAN])
    periode = Periode.objects.get(instansi=pegawai.instansi, tahun=2026, tahap=Tahap.PERIODIK, urutan=1)
    periode.dibuka_at = PADA
    periode.save()
    bulan = Periode.objects.filter(instansi=pegawai.instansi, tahun=2026, tahap=Tahap.DOKUMENTASI)
    for nomor, satu in enumerate(bulan.order_by("mulai_on")[:3], start=1):
        for indikator in IndikatorKinerja.objects.filter(rhk__skp=skp).order_by("id"):
            setahun = indikator.target_bawah or None
            naik = setahun and (setahun * nomor / 12 if indikator.target_bulanan else setahun)
            Realisasi.objects.create(
                skp=skp, indikator=indikator, periode=satu, nilai=naik, recorded_at=PADA,
                uraian="" if naik else "Penyuluhan berjalan di dua tempat.",
            )  # fmt: skip
        RekapKehadiran.objects.create(
            pegawai=pegawai, mulai_on=satu.mulai_on, selesai_on=satu.selesai_on, hari_kerja=21, hadir=20
        )
    assert pegawai.user is not None
    rhk = RencanaHasilKerja.objects.filter(skp=skp).order_by("id")[0]
    for sasaran in (
        {"rhk": rhk},
        {"rhk": rhk},
        {"nilai": NilaiDasar.HARMONIS},
        {"nilai": NilaiDasar.ADAPTIF},
    ):
        UmpanBalik.objects.create(
            skp=skp, pemberi=pegawai.user, peran_pemberi="rekan", nada="positif", teks="Membantu.",
            given_at=datetime(2026, 3, 3, 2, tzinfo=UTC), **sasaran,
        )  # fmt: skip
    _others(skp, periode, kebijakan)
    return Evaluasi.objects.create(
        instansi=pegawai.instansi,
        skp=skp,
        periode=periode,
        penilai=skp.penilai or pegawai,
        kebijakan=kebijakan,
    )


def _others(skp: SKP, periode: Periode, kebijakan: Kebijakan) -> None:
    """A closed round: five colleagues and five members of staff, each aspect."""
    putaran = Putaran.objects.create(
        periode=periode, unit_kerja=kebijakan.unit_kerja, kebijakan=kebijakan, benih="0" * 64, sidik_masukan="0" * 64,
        mulai_on=periode.mulai_on, selesai_on=periode.selesai_on, keadaan=KeadaanPutaran.DITUTUP, diundi_at=PADA,
    )  # fmt: skip
    orang = list(Pegawai.objects.exclude(pk=skp.pegawai_id).order_by("id")[:10])
    for urutan, satu in enumerate(orang):
        HakMenilai.objects.create(
            putaran=putaran, penilai=satu, dinilai=skp, sumber=_RINGKAS[urutan % 2], keadaan=KeadaanHak.TERISI
        )
    for sumber in _RINGKAS:
        for nilai in NilaiDasar:
            Rangkuman.objects.create(
                putaran=putaran, skp=skp, sumber=sumber, aspek=nilai.value, langkah_3=2, langkah_4=3, n=5
            )


def _numbers(jumlah: int, instansi: Instansi) -> None:
    """One row a copy, with the unit it lands in."""
    unit = list(UnitKerja.objects.filter(instansi=instansi).order_by("id").values_list("id", flat=True))
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE {_TEMPAT} (n bigint PRIMARY KEY, unit bigint NOT NULL)")
        cursor.executemany(
            f"INSERT INTO {_TEMPAT} VALUES (%s, %s)", [(n, unit[n % len(unit)]) for n in range(1, jumlah + 1)]
        )


def _clone_all(evaluasi: Evaluasi) -> None:
    skp = evaluasi.skp
    langkah = "(u.n + t.id) % 4"
    _clone(Pegawai, [skp.pegawai_id], nip="CAST(209900000000000000 + u.n AS varchar(18))", user_id="NULL")
    _clone(Penempatan, [skp.penempatan_id], pegawai_id=_moved("pegawai_id"), unit_kerja_id="u.unit")
    _clone(
        SKP, [skp.pk], pegawai_id=_moved("pegawai_id"), penempatan_id=_moved("penempatan_id"), unit_kerja_id="u.unit"
    )  # fmt: skip
    _clone(RencanaHasilKerja, _keys(RencanaHasilKerja, skp=skp), skp_id=_moved("skp_id"))
    _clone(IndikatorKinerja, _keys(IndikatorKinerja, rhk__skp=skp), rhk_id=_moved("rhk_id"))
    _clone(
        Realisasi, _keys(Realisasi, skp=skp), skp_id=_moved("skp_id"), indikator_id=_moved("indikator_id"),
        nilai="ROUND(t.nilai * (0.7 + 0.1 * ((u.n + t.indikator_id) % 7)), 4)",
    )  # fmt: skip
    _clone(
        UmpanBalik, _keys(UmpanBalik, skp=skp), skp_id=_moved("skp_id"), rhk_id=_moved("rhk_id"),
        nada="CASE (u.n + t.id) % 3 WHEN 0 THEN 'perbaikan' ELSE 'positif' END",
    )  # fmt: skip
    _clone(RekapKehadiran, _keys(RekapKehadiran, pegawai=skp.pegawai), pegawai_id=_moved("pegawai_id"),
           hadir="21 - u.n % 4")  # fmt: skip
    _clone(HakMenilai, _keys(HakMenilai, dinilai=skp), dinilai_id=_moved("dinilai_id"))
    _clone(
        Rangkuman, _keys(Rangkuman, skp=skp), skp_id=_moved("skp_id"), langkah_3=f"1 + {langkah}",
        langkah_4=f"4 - {langkah}",
    )  # fmt: skip
    _clone(Evaluasi, [evaluasi.pk], skp_id=_moved("skp_id"))


def _keys(model: type[models.Model], **syarat: object) -> list[int]:
    return list(model._default_manager.filter(**syarat).order_by("pk").values_list("pk", flat=True))


def _moved(kolom: str) -> str:
    return f"t.{kolom} + u.n * {_JARAK}"


def _clone(model: type[models.Model], kunci: Iterable[int], **ganti: str) -> None:
    """Each of the rows once for every copy, with the columns that differ."""
    kolom = [str(f.column) for f in model._meta.concrete_fields]
    isi = {"id": _moved("id")} | ganti
    tabel = model._meta.db_table
    perintah = (
        f"INSERT INTO {tabel} ({', '.join(kolom)}) SELECT {', '.join(isi.get(k, f't.{k}') for k in kolom)} "
        f"FROM {_TEMPAT} u CROSS JOIN {tabel} t WHERE t.id IN ({', '.join(map(str, kunci))}) ORDER BY u.n, t.id"
    )
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # Copies point where their original points; checking each of ten million keys takes minutes.
            cursor.execute("SET session_replication_role = replica")
        cursor.execute(perintah)


if __name__ == "__main__":
    plant(int(sys.argv[1]))
