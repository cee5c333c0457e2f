"""A period whose suggestions are computed by workers in processes of their own, which may be killed."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

from django.core.management import call_command
from django.db import connection

from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kebijakan.queries import kebijakan_untuk
from kinerja.kepegawaian.models import Penempatan
from kinerja.pekerjaan.actions import enqueue
from kinerja.pekerjaan.models import Pekerjaan
from kinerja.pekerjaan.pekerja import Pekerja
from kinerja.penilaian import tasks
from kinerja.penilaian.actions.hitung_saran import HITUNG_SARAN
from kinerja.penilaian.models import Evaluasi
from tests.conftest import plant
from tests.factories.evaluasi import DIBUKA_AT, catat_realisasi
from tests.factories.saran import satu_per_satu
from tests.factories.skp import buat_skp

tasks.SEBAGIAN = 2
# One line for every suggestion that is written: a record that is written twice stands here twice.
_PEMICU = {
    "sqlite": [
        "CREATE TRIGGER hitung AFTER UPDATE OF jejak_saran ON penilaian_evaluasi "
        "BEGIN INSERT INTO efek VALUES (NEW.id); END"
    ],
    "postgresql": [
        "CREATE FUNCTION hitung() RETURNS trigger AS $$ BEGIN INSERT INTO efek VALUES (NEW.id); RETURN NEW; END $$ "
        "LANGUAGE plpgsql",
        "CREATE TRIGGER hitung AFTER UPDATE OF jejak_saran ON penilaian_evaluasi FOR EACH ROW EXECUTE FUNCTION hitung()",
    ],
}


def clock() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - a process of its own has a clock of its own


def prepare() -> None:
    """Open evaluations of one instansi, and the job that waits."""
    call_command("migrate", verbosity=0)
    plant()
    daftar = Penempatan.objects.filter(
        unit_kerja__instansi__daftar_unit__kode="PKU",
        selesai_on=None,
        jenis="definitif",
        daftar_penilai__isnull=False,
    )
    daftar = daftar.select_related("pegawai__instansi", "unit_kerja").order_by("id").distinct()
    periode = Periode.objects.get(
        instansi=daftar[0].pegawai.instansi, tahun=2026, tahap=Tahap.PERIODIK, jenis="triwulanan", urutan=1
    )
    for penempatan in daftar:
        skp = buat_skp(penempatan.pegawai)
        if skp.penilai is not None:
            catat_realisasi(skp)
            Evaluasi.objects.create(
                instansi=skp.instansi, skp=skp, periode=periode, penilai=skp.penilai,
                kebijakan=kebijakan_untuk(skp.unit_kerja, on=DIBUKA_AT.date()),
            )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE efek (nomor bigint)")
        for perintah in _PEMICU[connection.vendor]:
            cursor.execute(perintah)
    enqueue(HITUNG_SARAN, by=None, at=clock(), argumen={"periode": periode.pk})


def work_slowly() -> None:
    """Pauses after the suggestions of a part are written and before they are kept: there a kill hurts most."""

    def pause(execute, sql, params, many, context):
        hasil = execute(sql, params, many, context)
        if many and sql.startswith("UPDATE"):
            print("di tengah", flush=True)
            time.sleep(0.2)
        return hasil

    with connection.execute_wrapper(pause):
        Pekerja(clock=clock).drain()


def work_later() -> None:
    """When the lease of whoever had it is over."""
    Pekerja(clock=lambda: clock() + timedelta(minutes=5)).drain()


def report() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nomor FROM efek ORDER BY nomor")
        print("efek", *(nomor for (nomor,) in cursor.fetchall()))
    print("semua", *Evaluasi.objects.order_by("id").values_list("id", flat=True))
    print("terisi", *Evaluasi.objects.exclude(jejak_saran={}).order_by("id").values_list("id", flat=True))
    print("benar", *(e.pk for e in Evaluasi.objects.order_by("id") if _stored(e) == satu_per_satu(e.pk)))
    for status, kemajuan in Pekerjaan.objects.filter(jenis=HITUNG_SARAN).values_list("status", "kemajuan"):
        print("status", status, kemajuan)


def _stored(e: Evaluasi) -> tuple[object, ...]:
    return e.saran_hasil, e.saran_perilaku, e.saran_predikat, e.masukan
