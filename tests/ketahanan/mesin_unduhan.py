"""A bundle of documents made by workers in processes of their own, which may be killed."""

from __future__ import annotations

import time
import zipfile
from collections import Counter
from datetime import UTC, datetime, timedelta

from django.core.management import call_command
from python_calamine import CalamineWorkbook

from kinerja.demo.baca import find_pemeran
from kinerja.jejak.models import AksesData
from kinerja.kepegawaian.models import Pegawai
from kinerja.laporan.actions import Permintaan, request_unduhan
from kinerja.laporan.berkas.ruang import Ruang
from kinerja.laporan.istilah import BentukBerkas, JenisLaporan
from kinerja.laporan.models import Unduhan
from kinerja.laporan.queries.bentuk import Saringan
from kinerja.pekerjaan.models import Pekerjaan
from kinerja.pekerjaan.pekerja import Pekerja
from tests.conftest import plant
from tests.factories.evaluasi import DIBUKA_AT
from tests.factories.laporan import buat_banyak, periode_2026

BANYAK = 500


def clock() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - a process of its own has a clock of its own


def prepare() -> None:
    call_command("migrate", verbosity=0)
    plant()
    budi = Pegawai.objects.get(nip=find_pemeran("pak-budi").nip)
    buat_banyak(BANYAK, serupa=budi, periode=periode_2026(budi), at=DIBUKA_AT)


def ask_zip() -> None:
    admin = Pegawai.objects.select_related("user").get(nip=find_pemeran("pak-anton").nip)
    assert admin.user is not None
    saringan = Saringan(
        jenis=JenisLaporan.PYB, instansi_id=admin.instansi_id, tahun=2026, periode=periode_2026(admin)
    )
    permintaan = Permintaan(
        saringan=saringan, bentuk=BentukBerkas.ZIP, judul="Dokumen evaluasi", nama_berkas="dokumen.zip"
    )
    request_unduhan(permintaan, by=admin.user, at=clock(), on=clock().date())


def work_slowly(lewat: timedelta = timedelta(0)) -> None:
    """Says when a document has been stored, and waits a little: there a kill hurts most."""
    asli = Ruang.store

    def store(ruang, nama, tulis):
        asli(ruang, nama, tulis)
        print("tersimpan", nama, flush=True)
        time.sleep(0.01)

    Ruang.store = store  # type: ignore[method-assign]
    Pekerja(clock=lambda: clock() + lewat).drain()


def work_slowly_later() -> None:
    work_slowly(timedelta(minutes=5 * next_hour()))


def next_hour() -> int:
    """Each worker lives later than the lease of the one before it."""
    return Pekerjaan.objects.values_list("percobaan", flat=True).get(jenis="laporan.siapkan")


def work_later() -> None:
    """When the lease of whoever had it is over."""
    Pekerja(clock=lambda: clock() + timedelta(minutes=5 * next_hour())).drain()


def report() -> None:
    for unduhan in Unduhan.objects.select_related("pekerjaan").order_by("id"):
        assert unduhan.pekerjaan is not None
        print("unduhan", unduhan.kini, unduhan.pekerjaan.status, unduhan.pekerjaan.kegagalan)
        print("galat", unduhan.galat)
        folder = Ruang(unduhan.pk).folder
        print("folder", *(sorted(satu.name for satu in folder.iterdir()) if folder.exists() else ()))
    print("dicatat", AksesData.objects.count())


def report_zip() -> None:
    with zipfile.ZipFile(Ruang(Unduhan.objects.get().pk).hasil) as bungkus:
        nama = bungkus.namelist()
        pdf = [satu for satu in nama if satu.endswith(".pdf")]
        print("rusak", bungkus.testzip() or "tidak")
        print("pdf", len(pdf), len(set(pdf)), sum(bungkus.read(satu).startswith(b"%PDF-1") for satu in pdf))
        with bungkus.open("indeks.xlsx") as berkas:
            baris = CalamineWorkbook.from_filelike(berkas).get_sheet_by_index(0).to_python()
    print("indeks", len(baris) - 1, sorted(str(b[-1]) for b in baris[1:]) == sorted(pdf))
    print("ganda", max(Counter(b[1] for b in baris[1:]).values()))
    print("lain", *(satu for satu in nama if satu not in pdf))
