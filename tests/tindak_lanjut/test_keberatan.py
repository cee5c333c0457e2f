"""The clock of an objection, both sides' words, and the decision that closes it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.jejak.models import Catatan
from kinerja.penilaian.models import Evaluasi, VersiEvaluasi
from kinerja.penilaian.queries.tenggat import DaftarKalender, batas_keberatan
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.predikat import Predikat, Rating
from kinerja.tindak_lanjut import actions, queries
from kinerja.tindak_lanjut.models import Keberatan, Putusan
from tests.factories.evaluasi import buat_evaluasi

ALASAN = "Rekap Maret menunjukkan semua berkas selesai, dan buktinya sudah saya lampirkan."
AJUKAN_AT = datetime(2026, 4, 6, 3, 0, tzinfo=UTC)


def pada(on: date) -> datetime:
    return datetime.combine(on, time(3, 0), tzinfo=UTC)


@pytest.fixture
def diterima(orang) -> Evaluasi:
    """Bu Melati has signed for receipt; Pak Camat rated her, the Sekda is above him."""
    return buat_evaluasi(orang("bu-melati"), status=StatusEvaluasi.DITERIMA, hasil=Rating.DI_BAWAH)


@pytest.fixture
def keberatan(diterima, akun) -> Keberatan:
    return actions.file_keberatan(diterima, alasan=ALASAN, by=akun("bu-melati"), at=AJUKAN_AT)


@pytest.mark.parametrize(("geser", "boleh"), [(-1, True), (0, True), (1, False)])
def test_the_limit_the_day_before_on_and_after(diterima, akun, geser: int, boleh: bool) -> None:
    batas_on = batas_keberatan(diterima, DaftarKalender())
    assert batas_on is not None
    at = pada(batas_on + timedelta(days=geser))

    if boleh:
        actions.file_keberatan(diterima, alasan=ALASAN, by=akun("bu-melati"), at=at)
        assert Keberatan.objects.count() == 1
    else:
        with pytest.raises(actions.CannotObject, match="sudah lewat"):
            actions.file_keberatan(diterima, alasan=ALASAN, by=akun("bu-melati"), at=at)


def test_filing_sets_the_clock_and_the_one_who_decides(keberatan, orang) -> None:
    keberatan.evaluasi.refresh_from_db()

    assert keberatan.pemutus == orang("sekda-pekanbaru")
    assert keberatan.batas_putusan_on == date(2026, 4, 15)
    assert keberatan.evaluasi.status == StatusEvaluasi.KEBERATAN
    assert "Pasal 29" in Catatan.objects.get(tindakan="keberatan.ajukan").dasar


@pytest.mark.parametrize(
    "slug", ["camat-tenayan-raya", "pak-taufan", "bu-rina", "pak-anton", "sekda-pekanbaru"]
)
def test_only_the_owner_objects(diterima, akun, slug: str) -> None:
    with pytest.raises(PermissionDenied):
        actions.file_keberatan(diterima, alasan=ALASAN, by=akun(slug), at=AJUKAN_AT)


def test_the_receipt_comes_first(orang, akun) -> None:
    evaluasi = buat_evaluasi(orang("bu-melati"), status=StatusEvaluasi.DISERAHKAN)

    with pytest.raises(actions.CannotObject, match="bukan tanda setuju"):
        actions.file_keberatan(evaluasi, alasan=ALASAN, by=akun("bu-melati"), at=AJUKAN_AT)


def test_what_was_final_from_the_start_cannot_be_objected_to(diterima, akun) -> None:
    Evaluasi.objects.filter(pk=diterima.pk).update(final_sejak_awal=True)

    with pytest.raises(actions.CannotObject, match="final sejak ditandatangani"):
        actions.file_keberatan(diterima, alasan=ALASAN, by=akun("bu-melati"), at=AJUKAN_AT)


def test_a_reason_of_one_word_is_sent_back(diterima, akun) -> None:
    with pytest.raises(actions.CannotObject, match="lebih lengkap"):
        actions.file_keberatan(diterima, alasan="Keliru.", by=akun("bu-melati"), at=AJUKAN_AT)


def test_objecting_twice_is_refused(keberatan, akun) -> None:
    with pytest.raises(actions.CannotObject, match="Dalam keberatan"):
        actions.file_keberatan(keberatan.evaluasi, alasan=ALASAN, by=akun("bu-melati"), at=AJUKAN_AT)


def test_the_penilai_explains_and_nobody_else(keberatan, akun) -> None:
    with pytest.raises(PermissionDenied):
        actions.explain_keberatan(keberatan, penjelasan="Begini", by=akun("bu-melati"), at=AJUKAN_AT)

    actions.explain_keberatan(
        keberatan, penjelasan="Tiga berkas terlambat.", by=akun("camat-tenayan-raya"), at=AJUKAN_AT
    )

    keberatan.refresh_from_db()
    assert keberatan.penjelasan_penilai == "Tiga berkas terlambat."


def test_upheld_closes_with_the_same_predikat(keberatan, akun) -> None:
    isi = actions.IsianPutusan(putusan=Putusan.MENGUATKAN, pertimbangan=ALASAN)

    actions.decide_keberatan(keberatan, isi, by=akun("sekda-pekanbaru"), at=AJUKAN_AT)

    evaluasi = Evaluasi.objects.get(pk=keberatan.evaluasi_id)
    assert (evaluasi.status, evaluasi.versi) == (StatusEvaluasi.FINAL, 1)
    assert evaluasi.predikat == Predikat.BUTUH_PERBAIKAN


def test_changed_keeps_the_old_version_and_follows_the_quadrant(keberatan, akun) -> None:
    isi = actions.IsianPutusan(
        putusan=Putusan.MENGUBAH,
        pertimbangan=ALASAN,
        rating_hasil=Rating.DI_ATAS,
        rating_perilaku=Rating.DI_ATAS,
    )

    actions.decide_keberatan(keberatan, isi, by=akun("sekda-pekanbaru"), at=AJUKAN_AT)

    evaluasi = Evaluasi.objects.get(pk=keberatan.evaluasi_id)
    assert (evaluasi.status, evaluasi.versi) == (StatusEvaluasi.FINAL, 2)
    assert evaluasi.predikat == Predikat.SANGAT_BAIK
    lama = VersiEvaluasi.objects.get(evaluasi=evaluasi)
    assert (lama.nomor, lama.isi["predikat"]) == (1, Predikat.BUTUH_PERBAIKAN)
    assert evaluasi.jejak_hitung["putusan"]["pertimbangan"] == ALASAN
    assert Catatan.objects.get(tindakan="keberatan.putuskan").rincian["predikat"] == Predikat.SANGAT_BAIK


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (actions.IsianPutusan(putusan=Putusan.MENGUATKAN, pertimbangan="Ya."), "pertimbangan"),
        (actions.IsianPutusan(putusan=Putusan.MENGUBAH, pertimbangan=ALASAN), "kedua rating"),
        (
            actions.IsianPutusan(
                putusan=Putusan.MENGUBAH,
                pertimbangan=ALASAN,
                rating_hasil=Rating.DI_BAWAH,
                rating_perilaku=Rating.SESUAI,
            ),
            "sama dengan yang lama",
        ),
    ],
)
def test_an_incomplete_decision_is_refused(keberatan, akun, isi: actions.IsianPutusan, pesan: str) -> None:
    with pytest.raises(actions.CannotDecide, match=pesan):
        actions.decide_keberatan(keberatan, isi, by=akun("sekda-pekanbaru"), at=AJUKAN_AT)


@pytest.mark.parametrize(
    "slug", ["bu-melati", "camat-tenayan-raya", "pak-anton", "kepala-dinkes", "bupati-tebo"]
)
def test_only_the_superior_of_the_penilai_decides(keberatan, akun, slug: str) -> None:
    isi = actions.IsianPutusan(putusan=Putusan.MENGUATKAN, pertimbangan=ALASAN)

    with pytest.raises(PermissionDenied):
        actions.decide_keberatan(keberatan, isi, by=akun(slug), at=AJUKAN_AT)


def test_a_late_decision_still_counts_and_is_noted(keberatan, akun) -> None:
    isi = actions.IsianPutusan(putusan=Putusan.MENGUATKAN, pertimbangan=ALASAN)

    actions.decide_keberatan(keberatan, isi, by=akun("sekda-pekanbaru"), at=pada(date(2026, 4, 16)))

    assert Catatan.objects.get(tindakan="keberatan.putuskan").rincian["terlambat"] is True


def test_each_side_is_told_that_it_is_his_turn(keberatan, akun) -> None:
    on = AJUKAN_AT.date()

    def peran(slug):
        daftar = queries.daftar_keberatan(akun(slug))
        return [baris.peran for baris in queries.baris_keberatan(daftar, user=akun(slug), on=on)]

    assert peran("sekda-pekanbaru") == ["Menunggu putusan Anda"]
    assert peran("camat-tenayan-raya") == ["Menunggu penjelasan Anda"]
    assert peran("bu-rina") == []
