"""A number of ours is changed with its source, read by everybody, and can always go back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.jejak.models import Catatan
from kinerja.metode.setelan import Kepastian
from kinerja.setelan import daftar
from kinerja.setelan.actions import CannotSetSetelan, Dasar, restore_setelan, set_setelan
from kinerja.setelan.daftar import Butir, IsiSetelan, KelompokSetelan, NilaiTidakSah, register
from kinerja.setelan.models import Setelan
from kinerja.setelan.queries import keadaan_kelompok, nilai, nilai_banyak
from tests.conftest import SEKARANG

SUMBER = "Keputusan Wali Kota 12/2026"


def _urut(isi: IsiSetelan) -> str:
    return "" if isi.desimal("bawah") < isi.desimal("atas") else "Batas bawah harus di bawah batas atas."


COBA = KelompokSetelan(
    "coba",
    "Contoh",
    "Sekelompok nilai untuk diuji.",
    (
        Butir("bawah", "Batas bawah", Decimal(60), Kepastian.PRAKTIK, "aplikasi lain", 0, 100),
        Butir("atas", "Batas atas", Decimal("80.5"), Kepastian.PRAKTIK, "aplikasi lain", 0, 100),
        Butir("hari", "Lama", 14, Kepastian.PILIHAN, "pilihan kami", 1, satuan="hari"),
        Butir("aktif", "Dipakai", bawaan=True, kepastian=Kepastian.PILIHAN, sumber="pilihan kami"),
        Butir("kata", "Kata", "apa saja", Kepastian.INGATAN, "diingat"),
        Butir("cara", "Cara", "a", Kepastian.PILIHAN, "kami", pilihan=(("a", "Cara A"), ("b", "Cara B"))),
    ),
    periksa=_urut,
)


@pytest.fixture(autouse=True)
def kelompok(monkeypatch):
    monkeypatch.setattr(daftar, "_KELOMPOK", {})
    register(COBA)


@pytest.fixture
def admin(akun):
    return akun("pak-anton")


@pytest.fixture
def instansi(orang):
    return orang("pak-anton").instansi


def ubah(instansi, admin, sumber=SUMBER, alasan="", **isi):
    return set_setelan(
        instansi, kelompok="coba", isi=isi, dasar=Dasar(sumber=sumber, alasan=alasan), by=admin, at=SEKARANG
    )


def test_defaults_hold_until_somebody_changes_them(instansi, django_assert_num_queries):
    with django_assert_num_queries(1):
        isi = nilai(instansi.pk, "coba")

    assert dict(isi) == COBA.bawaan
    assert (isi.desimal("atas"), isi.bulat("hari"), isi.ya("aktif"), isi.teks("kata")) == (
        Decimal("80.5"),
        14,
        True,
        "apa saja",
    )


def test_several_groups_cost_one_query(instansi, django_assert_num_queries):
    register(KelompokSetelan("lain", "Lain", "Satu lagi.", (Butir("x", "X", 1, Kepastian.PILIHAN, "kami"),)))

    with django_assert_num_queries(1):
        isi = nilai_banyak(instansi.pk, "coba", "lain")

    assert isi["lain"].bulat("x") == 1


def test_a_change_holds_with_its_source_and_leaves_a_trail(instansi, admin):
    berubah = ubah(instansi, admin, bawah="55,5", hari="20", aktif="tidak", cara="b", kata="lain")

    isi = nilai(instansi.pk, "coba")
    assert sorted(berubah) == ["aktif", "bawah", "cara", "hari", "kata"]
    assert (isi["bawah"], isi["hari"], isi["aktif"], isi["cara"]) == (Decimal("55.5"), 20, False, "b")
    assert Setelan.objects.get(kode="bawah").sumber == SUMBER
    catatan = Catatan.objects.get(tindakan="setelan.ubah")
    assert catatan.rincian["perubahan"]["bawah"] == ["60", "55,5"]
    assert catatan.instansi_id == instansi.pk


def test_what_already_holds_is_no_change(instansi, admin):
    assert ubah(instansi, admin, sumber="", bawah="60,0") == []
    assert not Setelan.objects.exists()


@pytest.mark.parametrize(
    ("isi", "pesan", "kode"),
    [
        ({"bawah": "101"}, "0 sampai 100", "bawah"),
        ({"bawah": "enam"}, "belum terbaca sebagai angka", "bawah"),
        ({"bawah": ""}, "belum diisi", "bawah"),
        ({"hari": "0"}, "paling sedikit 1 hari", "hari"),
        ({"hari": "2,5"}, "bilangan bulat", "hari"),
        ({"aktif": "mungkin"}, "pilih Ya, Tidak", "aktif"),
        ({"cara": "c"}, "pilih Cara A, Cara B", "cara"),
        ({"kata": "x" * 501}, "paling panjang", "kata"),
        ({"bawah": "90"}, "di bawah batas atas", ""),
        ({"hantu": "1"}, "tidak dikenal", ""),
    ],
)
def test_a_value_that_cannot_be_is_refused_kindly(instansi, admin, isi, pesan, kode):
    with pytest.raises(CannotSetSetelan, match=pesan) as galat:
        ubah(instansi, admin, **isi)

    assert galat.value.kode == kode
    assert not Setelan.objects.exists()


def test_a_change_without_source_or_reason_is_refused(instansi, admin):
    with pytest.raises(CannotSetSetelan, match="sumber atau alasan"):
        ubah(instansi, admin, sumber=" ", bawah="50")


def test_a_reason_of_ones_own_is_enough(instansi, admin):
    ubah(instansi, admin, sumber="", alasan="Rapat 3 Maret", bawah="50")

    assert Setelan.objects.get().alasan == "Rapat 3 Maret"


@pytest.mark.parametrize("slug", ["pak-budi", "bu-sari"])
def test_only_the_admin_of_the_instansi_changes(instansi, akun, slug):
    with pytest.raises(PermissionDenied):
        ubah(instansi, akun(slug), bawah="50")
    with pytest.raises(PermissionDenied):
        restore_setelan(instansi, kelompok="coba", by=akun(slug), at=SEKARANG)


def test_one_value_goes_back_to_its_default(instansi, admin):
    ubah(instansi, admin, bawah="50", hari="20")

    assert restore_setelan(instansi, kelompok="coba", kode="hari", by=admin, at=SEKARANG) == ["hari"]
    assert nilai(instansi.pk, "coba")["hari"] == 14
    assert nilai(instansi.pk, "coba")["bawah"] == 50
    assert Catatan.objects.get(tindakan="setelan.bawaan").rincian["perubahan"] == {"hari": ["20", "14"]}


def test_going_back_must_not_contradict_what_stays(instansi, admin):
    ubah(instansi, admin, bawah="85", atas="90")

    with pytest.raises(CannotSetSetelan, match="di bawah batas atas"):
        restore_setelan(instansi, kelompok="coba", kode="atas", by=admin, at=SEKARANG)
    assert len(restore_setelan(instansi, kelompok="coba", by=admin, at=SEKARANG)) == 2
    assert restore_setelan(instansi, kelompok="coba", by=admin, at=SEKARANG) == []


def test_an_unknown_group_is_said(instansi, admin):
    with pytest.raises(CannotSetSetelan, match="tidak ada"):
        set_setelan(instansi, kelompok="hantu", isi={}, dasar=Dasar(), by=admin, at=SEKARANG)


def test_a_row_that_no_longer_fits_falls_back(instansi, admin):
    ubah(instansi, admin, hari="20")
    Setelan.objects.filter(kode="hari").update(nilai="-3")

    assert nilai(instansi.pk, "coba")["hari"] == 14


def test_values_that_contradict_each_other_fall_back_together(instansi, admin):
    ubah(instansi, admin, bawah="50", hari="20")
    Setelan.objects.filter(kode="bawah").update(nilai="99")

    assert dict(nilai(instansi.pk, "coba")) == COBA.bawaan


def test_the_page_knows_who_changed_what(instansi, admin, django_assert_num_queries):
    ubah(instansi, admin, hari="20")

    with django_assert_num_queries(1):
        keadaan = {satu.butir.kode: satu for satu in keadaan_kelompok(instansi.pk, COBA)}
        nama = str(keadaan["hari"].diubah.diubah_oleh)

    assert nama
    assert (keadaan["hari"].teks, keadaan["hari"].teks_bawaan) == ("20 hari", "14 hari")
    assert keadaan["bawah"].diubah is None


def test_defaults_that_contradict_each_other_cannot_be_registered():
    with pytest.raises(AssertionError, match="Batas bawah"):
        register(
            KelompokSetelan(
                "salah",
                "Salah",
                "",
                (
                    Butir("bawah", "B", Decimal(9), Kepastian.PILIHAN, "kami"),
                    Butir("atas", "A", Decimal(1), Kepastian.PILIHAN, "kami"),
                ),
                periksa=_urut,
            )
        )


@pytest.mark.parametrize(
    ("kecil", "besar", "kata"),
    [
        (None, None, ""),
        (1, None, "paling sedikit 1 JP"),
        (None, 9, "paling banyak 9 JP"),
        (1, 9, "1 sampai 9 JP"),
    ],
)
def test_limits_are_said_in_words(kecil, besar, kata):
    butir = Butir("x", "X", 5, Kepastian.PILIHAN, "kami", kecil, besar, satuan="JP")

    assert butir.rentang == kata


def test_an_empty_text_is_shown_as_empty():
    butir = Butir("x", "X", "", Kepastian.PILIHAN, "kami")

    assert butir.show(butir.read(" ")) == "(kosong)"
    with pytest.raises(NilaiTidakSah):
        butir.read("x" * 600)
