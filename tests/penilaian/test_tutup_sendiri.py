"""Nobody presses a button: the worker alone makes final what is due, seals the trail, and does neither twice."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest

from kinerja.jejak.models import Catatan, Segel
from kinerja.notifikasi.models import Notifikasi
from kinerja.pekerjaan.models import Pekerjaan
from kinerja.pekerjaan.pekerja import Pekerja
from kinerja.penilaian.queries.tenggat import DaftarKalender, batas_keberatan, batas_terima
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.tindak_lanjut.actions import file_keberatan
from tests.factories.evaluasi import ALASAN, buat_evaluasi

pytestmark = pytest.mark.django_db


def work(at: datetime) -> None:
    """One round of a worker: what the clock owes is asked for, and done."""
    giliran = iter([False, True])
    Pekerja(clock=lambda: at, berhenti=lambda: next(giliran)).run(jeda=0)
    Pekerja(clock=lambda: at).drain()


def siang(on) -> datetime:
    return datetime.combine(on, time(5, 0), tzinfo=UTC)


def test_a_result_handed_over_becomes_final_by_itself_and_only_once(orang, akun):
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DISERAHKAN)
    batas_on = batas_terima(evaluasi, DaftarKalender())
    assert batas_on is not None

    work(siang(batas_on))
    evaluasi.refresh_from_db()
    assert evaluasi.status == StatusEvaluasi.DISERAHKAN

    sesudah = siang(batas_on + timedelta(days=1))
    work(sesudah)
    evaluasi.refresh_from_db()
    assert (evaluasi.status, evaluasi.final_at) == (StatusEvaluasi.FINAL, sesudah)
    for jam in (1, 2, 26):
        work(sesudah + timedelta(hours=jam))

    final = Catatan.objects.get(tindakan="evaluasi.final", objek_id=str(evaluasi.pk))
    assert final.pelaku is None
    kabar = Notifikasi.objects.filter(user=akun("pak-budi"), tautan=f"/penilaian/hasil/{evaluasi.pk}/")
    assert kabar.filter(judul__endswith="sudah final").count() == 1
    evaluasi.refresh_from_db()
    assert evaluasi.final_at == sesudah
    assert Segel.objects.latest("id").sampai_id >= final.pk
    assert not Pekerjaan.objects.filter(status="gagal").exists()


def test_an_objection_keeps_a_result_open_however_late_it_is(orang, akun):
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DITERIMA)
    batas_on = batas_keberatan(evaluasi, DaftarKalender())
    assert batas_on is not None
    file_keberatan(evaluasi, alasan=ALASAN, by=akun("pak-budi"), at=siang(batas_on))

    work(siang(batas_on + timedelta(days=3)))

    evaluasi.refresh_from_db()
    assert evaluasi.status == StatusEvaluasi.KEBERATAN
