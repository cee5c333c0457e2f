"""Feedback: from whom, about what, and how little the giver sees."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.jejak.models import Catatan
from kinerja.kebijakan.models import Periode, Tahap
from kinerja.pelaksanaan import actions, queries
from kinerja.pelaksanaan.models import Nada, PermintaanUmpanBalik, UmpanBalik
from kinerja.peraturan.alur import StatusSKP
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.perencanaan.models import SKP
from tests.conftest import HARI_INI, SEKARANG
from tests.factories.skp import buat_skp

TEKS = "Rekap Februari selesai dua hari lebih cepat; pertahankan cara mencatatnya."


@pytest.fixture
def rhk(skp):
    return skp.daftar_rhk.get(urutan=1)


@pytest.fixture
def beri(skp, akun):
    def give(by="bu-sari", *, teks=TEKS, nada=Nada.POSITIF, at=SEKARANG, **sasaran):
        if not sasaran.keys() & {"rhk", "nilai"}:
            sasaran["nilai"] = NilaiDasar.KOLABORATIF
        return actions.give_feedback(skp, teks=teks, nada=nada, by=akun(by), at=at, **sasaran)

    return give


@pytest.fixture
def minta(skp, orang, akun):
    def request(kepada="bu-dewi", *, by="pak-budi", **sasaran):
        if not sasaran:
            sasaran["nilai"] = NilaiDasar.KOLABORATIF
        return actions.request_feedback(
            skp, kepada=orang(kepada), pesan="Bagaimana menurut Ibu?", by=akun(by), at=SEKARANG, **sasaran
        )

    return request


def test_the_penilai_speaks_about_a_result(beri, rhk, skp):
    umpan_balik = beri(rhk=rhk)

    jejak = Catatan.objects.get(tindakan="umpan_balik.beri")
    assert (umpan_balik.peran_pemberi, umpan_balik.nada, umpan_balik.sasaran) == (
        "pimpinan",
        "positif",
        rhk.teks,
    )
    assert (jejak.objek_id, jejak.rincian["rhk"]) == (str(skp.pk), rhk.pk)


@pytest.mark.parametrize(
    ("slug", "peran"),
    [("bu-sari", "pimpinan"), ("kepala-dinkes", "pimpinan"), ("bu-dewi", "rekan"), ("bu-rina", "lainnya")],
)
def test_the_role_of_the_giver_is_derived(beri, slug, peran):
    assert beri(slug).peran_pemberi == peran


def test_those_one_assesses_are_bawahan(orang, akun):
    skp = buat_skp(orang("bu-sari"))

    umpan_balik = actions.give_feedback(
        skp, nilai=NilaiDasar.HARMONIS, nada=Nada.NETRAL, teks=TEKS, by=akun("pak-budi"), at=SEKARANG
    )

    assert umpan_balik.peran_pemberi == "bawahan"


@pytest.mark.parametrize("slug", ["pak-budi", "analis-pontianak"])
def test_neither_the_owner_nor_another_instansi_gives(beri, slug):
    with pytest.raises(PermissionDenied):
        beri(slug)


def test_who_may_not_read_the_titles_may_not_speak_about_one(beri, rhk):
    with pytest.raises(PermissionDenied):
        beri("bu-rina", rhk=rhk)


def test_feedback_is_about_exactly_one_thing(beri, rhk):
    with pytest.raises(actions.CannotGiveFeedback, match="Pilih satu"):
        beri(rhk=rhk, nilai=NilaiDasar.LOYAL)


def test_a_result_of_another_plan_is_refused(beri, orang):
    with pytest.raises(actions.CannotGiveFeedback, match="tidak ada di SKP ini"):
        beri(rhk=buat_skp(orang("bu-dewi")).daftar_rhk.get(urutan=1))


def test_empty_words_are_refused(beri):
    with pytest.raises(actions.CannotGiveFeedback, match="apa yang terjadi"):
        beri(teks=" . ")


def test_a_plan_that_is_not_set_takes_no_feedback(beri, skp):
    SKP.objects.filter(pk=skp.pk).update(status=StatusSKP.DRAF)

    with pytest.raises(actions.CannotGiveFeedback, match="Draf"):
        beri()


def test_the_same_words_twice_stay_one(beri):
    assert beri().pk == beri().pk
    assert Catatan.objects.filter(tindakan="umpan_balik.beri").count() == 1


def test_nobody_is_flooded_with_feedback(beri, skp):
    for nomor in range(20):
        beri("bu-dewi", teks=f"{TEKS} ({nomor})")

    with pytest.raises(actions.CannotGiveFeedback, match="Lanjutkan besok"):
        beri("bu-dewi", teks="Satu lagi.")

    assert beri("bu-sari")
    assert beri("bu-dewi", teks="Satu lagi.", at=SEKARANG + timedelta(days=1))
    assert UmpanBalik.objects.filter(skp=skp).count() == 22


def test_an_answer_closes_its_request(beri, minta, rhk):
    permintaan = minta("bu-rina", rhk=rhk)

    jawaban = beri("bu-rina", rhk=rhk, permintaan=permintaan)

    permintaan.refresh_from_db()
    assert (permintaan.answered_at, jawaban.permintaan_id) == (SEKARANG, permintaan.pk)


def test_an_answer_stays_with_what_was_asked(beri, minta, rhk):
    with pytest.raises(actions.CannotGiveFeedback, match="tentang hal lain"):
        beri("bu-rina", nilai=NilaiDasar.LOYAL, permintaan=minta("bu-rina", rhk=rhk))


def test_nobody_answers_for_another(beri, minta):
    with pytest.raises(PermissionDenied):
        beri("dokter-fajar", permintaan=minta("bu-dewi"))


def test_a_request_may_be_declined_once(minta, akun):
    permintaan = minta()

    for _ in range(2):
        actions.decline_request(permintaan, by=akun("bu-dewi"), at=SEKARANG)

    assert Catatan.objects.filter(tindakan="umpan_balik.tolak").count() == 1
    assert not queries.permintaan_menunggu(akun("bu-dewi")).exists()


def test_only_the_one_who_is_asked_declines(minta, akun):
    with pytest.raises(PermissionDenied):
        actions.decline_request(minta(), by=akun("dokter-fajar"), at=SEKARANG)


def test_the_penilai_asks_a_colleague_too(minta):
    assert minta(by="bu-sari").peminta_id


@pytest.mark.parametrize("slug", ["bu-dewi", "bu-rina"])
def test_nobody_else_asks_about_a_person(minta, slug):
    with pytest.raises(PermissionDenied):
        minta("dokter-fajar", by=slug)


@pytest.mark.parametrize(
    ("kepada", "pesan"), [("pak-budi", "diri sendiri"), ("analis-pontianak", "seinstansi")]
)
def test_whom_one_cannot_ask(minta, kepada, pesan):
    with pytest.raises(actions.CannotRequestFeedback, match=pesan):
        minta(kepada)


def test_colleagues_are_not_flooded(minta):
    for nilai in list(NilaiDasar)[:5]:
        minta(nilai=nilai)

    assert minta(nilai=NilaiDasar.BERORIENTASI_PELAYANAN)  # the same again is no sixth
    with pytest.raises(actions.CannotRequestFeedback, match="Tunggu jawabannya"):
        minta(nilai=NilaiDasar.ADAPTIF)
    assert PermintaanUmpanBalik.objects.count() == 5


def test_a_stranger_of_the_same_instansi_sees_no_result_of_the_plan(akun, skp):
    sasaran = queries.sasaran_umpan_balik(akun("bu-rina"), skp.pk, on=HARI_INI)

    assert sasaran.daftar_rhk == ()
    assert sasaran.daftar_nilai == tuple(NilaiDasar)


def test_who_is_asked_sees_only_what_he_is_asked_about(akun, skp, minta, rhk):
    permintaan = minta("bu-rina", rhk=rhk)

    sasaran = queries.sasaran_umpan_balik(akun("bu-rina"), skp.pk, on=HARI_INI, permintaan_id=permintaan.pk)

    assert (sasaran.daftar_rhk, sasaran.daftar_nilai) == (((rhk.pk, rhk.teks),), ())


def test_a_request_to_another_opens_nothing(akun, skp, minta):
    permintaan = minta("bu-dewi")

    assert (
        queries.sasaran_umpan_balik(akun("bu-rina"), skp.pk, on=HARI_INI, permintaan_id=permintaan.pk) is None
    )


@pytest.mark.parametrize("slug", ["pak-budi", "analis-pontianak"])
def test_owner_and_other_instansi_find_no_target(akun, skp, slug):
    assert queries.sasaran_umpan_balik(akun(slug), skp.pk, on=HARI_INI) is None


def test_one_finds_colleagues_with_a_plan_own_circle_first(akun, skp, orang):
    jauh = buat_skp(orang("bu-rina"))
    buat_skp(orang("dokter-fajar"), status=StatusSKP.DRAF)
    buat_skp(orang("analis-pontianak"))

    assert list(queries.rekan_ber_skp(akun("bu-dewi"), on=HARI_INI)) == [skp, jauh]


def test_feedback_is_counted_per_thing_and_tone_in_its_period(beri, rhk, skp):
    beri(rhk=rhk)
    beri("bu-dewi", nada=Nada.PERBAIKAN)
    beri(teks="Sudah lewat dari triwulan pertama.", at=datetime(2026, 3, 31, 17, 0, tzinfo=UTC))
    triwulan = Periode.objects.get(instansi=skp.instansi, tahun=2026, tahap=Tahap.PERIODIK, urutan=1)

    ringkasan = queries.ringkasan_umpan_balik(skp, triwulan)

    assert ringkasan.per_rhk == {rhk.pk: {"positif": 1}}
    assert ringkasan.per_nilai == {"kolaboratif": {"perbaikan": 1}}
    assert ringkasan.jumlah == 2


def test_it_is_seen_in_the_order_of_plan_and_law(beri, rhk, skp):
    beri(nilai=NilaiDasar.KOLABORATIF)
    beri(nilai=NilaiDasar.AKUNTABEL)
    beri(rhk=skp.daftar_rhk.get(urutan=3))
    beri(rhk=rhk)

    daftar = queries.kelompok_umpan_balik(UmpanBalik.objects.filter(skp=skp).select_related("rhk"))

    assert [k.judul[:10] for k in daftar] == [rhk.teks[:10], "Warga mema", "Akuntabel", "Kolaborati"]


def test_a_penilai_is_reminded_of_those_he_has_said_nothing_to(beri, akun, skp):
    assert queries.belum_diberi_umpan_balik(akun("bu-sari"), on=HARI_INI)[1] == [skp]

    beri()

    assert queries.belum_diberi_umpan_balik(akun("bu-sari"), on=HARI_INI)[1] == []


@pytest.mark.parametrize(
    ("slug", "boleh"),
    [
        ("pak-budi", True),
        ("bu-sari", True),
        ("kepala-dinkes", True),
        ("bu-dewi", True),
        ("dokter-fajar", False),
    ],
)
def test_both_sides_and_the_giver_read_the_same(beri, akun, slug, boleh):
    beri("bu-dewi")

    assert UmpanBalik.objects.visible_to(akun(slug)).exists() is boleh


def test_a_leader_takes_over_what_cannot_be_finished(rhk, akun):
    catatan = "Rekap Januari dan Februari tidak selesai meski sudah dibantu dua kali."

    actions.take_over_rhk(rhk, catatan=catatan, by=akun("bu-sari"), at=SEKARANG)

    rhk.refresh_from_db()
    assert (rhk.diambil_alih_at, rhk.catatan_ambil_alih) == (SEKARANG, catatan)
    assert "Pasal 20" in Catatan.objects.get(tindakan="rhk.ambil_alih").dasar
    with pytest.raises(actions.CannotTakeOver, match="sudah diambil alih"):
        actions.take_over_rhk(rhk, catatan=catatan, by=akun("bu-sari"), at=SEKARANG)


def test_taking_over_needs_a_note(rhk, akun):
    with pytest.raises(actions.CannotTakeOver, match="catatannya"):
        actions.take_over_rhk(rhk, catatan="malas", by=akun("bu-sari"), at=SEKARANG)


@pytest.mark.parametrize("slug", ["pak-budi", "kepala-dinkes", "bu-dewi"])
def test_only_the_penilai_takes_over(rhk, akun, slug):
    with pytest.raises(PermissionDenied):
        actions.take_over_rhk(rhk, catatan="x" * 30, by=akun(slug), at=SEKARANG)
