"""Work is shown because its owner says so, in his words, and for as long as he likes."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.jejak.models import Catatan
from kinerja.penghargaan import actions
from kinerja.penghargaan.istilah import KeadaanKarya
from kinerja.penghargaan.models import KaryaTeladan
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.predikat import Predikat
from tests.conftest import SEKARANG
from tests.factories.penghargaan import hasil_tahunan, user

ISI = "Antrean kami urai dengan dua meja: satu untuk kontrol rutin, satu untuk keluhan baru. Dalam tiga bulan waktu tunggu turun separuh."


def isian(**ganti: object) -> actions.IsianKarya:
    return actions.IsianKarya(**{"judul": "Antrean turun separuh", "isi": ISI, **ganti})  # type: ignore[arg-type]


def bagikan(orang, oleh="pak-budi", evaluasi=None, **ganti) -> KaryaTeladan:
    evaluasi = evaluasi or hasil_tahunan(orang("pak-budi"))
    rhk = evaluasi.skp.daftar_rhk.order_by("id").first()
    return actions.share_karya(evaluasi, rhk, isian(**ganti), by=user(orang, oleh), at=SEKARANG)


def test_the_owner_shares_and_colleagues_of_the_house_read(orang):
    karya = bagikan(orang)

    assert karya.keadaan == KeadaanKarya.TAMPIL
    assert KaryaTeladan.objects.visible_to(user(orang, "bu-rina")).exists()
    assert not KaryaTeladan.objects.visible_to(user(orang, "analis-pontianak")).exists()
    assert Catatan.objects.get(tindakan="penghargaan.bagikan_karya").rincian == {"setuju": True}


def test_what_the_penilai_proposes_waits_for_the_owner_who_may_change_it(orang):
    karya = bagikan(orang, oleh="bu-sari")
    assert karya.keadaan == KeadaanKarya.MENUNGGU
    assert not KaryaTeladan.objects.visible_to(user(orang, "bu-rina")).exists()
    with pytest.raises(PermissionDenied):
        actions.answer_karya(karya, isian(), setuju=True, by=user(orang, "bu-sari"), at=SEKARANG)

    actions.answer_karya(
        karya, isian(judul="Dua meja, antrean separuh"), setuju=True, by=user(orang, "pak-budi"), at=SEKARANG
    )

    assert KaryaTeladan.objects.visible_to(user(orang, "bu-rina")).get().judul == "Dua meja, antrean separuh"


def test_with_consent_its_words_become_the_example_of_the_post_without_names_and_targets(orang):
    karya, anton = bagikan(orang, contoh_skp=True), user(orang, "pak-anton")
    rhk = karya.rhk
    rhk.teks = (
        "Keluarga sasaran dikunjungi Budi Hartawan bersama dr. Sari Puspitaningrum di Puskesmas Tenayan Raya"
    )
    rhk.save(update_fields=["teks"])
    with pytest.raises(PermissionDenied):
        actions.make_templat(karya, by=user(orang, "bu-sari"), at=SEKARANG)

    hasil = actions.make_templat(karya, by=anton, at=SEKARANG)

    assert hasil.templat.jabatan == orang("pak-budi").daftar_penempatan.get().jabatan.nama
    assert hasil.teks == "Keluarga sasaran dikunjungi [nama] bersama dr. [nama] di unit kerja"
    asal, jadi = rhk.daftar_indikator.order_by("urutan"), hasil.daftar_indikator.order_by("urutan")
    assert [(i.teks, i.satuan) for i in jadi] == [(i.teks, i.satuan) for i in asal]
    assert {(i.contoh_bawah, i.contoh_atas) for i in jadi} == {(None, None)}
    with pytest.raises(actions.CannotShare, match="sudah ada"):
        actions.make_templat(karya, by=anton, at=SEKARANG)


def test_only_the_owner_lets_it_become_an_example_and_only_while_it_is_shared(orang):
    anton, budi = user(orang, "pak-anton"), user(orang, "pak-budi")
    karya = bagikan(orang, oleh="bu-sari", contoh_skp=True)
    assert not karya.contoh_skp
    actions.answer_karya(karya, isian(contoh_skp=True), setuju=True, by=budi, at=SEKARANG)
    actions.withdraw_karya(karya, by=budi, at=SEKARANG)

    with pytest.raises(actions.CannotShare, match="tidak mengizinkan"):
        actions.make_templat(karya, by=anton, at=SEKARANG)
    with pytest.raises(actions.CannotShare, match="tidak mengizinkan"):
        actions.make_templat(bagikan(orang, evaluasi=karya.evaluasi), by=anton, at=SEKARANG)


def test_the_owner_may_say_no(orang):
    karya = bagikan(orang, oleh="bu-sari")

    actions.answer_karya(karya, isian(), setuju=False, by=user(orang, "pak-budi"), at=SEKARANG)

    assert not KaryaTeladan.objects.visible_to(user(orang, "bu-sari")).exists()
    with pytest.raises(actions.CannotShare, match="tidak dapat diubah"):
        actions.answer_karya(karya, isian(), setuju=True, by=user(orang, "pak-budi"), at=SEKARANG)


def test_a_withdrawn_consent_holds_at_once_and_for_everybody(orang):
    karya = bagikan(orang)
    with pytest.raises(PermissionDenied):
        actions.withdraw_karya(karya, by=user(orang, "bu-sari"), at=SEKARANG)

    actions.withdraw_karya(karya, by=user(orang, "pak-budi"), at=SEKARANG)

    for slug in ("bu-rina", "bu-sari", "pak-anton"):
        assert not KaryaTeladan.objects.visible_to(user(orang, slug)).exists()
    with pytest.raises(actions.CannotShare, match="tidak sedang dibagikan"):
        actions.withdraw_karya(karya, by=user(orang, "pak-budi"), at=SEKARANG)
    assert bagikan(orang, evaluasi=karya.evaluasi).keadaan == KeadaanKarya.TAMPIL


def test_one_result_is_shared_once(orang):
    karya = bagikan(orang)

    with pytest.raises(actions.CannotShare, match="sudah dibagikan"):
        bagikan(orang, evaluasi=karya.evaluasi)


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"status": StatusEvaluasi.DISERAHKAN}, "belum pasti"),
        ({"predikat": Predikat.BUTUH_PERBAIKAN}, "predikat Baik atau Sangat Baik"),
    ],
)
def test_only_final_good_results_are_examples(orang, ubah, pesan):
    evaluasi = hasil_tahunan(orang("pak-budi"))
    for nama, nilai in ubah.items():
        setattr(evaluasi, nama, nilai)
    evaluasi.save()

    with pytest.raises(actions.CannotShare, match=pesan):
        bagikan(orang, evaluasi=evaluasi)


@pytest.mark.parametrize(
    ("ganti", "pesan"),
    [
        ({"judul": "Ya"}, "judul singkat"),
        ({"isi": "Kami bekerja keras."}, "Ceritakan caranya"),
        ({"isi": f"{ISI} Hubungi 081234567890."}, "nomor telepon"),
        ({"anonim": True, "isi": f"{ISI} Salam, Budi."}, "masih menyebut “Budi”"),
    ],
)
def test_a_text_that_tells_too_little_or_too_much_is_sent_back(orang, ganti, pesan):
    with pytest.raises(actions.CannotShare, match=pesan):
        bagikan(orang, **ganti)


@pytest.mark.parametrize("slug", ["bu-rina", "bu-dewi", "admin-pontianak", "auditor-pekanbaru"])
def test_only_those_beside_the_result_propose(orang, slug):
    with pytest.raises(PermissionDenied):
        bagikan(orang, oleh=slug)
