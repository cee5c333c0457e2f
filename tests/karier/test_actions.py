"""Keeping records, counting posts, the list for promotion: who may, what is refused, what the trail says."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.jejak.models import Catatan
from kinerja.karier import actions
from kinerja.karier.istilah import JenisCatatan
from kinerja.karier.models import CalonPromosi, FormasiJF, HukumanDisiplin, RiwayatPangkat
from kinerja.peraturan.identitas import JenjangJF
from tests.conftest import SEKARANG

PANGKAT = {"golongan": "III/a", "tmt_on": "1 April 2023", "dasar": "SK 12/2023"}


@pytest.fixture
def catat(akun, orang):
    def add(jenis, slug, teks, by="pak-anton"):
        return actions.add_catatan(JenisCatatan(jenis), orang(slug), teks, by=akun(by), at=SEKARANG)

    return add


def test_a_rank_is_recorded_with_its_paper(catat, orang):
    catat("pangkat", "bu-nurul", PANGKAT)

    pangkat = RiwayatPangkat.objects.get()
    assert (pangkat.pegawai, pangkat.golongan, pangkat.tmt_on) == (
        orang("bu-nurul"),
        "III/a",
        date(2023, 4, 1),
    )
    jejak = Catatan.objects.get(tindakan="karier.catat")
    assert jejak.rincian == {
        "jenis": "pangkat",
        "terisi": ["Golongan", "TMT", "Nomor SK"],
        "TMT": "1 April 2023",
    }
    assert jejak.instansi_id == orang("bu-nurul").instansi_id


@pytest.mark.parametrize(
    ("jenis", "slug", "teks", "kalimat"),
    [
        ("pangkat", "bu-nurul", PANGKAT | {"golongan": "V/z"}, "tidak dikenal"),
        ("pangkat", "bu-nurul", PANGKAT | {"golongan": "IX"}, "bukan golongan PNS"),
        ("pangkat", "bu-nurul", PANGKAT | {"tmt_on": "1 April 2030"}, "belum tiba"),
        ("pangkat", "bu-nurul", PANGKAT | {"tmt_on": "besok"}, "TMT:"),
        ("pangkat", "bu-nurul", PANGKAT | {"dasar": ""}, "Nomor SK kosong"),
        (
            "predikat_lama",
            "bu-nurul",
            {"tahun": "2024", "bulan_mulai": "9", "bulan_selesai": "3", "predikat": "Baik", "dasar": "x"},
            "secara berurutan",
        ),
        (
            "predikat_lama",
            "bu-nurul",
            {"tahun": "2030", "predikat": "baik", "dasar": "x"},
            "tidak dapat dipakai",
        ),
        (
            "angka_kredit",
            "bu-nurul",
            {"jenjang": "ahli_pertama", "nilai": "-3", "sampai_on": "31/12/2024", "dasar": "x"},
            "kurang dari nol",
        ),
        (
            "angka_kredit",
            "bu-nurul",
            {"jenjang": "ahli_pertama", "nilai": "10.000", "sampai_on": "31/12/2024", "dasar": "x"},
            "lebih dari 2.000",
        ),
        (
            "angka_kredit",
            "dokter-fajar",
            {"jenjang": "ahli_pertama", "nilai": "3", "sampai_on": "31/12/2024", "dasar": "x"},
            "hanya dicatat bagi PNS",
        ),
        (
            "kontrak_pppk",
            "dokter-fajar",
            {"mulai_on": "1/1/2026", "selesai_on": "1/1/2025", "dasar": "x"},
            "sebelum dimulai",
        ),
        (
            "kontrak_pppk",
            "bu-nurul",
            {"mulai_on": "1/1/2025", "selesai_on": "1/1/2026", "dasar": "x"},
            "hanya dicatat bagi PPPK",
        ),
        (
            "hukuman_disiplin",
            "bu-nurul",
            {"tingkat": "ringan", "mulai_on": "1/2/2026", "selesai_on": "1/1/2026", "dasar": "x"},
            "lebih awal",
        ),
    ],
)
def test_what_cannot_be_true_is_told(catat, jenis, slug, teks, kalimat):
    with pytest.raises(actions.CannotRecord, match=kalimat):
        catat(jenis, slug, teks)


def test_the_same_rank_twice_is_told(catat):
    catat("pangkat", "bu-nurul", PANGKAT)

    with pytest.raises(actions.CannotRecord, match="sudah tercatat"):
        catat("pangkat", "bu-nurul", PANGKAT | {"golongan": "III/b"})


@pytest.mark.parametrize("by", ["bu-nurul", "bu-lenny", "admin-pontianak", "auditor-pekanbaru"])
def test_only_the_admin_of_the_unit_keeps_records(catat, by):
    with pytest.raises(PermissionDenied):
        catat("pangkat", "bu-nurul", PANGKAT, by=by)


def test_nobody_keeps_his_own_records(catat):
    with pytest.raises(PermissionDenied):
        catat("pangkat", "pak-anton", PANGKAT)


def test_a_record_is_removed_and_the_trail_keeps_which_it_was(catat, akun):
    catatan = catat("pangkat", "bu-nurul", PANGKAT)
    with pytest.raises(PermissionDenied):
        actions.remove_catatan(JenisCatatan.PANGKAT, catatan, by=akun("bu-lenny"), at=SEKARANG)

    actions.remove_catatan(JenisCatatan.PANGKAT, catatan, by=akun("pak-anton"), at=SEKARANG)

    assert not RiwayatPangkat.objects.exists()
    assert Catatan.objects.get(tindakan="karier.hapus").rincian["TMT"] == "1 April 2023"


def test_a_punishment_is_read_by_the_person_the_admin_and_the_auditor_only(catat, akun):
    catat("hukuman_disiplin", "bu-nurul", {"tingkat": "ringan", "mulai_on": "1/2/2026", "dasar": "SK 9"})

    assert Catatan.objects.get(tindakan="karier.catat").rincian["Tingkat"] == "Ringan"

    def melihat(slug):
        return HukumanDisiplin.objects.visible_to(akun(slug)).exists()

    assert all(map(melihat, ["bu-nurul", "pak-anton", "auditor-pekanbaru"]))
    assert not any(
        map(
            melihat, ["bu-lenny", "kepala-bkpsdm-pekanbaru", "sekda-pekanbaru", "pak-reza", "admin-pontianak"]
        )
    )


def test_posts_are_counted_once_for_a_level(akun, orang):
    instansi = orang("pak-anton").instansi
    isi = {"nama": "Bidan", "jenjang": JenjangJF.PENYELIA, "dasar": "SK 3", "at": SEKARANG}
    actions.set_formasi(instansi, jumlah=4, by=akun("pak-anton"), **isi)

    formasi = actions.set_formasi(instansi, jumlah=6, by=akun("pak-anton"), **isi | {"nama": "bidan"})

    assert FormasiJF.objects.get().jumlah == 6
    assert Catatan.objects.filter(tindakan="karier.formasi").latest("id").rincian["sebelum"] == 4
    with pytest.raises(actions.CannotSetFormasi, match="tanpa jenjang"):
        actions.set_formasi(instansi, jumlah=1, by=akun("pak-anton"), **isi | {"nama": "Bidan Penyelia"})
    with pytest.raises(PermissionDenied):
        actions.set_formasi(instansi, jumlah=1, by=akun("admin-pontianak"), **isi)
    with pytest.raises(PermissionDenied):
        actions.remove_formasi(formasi, by=akun("bu-sari"), at=SEKARANG)
    actions.remove_formasi(formasi, by=akun("pak-anton"), at=SEKARANG)
    assert not FormasiJF.objects.exists()


def test_somebody_is_put_on_the_list_and_taken_off_with_a_reason(akun, orang):
    analis = orang("analis-pontianak")
    calon = actions.list_for_promotion(
        analis,
        tahun=2026,
        alasan="Predikat paling rendah Baik selama 2 tahun.",
        dasar="Kebijakan BKPSDM Kota Pontianak",
        by=akun("admin-pontianak"),
        at=SEKARANG,
    )

    with pytest.raises(actions.CannotList, match="sudah ada pada daftar"):
        actions.list_for_promotion(
            analis, tahun=2026, alasan="Lagi.", by=akun("admin-pontianak"), at=SEKARANG
        )
    with pytest.raises(actions.CannotList, match="orangnya ikut membaca"):
        actions.withdraw_promotion(calon, alasan=" ", by=akun("admin-pontianak"), at=SEKARANG)
    actions.withdraw_promotion(calon, alasan="Pindah instansi.", by=akun("admin-pontianak"), at=SEKARANG)
    with pytest.raises(actions.CannotList, match="sudah dikeluarkan"):
        actions.withdraw_promotion(calon, alasan="Lagi.", by=akun("admin-pontianak"), at=SEKARANG)

    assert not CalonPromosi.objects.standing().exists()
    assert CalonPromosi.objects.visible_to(akun("analis-pontianak")).exists()
    assert not CalonPromosi.objects.visible_to(akun("kabid-kinerja-pontianak")).exists()
    assert set(Catatan.objects.filter(tindakan__startswith="karier.").values_list("tindakan", flat=True)) == {
        "karier.promosi_catat",
        "karier.promosi_cabut",
    }


def test_only_the_admin_of_the_unit_puts_somebody_on_the_list(akun, orang):
    for slug in ("pak-anton", "kabid-kinerja-pontianak", "analis-pontianak"):
        with pytest.raises(PermissionDenied):
            actions.list_for_promotion(
                orang("analis-pontianak"), tahun=2026, alasan="Baik.", by=akun(slug), at=SEKARANG
            )
