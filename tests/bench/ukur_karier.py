"""Plants functional officers into the empty database it is pointed at, reads the lists, and prints what that cost as JSON."""

from __future__ import annotations

import json
import resource
import sys
import time
from datetime import UTC, date, datetime
from decimal import Decimal
from random import Random

import django

if __name__ == "__main__":
    django.setup()

from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from kinerja.demo.tanam.kalender import plant_tahun
from kinerja.demo.tanam.kebijakan import plant_kebijakan
from kinerja.demo.tanam.organisasi import plant_organisasi
from kinerja.demo.tanam.sisip import insert_many
from kinerja.dokumen.xlsx import tulis_xlsx
from kinerja.karier.istilah import Jalur
from kinerja.karier.models import AngkaKreditLama, FormasiJF, RiwayatPangkat, RiwayatPredikat, UjiKompetensi
from kinerja.karier.queries.kelayakan import DaftarKelayakan, SaringKelayakan, daftar_kelayakan
from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kepegawaian.models import Instansi, Jabatan, Pegawai, Penempatan, UnitKerja
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.angka_kredit import jenjang_berikutnya
from kinerja.peraturan.identitas import JenjangJF
from kinerja.peraturan.parameter import angka_kredit_jf
from kinerja.peraturan.predikat import Predikat, Rating
from kinerja.perencanaan.models import SKP
from kinerja.www.karier.views.kelayakan import _sheet

PADA = datetime(2026, 11, 2, 2, tzinfo=UTC)
HARI = date(2026, 11, 2)


@transaction.atomic
def plant(jumlah: int) -> Instansi:
    plant_organisasi()
    plant_kebijakan(berlaku_on=date(2025, 1, 1))
    for tahun in (2025, 2026):
        plant_tahun(tahun, at=PADA)
    instansi = Instansi.objects.get(kode="PKU")
    unit = list(UnitKerja.objects.filter(instansi=instansi).order_by("id"))
    acak, penilai = Random(7), Pegawai.objects.filter(instansi=instansi).order_by("id")[0]
    jabatan = [
        Jabatan(unit_kerja=unit[n % len(unit)], kode=f"BENCH-{n}", nama=f"Perencana {jenjang.label}", jenis="jf", jenjang=jenjang)
        for n, jenjang in enumerate(JenjangJF)
    ]  # fmt: skip
    insert_many(Jabatan, jabatan)
    orang = [
        Pegawai(
            instansi=instansi, nip=f"{209900000000000000 + n}", nama=f"Pegawai {n}", jenis_asn="pns",
            golongan=acak.choice(angka_kredit_jf()["jenjang"][jabatan[n % 8].jenjang]["golongan"]), status="aktif", email="",
        )
        for n in range(jumlah)
    ]  # fmt: skip
    insert_many(Pegawai, orang)
    tempat = [
        Penempatan(
            pegawai=p, jabatan=jabatan[n % 8], unit_kerja=unit[n % len(unit)], jenis="definitif",
            mulai_on=date(2025, 1, 2) if n % 3 else date(2025, acak.randint(2, 12), 1), dasar="",
        )
        for n, p in enumerate(orang)
    ]  # fmt: skip
    insert_many(Penempatan, tempat)
    _results(tempat, instansi, penilai, acak)
    _records(tempat, acak)
    for jenjang in JenjangJF:
        FormasiJF.objects.create(
            instansi=instansi, nama="Perencana", jenjang=jenjang, jumlah=acak.randint(0, jumlah // 4), dasar="SK", recorded_at=PADA
        )  # fmt: skip
    return instansi


def _results(tempat: list[Penempatan], instansi: Instansi, penilai: Pegawai, acak: Random) -> None:
    for tahun, tahap, banyak in ((2025, Tahap.TAHUNAN, 1), (2026, Tahap.PERIODIK, 3)):
        daftar = Periode.objects.filter(instansi=instansi, tahun=tahun, tahap=tahap).order_by("selesai_on")
        periode = [p for p in daftar if (p.selesai_on - p.mulai_on).days < 100 or tahap == Tahap.TAHUNAN]
        skp = [
            SKP(
                instansi=instansi, pegawai=t.pegawai, penempatan=t, unit_kerja=t.unit_kerja, penilai=penilai, tahun=tahun,
                mulai_on=max(t.mulai_on, date(tahun, 1, 1)), selesai_on=date(tahun, 12, 31), kategori="ja_jf",
                pendekatan="kuantitatif", status="ditetapkan", versi=1, catatan_penilai="", alasan_perubahan="",
            )
            for t in tempat
        ]  # fmt: skip
        insert_many(SKP, skp)
        insert_many(
            Evaluasi,
            [
                Evaluasi(
                    instansi=instansi, skp=satu, periode=p, penilai=penilai, status="final",
                    rating_hasil=Rating.SESUAI, rating_perilaku=Rating.SESUAI,
                    predikat=acak.choices(list(Predikat), (20, 65, 9, 4, 2))[0],
                )
                for satu in skp
                for p in periode[:banyak]
            ],
        )  # fmt: skip


def _records(tempat: list[Penempatan], acak: Random) -> None:
    insert_many(
        RiwayatPangkat,
        [
            RiwayatPangkat(
                pegawai=t.pegawai, golongan=t.pegawai.golongan, tmt_on=date(acak.randint(2020, 2025), acak.choice((4, 10)), 1),
                dasar="SK", recorded_at=PADA,
            )
            for t in tempat
        ],
    )  # fmt: skip
    insert_many(
        RiwayatPredikat,
        [
            RiwayatPredikat(pegawai=t.pegawai, tahun=2024, bulan_mulai=1, bulan_selesai=12, predikat="baik", dasar="D", recorded_at=PADA)
            for t in tempat
        ],
    )  # fmt: skip
    insert_many(
        AngkaKreditLama,
        [
            AngkaKreditLama(
                pegawai=t.pegawai, jenjang=t.jabatan.jenjang, unsur="jf_lama", nilai=Decimal(acak.randint(0, 90000)) / 1000,
                sampai_on=date(2024, 12, 31), dasar="PAK", recorded_at=PADA,
            )
            for t in tempat
        ],
    )  # fmt: skip
    insert_many(
        UjiKompetensi,
        [
            UjiKompetensi(
                pegawai=t.pegawai, jenjang=atas, diuji_on=date(2025, 9, 1), lulus=acak.random() < 0.7, dasar="SK", recorded_at=PADA
            )
            for t in tempat[::3]
            if (atas := jenjang_berikutnya(jenjang=JenjangJF(t.jabatan.jenjang)))
        ],
    )  # fmt: skip


def read(jalur: Jalur, instansi: Instansi) -> DaftarKelayakan:
    jalur_unit = UnitKerja.objects.filter(instansi=instansi, induk=None).order_by("id")[0].jalur
    return daftar_kelayakan(
        jalur,
        instansi_ids=frozenset({instansi.pk}),
        lingkup_jalur=[jalur_unit],
        on=HARI,
        masa=None,
        saring=SaringKelayakan(),
    )


def measured(jalur: Jalur, instansi: Instansi, *, lembar: bool) -> dict[str, float]:
    connection.force_debug_cursor = False
    mulai, cpu = time.perf_counter(), time.process_time()
    daftar = read(jalur, instansi)
    if lembar:
        tulis_xlsx(_sheet(daftar))
    selesai, cpu_selesai = time.perf_counter(), time.process_time()
    with CaptureQueriesContext(connection) as hitungan:
        read(jalur, instansi)
    return {
        "orang": daftar.jumlah,
        "kueri": len(hitungan) - 1,  # without the one that finds the unit
        "detik": selesai - mulai,
        "cpu": cpu_selesai - cpu,
        "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    tempat_kerja = plant(int(sys.argv[1]))
    with connection.cursor() as cursor:
        # A server learns by the way how much there is; right after planting it would still guess.
        cursor.execute("ANALYZE")
    hasil = {
        "List: pangkat": measured(Jalur.PANGKAT_JF, tempat_kerja, lembar=False),
        "List: jenjang": measured(Jalur.JENJANG, tempat_kerja, lembar=False),
        "Sheet: jenjang": measured(Jalur.JENJANG, tempat_kerja, lembar=True),
    }
    print(json.dumps(hasil))
