"""A case of counselling, the record that leaves it, and the report of behaviour that may begin it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.bimbingan import actions
from kinerja.bimbingan.actions import IsianLaporan
from kinerja.bimbingan.brankas import has_key
from kinerja.bimbingan.istilah import AlasanTidakDapat, KeadaanKonseling, KeadaanTemu
from kinerja.bimbingan.models import Konseling, LaporanPerilaku, RekamanKonseling
from kinerja.bimbingan.queries.konselor import konselor_untuk
from kinerja.bimbingan.queries.ruang import ruang
from kinerja.jejak.models import Catatan, DokumenTerbit
from kinerja.pelaksanaan.models import UmpanBalik
from kinerja.peraturan.bimbingan import Konselor, Penerima
from kinerja.peraturan.perilaku import NilaiDasar
from tests.conftest import HARI_INI, SEKARANG
from tests.factories.bimbingan import buat_konseling, buat_konselor

pytestmark = pytest.mark.django_db
AT = {"at": SEKARANG}
BESOK = SEKARANG + timedelta(days=1)
LUSA = SEKARANG + timedelta(days=2)


def bertemu(kasus, konselor):
    temu = actions.schedule_temu(kasus, temu_at=BESOK, tempat="Ruang B", by=konselor, **AT)
    return actions.settle_temu(temu, keadaan=KeadaanTemu.TERLAKSANA, by=konselor, at=LUSA)


def draf(kasus, konselor, *, hasil="Pemicunya dikenali.", at=LUSA):
    return actions.show_draf(kasus, hasil=hasil, tindak_lanjut="Jadwal jaga disesuaikan.", by=konselor, at=at)


def laporan(**lain):
    isi = {
        "daftar_nilai": [NilaiDasar.HARMONIS],
        "ekspektasi_khusus": "",
        "permasalahan": "Jadwal berubah tanpa kabar.",
        "serupa": False,
        "upaya": "Bicara dua kali.",
        "dikomunikasikan_on": date(2026, 2, 2),
    }
    return IsianLaporan(**isi | lain)


@pytest.fixture
def bukti(skp):
    return UmpanBalik.objects.create(
        skp=skp,
        rhk=skp.daftar_rhk.first(),
        pemberi=skp.penilai.user,
        peran_pemberi="pimpinan",
        teks="Kabari tim.",
        given_at=SEKARANG,
    )


def test_a_case_from_request_to_the_record(skp, orang, akun):
    dewi, budi = akun("bu-nurul"), akun("pak-budi")
    kasus = actions.request_konseling(
        buat_konselor(orang("bu-nurul")), permintaan="Saya sulit tidur.", by=budi, **AT
    )
    kasus = actions.accept_konseling(kasus, by=dewi, **AT)
    bertemu(kasus, dewi)
    actions.write_catatan(kasus, teks="Ia bercerita.", by=dewi, at=LUSA)
    actions.write_catatan(kasus, teks="Terima kasih.", by=budi, at=LUSA + timedelta(minutes=1))
    isi = ruang(Konseling.objects.get(pk=kasus.pk))
    assert isi.permintaan == "Saya sulit tidur."
    assert [satu.teks for satu in isi.daftar_catatan] == ["Ia bercerita.", "Terima kasih."]

    kasus = draf(kasus, dewi)
    with pytest.raises(actions.CannotCounsel, match="belum menyatakan"):
        actions.send_rekaman(kasus, by=dewi, at=LUSA)
    kasus = actions.confirm_draf(kasus, shown_at=kasus.shown_at, tanggapan="Setuju.", by=budi, at=LUSA)
    rekaman = actions.send_rekaman(kasus, by=dewi, at=LUSA)

    assert (rekaman.hasil, rekaman.jumlah_temu) == ("Pemicunya dikenali.", 1)
    assert rekaman.daftar_penerima == [Penerima.KEPEGAWAIAN]
    kasus.refresh_from_db()
    assert kasus.keadaan == KeadaanKonseling.SELESAI
    assert [satu.teks for satu in ruang(kasus).daftar_catatan] == ["Ia bercerita.", "Terima kasih."]
    assert DokumenTerbit.objects.filter(kode="KONSELING").count() == 1
    with pytest.raises(actions.CannotCounsel, match="selesai"):
        actions.write_catatan(kasus, teks="Satu lagi.", by=dewi, at=LUSA)


@pytest.mark.parametrize(
    ("jenis", "penerima"),
    [
        (Konselor.FUNGSI, [Penerima.PENILAI, Penerima.ATASAN_PENILAI]),
        (Konselor.INDEPENDEN, [Penerima.KEPEGAWAIAN]),
        (Konselor.PENILAI, [Penerima.ATASAN_PENILAI]),
    ],
)
def test_the_record_goes_to_whom_the_law_names(skp, orang, akun, jenis, penerima):
    slug = "bu-sari" if jenis is Konselor.PENILAI else "bu-nurul"
    kasus = buat_konseling(skp.pegawai, konselor=orang(slug), jenis_konselor=jenis)
    bertemu(kasus, akun(slug))
    kasus = draf(kasus, akun(slug))

    rekaman = actions.send_rekaman(kasus, by=akun(slug), at=LUSA + timedelta(days=7))

    assert rekaman.daftar_penerima == penerima
    boleh = {s for s in ("bu-sari", "kepala-dinkes", "pak-anton", "sekda-pekanbaru", "auditor-pekanbaru", "bu-dewi")
             if RekamanKonseling.objects.visible_to(akun(s)).exists()}  # fmt: skip
    harap = {
        Penerima.PENILAI: "bu-sari",
        Penerima.ATASAN_PENILAI: "kepala-dinkes",
        Penerima.KEPEGAWAIAN: "pak-anton",
    }
    assert boleh == {harap[p] for p in penerima} | ({"bu-sari"} if jenis is Konselor.PENILAI else set())


def test_any_change_of_the_draft_is_shown_again(skp, orang, akun):
    kasus = buat_konseling(skp.pegawai, konselor=orang("bu-nurul"))
    nurul, budi = akun("bu-nurul"), akun("pak-budi")
    bertemu(kasus, nurul)
    kasus = draf(kasus, nurul)
    lama = kasus.shown_at
    kasus = actions.confirm_draf(kasus, shown_at=lama, tanggapan="Setuju.", by=budi, at=LUSA)

    kasus = draf(kasus, nurul, hasil="Isi yang lain sama sekali.", at=LUSA + timedelta(hours=1))

    assert kasus.read_at is None
    assert ruang(kasus).tanggapan == ""
    with pytest.raises(actions.CannotCounsel, match="mengubah rekamannya"):
        actions.confirm_draf(kasus, shown_at=lama, tanggapan="", by=budi, at=LUSA)
    with pytest.raises(actions.CannotCounsel, match="belum menyatakan"):
        actions.send_rekaman(kasus, by=nurul, at=LUSA)


def test_without_a_meeting_there_is_nothing_to_report(skp, orang, akun):
    kasus = buat_konseling(skp.pegawai, konselor=orang("bu-nurul"))

    with pytest.raises(actions.CannotCounsel, match="pertemuan yang terlaksana"):
        draf(kasus, akun("bu-nurul"))


def test_a_meeting_is_in_the_future_and_counted_when_it_took_place(skp, orang, akun):
    kasus, nurul = buat_konseling(skp.pegawai, konselor=orang("bu-nurul")), akun("bu-nurul")

    with pytest.raises(actions.CannotCounsel, match="sudah lewat"):
        actions.schedule_temu(kasus, temu_at=SEKARANG, tempat="B", by=nurul, **AT)
    with pytest.raises(PermissionDenied):
        actions.schedule_temu(kasus, temu_at=BESOK, tempat="B", by=akun("pak-budi"), **AT)
    temu = actions.schedule_temu(kasus, temu_at=BESOK, tempat="B", by=nurul, **AT)
    with pytest.raises(actions.CannotCounsel, match="Sudah ada"):
        actions.schedule_temu(kasus, temu_at=BESOK, tempat="C", by=nurul, **AT)
    with pytest.raises(actions.CannotCounsel, match="belum berlangsung"):
        actions.settle_temu(temu, keadaan=KeadaanTemu.TERLAKSANA, by=nurul, **AT)
    assert (
        actions.settle_temu(temu, keadaan=KeadaanTemu.BATAL, by=akun("pak-budi"), **AT).keadaan
        == KeadaanTemu.BATAL
    )


def test_what_was_asked_for_may_end_without_a_report_and_a_referral_may_not(skp, orang, akun):
    nurul = akun("bu-nurul")
    diminta = buat_konseling(skp.pegawai, konselor=orang("bu-nurul"))
    assert actions.finish_konseling(diminta, by=nurul, **AT).keadaan == KeadaanKonseling.SELESAI
    assert not RekamanKonseling.objects.exists()

    dirujuk = buat_konseling(skp.pegawai, konselor=orang("bu-nurul"), asal="dirujuk")
    with pytest.raises(actions.CannotCounsel, match="wajib dilaporkan"):
        actions.finish_konseling(dirujuk, by=nurul, **AT)


def test_the_person_has_the_notes_destroyed_and_the_key_with_them(
    skp, orang, akun, django_capture_on_commit_callbacks
):
    kasus, nurul = buat_konseling(skp.pegawai, konselor=orang("bu-nurul")), akun("bu-nurul")
    actions.write_catatan(kasus, teks="Hanya berdua.", by=nurul, **AT)
    with pytest.raises(actions.CannotCounsel, match="sesudah konselingnya selesai"):
        actions.destroy_notes(kasus, by=akun("pak-budi"), **AT)
    kasus = actions.finish_konseling(kasus, by=nurul, **AT)
    with pytest.raises(PermissionDenied):
        actions.destroy_notes(kasus, by=nurul, **AT)

    with django_capture_on_commit_callbacks(execute=True):
        actions.destroy_notes(kasus, by=akun("pak-budi"), **AT)

    assert not kasus.daftar_amplop.exists()
    assert not has_key(kasus.kode)


def test_nobody_in_the_line_of_command_is_offered(skp, orang):
    for slug in ("bu-sari", "kepala-dinkes", "bu-nurul", "pak-budi"):
        buat_konselor(orang(slug), "fungsi_konseling")

    daftar = konselor_untuk(orang("pak-budi"), on=HARI_INI)

    assert [satu.pegawai for satu in daftar] == [orang("bu-nurul")]


def test_a_trained_penilai_is_offered_to_his_own_people_only(skp, orang):
    buat_konselor(orang("bu-sari"), "penilai")

    assert konselor_untuk(orang("pak-budi"), on=HARI_INI).exists()
    assert not konselor_untuk(orang("bu-rina"), on=HARI_INI).exists()


def test_somebody_off_the_list_cannot_be_chosen(skp, orang, akun):
    terdaftar = buat_konselor(orang("bu-sari"), "independen")

    with pytest.raises(actions.CannotCounsel, match="tidak dapat dipilih"):
        actions.request_konseling(terdaftar, permintaan="", by=akun("pak-budi"), **AT)


def test_the_register_is_kept_by_the_admin(orang, akun):
    isi = {"jenis": Konselor.INDEPENDEN, "mulai_on": HARI_INI}
    with pytest.raises(PermissionDenied):
        actions.register_konselor(orang("bu-nurul"), dasar="SK 1", by=akun("bu-sari"), **isi, **AT)
    with pytest.raises(actions.CannotRegister, match="SK penunjukan"):
        actions.register_konselor(orang("bu-nurul"), dasar=" ", by=akun("pak-anton"), **isi, **AT)

    terdaftar = actions.register_konselor(orang("bu-nurul"), dasar="SK 1", by=akun("pak-anton"), **isi, **AT)
    with pytest.raises(actions.CannotRegister, match="sudah terdaftar"):
        actions.register_konselor(orang("bu-nurul"), dasar="SK 2", by=akun("pak-anton"), **isi, **AT)
    assert actions.end_konselor(terdaftar, by=akun("pak-anton"), **AT).selesai_on == HARI_INI


def test_behaviour_is_reported_after_it_was_said_and_with_proof(skp, akun):
    with pytest.raises(actions.CannotReport, match=r"wajib disampaikan.*wajib dilampirkan"):
        actions.report_perilaku(skp, laporan(dikomunikasikan_on=None), by=akun("bu-sari"), **AT)
    with pytest.raises(PermissionDenied):
        actions.report_perilaku(skp, laporan(), by=akun("bu-dewi"), **AT)


def test_a_report_is_referred_by_personnel_and_comes_back_when_the_counsellor_cannot(skp, orang, akun, bukti):
    satu = actions.report_perilaku(skp, laporan(), by=akun("bu-sari"), **AT)
    assert satu.jumlah_umpan_balik == 1
    terlihat = {
        s
        for s in ("pak-budi", "pak-anton", "kepala-dinkes", "bu-dewi", "auditor-pekanbaru")
        if LaporanPerilaku.objects.visible_to(akun(s)).exists()
    }
    assert terlihat == {"pak-budi", "pak-anton"}
    with pytest.raises(actions.CannotReport, match="masih menunggu"):
        actions.report_perilaku(skp, laporan(), by=akun("bu-sari"), **AT)
    with pytest.raises(PermissionDenied):
        actions.refer_laporan(satu, buat_konselor(orang("bu-nurul")), by=akun("bu-sari"), **AT)

    terdaftar = orang("bu-nurul").daftar_konselor.first() or buat_konselor(orang("bu-nurul"))
    kasus = actions.refer_laporan(satu, terdaftar, by=akun("pak-anton"), **AT)

    assert not Konseling.objects.visible_to(akun("pak-anton")).exists()
    actions.decline_konseling(kasus, alasan=AlasanTidakDapat.PENUH, by=akun("bu-nurul"), **AT)
    satu.refresh_from_db()
    assert satu.keadaan == "diajukan"
    satu = actions.close_laporan(satu, alasan="Sudah membaik bulan ini.", by=akun("pak-anton"), **AT)
    assert satu.keadaan == "ditutup"


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [({"dikomunikasikan_on": date(2026, 3, 3)}, "sesudah hari ini"), ({"daftar_nilai": []}, "nilai dasar")],
)
def test_a_careless_report_is_handed_back(skp, akun, bukti, isi, pesan):
    with pytest.raises(actions.CannotReport, match=pesan):
        actions.report_perilaku(skp, laporan(**isi), by=akun("bu-sari"), **AT)


def test_the_trail_names_the_counsellor_and_never_the_person(skp, orang, akun):
    kasus = actions.request_konseling(
        buat_konselor(orang("bu-nurul")), permintaan="Rahasia.", by=akun("pak-budi"), **AT
    )
    actions.accept_konseling(kasus, by=akun("bu-nurul"), **AT)
    actions.write_catatan(kasus, teks="Terima kasih.", by=akun("pak-budi"), **AT)

    daftar = Catatan.objects.filter(objek_jenis="bimbingan.konseling")

    assert set(daftar.values_list("pelaku__nip", flat=True)) == {None, orang("bu-nurul").nip}
    assert set(map(str, daftar.values_list("rincian", flat=True))) == {"{}"}
