"""The year's budget: the machine proposes with a sentence, people change with a reason, and only approval seats anybody."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.jejak.models import Catatan
from kinerja.pelatihan import actions as pelatihan_actions
from kinerja.pelatihan.models import PesertaPelatihan
from kinerja.pengembangan import actions
from kinerja.pengembangan.models import BarisAlokasi, RencanaAlokasi
from kinerja.pengembangan.queries.alokasi import ringkas_alokasi
from tests.conftest import SEKARANG
from tests.factories.pelatihan import buat_kelas, buat_pelatihan, isian_kelas, setujui, user_of
from tests.factories.pengembangan import buat_alokasi, buat_rencana, run_queue

pytestmark = pytest.mark.django_db


@pytest.fixture
def pelatihan(orang):
    return buat_pelatihan(orang)


@pytest.fixture
def kelas(orang, pelatihan):
    return buat_kelas(orang, pelatihan, kursi=1, biaya=1_000_000)


@pytest.fixture
def alokasi(orang, pelatihan, kelas):
    """One seat and two who agreed on it with their penilai; Bu Dewi needs it more."""
    buat_rencana(orang("pak-budi"), pelatihan=pelatihan, asal={"besar": 40})
    buat_rencana(orang("bu-dewi"), pelatihan=pelatihan, asal={"besar": 90})
    return buat_alokasi(orang, [kelas])


def baris(alokasi: RencanaAlokasi, orang) -> dict[str, BarisAlokasi]:
    slug = {orang(nama).pk: nama for nama in ("pak-budi", "bu-dewi", "dokter-fajar")}
    return {slug[b.pegawai_id]: b for b in alokasi.daftar_baris.select_related("pegawai", "pelatihan")}


def test_need_goes_first_and_everybody_reads_why(alokasi, orang):
    isi = baris(alokasi, orang)

    assert alokasi.keadaan == "usulan"
    assert (isi["bu-dewi"].keputusan, isi["pak-budi"].keputusan) == ("diusulkan", "kursi_habis")
    assert "kebutuhan 90 dari 100" in isi["bu-dewi"].kalimat
    assert "Melayani pasien dengan ramah" in isi["pak-budi"].kalimat
    assert not PesertaPelatihan.objects.exists()


def test_a_plan_that_nobody_agreed_to_is_no_interest_and_a_request_that_was_approved_is(orang, pelatihan):
    kelas = buat_kelas(orang, pelatihan, kursi=5)
    buat_rencana(orang("pak-budi"), pelatihan=pelatihan, sampai="diajukan")
    setujui(orang, kelas, "dokter-fajar")

    alokasi = buat_alokasi(orang, [kelas])

    assert list(baris(alokasi, orang)) == ["dokter-fajar"]


def test_approval_puts_people_into_their_class_and_nobody_else(alokasi, orang, akun, kelas):
    actions.approve_alokasi(alokasi, by=akun("pak-anton"), at=SEKARANG)

    run_queue()

    peserta = PesertaPelatihan.objects.get()
    assert (peserta.pegawai, peserta.kelas, peserta.keadaan) == (orang("bu-dewi"), kelas, "diterima")
    assert (peserta.asal, peserta.penilai) == ("anggaran", orang("bu-sari"))
    assert Catatan.objects.filter(tindakan="alokasi.setujui").get().rincian["orang"] == 1


def test_a_class_that_is_not_open_yet_keeps_the_reason_and_takes_them_later(orang, akun, pelatihan):
    anton = user_of(orang("pak-anton"))

    kelas = pelatihan_actions.save_kelas(pelatihan, isian_kelas(), by=anton, at=SEKARANG)
    buat_rencana(orang("pak-budi"), pelatihan=pelatihan)
    alokasi = buat_alokasi(orang, [kelas])
    actions.approve_alokasi(alokasi, by=anton, at=SEKARANG)
    run_queue()
    assert "belum dibuka" in alokasi.daftar_baris.get().halangan
    pelatihan_actions.open_kelas(kelas, by=anton, at=SEKARANG)

    actions.register_again(alokasi, by=anton, at=SEKARANG)
    run_queue()

    assert alokasi.daftar_baris.get().peserta.keadaan == "diterima"


def test_somebody_added_without_a_plan_waits_for_his_penilai(orang, akun, pelatihan):
    kelas = buat_kelas(orang, pelatihan, kursi=3)
    alokasi = buat_alokasi(orang, [kelas])
    actions.add_baris(
        alokasi, orang("dokter-fajar"), pelatihan=pelatihan, alasan="Menggantikan yang pensiun", by=akun("pak-anton"), at=SEKARANG
    )  # fmt: skip
    actions.approve_alokasi(alokasi, by=akun("pak-anton"), at=SEKARANG)

    run_queue()

    assert PesertaPelatihan.objects.get().keadaan == "diajukan"


def test_moving_up_past_the_last_seat_takes_the_seat_along(alokasi, orang, akun):
    budi = baris(alokasi, orang)["pak-budi"]
    with pytest.raises(actions.CannotPlanAlokasi, match="alasan"):
        actions.move_baris(budi, naik=True, alasan=" ", by=akun("pak-anton"), at=SEKARANG)

    actions.move_baris(budi, naik=True, alasan="Bertugas di UGD", by=akun("pak-anton"), at=SEKARANG)

    isi = baris(alokasi, orang)
    assert (isi["pak-budi"].keputusan, isi["bu-dewi"].keputusan) == ("diusulkan", "kursi_habis")
    assert isi["pak-budi"].urutan < isi["bu-dewi"].urutan
    assert isi["pak-budi"].kelas is not None and isi["bu-dewi"].kelas is None
    with pytest.raises(actions.CannotPlanAlokasi, match="yang pertama"):
        actions.move_baris(isi["pak-budi"], naik=True, alasan="Lagi", by=akun("pak-anton"), at=SEKARANG)


def test_a_seat_is_given_only_where_there_is_one(alokasi, orang, akun):
    isi = baris(alokasi, orang)
    ubah = {"alasan": "Sudah bicara dengan kepala puskesmas", "by": akun("pak-anton"), "at": SEKARANG}
    with pytest.raises(actions.CannotPlanAlokasi, match="Semua 1 kursi"):
        actions.include_baris(isi["pak-budi"], **ubah)

    actions.remove_baris(isi["bu-dewi"], **ubah)
    actions.include_baris(isi["pak-budi"], **ubah)

    assert ringkas_alokasi(alokasi).orang == 1
    assert baris(alokasi, orang)["bu-dewi"].dikeluarkan


def test_a_seat_is_given_only_where_there_is_money(orang, akun, pelatihan):
    kelas = buat_kelas(orang, pelatihan, kursi=5, biaya=1_000_000)
    buat_rencana(orang("pak-budi"), pelatihan=pelatihan)
    alokasi = buat_alokasi(orang, [kelas], anggaran=500_000)

    with pytest.raises(actions.CannotPlanAlokasi, match=r"Sisa anggaran Rp500\.000"):
        actions.include_baris(
            alokasi.daftar_baris.get(), alasan="Penting sekali", by=akun("pak-anton"), at=SEKARANG
        )


def test_nobody_but_the_admin_of_the_house_plans(alokasi, orang, akun, kelas):
    for slug in ("bu-sari", "sekda-pekanbaru", "admin-pontianak"):
        with pytest.raises(PermissionDenied):
            actions.approve_alokasi(alokasi, by=akun(slug), at=SEKARANG)
    assert not RencanaAlokasi.objects.visible_to(akun("admin-pontianak")).exists()


def test_a_second_plan_waits_for_the_first(alokasi, orang, kelas):
    with pytest.raises(actions.CannotPlanAlokasi, match="masih berjalan"):
        buat_alokasi(orang, [kelas])


def test_computing_again_forgets_changes_and_says_so(alokasi, orang, akun):
    budi = baris(alokasi, orang)["pak-budi"]
    actions.move_baris(budi, naik=True, alasan="Bertugas di UGD", by=akun("pak-anton"), at=SEKARANG)

    actions.recompute_alokasi(alokasi, by=akun("pak-anton"), at=SEKARANG)
    run_queue()

    assert not alokasi.daftar_baris.filter(oleh_orang=True).exists()
    assert Catatan.objects.get(tindakan="alokasi.hitung_ulang").rincian == {"perubahan_hilang": 1}


def test_an_empty_proposal_is_not_approved(orang, akun, kelas):
    alokasi = buat_alokasi(orang, [kelas])

    with pytest.raises(actions.CannotPlanAlokasi, match="Belum ada seorang pun"):
        actions.approve_alokasi(alokasi, by=akun("pak-anton"), at=SEKARANG)
