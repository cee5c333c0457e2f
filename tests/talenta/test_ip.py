"""The index says what is missing and never counts it as nothing; means give nobody away."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.jejak.models import Catatan
from kinerja.karier.models import HukumanDisiplin
from kinerja.kepegawaian.models import Jabatan, Penempatan, UnitKerja
from kinerja.metode.ip_asn import Diklat, Hukuman, MasaSertifikat, Pendidikan
from kinerja.pelatihan.models import Sertifikat
from kinerja.rekap.models import RekapBelajar
from kinerja.setelan.actions import CannotSetSetelan, Dasar, set_setelan
from kinerja.setelan.queries import nilai
from kinerja.talenta.actions import CannotKeepDataIP, IsianIP, keep_data_ip, publish_ip
from kinerja.talenta.models import DataIP, TerbitanIP
from kinerja.talenta.queries.ip import indeks_banyak, indeks_unit, jam_setahun
from kinerja.talenta.setelan import tabel_ip
from tests.conftest import HARI_INI, SEKARANG
from tests.factories.pelatihan import buat_pelatihan


@pytest.fixture
def isian():
    def fill(**lain):
        isi = {
            "pendidikan": Pendidikan.S2,
            "daftar_diklat": frozenset({Diklat.FUNGSIONAL, Diklat.TEKNIS}),
            "nilai_kinerja": Decimal(85),
            "hukuman": Hukuman.TIDAK_ADA,
            "per_on": date(2025, 12, 31),
            "sumber": "SIASN",
        }
        return IsianIP(**{**isi, **lain})

    return fill


@pytest.fixture
def indeks(orang):
    instansi = orang("pak-budi").instansi

    def read(pegawai=None):
        tabel = tabel_ip(nilai(instansi.pk, "ip_asn"))
        akar = UnitKerja.objects.get(instansi=instansi, induk=None)
        return indeks_banyak(
            [akar.jalur], tabel=tabel, on=HARI_INI, pegawai_id=pegawai.pk if pegawai else None
        )

    return read


def simpan(pegawai, isian, by):
    return keep_data_ip(pegawai, isian=isian, by=by, at=SEKARANG)


def test_the_index_adds_up_for_a_person(orang, akun, isian, indeks):
    data = simpan(orang("pak-budi"), isian(), akun("pak-anton"))

    titik = indeks(orang("pak-budi"))[0]

    assert [s.skor for s in titik.hasil.daftar_dimensi] == [20, 30, 25, 5]
    assert (titik.jumlah, titik.daftar_kurang) == (80, ())
    assert str(data) == f"Data IP ASN {orang('pak-budi')}"


def test_the_trail_names_what_changed_and_says_none_of_it(orang, akun, isian):
    for lain in ({}, {"hukuman": Hukuman.BERAT}):
        simpan(orang("pak-budi"), isian(**lain), akun("pak-anton"))

    pertama, kedua = Catatan.objects.filter(tindakan="talenta.data_ip").order_by("id")
    assert set(pertama.rincian) == {"berubah", "per_on"} and "daftar_diklat" in pertama.rincian["berubah"]
    assert kedua.rincian["berubah"] == ["hukuman"]


@pytest.mark.parametrize(
    ("jp", "sebelum", "bertentangan"), [(19, 19, True), (20, 3, False), (3, 20, False), (3, None, False)]
)
def test_a_training_of_twenty_hours_in_years_of_fewer_is_a_contradiction(
    orang, akun, isian, indeks, jp, sebelum, bertentangan
):
    simpan(orang("pak-budi"), isian(), akun("pak-anton"))
    (titik,) = indeks(orang("pak-budi"))
    masa, tahun = MasaSertifikat(), titik.baris.per_on.year
    assert jam_setahun(titik, masa=masa) is None  # no hours recorded: nothing to compare
    for pada, jam in ((tahun, jp), (tahun - 1, sebelum)):
        if jam is not None:
            RekapBelajar.objects.create(pegawai=orang("pak-budi"), tahun=pada, jp=jam)

    jam = jam_setahun(titik, masa=masa)

    assert jam is not None and (jam.jp, jam.bertentangan) == (jp, bertentangan)


@pytest.mark.parametrize(
    ("lain", "kurang"),
    [
        ({"pendidikan": None}, "Pendidikan terakhir belum tercatat"),
        ({"daftar_diklat": None}, "Diklat belum tercatat"),
        ({"nilai_kinerja": None}, "Nilai kinerja pada skala lama belum diisi"),
        ({"hukuman": None}, "Riwayat hukuman disiplin belum tercatat"),
    ],
)
def test_what_is_missing_is_said_and_leaves_the_sum_open(orang, akun, isian, indeks, lain, kurang):
    simpan(orang("pak-budi"), isian(**lain), akun("pak-anton"))

    titik = indeks(orang("pak-budi"))[0]

    assert titik.jumlah is None
    assert [satu for satu in titik.daftar_kurang if kurang in satu]
    assert len(titik.daftar_kurang) == 1


def sertifikat(orang, **ubah):
    isi = {
        "nama": "Pengolahan data",
        "jp": 24,
        "mulai_on": date(2025, 11, 3),
        "selesai_on": date(2025, 11, 5),
    }
    return Sertifikat.objects.create(
        pegawai=orang("pak-budi"),
        pelatihan=buat_pelatihan(orang),
        penyelenggara="BKPSDM",
        nomor="S-1",
        nomor_kunci="S1",
        keadaan="diverifikasi",
        diajukan_at=SEKARANG,
        **isi | ubah,
    )


def test_a_checked_certificate_adds_to_what_was_recorded(orang, akun, isian, indeks):
    sertifikat(orang)
    simpan(orang("pak-budi"), isian(daftar_diklat=frozenset({Diklat.FUNGSIONAL})), akun("pak-anton"))

    titik = indeks(orang("pak-budi"))[0]

    assert (titik.hasil.daftar_dimensi[1].skor, titik.dari_sertifikat) == (30, {Diklat.TEKNIS})


@pytest.mark.parametrize(
    "ubah",
    [{"jp": 19}, {"selesai_on": date(2024, 1, 5), "mulai_on": date(2024, 1, 3)}, {"keadaan": "diajukan"}],
)
def test_what_is_too_short_too_old_or_unchecked_adds_nothing(orang, akun, isian, indeks, ubah):
    satu = sertifikat(orang)
    Sertifikat.objects.filter(pk=satu.pk).update(**ubah)
    simpan(orang("pak-budi"), isian(daftar_diklat=frozenset()), akun("pak-anton"))

    assert indeks(orang("pak-budi"))[0].hasil.daftar_dimensi[1].skor == 0


def test_certificates_alone_do_not_say_that_there_was_nothing_else(orang, indeks):
    sertifikat(orang)

    titik = indeks(orang("pak-budi"))[0]

    assert titik.dari_sertifikat and titik.hasil.daftar_dimensi[1].skor is None


def test_no_training_at_all_is_known_and_counts_as_nothing(orang, akun, isian, indeks):
    simpan(orang("pak-budi"), isian(daftar_diklat=frozenset()), akun("pak-anton"))

    assert indeks(orang("pak-budi"))[0].jumlah == 50


def test_nothing_recorded_leaves_all_four_open(orang, indeks):
    assert len(indeks(orang("pak-budi"))[0].daftar_kurang) == 4


def test_a_post_without_its_kind_is_said(orang, indeks):
    tempat = Penempatan.objects.get(pegawai=orang("pak-budi"), selesai_on=None)
    Jabatan.objects.filter(pk=tempat.jabatan_id).update(jenis="")

    assert "Jenis jabatannya" in indeks(orang("pak-budi"))[0].daftar_kurang[0]


def test_the_heaviest_punishment_in_force_of_the_career_records_holds(orang, akun, isian, indeks):
    budi = orang("pak-budi")
    simpan(budi, isian(), akun("pak-anton"))
    for tingkat, mulai, selesai in (
        ("berat", date(2020, 1, 1), date(2021, 1, 1)),
        ("sedang", date(2025, 6, 1), None),
        ("ringan", date(2025, 7, 1), None),
    ):
        HukumanDisiplin.objects.create(
            pegawai=budi,
            tingkat=tingkat,
            mulai_on=mulai,
            selesai_on=selesai,
            dasar="SK",
            recorded_at=SEKARANG,
        )

    assert indeks(budi)[0].hasil.daftar_dimensi[3].skor == 2


def test_an_edited_table_counts_and_says_that_it_is_the_houses_own(orang, akun, isian, indeks):
    simpan(orang("pak-budi"), isian(), akun("pak-anton"))
    set_setelan(
        orang("pak-budi").instansi, kelompok="ip_asn", isi={"pendidikan_s2": "22"}, dasar=Dasar(sumber="Keputusan 1"), by=akun("pak-anton"), at=SEKARANG
    )  # fmt: skip

    dimensi = indeks(orang("pak-budi"))[0].hasil.daftar_dimensi[0]

    assert (dimensi.skor, dimensi.kepastian) == (22, "pilihan")


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [({"bobot_kinerja": "20"}, "berjumlah 100"), ({"pendidikan_s3": "30"}, "melebihi bobotnya"), ({"kategori_batas_1": "50"}, "menurun")],
)  # fmt: skip
def test_a_table_that_contradicts_itself_is_refused(orang, akun, isi, pesan):
    with pytest.raises(CannotSetSetelan, match=pesan):
        set_setelan(
            orang("pak-budi").instansi, kelompok="ip_asn", isi=isi, dasar=Dasar(alasan="Coba"), by=akun("pak-anton"), at=SEKARANG
        )  # fmt: skip


@pytest.mark.parametrize(
    ("lain", "medan"),
    [({"nilai_kinerja": Decimal(101)}, "nilai_kinerja"), ({"per_on": date(2026, 3, 3)}, "per_on"), ({"sumber": ""}, "sumber")],
)  # fmt: skip
def test_data_that_cannot_be_is_refused(orang, akun, isian, lain, medan):
    with pytest.raises(CannotKeepDataIP) as galat:
        simpan(orang("pak-budi"), isian(**lain), akun("pak-anton"))

    assert galat.value.medan == medan
    assert not DataIP.objects.exists()


@pytest.mark.parametrize("slug", ["pak-budi", "sekda-pekanbaru", "admin-pontianak"])
def test_only_the_admin_of_his_unit_keeps_it(orang, akun, isian, slug):
    with pytest.raises(PermissionDenied):
        simpan(orang("pak-budi"), isian(), akun(slug))


def means(instansi):
    daftar_unit = list(UnitKerja.objects.filter(instansi=instansi).order_by("jalur"))
    terbitan = TerbitanIP.objects.filter(instansi=instansi).order_by("-per_on")
    tabel = tabel_ip(nilai(instansi.pk, "ip_asn"))
    return {satu.unit.kode: satu for satu in indeks_unit(terbitan, daftar_unit, tabel=tabel).values()}


@pytest.fixture
def lengkap(orang, akun, isian):
    """Everybody of the health office, with all that the index needs."""
    dinas = UnitKerja.objects.get(kode="PKU-DINKES")
    tempat = Penempatan.objects.berlaku(HARI_INI).filter(
        jenis="definitif", unit_kerja__jalur__startswith=dinas.jalur, pegawai__jenis_asn="pns"
    )
    daftar = [satu.pegawai for satu in tempat.select_related("pegawai").order_by("pk")]
    for pegawai in daftar:
        simpan(pegawai, isian(), akun("pak-anton"))
    return daftar


def test_means_of_small_groups_stay_closed_with_their_complements(orang, lengkap):
    instansi = orang("pak-budi").instansi
    publish_ip(instansi, at=SEKARANG)

    per_unit = means(instansi)

    assert len(lengkap) >= 5
    assert per_unit["PKU-DINKES"].jumlah_lengkap == len(lengkap)
    assert per_unit["PKU-DINKES"].kategori
    rejosari = per_unit["PKU-DINKES-PKM-REJOSARI"]
    assert (rejosari.jumlah_lengkap, rejosari.rata) == (None, None)
    kecamatan = per_unit["PKU-KEC-TENAYANRAYA"]
    assert (kecamatan.jumlah_lengkap, kecamatan.rata) == (0, None)


def test_a_mean_rests_until_the_next_half_year_and_until_enough_people_changed(orang, akun, isian, lengkap):
    """One person's points may never be the difference between two means."""
    instansi = orang("pak-budi").instansi
    pertama = publish_ip(instansi, at=SEKARANG)
    lama = means(instansi)["PKU-DINKES"]
    simpan(lengkap[0], isian(nilai_kinerja=Decimal(95)), akun("pak-anton"))
    assert publish_ip(instansi, at=SEKARANG + timedelta(days=1)) is None
    assert means(instansi)["PKU-DINKES"] == lama

    setengah_tahun = SEKARANG + timedelta(days=184)
    assert publish_ip(instansi, at=setengah_tahun) is not None
    assert means(instansi)["PKU-DINKES"] == lama  # one change: the old figure stays

    TerbitanIP.objects.exclude(pk=pertama.pk).delete()
    for pegawai in lengkap[:5]:
        simpan(pegawai, isian(nilai_kinerja=Decimal(95)), akun("pak-anton"))
    publish_ip(instansi, at=setengah_tahun)
    baru = means(instansi)["PKU-DINKES"]
    assert baru.rata > lama.rata and baru.per_on > lama.per_on
