"""What the rules propose is kept once, follows the result, and is decided by people."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from kinerja.jejak.models import Catatan
from kinerja.metode.tanda_tindak_lanjut import Tindakan
from kinerja.pekerjaan.actions import enqueue
from kinerja.pekerjaan.models import Pekerjaan
from kinerja.pekerjaan.pekerja import Pekerja
from kinerja.pembinaan.models import RencanaPembinaan
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.predikat import Predikat, Rating
from kinerja.tindak_lanjut import actions
from kinerja.tindak_lanjut.actions import susun as aksi_susun
from kinerja.tindak_lanjut.istilah import PutusanUsulan
from kinerja.tindak_lanjut.models import PemeriksaanHasil, Putusan, UsulanTindakLanjut
from kinerja.tindak_lanjut.queries import usulan_hasil
from tests.factories.evaluasi import buat_evaluasi, periode_evaluasi, user_dari
from tests.factories.pembinaan import PADA, rendah
from tests.factories.usulan import beri_aturan, susun, usulan_budi

pytestmark = pytest.mark.django_db
ALASAN = "Penilai dan pegawai sudah berbicara dan sepakat."


def putuskan(orang, nomor, putusan, *, siapa="pak-anton", **ganti):
    isi = {"putusan": putusan, "alasan": ALASAN} | ganti
    return actions.decide_usulan(nomor, actions.IsianUsulan(**isi), by=user_dari(orang(siapa)), at=PADA)


def test_each_kind_is_written_once_with_its_rule(orang):
    usulan = usulan_budi(orang)

    assert set(usulan) == {"pembinaan", "dialog"}
    assert usulan["pembinaan"].aturan[0]["parameter"] == {"predikat": "baik"}
    assert "di bawah Baik" in usulan["pembinaan"].alasan
    assert susun() == 0
    # Again over results that were looked at already: nothing doubles.
    assert (
        actions.write_usulan(list(Evaluasi.objects.select_related("skp", "periode", "kebijakan")), at=PADA)
        == 0
    )
    assert UsulanTindakLanjut.objects.count() == 2
    assert Catatan.objects.filter(tindakan="usulan.susun").count() == 1


def test_a_result_that_no_rule_speaks_of_is_not_asked_again(orang):
    beri_aturan(rendah(orang), [])

    assert susun() == 0
    assert PemeriksaanHasil.objects.count() == 1


def test_a_result_that_is_not_certain_has_no_consequences(orang):
    beri_aturan(rendah(orang, status=StatusEvaluasi.DISERAHKAN))

    assert susun() == 0
    assert not PemeriksaanHasil.objects.exists()


def test_the_database_asks_for_a_person_and_a_reason(orang):
    usulan = usulan_budi(orang)["dialog"]
    usulan.status = "disetujui"
    with pytest.raises(IntegrityError), transaction.atomic():
        usulan.save()


def test_saying_yes_to_pembinaan_opens_the_plan(orang):
    usulan = usulan_budi(orang)["pembinaan"]

    hasil = putuskan(orang, [usulan.pk], PutusanUsulan.SETUJUI)

    assert len(hasil.diputus) == 1
    usulan.refresh_from_db()
    rencana = RencanaPembinaan.objects.get()
    assert (usulan.status, usulan.objek_jenis, usulan.objek_id) == (
        "disetujui", "pembinaan.rencanapembinaan", rencana.pk,
    )  # fmt: skip
    assert ALASAN in rencana.alasan
    catatan = Catatan.objects.of_object(usulan).get(tindakan="usulan.putuskan")
    assert catatan.pelaku == user_dari(orang("pak-anton"))


def test_several_are_decided_at_once_and_the_rest_says_why_not(orang):
    usulan = usulan_budi(orang)
    putuskan(orang, [usulan["dialog"].pk], PutusanUsulan.TOLAK)

    hasil = putuskan(orang, [satu.pk for satu in usulan.values()], PutusanUsulan.SETUJUI)

    assert [satu.tindakan for satu in hasil.diputus] == ["pembinaan"]
    ((tertahan, sebab),) = hasil.tertahan
    assert tertahan.tindakan == "dialog"
    assert "Tidak dijalankan" in sebab


@pytest.mark.parametrize(
    "siapa",
    ["pak-budi", "bu-sari", "kepala-dinkes", "sekda-pekanbaru", "auditor-pekanbaru", "admin-pontianak"],
)
def test_only_the_admin_of_the_unit_decides(orang, siapa):
    usulan = usulan_budi(orang)["dialog"]

    with pytest.raises(PermissionDenied):
        putuskan(orang, [usulan.pk], PutusanUsulan.SETUJUI, siapa=siapa)


def test_an_admin_does_not_decide_about_himself(orang):
    evaluasi = rendah(orang, "pak-anton")
    beri_aturan(evaluasi)
    susun()
    usulan = UsulanTindakLanjut.objects.get(tindakan="dialog")

    hasil = putuskan(orang, [usulan.pk], PutusanUsulan.SETUJUI)

    assert "diri sendiri" in hasil.tertahan[0][1]


def test_what_is_missing_is_said_before_anything_is_written(orang):
    usulan = usulan_budi(orang)["dialog"]
    with pytest.raises(actions.CannotFollowUp, match="mencentang"):
        putuskan(orang, [], PutusanUsulan.SETUJUI)
    with pytest.raises(actions.CannotFollowUp, match="alasannya"):
        putuskan(orang, [usulan.pk], PutusanUsulan.TOLAK, alasan="Ya")
    with pytest.raises(actions.CannotFollowUp, match="penggantinya"):
        putuskan(orang, [usulan.pk], PutusanUsulan.ALIHKAN)
    usulan.refresh_from_db()
    assert usulan.status == "menunggu"


def test_another_kind_waits_for_its_own_decision_and_the_done_is_ticked_off(orang):
    usulan = usulan_budi(orang)["dialog"]
    putuskan(orang, [usulan.pk], PutusanUsulan.ALIHKAN, dialihkan_ke=Tindakan.PELATIHAN)
    usulan.refresh_from_db()
    baru = UsulanTindakLanjut.objects.get(tindakan="pelatihan")
    assert (usulan.status, usulan.dialihkan_ke, baru.status, baru.asal) == (
        "dialihkan", "pelatihan", "menunggu", "dialihkan",
    )  # fmt: skip

    assert putuskan(orang, [baru.pk], PutusanUsulan.SELESAIKAN).tertahan
    putuskan(orang, [baru.pk], PutusanUsulan.SETUJUI)
    putuskan(orang, [baru.pk], PutusanUsulan.SELESAIKAN)
    baru.refresh_from_db()
    assert (baru.status, baru.catatan_selesai) == ("selesai", ALASAN)


def keberatan(orang, evaluasi):
    return actions.file_keberatan(
        evaluasi,
        alasan="Tiga bukti laporan belum dibaca ketika menilai.",
        by=user_dari(orang("pak-budi")),
        at=PADA,
    )


def test_an_objection_holds_the_decision_up(orang):
    usulan = usulan_budi(orang)["dialog"]
    keberatan(orang, Evaluasi.objects.get())

    hasil = putuskan(orang, [usulan.pk], PutusanUsulan.SETUJUI)

    assert "dalam keberatan" in hasil.tertahan[0][1]


def test_after_an_objection_the_undecided_follow_and_the_decided_stay_with_a_note(orang):
    usulan = usulan_budi(orang)
    putuskan(orang, [usulan["dialog"].pk], PutusanUsulan.SETUJUI)
    satu = keberatan(orang, Evaluasi.objects.get())
    isian = actions.IsianPutusan(
        putusan=Putusan.MENGUBAH,
        pertimbangan="Bukti yang belum dibaca menunjukkan hasil sesuai ekspektasi.",
        rating_hasil=Rating.SESUAI,
        rating_perilaku=Rating.SESUAI,
    )

    actions.decide_keberatan(satu, isian, by=user_dari(orang("kepala-dinkes")), at=PADA + timedelta(days=1))

    for usul in usulan.values():
        usul.refresh_from_db()
    assert Evaluasi.objects.get().predikat == Predikat.BAIK
    assert (usulan["pembinaan"].status, usulan["dialog"].status) == ("gugur", "disetujui")
    assert "tidak lagi mengusulkan" in usulan["dialog"].catatan
    baris = usulan_hasil(Evaluasi.objects.get(), pasti=True)
    assert {b.label: b.usulan.status for b in baris} == {"Pembinaan": "gugur", "Dialog kinerja": "disetujui"}


def test_what_colleagues_had_a_part_in_is_not_for_roles(orang):
    evaluasi = rendah(orang)
    beri_aturan(evaluasi, [{"kondisi": "aspek_di_bawah", "tindakan": "pelatihan", "parameter": {}}])
    jejak = evaluasi.jejak_hitung
    jejak["daftar_perilaku"][0] |= {
        "rating": "di_bawah_ekspektasi", "gabungan": "",
        "skor": {"daftar_sumber": [{"sumber": "rekan", "keadaan": "dipakai"}]},
    }  # fmt: skip
    Evaluasi.objects.filter(pk=evaluasi.pk).update(jejak_hitung=jejak)
    susun()

    usulan = UsulanTindakLanjut.objects.get()
    label = jejak["daftar_perilaku"][0]["label"]
    assert label in usulan.alasan
    assert usulan.alasan_umum == aksi_susun.ALASAN_TERTUTUP


@pytest.mark.django_db(transaction=True)
def test_the_job_of_a_period_and_the_clock_find_the_same(orang):
    for slug in ("pak-budi", "bu-dewi"):
        beri_aturan(rendah(orang, slug))
    periode = periode_evaluasi(orang("pak-budi"))
    with pytest.raises(PermissionDenied):
        actions.request_usulan(periode, by=user_dari(orang("bu-sari")), at=PADA)
    anton = user_dari(orang("pak-anton"))
    pertama = actions.request_usulan(periode, by=anton, at=PADA)
    assert actions.request_usulan(periode, by=anton, at=PADA) == pertama

    Pekerja(clock=lambda: PADA).drain()

    pertama.refresh_from_db()
    assert "2 hasil diperiksa, 4 usulan baru" in pertama.kalimat or pertama.status == "selesai"
    assert UsulanTindakLanjut.objects.count() == 4
    enqueue(actions.SUSUN, by=None, at=PADA, kunci="uji")
    Pekerja(clock=lambda: PADA).drain()
    assert UsulanTindakLanjut.objects.count() == 4
    assert not Pekerjaan.objects.exclude(status="selesai").exists()


def test_two_workers_at_once_leave_one_row_of_a_kind(orang, monkeypatch):
    evaluasi = buat_evaluasi(orang("bu-dewi"), status=StatusEvaluasi.DITERIMA, hasil=Rating.DI_BAWAH)
    beri_aturan(evaluasi)
    daftar = list(Evaluasi.objects.select_related("skp", "periode", "kebijakan"))
    asli = aksi_susun.usulan_banyak

    def menyusul(siapa):
        monkeypatch.setattr(aksi_susun, "usulan_banyak", asli)
        tanda = asli(siapa)
        aksi_susun.write_usulan(siapa, at=PADA)
        return tanda

    monkeypatch.setattr(aksi_susun, "usulan_banyak", menyusul)
    aksi_susun.write_usulan(daftar, at=PADA)

    jenis = list(UsulanTindakLanjut.objects.order_by("id").values_list("tindakan", flat=True))
    assert len(jenis) == len(set(jenis)) == 2
