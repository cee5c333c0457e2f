"""The dry run tells the truth, and the confirmation does exactly that."""

import time
import zipfile
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from python_calamine import CalamineWorkbook

from kinerja.akun.models import User
from kinerja.jejak.models import Catatan
from kinerja.kepegawaian.actions.impor import (
    CannotImport,
    ImporBerubah,
    LembarDitolak,
    cancel_impor,
    check_impor,
    confirm_impor,
)
from kinerja.kepegawaian.impor.berkas import template_xlsx
from kinerja.kepegawaian.impor.kolom import KOLOM
from kinerja.kepegawaian.istilah import JenisImpor
from kinerja.kepegawaian.models import HubunganPenilai, Jabatan, Pegawai, Penempatan, UnitKerja
from tests.conftest import HARI_INI, SEKARANG

PKM = "PKU-DINKES-PKM-TENAYANRAYA"
BARU = ["199501012099031801", "Tono Baru", "II/c", PKM, "Perawat Terampil", "01/02/2026", ""]


def pesan(impor, nomor=0):
    return " ".join(impor.baris[nomor]["pesan"])


def putusan(impor):
    return [baris["putusan"] for baris in impor.baris]


def test_new_person_gets_account_placement_and_the_head_as_penilai(periksa, akun, orang):
    impor = periksa("pegawai", BARU)

    confirm_impor(impor, by=akun("pak-anton"), at=SEKARANG)

    tono = Pegawai.objects.get(nip=BARU[0])
    assert tono.user is not None
    assert not tono.user.has_usable_password()
    assert tono.user.wajib_ganti_sandi
    hubungan = HubunganPenilai.objects.get(penempatan__pegawai=tono)
    assert hubungan.penilai == orang("bu-sari")
    catatan = Catatan.objects.get(tindakan="impor.terapkan")
    assert catatan.rincian["jumlah"] == {"baru": 1, "berubah": 0, "sama": 0, "salah": 0}


def test_dry_run_writes_no_person(periksa):
    impor = periksa("pegawai", BARU)

    assert putusan(impor) == ["baru"]
    assert not Pegawai.objects.filter(nip=BARU[0]).exists()
    assert not User.objects.filter(nip=BARU[0]).exists()


def test_changed_and_same_rows_are_told_apart(periksa, orang, akun):
    budi = orang("pak-budi")
    baris = [budi.nip, budi.nama, "III/a", PKM, "Perawat Terampil", "02/01/2025", ""]
    sama = periksa("pegawai", [*baris[:2], budi.golongan, *baris[3:]])
    berubah = periksa("pegawai", baris)

    assert putusan(sama) == ["sama"]
    assert berubah.baris[0]["perubahan"] == [["GOLONGAN", budi.golongan, "III/a"]]
    confirm_impor(berubah, by=akun("pak-anton"), at=SEKARANG)
    budi.refresh_from_db()
    assert budi.golongan == "III/a"


def test_wrong_rows_stay_out_and_the_rest_goes_in(periksa, akun):
    impor = periksa("pegawai", BARU, ["123", "Salah", "", PKM, "Perawat Terampil", "01/02/2026", ""])

    confirm_impor(impor, by=akun("pak-anton"), at=SEKARANG)

    assert Pegawai.objects.filter(nip=BARU[0]).exists()
    assert not Pegawai.objects.filter(nama="Salah").exists()


def ganti(**isi):
    kolom = ["nip", "nama", "golongan", "unit", "jabatan", "tmt", "penilai"]
    return [isi.get(nama, asal) for nama, asal in zip(kolom, BARU, strict=True)]


@pytest.mark.parametrize(
    ("baris", "kata"),
    [
        (ganti(nip="19950101209903180"), "17 angka"),
        (ganti(nip="199513452099031801"), "bukan tanggal lahir"),
        (ganti(nip=199501012099031801), "tersimpan sebagai angka"),
        (ganti(penilai=199501012099031802), "NIP PENILAI tersimpan sebagai angka"),
        (ganti(tmt="01/01/1990"), "lebih awal dari tanggal lahirnya"),
        (ganti(tmt="01/01/2027"), "belum tiba"),
        (ganti(tmt="kemarin"), "belum terbaca sebagai tanggal"),
        (ganti(nama=""), "Nama kosong"),
        (ganti(golongan="V/z"), "tidak ada untuk PNS"),
        (ganti(unit="PKU-HILANG"), "tidak ada di data"),
        (ganti(jabatan="Astronaut"), "Impor dahulu jabatannya"),
        (ganti(penilai="199501012099031899"), "tidak ada di data"),
        (ganti(penilai="199501012099031801"), "sama dengan NIP pegawai"),
    ],
)  # fmt: skip
def test_a_wrong_cell_is_told_with_what_to_do(periksa, baris, kata):
    impor = periksa("pegawai", baris)

    assert putusan(impor) == ["salah"]
    assert kata in pesan(impor)


def test_everything_wrong_with_a_row_is_told_at_once(periksa):
    impor = periksa("pegawai", ganti(nama="", tmt="kemarin", golongan="V/z"))

    assert len(impor.baris[0]["pesan"]) == 3


def test_duplicate_people_are_told_with_the_first_row(periksa):
    impor = periksa("pegawai", BARU, ganti(nama="Tono Lagi"))

    assert putusan(impor) == ["baru", "salah"]
    assert "sudah ada pada baris 2" in pesan(impor, 1)


def test_two_people_who_assess_each_other_are_refused(periksa):
    Jabatan.objects.create(
        unit_kerja=UnitKerja.objects.get(kode=PKM), kode="KTU", nama="Kepala Subbagian", jenis="pengawas"
    )
    satu, dua = "199501012099031811", "199501012099031812"

    impor = periksa(
        "pegawai",
        ganti(nip=satu, jabatan="Kepala Subbagian", penilai=dua),
        ganti(nip=dua, jabatan="Kepala Subbagian", penilai=satu),
    )

    assert putusan(impor) == ["salah", "salah"]
    assert "melingkar" in pesan(impor)
    assert satu in pesan(impor)


def test_a_pelaksana_cannot_be_named_as_penilai(periksa, orang):
    impor = periksa("pegawai", ganti(penilai=orang("pak-budi").nip))

    assert "jabatan yang dapat menilai" in pesan(impor)


def test_somebody_of_another_instansi_is_refused(periksa, orang):
    impor = periksa("pegawai", ganti(nip=orang("guru-tebo").nip))

    assert "instansi lain" in pesan(impor)


def test_a_move_by_import_is_refused_because_plans_must_follow(periksa, orang):
    budi = orang("pak-budi")
    impor = periksa("pegawai", ganti(nip=budi.nip, nama=budi.nama, penilai=orang("kepala-dinkes").nip))

    assert putusan(impor) == ["salah"]
    assert "halaman pegawainya" in pesan(impor)


def test_dissolved_unit_is_told(periksa):
    UnitKerja.objects.filter(kode=PKM).update(dibubarkan_on=HARI_INI)

    impor = periksa("pegawai", BARU)

    assert "sudah dibubarkan" in pesan(impor)


def test_unit_loop_is_told_with_its_chain(periksa):
    impor = periksa("unit", ["A", "Unit A", "B"], ["B", "Unit B", "C"], ["C", "Unit C", "A"])

    assert putusan(impor) == ["salah"] * 3
    assert "A → B → C → A" in pesan(impor)


def test_unit_below_a_wrong_row_is_wrong_too(periksa):
    impor = periksa("unit", ["A", "", "PKU"], ["B", "Unit B", "A"])

    assert putusan(impor) == ["salah", "salah"]
    assert "baris 2" in pesan(impor, 1)


def test_moving_a_unit_rewrites_every_path_below(periksa, akun):
    bidang = UnitKerja.objects.get(kode="PKU-DINKES-SEK")
    anak = UnitKerja.objects.get(kode="PKU-DINKES-SEK-KEU")

    confirm_impor(periksa("unit", [bidang.kode, bidang.nama, "PKU-SETDA"]), by=akun("pak-anton"), at=SEKARANG)

    anak.refresh_from_db()
    setda = UnitKerja.objects.get(kode="PKU-SETDA")
    assert anak.jalur == f"{setda.jalur}{bidang.pk}/{anak.pk}/"


def test_new_units_and_posts_are_created_in_one_go(periksa, akun):
    confirm_impor(
        periksa("unit", ["X2", "Seksi Baru", "X1"], ["X1", "Bidang Baru", "PKU-DINKES"]),
        by=akun("pak-anton"),
        at=SEKARANG,
    )
    confirm_impor(
        periksa("jabatan", ["X2", "J1", "Kepala Seksi", "Pengawas", "", "ya"], ["X2", "J2", "Perawat", "JF", "Mahir", ""],
                ["X2", "J3", "Perawat", "Jabatan Fungsional", "", ""]),
        by=akun("pak-anton"), at=SEKARANG,
    )  # fmt: skip

    assert UnitKerja.objects.get(kode="X2").tingkat == 3
    kepala, perawat = Jabatan.objects.filter(unit_kerja__kode="X2").order_by("kode")
    assert kepala.kepala
    assert perawat.jenjang == "mahir"


def test_world_that_moved_is_told_and_nothing_is_written(periksa, akun):
    impor = periksa("pegawai", BARU)
    UnitKerja.objects.filter(kode=PKM).update(dibubarkan_on=HARI_INI)

    with pytest.raises(ImporBerubah, match="Data berubah"):
        confirm_impor(impor, by=akun("pak-anton"), at=SEKARANG)

    impor.refresh_from_db()
    assert putusan(impor) == ["salah"]
    assert impor.ringkasan["salah"] == 1
    assert not Pegawai.objects.filter(nip=BARU[0]).exists()


def test_the_template_without_rows_is_told_apart_from_its_explanation(periksa):
    with pytest.raises(LembarDitolak, match="belum ada isinya"):
        periksa("pegawai", isi=template_xlsx(JenisImpor.PEGAWAI))


def test_confirming_twice_is_refused(periksa, akun):
    impor = periksa("pegawai", BARU)
    confirm_impor(impor, by=akun("pak-anton"), at=SEKARANG)

    with pytest.raises(CannotImport, match="sudah diterapkan"):
        confirm_impor(impor, by=akun("pak-anton"), at=SEKARANG)

    assert Penempatan.objects.filter(pegawai__nip=BARU[0]).count() == 1


def test_cancelled_import_cannot_be_confirmed(periksa, akun):
    impor = periksa("pegawai", BARU)
    cancel_impor(impor, by=akun("pak-anton"), at=SEKARANG)

    with pytest.raises(CannotImport, match="dibatalkan"):
        confirm_impor(impor, by=akun("pak-anton"), at=SEKARANG)


@pytest.mark.parametrize("siapa", ["bu-sari", "bu-rina", "admin-tebo"])
def test_outsiders_cannot_import(akun, orang, siapa):
    with pytest.raises(PermissionDenied):
        check_impor(
            orang("pak-anton").instansi,
            jenis=JenisImpor.UNIT,
            isi=b"x",
            nama="x.csv",
            by=akun(siapa),
            at=SEKARANG,
        )


def test_windows_1252_is_read_and_mentioned(periksa):
    isi = ";".join(["NIP BARU", "NAMA", "KODE UNOR", "JABATAN", "TMT JABATAN"])
    isi += f"\n{BARU[0]};Ren\xe9 Tono;{PKM};Perawat Terampil;2026-02-01\n"

    impor = periksa("pegawai", isi=isi.encode("cp1252"), nama="data.csv")

    assert putusan(impor) == ["baru"]
    assert impor.baris[0]["nilai"]["nama"] == "Ren\xe9 Tono"
    assert "Windows-1252" in impor.ringkasan["catatan"][0]


def test_formulas_and_merged_cells_are_mentioned(periksa):
    def rumus(lembar):
        lembar.write_formula(1, 1, '="Tono"&" Rumus"', None, "Tono Rumus")
        lembar.merge_range(1, 3, 2, 3, PKM)

    impor = periksa("pegawai", BARU, ganti(nip="199501012099031802", unit=""), setelah=rumus)

    catatan = " ".join(impor.ringkasan["catatan"])
    assert "Ada rumus" in catatan
    assert "digabung" in catatan
    assert impor.baris[0]["nilai"]["nama"] == "Tono Rumus"
    assert "bila selnya digabung" in pesan(impor, 1)


def test_zip_bomb_is_refused(periksa):
    keluaran = BytesIO()
    with zipfile.ZipFile(keluaran, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("xl/workbook.xml", "<workbook/>")
        arsip.writestr("xl/worksheets/sheet1.xml", b"0" * 90_000_000)

    with pytest.raises(LembarDitolak, match="jauh lebih besar"):
        periksa("pegawai", isi=keluaran.getvalue())


def test_a_hundred_thousand_rows_are_refused_with_the_limit(periksa):
    isi = "NIP;NAMA;KODE UNIT;NAMA JABATAN;TMT JABATAN\n" + "1;a;b;c;d\n" * 100_000

    with pytest.raises(LembarDitolak, match=r"paling banyak 20\.000 baris"):
        periksa("pegawai", isi=isi.encode(), nama="besar.csv")


def test_missing_column_is_named(periksa):
    with pytest.raises(LembarDitolak, match="Kolom TMT JABATAN tidak ditemukan"):
        periksa("pegawai", BARU[:5], judul=["NIP", "NAMA", "GOLONGAN", "KODE UNIT", "NAMA JABATAN"])


@pytest.mark.parametrize("jenis", list(JenisImpor))
def test_template_has_every_column_and_explains_it(jenis):
    buku = CalamineWorkbook.from_filelike(BytesIO(template_xlsx(jenis)))

    judul = [kolom.judul for kolom in KOLOM[jenis]]
    assert buku.get_sheet_by_index(0).to_python() == [judul]
    assert [baris[0] for baris in buku.get_sheet_by_name("Penjelasan").to_python()[1:]] == judul


def test_two_thousand_people_are_confirmed_in_seconds(periksa, akun):
    daftar = [ganti(nip=f"199501012099{bulan:02}1{urut:03}") for bulan in (1, 2) for urut in range(1, 1000)]
    impor = periksa("pegawai", *daftar)
    mulai = time.perf_counter()

    confirm_impor(impor, by=akun("pak-anton"), at=SEKARANG)

    assert time.perf_counter() - mulai < 10
    assert Pegawai.objects.filter(golongan="II/c", nama="Tono Baru").count() == 1998
