"""A question: who reads it, who answers, and what becomes of it when nobody does."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.jejak.models import Catatan
from kinerja.kepegawaian.models import Peran, UnitKerja
from kinerja.pekerjaan.actions import enqueue
from kinerja.pekerjaan.pekerja import Pekerja
from kinerja.pengingat.queries.penerima import kabar_dari
from kinerja.setelan.actions import Dasar, set_setelan
from kinerja.tanya import actions
from kinerja.tanya.istilah import KeadaanTanya
from kinerja.tanya.models import FAQ, Pertanyaan
from tests.conftest import HARI_INI, SEKARANG
from tests.factories.tanya import JAWABAN, TEKS, jawab, tanya, terbitkan, tunjuk, user

pytestmark = pytest.mark.django_db
LEWAT = datetime(2026, 3, 6, 2, 0, tzinfo=UTC)  # three working days after the second of March is the fifth
TAK_BERURUSAN = (
    "bu-sari",
    "kepala-dinkes",
    "sekda-pekanbaru",
    "bu-novi",
    "auditor-pekanbaru",
    "admin-pontianak",
)


def menunggu(orang, slug: str) -> list[Pertanyaan]:
    return list(Pertanyaan.objects.awaiting(user(orang, slug), on=HARI_INI).order_by("id"))


def test_a_question_is_for_the_asker_the_penggerak_and_the_admin(orang):
    tunjuk(orang)
    tunjuk(orang, "bu-lenny", "PKU")
    pertanyaan = tanya(orang)

    for slug in ("pak-budi", "bu-dewi", "bu-lenny", "pak-anton"):
        assert pertanyaan in Pertanyaan.objects.visible_to(user(orang, slug)), slug
    for slug in TAK_BERURUSAN:
        assert pertanyaan not in Pertanyaan.objects.visible_to(user(orang, slug)), slug
        with pytest.raises(PermissionDenied):
            jawab(orang, pertanyaan, slug)


def test_it_waits_with_the_nearest_one_only(orang):
    tunjuk(orang)
    tunjuk(orang, "bu-lenny", "PKU")
    dari_budi, dari_dewi = tanya(orang), tanya(orang, "bu-dewi")

    assert menunggu(orang, "bu-dewi") == [dari_budi]
    assert menunggu(orang, "bu-lenny") == [dari_dewi]
    assert menunggu(orang, "pak-anton") == []


def test_who_is_no_longer_penggerak_reads_nothing_more(orang):
    penggerak = tunjuk(orang)
    pertanyaan = jawab(orang, tanya(orang))

    actions.end_penggerak(penggerak, by=user(orang, "pak-anton"), at=SEKARANG)

    assert not Pertanyaan.objects.visible_to(user(orang, "bu-dewi")).exists()
    with pytest.raises(PermissionDenied):
        jawab(orang, pertanyaan, dilihat=1)


def test_without_anybody_to_ask_the_admin_has_it_at_once(orang):
    pertanyaan = tanya(orang)

    assert menunggu(orang, "pak-anton") == [pertanyaan]
    assert kabar_untuk(orang, "tanya.kirim") == {"pak-anton"}


def test_what_nobody_answered_rises_to_the_admin_once(orang):
    tunjuk(orang)
    pertanyaan = tanya(orang)
    assert pertanyaan.batas_on == date(2026, 3, 5)

    for at in (datetime(2026, 3, 5, 2, 0, tzinfo=UTC), LEWAT, LEWAT):
        enqueue("tanya.naikkan", by=None, at=at)
        Pekerja(clock=lambda at=at: at).drain()

    pertanyaan.refresh_from_db()
    assert pertanyaan.naik_at == LEWAT
    assert Catatan.objects.filter(tindakan="tanya.naik").count() == 1
    assert menunggu(orang, "pak-anton") == menunggu(orang, "bu-dewi") == [pertanyaan]
    assert kabar_untuk(orang, "tanya.naik") == {"pak-anton"}
    jawab(orang, pertanyaan, "pak-anton", at=LEWAT)
    actions.ask_again(pertanyaan, teks="Lalu?", by=user(orang, "pak-budi"), at=LEWAT)
    assert menunggu(orang, "bu-dewi") == [pertanyaan]
    assert menunggu(orang, "pak-anton") == []


def test_the_instansi_chooses_how_long(orang):
    dasar = Dasar(alasan="Penggerak bergiliran jaga.")
    admin, instansi = user(orang, "pak-anton"), orang("pak-budi").instansi
    set_setelan(instansi, kelompok="tanya", isi={"batas_jawab": "1"}, dasar=dasar, by=admin, at=SEKARANG)

    assert tanya(orang).batas_on == date(2026, 3, 3)


def test_an_answer_may_settle_it_or_lead_to_the_next_question(orang):
    tunjuk(orang)
    pertanyaan, budi = jawab(orang, tanya(orang)), user(orang, "pak-budi")
    assert kabar_untuk(orang, "tanya.kirim") == {"bu-dewi"}
    assert kabar_untuk(orang, "tanya.jawab") == {"pak-budi"}

    pertanyaan = actions.ask_again(pertanyaan, teks="Mulai bulan berapa?", by=budi, at=LEWAT)
    assert pertanyaan.keadaan == KeadaanTanya.MENUNGGU
    assert pertanyaan.batas_on == date(2026, 3, 10)  # the puskesmas works on Saturdays
    pertanyaan = actions.settle_tanya(jawab(orang, pertanyaan, at=LEWAT, dilihat=2), by=budi, at=LEWAT)

    assert pertanyaan.keadaan == KeadaanTanya.JELAS
    assert [satu.jenis for satu in pertanyaan.daftar_pesan.order_by("id")] == [
        "jawaban",
        "lanjutan",
        "jawaban",
    ]
    with pytest.raises(actions.CannotAsk, match="tidak dapat ditarik"):
        actions.withdraw_tanya(pertanyaan, by=budi, at=LEWAT)


def test_who_answers_has_read_what_was_said_before(orang):
    tunjuk(orang)
    pertanyaan = tanya(orang)
    jawab(orang, pertanyaan)

    with pytest.raises(actions.CannotAsk, match="Bacalah dahulu"):
        jawab(orang, pertanyaan, "pak-anton")
    jawab(orang, pertanyaan, "pak-anton", dilihat=1)

    assert pertanyaan.daftar_pesan.count() == 2


def test_nobody_answers_himself_or_what_was_withdrawn(orang):
    tunjuk(orang)
    milik_admin, pertanyaan = tanya(orang, "pak-anton"), tanya(orang)
    actions.withdraw_tanya(pertanyaan, by=user(orang, "pak-budi"), at=SEKARANG)

    with pytest.raises(PermissionDenied):
        jawab(orang, milik_admin, "pak-anton")
    with pytest.raises(actions.CannotAsk, match="ditarik"):
        jawab(orang, pertanyaan)


def test_only_the_asker_goes_on_with_it(orang):
    tunjuk(orang)
    pertanyaan = jawab(orang, tanya(orang))

    for slug in ("bu-dewi", "pak-anton", "bu-sari"):
        by = user(orang, slug)
        with pytest.raises(PermissionDenied):
            actions.settle_tanya(pertanyaan, by=by, at=SEKARANG)
        with pytest.raises(PermissionDenied):
            actions.ask_again(pertanyaan, teks="Lalu?", by=by, at=SEKARANG)


def test_the_trail_never_holds_what_was_asked_or_answered(orang):
    tunjuk(orang)
    pertanyaan = jawab(orang, tanya(orang))
    isian = actions.IsianFAQ(judul=TEKS, jawaban=JAWABAN)
    faq = actions.propose_faq(pertanyaan, isian=isian, by=user(orang, "bu-dewi"), at=SEKARANG)
    bersih = actions.IsianFAQ(judul="Bolehkah target diubah?", jawaban="Boleh.")
    actions.edit_faq(faq, isian=bersih, versi=faq.versi, by=user(orang, "pak-anton"), at=SEKARANG)

    isi = str(list(Catatan.objects.order_by("id").values_list("rincian", flat=True)))

    assert "bulan puasa" not in isi and "Bu Sari" not in isi


def test_a_faq_is_proposed_published_changed_and_withdrawn_with_its_history(orang):
    tunjuk(orang)
    dewi, anton, budi = (user(orang, slug) for slug in ("bu-dewi", "pak-anton", "pak-budi"))
    pertanyaan = tanya(orang)
    isian = actions.IsianFAQ(judul="Bolehkah target diubah?", jawaban="Boleh.", topik="pegawai")
    with pytest.raises(PermissionDenied):
        actions.propose_faq(pertanyaan, isian=isian, by=dewi, at=SEKARANG)  # there is no answer yet
    pertanyaan = jawab(orang, pertanyaan)

    faq = actions.propose_faq(pertanyaan, isian=isian, by=dewi, at=SEKARANG)
    assert not FAQ.objects.visible_to(budi).exists()
    with pytest.raises(PermissionDenied):
        actions.publish_faq(faq, by=dewi, at=SEKARANG)
    with pytest.raises(actions.CannotPublish, match="sudah diusulkan"):
        actions.propose_faq(pertanyaan, isian=isian, by=anton, at=SEKARANG)
    actions.publish_faq(faq, by=anton, at=SEKARANG)
    assert FAQ.objects.visible_to(budi).get() == faq
    assert not FAQ.objects.visible_to(user(orang, "analis-pontianak")).exists()

    baru = actions.IsianFAQ(
        judul="Bolehkah target diubah?", jawaban="Boleh, bicarakan dahulu.", topik="pegawai"
    )
    actions.edit_faq(faq, isian=baru, versi=faq.versi, by=anton, at=SEKARANG)
    actions.withdraw_faq(faq, by=anton, at=SEKARANG)

    assert not FAQ.objects.visible_to(budi).exists()
    daftar = Catatan.objects.of_object(faq).order_by("id")
    assert [satu.tindakan for satu in daftar] == ["faq.usulkan", "faq.terbitkan", "faq.ubah", "faq.tarik"]
    assert daftar[2].rincian == {"jawaban": ["Boleh.", "Boleh, bicarakan dahulu."]}


def kabar_untuk(orang, tindakan: str) -> set[str]:
    """Who of the cast hears of the last such line of the trail."""
    daftar = Catatan.objects.filter(tindakan=tindakan).order_by("id")
    akun = {
        user(orang, slug).pk: slug for slug in ("pak-budi", "bu-dewi", "pak-anton", "bu-lenny", "bu-sari")
    }
    return {akun[kabar.user_id] for kabar in kabar_dari(daftar, at=SEKARANG)}


def test_a_faq_that_is_not_published_is_for_who_may_read_its_question(orang):
    tunjuk(orang)
    isian = actions.IsianFAQ(judul="Bolehkah target diubah?", jawaban="Boleh.")
    faq = actions.propose_faq(jawab(orang, tanya(orang)), isian=isian, by=user(orang, "bu-dewi"), at=SEKARANG)
    for slug, kode in (("bu-rina", "PKU-KEC-TENAYANRAYA"), ("bu-lenny", "PKU-DINKES")):
        Peran.objects.create(
            user=user(orang, slug),
            jenis="admin_instansi",
            unit_kerja=UnitKerja.objects.get(kode=kode),
            mulai_on=HARI_INI,
        )
    # An admin of another house who also works in this one.
    Peran.objects.create(
        user=user(orang, "pak-budi"),
        jenis="admin_instansi",
        unit_kerja=UnitKerja.objects.get(kode="PTK"),
        mulai_on=HARI_INI,
    )

    for slug in ("bu-dewi", "bu-lenny", "pak-anton"):
        assert faq in FAQ.objects.visible_to(user(orang, slug)), slug
    for slug in ("bu-rina", "pak-budi", "bu-novi", "admin-pontianak"):
        assert faq not in FAQ.objects.visible_to(user(orang, slug)), slug
    actions.publish_faq(faq, by=user(orang, "pak-anton"), at=SEKARANG)
    assert faq in FAQ.objects.visible_to(user(orang, "bu-rina"))


def test_one_faq_for_a_question(orang):
    tunjuk(orang)
    faq = terbitkan(orang, jawab(orang, tanya(orang)))

    actions.withdraw_faq(faq, by=user(orang, "pak-anton"), at=SEKARANG)
    actions.publish_faq(faq, by=user(orang, "pak-anton"), at=SEKARANG)

    assert FAQ.objects.published().count() == 1
