"""From the request to the seat: approval, the last seat, the waiting list, and who changes his mind."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from kinerja.jejak.models import Catatan
from kinerja.kepegawaian.istilah import StatusPegawai
from kinerja.kepegawaian.models import HubunganPenilai
from kinerja.pelatihan import actions
from kinerja.pelatihan.actions import CannotRegister, CannotSaveKelas, CannotSeat
from kinerja.pelatihan.istilah import AsalUsulan, KeadaanPeserta
from kinerja.pelatihan.models import PesertaPelatihan
from tests.conftest import SEKARANG
from tests.factories.pelatihan import ajukan, buat_kelas, buat_pelatihan, isian_kelas, setujui, terima

LEWAT = SEKARANG + timedelta(days=19)


def trail(tindakan):
    return Catatan.objects.filter(tindakan=tindakan).count()


def test_from_request_to_seat(orang):
    peserta = terima(orang, buat_kelas(orang), "pak-budi")

    assert (peserta.keadaan, peserta.nomor_kursi) == (KeadaanPeserta.DITERIMA, 1)
    assert peserta.penilai == orang("bu-sari") and peserta.penempatan.pegawai == orang("pak-budi")
    assert [trail(f"pelatihan.{t}") for t in ("daftar", "setujui", "terima")] == [1, 1, 1]


def test_what_the_penilai_proposes_he_has_approved(orang, akun):
    peserta = actions.register_peserta(
        buat_kelas(orang), pegawai=orang("bu-dewi"), asal=AsalUsulan.PENILAI, by=akun("bu-sari"), at=SEKARANG
    )

    assert peserta.keadaan == KeadaanPeserta.DISETUJUI and peserta.penilai == orang("bu-sari")


def test_nobody_registers_a_stranger(orang, akun):
    with pytest.raises(PermissionDenied):
        actions.register_peserta(
            buat_kelas(orang), pegawai=orang("pak-budi"), by=akun("bu-rina"), at=SEKARANG
        )


def test_only_the_penilai_approves_and_a_refusal_has_a_reason(orang, akun):
    peserta = ajukan(orang, buat_kelas(orang), "pak-budi")
    for siapa in ("pak-budi", "bu-dewi", "pak-anton"):
        with pytest.raises(PermissionDenied):
            actions.approve_peserta(peserta, by=akun(siapa), at=SEKARANG)
    with pytest.raises(CannotRegister, match="alasannya"):
        actions.refuse_peserta(peserta, alasan=" ", by=akun("bu-sari"), at=SEKARANG)

    peserta = actions.refuse_peserta(peserta, alasan="Jadwal jaga penuh.", by=akun("bu-sari"), at=SEKARANG)

    assert peserta.keadaan == KeadaanPeserta.DITOLAK and peserta.catatan == "Jadwal jaga penuh."
    with pytest.raises(CannotRegister, match="sudah dijawab"):
        actions.approve_peserta(peserta, by=akun("bu-sari"), at=SEKARANG)


def test_registration_after_the_deadline_and_twice(orang, akun):
    kelas = buat_kelas(orang)
    ajukan(orang, kelas, "pak-budi")

    with pytest.raises(CannotRegister, match="sudah terdaftar"):
        ajukan(orang, kelas, "pak-budi")
    with pytest.raises(CannotRegister, match="Pendaftaran ditutup 20 Maret 2026"):
        actions.register_peserta(kelas, pegawai=orang("bu-dewi"), by=akun("bu-dewi"), at=LEWAT)


def test_a_person_of_another_instansi_is_not_taken(orang, akun):
    with pytest.raises(CannotRegister, match="bukan pegawai aktif"):
        actions.register_peserta(
            buat_kelas(orang), pegawai=orang("bidan-tebo"), by=akun("bidan-tebo"), at=SEKARANG
        )


def test_a_full_class_makes_a_waiting_list_that_moves_up(orang, akun):
    kelas = buat_kelas(orang, kursi=2)
    budi, dewi, fajar, yanti = (
        terima(orang, kelas, s) for s in ("pak-budi", "bu-dewi", "dokter-fajar", "bu-yanti")
    )
    assert [p.keadaan for p in (budi, dewi, fajar, yanti)] == [
        "diterima",
        "diterima",
        "daftar_tunggu",
        "daftar_tunggu",
    ]

    actions.withdraw_peserta(budi, alasan="Anak saya sakit.", by=akun("pak-budi"), at=SEKARANG)

    fajar.refresh_from_db()
    yanti.refresh_from_db()
    assert (fajar.keadaan, fajar.nomor_kursi, yanti.keadaan) == ("diterima", 1, "daftar_tunggu")
    assert trail("pelatihan.naik") == 1


def test_who_withdrew_may_ask_again(orang, akun):
    kelas = buat_kelas(orang)
    peserta = ajukan(orang, kelas, "pak-budi")
    actions.withdraw_peserta(peserta, alasan="Salah pilih kelas.", by=akun("pak-budi"), at=SEKARANG)

    assert ajukan(orang, kelas, "pak-budi").keadaan == KeadaanPeserta.DIAJUKAN
    assert PesertaPelatihan.objects.filter(kelas=kelas).count() == 2


def test_nobody_moves_up_into_a_class_that_has_begun(orang, akun):
    kelas = buat_kelas(orang, kursi=1)
    budi, dewi = terima(orang, kelas, "pak-budi"), terima(orang, kelas, "bu-dewi")

    actions.withdraw_peserta(
        budi, alasan="Ada tugas mendadak.", by=akun("pak-budi"), at=LEWAT + timedelta(days=3)
    )

    dewi.refresh_from_db()
    assert dewi.keadaan == KeadaanPeserta.DAFTAR_TUNGGU


def test_another_class_of_the_same_days_is_told(orang, akun):
    terima(orang, buat_kelas(orang), "pak-budi")
    lain = buat_kelas(orang, PesertaPelatihan.objects.get().kelas.pelatihan, nama="Angkatan II")

    with pytest.raises(CannotRegister, match="hari yang sama: Pelayanan Prima"):
        ajukan(orang, lain, "pak-budi")


def test_who_left_meanwhile_gets_no_seat(orang, akun):
    peserta = setujui(orang, buat_kelas(orang), "pak-budi")
    budi = orang("pak-budi")
    budi.status = StatusPegawai.BERHENTI
    budi.save(update_fields=["status"])

    with pytest.raises(CannotSeat, match="tidak bekerja di instansi ini"):
        actions.accept_peserta(peserta, by=akun("pak-anton"), at=SEKARANG)


def test_the_admin_does_not_give_himself_a_seat(orang, akun):
    peserta = setujui(orang, buat_kelas(orang), "pak-anton", penilai="kepala-bkpsdm-pekanbaru")

    with pytest.raises(CannotSeat, match="Minta admin lain"):
        actions.accept_peserta(peserta, by=akun("pak-anton"), at=SEKARANG)


def test_after_a_move_the_new_penilai_answers(orang, akun):
    peserta = ajukan(orang, buat_kelas(orang), "pak-budi")
    hubungan = HubunganPenilai.objects.get(penempatan__pegawai=orang("pak-budi"), selesai_on=None)
    hubungan.penilai = orang("bu-yanti")
    hubungan.save(update_fields=["penilai"])

    with pytest.raises(PermissionDenied):
        actions.approve_peserta(peserta, by=akun("bu-sari"), at=SEKARANG)
    assert actions.approve_peserta(peserta, by=akun("bu-yanti"), at=SEKARANG).penilai == orang("bu-yanti")


def test_a_class_that_ends_before_it_begins_and_other_nonsense(orang, akun):
    pelatihan = buat_pelatihan(orang)
    for ubah, pesan in (
        ({"selesai_on": date(2026, 3, 1)}, "berakhir sebelum dimulai"),
        ({"batas_daftar_on": date(2026, 3, 25)}, "sesudah kelas dimulai"),
        ({"jp": -5}, "1 sampai 2.000"),
        ({"jp": 10_000}, "1 sampai 2.000"),
        ({"kursi": 0}, "Kursi"),
        ({"biaya": -1}, "Biaya"),
    ):
        with pytest.raises(CannotSaveKelas, match=pesan):
            actions.save_kelas(pelatihan, isian_kelas(**ubah), by=akun("pak-anton"), at=SEKARANG)


def test_seats_shrink_only_to_who_sits_and_growing_lets_people_in(orang, akun):
    kelas = buat_kelas(orang, kursi=2)
    for slug in ("pak-budi", "bu-dewi", "dokter-fajar"):
        terima(orang, kelas, slug)
    with pytest.raises(CannotSaveKelas, match="Sudah 2 orang diterima"):
        actions.save_kelas(
            kelas.pelatihan,
            isian_kelas(kursi=1),
            kelas=kelas,
            versi=kelas.versi,
            by=akun("pak-anton"),
            at=SEKARANG,
        )

    actions.save_kelas(
        kelas.pelatihan,
        isian_kelas(kursi=3),
        kelas=kelas,
        versi=kelas.versi,
        by=akun("pak-anton"),
        at=SEKARANG,
    )

    assert kelas.daftar_peserta.filter(keadaan=KeadaanPeserta.DITERIMA).count() == 3


def test_a_class_called_off_keeps_the_requests_with_the_reason(orang, akun):
    peserta = terima(orang, kelas := buat_kelas(orang), "pak-budi")

    actions.cancel_kelas(kelas, alasan="Narasumber berhalangan.", by=akun("pak-anton"), at=SEKARANG)

    peserta.refresh_from_db()
    assert peserta.keadaan == KeadaanPeserta.DITOLAK and "Narasumber" in peserta.catatan
    with pytest.raises(CannotRegister, match="dibatalkan"):
        ajukan(orang, kelas, "bu-dewi")


@pytest.mark.django_db(transaction=True)
def test_the_last_seat_goes_to_one_of_two_who_press_at_once(orang, akun):
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("Basis data di memori tidak dipakai bersama oleh beberapa utas.")
    kelas, anton = buat_kelas(orang, kursi=1), akun("pak-anton")
    daftar = [setujui(orang, kelas, slug) for slug in ("pak-budi", "bu-dewi", "dokter-fajar", "bu-yanti")]

    def accept(peserta):
        try:
            return actions.accept_peserta(peserta, by=anton, at=SEKARANG).keadaan
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as kolam:
        hasil = list(kolam.map(accept, daftar))

    assert sorted(hasil) == ["daftar_tunggu"] * 3 + ["diterima"]
    assert PesertaPelatihan.objects.filter(nomor_kursi__isnull=False).count() == 1
