"""A month of the pulse: opened, answered, passed over, closed; what may be shown of it and what may not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.akun.models import User
from kinerja.jejak.actions import record
from kinerja.kesiapan import actions
from kinerja.kesiapan.istilah import PERNYATAAN_BAWAAN, KeadaanDenyut, KeadaanIkut
from kinerja.kesiapan.models import AmplopDenyut, Denyut, IkutDenyut, KalimatDenyut, RangkumanDenyut
from kinerja.kesiapan.queries.bulan import denyut_menunggu
from kinerja.kesiapan.queries.ukuran import BAIK, BELUM_CUKUP, SEJAUH_TAMPAK, Ukuran, daftar_aturan, saran
from kinerja.metode.kelompok_kecil import tutup_pohon
from kinerja.pekerjaan.actions import enqueue
from kinerja.pekerjaan.pekerja import Pekerja
from kinerja.sumber.amplop import destroy_key, has_key
from tests.factories import kesiapan as pabrik
from tests.factories.kesiapan import APRIL_AT, DIBUKA_AT, DIISI_AT, MARET, buka, jawab

BARU = ["Saya tahu kapan harus mengisi.", "Umpan balik membantu saya.", "Aplikasi ini cepat."]


def units_shown(denyut: Denyut, nomor: int = 1) -> dict[str, int]:
    daftar = denyut.daftar_rangkuman.filter(nomor=nomor).select_related("unit_kerja").order_by("pk")
    return {satu.unit_kerja.kode: satu.n for satu in daftar}


def test_an_answer_can_be_read_back_and_changed_only_by_whoever_gave_it(akar):
    ani, beni = pabrik.buat_staf(akar, 2)
    denyut = buka(akar.instansi)

    jawab(denyut, ani, 4, 3, 0, kalimat="Tombolnya kecil.")
    jawab(denyut, ani, 5, 3, 0, kalimat="Tombolnya kecil.")

    assert actions.reopen_denyut(denyut, by=ani.user).langkah == {"1": 5, "2": 3, "3": 0}
    assert actions.reopen_denyut(denyut, by=beni.user) is None
    assert AmplopDenyut.objects.count() == 1


def test_who_passes_a_month_over_is_asked_no_more_and_may_still_answer(akar):
    (ani,) = pabrik.buat_staf(akar, 1)
    denyut = buka(akar.instansi)
    assert list(denyut_menunggu(ani, on=MARET)) == [denyut]

    actions.skip_denyut(denyut, by=ani.user, at=DIISI_AT)

    assert not denyut_menunggu(ani, on=MARET).exists()
    jawab(denyut, ani, 3, 3, 3)
    assert IkutDenyut.objects.get().keadaan == KeadaanIkut.MENJAWAB


@pytest.mark.parametrize("langkah", [(3, 3), (3, 3, 6), (3, 3, -1)])
def test_an_answer_that_does_not_fit_is_refused(akar, langkah):
    (ani,) = pabrik.buat_staf(akar, 1)
    denyut = buka(akar.instansi)

    with pytest.raises(actions.CannotAnswerDenyut):
        jawab(denyut, ani, *langkah)


def test_people_of_another_house_and_after_the_last_day_have_no_say(akar, orang):
    (ani,) = pabrik.buat_staf(akar, 1)
    denyut = buka(akar.instansi)

    with pytest.raises(PermissionDenied):
        jawab(denyut, orang("pak-budi"), 3, 3, 3)
    with pytest.raises(actions.CannotAnswerDenyut, match="sudah ditutup"):
        actions.skip_denyut(denyut, by=ani.user, at=APRIL_AT)


def test_no_subtraction_of_what_is_shown_leaves_fewer_than_five(akar):
    """Ten below, of them four in one unit: shown apart, the parent minus the other would be those four."""
    besar, kecil = pabrik.buat_unit(akar, "besar"), pabrik.buat_unit(akar, "kecil")
    daftar = [*pabrik.buat_staf(besar, 6), *pabrik.buat_staf(kecil, 4)]
    denyut = buka(akar.instansi)
    for pegawai in daftar:
        jawab(denyut, pegawai, 4, 2, 5)

    actions.close_denyut(denyut, at=APRIL_AT)

    assert units_shown(denyut) == {"akar": 10}


def test_dont_know_counts_nowhere_so_each_statement_is_hidden_by_itself(akar):
    besar, lain = pabrik.buat_unit(akar, "besar"), pabrik.buat_unit(akar, "lain")
    daftar = [*pabrik.buat_staf(besar, 6), *pabrik.buat_staf(lain, 5)]
    denyut = buka(akar.instansi)
    for nomor, pegawai in enumerate(daftar):
        jawab(denyut, pegawai, 4, 0 if nomor in (0, 1) else 4, 0 if nomor > 3 else 2)

    actions.close_denyut(denyut, at=APRIL_AT)

    assert units_shown(denyut, 1) == {"akar": 11, "besar": 6, "lain": 5}
    assert units_shown(denyut, 2) == {"akar": 9}
    assert units_shown(denyut, 3) == {}


def test_sentences_stand_where_ten_answered_and_otherwise_higher_up(akar):
    besar, kecil = pabrik.buat_unit(akar, "besar"), pabrik.buat_unit(akar, "kecil")
    orang_besar, orang_kecil = pabrik.buat_staf(besar, 10), pabrik.buat_staf(kecil, 10)
    denyut = buka(akar.instansi)
    for pegawai in orang_besar:
        jawab(denyut, pegawai, 4, 4, 4, kalimat="Dari yang besar.")
    for pegawai in orang_kecil[:9]:
        jawab(denyut, pegawai, 4, 4, 4, kalimat="Dari yang kecil.")

    actions.close_denyut(denyut, at=APRIL_AT)

    tempat = set(KalimatDenyut.objects.order_by().values_list("unit_kerja__kode", "teks"))
    assert tempat == {("akar", "Dari yang besar."), ("akar", "Dari yang kecil.")}
    assert KalimatDenyut.objects.count() == 19


def test_fewer_than_five_in_the_whole_house_are_never_shown(akar):
    daftar = pabrik.buat_staf(akar, 4)
    denyut = buka(akar.instansi)
    for pegawai in daftar:
        jawab(denyut, pegawai, 1, 1, 1, kalimat="Rahasia.")

    actions.close_denyut(denyut, at=APRIL_AT)

    assert not RangkumanDenyut.objects.exists()
    assert not KalimatDenyut.objects.exists()
    denyut.refresh_from_db()
    assert (denyut.keadaan, denyut.banyak_jawaban) == (KeadaanDenyut.DITUTUP, 4)


def test_closing_killed_anywhere_runs_again_and_counts_once(akar):
    daftar = pabrik.buat_staf(akar, 6)
    denyut = buka(akar.instansi)
    for pegawai in daftar:
        jawab(denyut, pegawai, 4, 4, 4, kalimat="Satu.")

    for langkah in (actions.open_amplop, actions.destroy_denyut_key):
        langkah(denyut)
        assert not IkutDenyut.objects.exists()
        actions.open_amplop(denyut)
    assert not has_key(denyut.kode)
    actions.close_denyut(denyut, at=APRIL_AT)

    assert units_shown(denyut) == {"akar": 6}
    assert KalimatDenyut.objects.count() == 6


def test_a_lost_key_is_said_and_harms_no_other_month(akar):
    daftar = pabrik.buat_staf(akar, 6)
    denyut = buka(akar.instansi)
    for pegawai in daftar:
        jawab(denyut, pegawai, 4, 4, 4)
    destroy_key(denyut.kode)

    actions.close_denyut(denyut, at=APRIL_AT)

    denyut.refresh_from_db()
    assert (denyut.banyak_jawaban, denyut.tidak_terbaca) == (0, 6)
    assert actions.open_denyut(akar.instansi, at=APRIL_AT).pernyataan == list(PERNYATAAN_BAWAAN)


def test_statements_change_for_next_month_only(akun):
    admin = akun("admin-tebo")
    instansi = admin.pegawai.instansi
    denyut = buka(instansi)

    actions.set_pernyataan(instansi, BARU, by=admin, at=DIISI_AT)

    denyut.refresh_from_db()
    assert denyut.pernyataan == list(PERNYATAAN_BAWAAN)
    assert actions.open_denyut(instansi, at=APRIL_AT).pernyataan == BARU


@pytest.mark.parametrize(
    "daftar", [BARU[:2], [*BARU[:2], " "], [BARU[0], BARU[0], BARU[1]], [*BARU[:2], "a" * 121]]
)
def test_statements_that_cannot_be_are_refused(akun, daftar):
    admin = akun("admin-tebo")

    with pytest.raises(actions.CannotSetPernyataan):
        actions.set_pernyataan(admin.pegawai.instansi, daftar, by=admin, at=DIISI_AT)


def test_nobody_but_the_admin_of_the_house_words_statements(orang, akun):
    instansi = orang("kepala-dinkes").instansi

    for slug in ("kepala-dinkes", "admin-tebo"):
        with pytest.raises(PermissionDenied):
            actions.set_pernyataan(instansi, BARU, by=akun(slug), at=DIISI_AT)


def run_job(nama: str, at: datetime) -> None:
    """In a week in which somebody was there: answering leaves no name behind, signing in does."""
    siapa = User.objects.earliest("pk")
    record("akun.masuk", siapa, by=siapa, at=at - timedelta(days=2))
    enqueue(nama, by=None, at=at)
    Pekerja(clock=lambda: at).drain()


def test_the_clock_opens_a_month_once_and_closes_it_the_day_after_its_last(akar):
    daftar = pabrik.buat_staf(akar, 5)
    for _ in range(2):
        run_job("kesiapan.denyut", DIBUKA_AT)
    denyut = Denyut.objects.get(instansi=akar.instansi)
    for pegawai in daftar:
        jawab(denyut, pegawai, 4, 4, 4)

    run_job("kesiapan.denyut", datetime(2026, 3, 31, 3, tzinfo=UTC))
    assert Denyut.objects.filter(instansi=akar.instansi, keadaan=KeadaanDenyut.BERJALAN).count() == 1
    run_job("kesiapan.denyut", APRIL_AT)

    assert units_shown(denyut) == {"akar": 5}
    assert not has_key(denyut.kode)
    keadaan = (
        Denyut.objects.filter(instansi=akar.instansi).order_by("bulan").values_list("keadaan", flat=True)
    )
    assert list(keadaan) == [KeadaanDenyut.DITUTUP, KeadaanDenyut.BERJALAN]


def test_the_job_goes_on_after_a_stop_between_two_parts(akar):
    daftar = pabrik.buat_staf(akar, 5)
    denyut = buka(akar.instansi)
    for pegawai in daftar:
        jawab(denyut, pegawai, 4, 4, 4)
    actions.open_amplop(denyut)  # and the power went

    run_job("kesiapan.denyut", APRIL_AT)

    denyut.refresh_from_db()
    assert (denyut.keadaan, denyut.banyak_jawaban) == (KeadaanDenyut.DITUTUP, 5)
    assert not has_key(denyut.kode)


def test_advice_follows_the_first_rule_that_holds_and_what_is_shown():
    angka = dict.fromkeys(Ukuran, 90.0) | {Ukuran.HARI: 2.0}

    assert saran(angka) == BAIK
    assert "klinik pengisian" in saran(angka | {Ukuran.AKTIF: 45, Ukuran.UMPAN_BALIK: 10})
    assert "ditetapkan" in saran(angka | {Ukuran.HARI: 6})
    assert saran(angka | {Ukuran.AKTIF: None}) == SEJAUH_TAMPAK
    assert saran(dict.fromkeys(Ukuran)) == BELUM_CUKUP
    assert all(aturan.kalimat.endswith(".") for aturan in daftar_aturan())


def test_what_stands_is_what_the_tree_allows():
    """The rule this rests on, with the numbers of the tests above."""
    assert tutup_pohon({2: 6, 3: 4}, {1: None, 2: 1, 3: 1}) == {1: 10, 2: None, 3: None}
