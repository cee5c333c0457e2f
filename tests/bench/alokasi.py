"""`python -m tests.bench.alokasi`: the year's seats for 20,000 people under a budget, read, weighed and stored by the queue.

Uses a database of its own; writes its section of docs/dev/kinerja.md.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

from tests.bench.bagian import put

TUJUAN = Path("docs/dev/kinerja.md")
JUDUL = "\n## The year's seats\n"
ORANG = int(os.environ.get("ORANG", "20000"))
UKUR = "KINERJA_BENCH_ALOKASI"
BATAS = 10
PADA = datetime(2026, 1, 5, 2, tzinfo=UTC)


def main() -> None:
    folder = tempfile.mkdtemp(prefix="kinerja-bench-")
    env = os.environ | {UKUR: "1", "KINERJA_DATA": folder, "DJANGO_SETTINGS_MODULE": "config.settings.dev"}
    try:
        perintah = [sys.executable, "-m", "tests.bench.alokasi"]
        keluaran = subprocess.run(perintah, env=env, check=True, capture_output=True, text=True).stdout
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    bagian = section(keluaran.strip().splitlines()[-1])
    TUJUAN.write_text(put(TUJUAN.read_text(encoding="utf-8"), bagian), encoding="utf-8")
    print(bagian)


def section(baris: str) -> str:
    orang, ikut, baca, hitung, simpan, mb = baris.split()
    jumlah = sum(map(float, (baca, hitung, simpan)))
    detik = f"**{jumlah:.1f}**" if jumlah > BATAS else f"{jumlah:.1f}"
    return f"""{JUDUL}
Every person has agreed on one of twelve trainings; four thousand seats, money for fewer. Written by
`python -m tests.bench.alokasi`, load of the machine {os.getloadavg()[0]:.1f}. Goal: {BATAS} s.

| People | Seats given | Reading s | Weighing s | Storing s | Together s | Memory at its peak, MB |
|--:|--:|--:|--:|--:|--:|--:|
| {int(orang):,} | {int(ikut):,} | {baca} | {hitung} | {simpan} | {detik} | {mb} |
"""


def measure() -> None:
    import django  # noqa: PLC0415 - only the measuring process needs it

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415

    from kinerja.metode.alokasi_pelatihan import AturanAlokasi  # noqa: PLC0415
    from kinerja.pengembangan import actions  # noqa: PLC0415
    from kinerja.pengembangan.queries.alokasi import bahan_alokasi, hitung_alokasi  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    alokasi = plant()
    aturan = AturanAlokasi(benih="bench")
    awal = time.perf_counter()
    bahan = bahan_alokasi(alokasi, on=PADA.date())
    dibaca = time.perf_counter()
    hasil, daftar = hitung_alokasi(alokasi, bahan, aturan=aturan)
    dihitung = time.perf_counter()
    actions.store_alokasi(alokasi, daftar, aturan=aturan, at=PADA)
    disimpan = time.perf_counter()
    assert len(daftar) == ORANG, len(daftar)
    mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(len(daftar), len(hasil.daftar_diusulkan), f"{dibaca - awal:.1f} {dihitung - dibaca:.1f} {disimpan - dihitung:.1f}", mb)  # fmt: skip


def plant():
    from kinerja.akun.models import User  # noqa: PLC0415
    from kinerja.demo.tanam.organisasi import plant_organisasi  # noqa: PLC0415
    from kinerja.demo.tanam.sisip import insert_many  # noqa: PLC0415
    from kinerja.kepegawaian.models import Instansi  # noqa: PLC0415
    from kinerja.pengembangan.models import KelasAlokasi, RencanaAlokasi  # noqa: PLC0415

    plant_organisasi()
    instansi = Instansi.objects.get(kode="PKU")
    orang = plant_people(instansi)
    pelatihan, kelas = plant_classes(instansi)
    plant_plans(instansi, orang, pelatihan)
    alokasi = RencanaAlokasi.objects.create(
        instansi=instansi, tahun=2026, judul="Bench", anggaran=2_000_000_000, dibuat_at=PADA,
        dibuat_oleh=User.objects.order_by("id")[0],
    )  # fmt: skip
    insert_many(
        KelasAlokasi, [KelasAlokasi(alokasi=alokasi, kelas=k, kursi=k.kursi, biaya=k.biaya) for k in kelas]
    )
    return RencanaAlokasi.objects.select_related("instansi").get(pk=alokasi.pk)


def plant_people(instansi):
    """Of four places everybody is put into one, so that one house has them all."""
    from kinerja.demo.tanam.orang_banyak import plant_orang  # noqa: PLC0415
    from kinerja.kepegawaian.models import Pegawai, Penempatan  # noqa: PLC0415

    plant_orang(ORANG, mulai_on=date(2025, 1, 1))
    Pegawai.objects.update(instansi=instansi)
    tempat = Penempatan.objects.filter(
        jenis="definitif", mulai_on__lte=PADA.date(), selesai_on=None, pegawai__status="aktif"
    )
    return sorted(set(tempat.values_list("pegawai_id", flat=True)))[:ORANG]


def plant_classes(instansi):
    """Twelve trainings, each in four classes."""
    from kinerja.demo.tanam.sisip import insert_many  # noqa: PLC0415
    from kinerja.pelatihan.models import KelasPelatihan, Pelatihan  # noqa: PLC0415

    pelatihan = [
        Pelatihan(instansi=instansi, kode=f"P{n:02}", nama=f"Pelatihan {n}", jenis_kompetensi="teknis", jp=20)
        for n in range(12)
    ]
    insert_many(Pelatihan, pelatihan)
    kelas = [
        KelasPelatihan(
            pelatihan=satu, nama=f"Angkatan {n}", mulai_on=date(2026, 3 + n, 10), selesai_on=date(2026, 3 + n, 11),
            batas_daftar_on=date(2026, 3 + n, 1), kursi=83, biaya=500_000 + 50_000 * n, jp=20, penyelenggara="BKPSDM",
            created_at=PADA,
        )
        for satu in pelatihan
        for n in range(4)
    ]  # fmt: skip
    insert_many(KelasPelatihan, kelas)
    return pelatihan, kelas


def plant_plans(instansi, orang, pelatihan):
    """Everybody has agreed on one of the trainings."""
    from kinerja.demo.tanam.sisip import insert_many  # noqa: PLC0415
    from kinerja.pengembangan.models import ButirRencana, RencanaPengembangan  # noqa: PLC0415

    acak = Random("alokasi")
    rencana = [
        RencanaPengembangan(instansi=instansi, pegawai_id=nomor, tahun=2026, keadaan="disepakati", versi=1)
        for nomor in orang
    ]
    insert_many(RencanaPengembangan, rencana)
    insert_many(
        ButirRencana,
        [
            ButirRencana(
                rencana=satu, urutan=1, kebutuhan="Melayani dengan data", besar=acak.randint(20, 100), cara="pelatihan",
                pelatihan=acak.choice(pelatihan), jp=20, triwulan=2, hasil_diharapkan="Dipakai sehari-hari",
            )
            for satu in rencana
        ],
    )  # fmt: skip


if __name__ == "__main__":
    measure() if os.environ.get(UKUR) else main()
