"""The rule proposes, people decide with a reason, and what has changed since is said."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.jejak.models import Catatan
from kinerja.kepegawaian.models import Pegawai, Penempatan, UnitKerja
from kinerja.setelan.actions import Dasar, set_setelan
from kinerja.setelan.queries import nilai
from kinerja.talenta.actions import (
    CannotDecideCalon,
    CannotMarkKunci,
    IsianCalon,
    decide_calon,
    mark_kunci,
    release_kunci,
    remove_calon,
)
from kinerja.talenta.istilah import PutusanCalon
from kinerja.talenta.models import JabatanKunci, PoolSuksesi
from kinerja.talenta.queries.penempatan import Aturan, peta_talenta
from kinerja.talenta.queries.suksesi import baca_calon, daftar_kunci, pertimbangan, with_people
from tests.conftest import HARI_INI, SEKARANG
from tests.factories.talenta import beri_potensi, beri_predikat, catat_calon, tandai_kunci


@pytest.fixture
def admin(akun):
    return akun("pak-anton")


@pytest.fixture
def budi(orang, admin):
    """In box 8."""
    pegawai = orang("pak-budi")
    beri_predikat(pegawai)
    beri_potensi(pegawai, 84, 82, 88, oleh=admin)
    return pegawai


@pytest.fixture
def jabatan(orang):
    return Penempatan.objects.get(pegawai=orang("bu-sari"), selesai_on=None).jabatan


@pytest.fixture
def kunci(jabatan, admin):
    return tandai_kunci(jabatan, oleh=admin)


@pytest.fixture
def peta(orang):
    budi = orang("pak-budi")
    akar = UnitKerja.objects.get(instansi=budi.instansi, induk=None)

    def read():
        aturan = Aturan.from_setelan(nilai(budi.instansi_id, "talenta"), tahun=2025, on=HARI_INI)
        return peta_talenta([akar.jalur], aturan=aturan, on=HARI_INI)

    return read


def raise_to(pegawai, jenjang):
    tempat = Penempatan.objects.select_related("jabatan").get(pegawai=pegawai, selesai_on=None)
    tempat.jabatan.jenis, tempat.jabatan.jenjang = "jf", jenjang
    tempat.jabatan.save(update_fields=["jenis", "jenjang"])


def putus(kunci, pegawai, by, *, putusan=PutusanCalon.MASUK, alasan="Sudah memimpin tim.", **lain):
    return decide_calon(
        kunci, pegawai, isian=IsianCalon(putusan=putusan, alasan=alasan, **lain), by=by, at=SEKARANG
    )


def test_a_key_post_is_marked_once_with_a_reason(jabatan, admin):
    kunci = mark_kunci(jabatan, alasan="Pelayanan induk", by=admin, at=SEKARANG)

    assert Catatan.objects.get(tindakan="talenta.jabatan_kunci").rincian["alasan"] == "Pelayanan induk"
    assert str(kunci) == f"Jabatan kunci: {jabatan}"
    with pytest.raises(CannotMarkKunci, match="sudah ada"):
        mark_kunci(jabatan, alasan="Lagi", by=admin, at=SEKARANG)


def test_marking_is_refused_without_reason_or_in_a_dissolved_unit(jabatan, admin):
    with pytest.raises(CannotMarkKunci, match="Tulis mengapa"):
        mark_kunci(jabatan, alasan=" ", by=admin, at=SEKARANG)
    UnitKerja.objects.filter(pk=jabatan.unit_kerja_id).update(dibubarkan_on=HARI_INI)
    with pytest.raises(CannotMarkKunci, match="dibubarkan"):
        mark_kunci(jabatan, alasan="Penting", by=admin, at=SEKARANG)


@pytest.mark.parametrize("slug", ["pak-budi", "sekda-pekanbaru", "admin-pontianak"])
def test_only_the_admin_marks_and_releases(jabatan, kunci, akun, slug):
    with pytest.raises(PermissionDenied):
        mark_kunci(jabatan, alasan="Penting", by=akun(slug), at=SEKARANG)
    with pytest.raises(PermissionDenied):
        release_kunci(kunci, by=akun(slug), at=SEKARANG)


def test_releasing_ends_the_decisions_and_keeps_them(kunci, budi, admin):
    calon = putus(kunci, budi, admin)

    release_kunci(kunci, by=admin, at=SEKARANG)

    calon.refresh_from_db()
    assert calon.alasan_keluar == "Jabatan ini bukan lagi jabatan kunci."
    assert Catatan.objects.get(tindakan="talenta.lepas_jabatan_kunci").rincian["calon"] == 1
    with pytest.raises(CannotMarkKunci, match="bukan lagi"):
        release_kunci(kunci, by=admin, at=SEKARANG)
    with pytest.raises(CannotMarkKunci, match="bukan lagi"):
        putus(kunci, budi, admin)


def diusulkan(peta, kunci, *, sudah=()):
    return [satu.titik.orang.pegawai_id for satu in pertimbangan(peta, kunci, sudah=sudah) if satu.diusulkan]


def test_the_rule_proposes_from_the_boxes_of_succession(kunci, budi, admin, orang, peta):
    for slug, potensi in (("bu-dewi", 95), ("bu-yanti", 50), ("bu-sari", 95)):
        beri_predikat(orang(slug), "sangat_baik")
        beri_potensi(orang(slug), potensi, potensi, potensi, oleh=admin)

    for slug in ("bu-dewi", "bu-yanti"):
        raise_to(orang(slug), "ahli_muda")  # one step below the head of the puskesmas, an Ahli Madya

    # Bu Sari holds the post herself; Bu Yanti stands in box 4; Pak Budi is Terampil.
    assert diusulkan(peta(), kunci) == [orang("bu-dewi").pk]
    assert diusulkan(peta(), kunci, sudah=[orang("bu-dewi").pk]) == []
    alasan = {p.titik.orang.pegawai_id: p.alasan for p in pertimbangan(peta(), kunci, sudah=[])}
    assert "1 tingkat di bawah" in alasan[orang("bu-dewi").pk]
    assert "2 tingkat di bawah" in alasan[budi.pk] and "paling jauh 1 tingkat" in alasan[budi.pk]
    assert "kotak 4, bukan kotak rencana suksesi" in alasan[orang("bu-yanti").pk]
    dasar = Dasar(alasan="Kaderisasi dari jenjang terampil.")
    isi = {"jarak_suksesi": "2"}
    set_setelan(budi.instansi, kelompok="talenta", isi=isi, dasar=dasar, by=admin, at=SEKARANG)
    assert budi.pk in diusulkan(peta(), kunci)


def test_a_decision_keeps_the_box_of_its_day_and_its_end(kunci, budi, admin):
    calon = putus(kunci, budi, admin)

    assert (calon.kotak, calon.berlaku_sampai_on) == (8, date(2027, 3, 2))
    assert calon.daftar_langkah[0].startswith("Predikat Baik dibaca 80")
    assert str(calon) == f"{budi} untuk {kunci.jabatan}"
    rincian = Catatan.objects.get(tindakan="talenta.putuskan_calon").rincian
    assert (rincian["putusan"], rincian["kotak"], rincian["alasan"]) == ("masuk", 8, "Sudah memimpin tim.")


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"alasan": "  "}, "Tulis alasannya"),
        ({"berlaku_sampai_on": HARI_INI}, "sesudah hari ini"),
    ],
)
def test_a_decision_that_cannot_be_is_refused(kunci, budi, admin, isi, pesan):
    with pytest.raises(CannotDecideCalon, match=pesan):
        putus(kunci, budi, admin, **isi)


def test_one_running_decision_about_a_person_and_a_post(kunci, budi, admin):
    calon = putus(kunci, budi, admin, putusan=PutusanCalon.TIDAK)

    with pytest.raises(CannotDecideCalon, match="sudah ada putusan"):
        putus(kunci, budi, admin)
    remove_calon(calon, alasan="Sudah memimpin tim sejak itu", by=admin, at=SEKARANG)
    assert putus(kunci, budi, admin).putusan == PutusanCalon.MASUK
    with pytest.raises(CannotDecideCalon, match="sudah berakhir"):
        remove_calon(calon, alasan="Lagi", by=admin, at=SEKARANG)


def test_ending_a_decision_asks_for_a_reason(kunci, budi, admin, akun):
    calon = putus(kunci, budi, admin)

    with pytest.raises(CannotDecideCalon, match="Tulis mengapa"):
        remove_calon(calon, alasan=" ", by=admin, at=SEKARANG)
    with pytest.raises(PermissionDenied):
        remove_calon(calon, alasan="Tidak mau", by=akun("pak-budi"), at=SEKARANG)


@pytest.mark.parametrize(
    ("slug", "potensi", "pesan"),
    [
        ("bu-dewi", (), "belum ada di kotak mana pun"),
        ("bu-dewi", (50, 50, 50), "ada di kotak 2"),
        ("bu-sari", (95, 95, 95), "sudah memegang jabatan ini"),
        ("analis-pontianak", (95, 95, 95), "instansi lain"),
    ],
)
def test_only_whom_the_rule_proposes_is_decided_about(kunci, admin, orang, slug, potensi, pesan):
    beri_predikat(orang(slug))
    beri_potensi(orang(slug), *potensi, oleh=admin)

    with pytest.raises(CannotDecideCalon, match=pesan):
        putus(kunci, orang(slug), admin)


def test_who_has_retired_is_no_candidate(kunci, budi, admin):
    Pegawai.objects.filter(pk=budi.pk).update(status="berhenti")

    with pytest.raises(CannotDecideCalon, match="tidak lagi memegang jabatan"):
        putus(kunci, budi, admin)


@pytest.mark.parametrize(
    ("slug", "boleh"), [("kepala-dinkes", True), ("sekda-pekanbaru", True), ("bu-sari", False)]
)
def test_whoever_has_the_post_in_his_care_decides(kunci, budi, akun, slug, boleh):
    if boleh:
        assert putus(kunci, budi, akun(slug)).pk
        return
    with pytest.raises(PermissionDenied):
        putus(kunci, budi, akun(slug))


def test_nobody_decides_about_himself(kunci, orang, admin):
    with pytest.raises(PermissionDenied):
        putus(kunci, orang("pak-anton"), admin)


def _changes(peta):
    daftar = with_people(PoolSuksesi.objects.order_by("pk"))
    return [satu.daftar_perubahan for satu in baca_calon(daftar, peta(), on=HARI_INI)]


def test_a_decision_that_still_stands_says_nothing(kunci, budi, admin, peta):
    putus(kunci, budi, admin)

    assert _changes(peta) == [()]


@pytest.mark.parametrize(
    ("status", "pesan"), [("berhenti", "berhenti atau pensiun"), ("cltn", "cuti di luar tanggungan negara")]
)
def test_who_retired_or_is_away_is_shown_as_such(kunci, budi, admin, peta, status, pesan):
    putus(kunci, budi, admin)
    Pegawai.objects.filter(pk=budi.pk).update(status=status)

    assert pesan in _changes(peta)[0][0]


def test_who_moved_is_shown_where_he_is_now(kunci, budi, admin, peta, orang):
    calon = putus(kunci, budi, admin)
    Penempatan.objects.filter(pk=calon.penempatan_id).update(selesai_on=HARI_INI - timedelta(days=10))
    lain = Penempatan.objects.get(pegawai=orang("bu-novi"), selesai_on=None)
    Penempatan.objects.create(
        pegawai=budi, jabatan=lain.jabatan, unit_kerja=lain.unit_kerja, mulai_on=HARI_INI - timedelta(days=9)
    )

    assert "Sudah pindah dari Perawat Terampil sejak 20 Februari 2026" in _changes(peta)[0][0]
    assert "Puskesmas Rejosari" in _changes(peta)[0][0]


def test_who_already_holds_the_post_is_shown_as_such(kunci, budi, admin, peta, orang):
    calon = putus(kunci, budi, admin)
    Penempatan.objects.filter(pk=calon.penempatan_id).update(selesai_on=HARI_INI - timedelta(days=10))
    Penempatan.objects.create(
        pegawai=budi,
        jabatan=kunci.jabatan,
        unit_kerja=kunci.jabatan.unit_kerja,
        mulai_on=HARI_INI - timedelta(days=9),
    )

    assert _changes(peta) == [("Sudah memegang jabatan ini.",)]


def test_an_expired_decision_and_a_lower_box_are_said(kunci, budi, admin, peta):
    catat_calon(kunci, budi, oleh=admin, berlaku_sampai_on=HARI_INI - timedelta(days=1))
    beri_potensi(budi, 50, 50, 50, oleh=admin, pada=date(2025, 12, 1))

    assert [p[:30] for p in _changes(peta)[0]] == [
        "Masa berlakunya berakhir 1 Mar",
        "Sekarang di kotak 2, bukan kot",
    ]


def test_a_candidate_who_lost_his_box_is_said(kunci, orang, admin, peta):
    catat_calon(kunci, orang("bu-dewi"), oleh=admin)

    assert "belum ada di kotak mana pun" in _changes(peta)[0][0]


def test_the_list_counts_valid_candidates_and_names_the_holder(kunci, budi, admin, orang):
    putus(kunci, budi, admin)
    catat_calon(kunci, orang("bu-dewi"), oleh=admin, berlaku_sampai_on=date(2026, 3, 1))

    satu = daftar_kunci(JabatanKunci.objects.all(), on=HARI_INI).get()

    assert (satu.jumlah_calon, satu.pemegang, satu.pemegang_jenis) == (1, orang("bu-sari").nama, "definitif")
