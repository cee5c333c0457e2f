"""Home: what I owe now, overdue first."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kinerja.bimbingan.models import Bimbingan, RekamanKonseling, TemuKonseling
from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kepegawaian.models import Penempatan
from kinerja.penghargaan.models import ProgramPenghargaan
from kinerja.penilaian.models import Evaluasi
from kinerja.perencanaan.models import SKP
from kinerja.www.beranda.bacaan import read_home
from kinerja.www.beranda.tugas import daftar_tugas
from tests.conftest import HARI_INI, SEKARANG
from tests.factories.bimbingan import buat_bimbingan, buat_konseling, buat_laporan_perilaku
from tests.factories.penghargaan import program_berjuri
from tests.factories.skp import buat_skp
from tests.factories.talenta import catat_calon, tandai_kunci


def tugas_dari(user, on=HARI_INI):
    return daftar_tugas(user, on=on, bacaan=read_home(user, on=on))


def judul(user, on=HARI_INI) -> list[str]:
    return [tugas.judul for tugas in tugas_dari(user, on=on)]


def test_a_person_without_plan_is_asked_to_write_one(akun):
    assert "Susun SKP 2026" in judul(akun("pak-budi"))


def test_a_pejabat_negara_is_not_asked_for_a_plan(akun):
    assert not [j for j in judul(akun("wali-kota-pekanbaru")) if j.startswith("Susun")]


def test_a_submitted_plan_waits_for_its_penilai_only(akun, orang):
    buat_skp(orang("pak-budi"), status="diajukan")

    assert "Periksa SKP " + orang("pak-budi").nama in judul(akun("bu-sari"))
    assert not [j for j in judul(akun("bu-rina")) if j.startswith("Periksa")]


def test_a_plan_not_set_in_january_rises_to_the_atasan_of_its_penilai(akun, orang, masuk):
    skp = buat_skp(orang("pak-budi"), status="diajukan")
    nama, atasan = orang("pak-budi").nama, skp.atasan_penilai.user

    assert not [j for j in judul(atasan, date(2026, 1, 31)) if j.startswith("Turun tangan")]
    assert f"Turun tangan memutus SKP {nama}" in judul(atasan, date(2026, 2, 1))
    assert "SKP yang belum ditetapkan penilai di bawah Anda" in tim_page(masuk, "kepala-dinkes")
    assert "belum ditetapkan penilai di bawah" not in tim_page(masuk, "bu-sari")

    SKP.objects.filter(pk=skp.pk).update(versi=1)
    assert not [j for j in judul(atasan) if j.startswith("Turun tangan")]


def tim_page(masuk, slug: str) -> str:
    return masuk(slug).get("/penilaian/tim/").content.decode()


def test_overdue_comes_first(akun, orang):
    buat_skp(orang("pak-budi"), status="ditetapkan")

    daftar = tugas_dari(akun("pak-budi"))

    assert [t.terlambat for t in daftar] == sorted((t.terlambat for t in daftar), reverse=True)
    assert [t for t in daftar if t.judul.startswith("Catat realisasi")]


def test_many_of_a_kind_become_one_row(akun, orang):
    periode = Periode.objects.get(instansi__kode="PKU", tahun=2025, tahap=Tahap.PERIODIK, urutan=4)
    sari = orang("bu-sari")
    for slug in ("pak-budi", "bu-dewi", "dokter-fajar", "bu-yanti"):
        skp: SKP = buat_skp(orang(slug), status="ditetapkan")
        Evaluasi.objects.create(instansi=skp.instansi, skp=skp, periode=periode, penilai=sari)

    assert [j for j in judul(akun("bu-sari")) if re.match(r"Nilai 4 pegawai", j)]


def test_the_page_asks_the_same_number_of_queries_however_long_the_list(
    masuk, orang, django_assert_max_num_queries
):
    for slug in ("pak-budi", "bu-dewi", "dokter-fajar"):
        buat_skp(orang(slug), status="diajukan")
    # Whoever has to write a first plan is greeted, which costs a little more; that is once in a working life.
    buat_skp(orang("bu-sari"), status="diajukan")
    client = masuk("bu-sari")

    with django_assert_max_num_queries(8):
        respons = client.get("/")

    assert respons.status_code == 200


def test_limit_of_a_handed_over_result_is_counted_in_working_days(akun, orang):
    periode = Periode.objects.get(instansi__kode="PKU", tahun=2025, tahap=Tahap.PERIODIK, urutan=4)
    skp = buat_skp(orang("pak-budi"), status="ditetapkan")
    Evaluasi.objects.create(
        instansi=skp.instansi,
        skp=skp,
        periode=periode,
        penilai=orang("bu-sari"),
        status="diserahkan",
        diserahkan_at="2026-03-02T03:00:00Z",
    )

    [tugas] = [t for t in tugas_dari(akun("pak-budi")) if t.judul.startswith("Baca")]

    assert tugas.batas_on is not None
    assert tugas.batas_on > date(2026, 3, 2) + timedelta(days=14)


def test_who_starts_after_january_is_welcomed_and_not_called_late(masuk, akun, orang):
    orang("pak-budi").daftar_penempatan.update(mulai_on=date(2026, 2, 16))

    (langkah,) = [t for t in tugas_dari(akun("pak-budi")) if t.judul == "Susun SKP 2026"]
    halaman = masuk("pak-budi").get("/").content.decode()

    assert (langkah.terlambat, langkah.batas_on) == (False, None)
    assert "Selamat datang, Budi Hartawan" in halaman
    assert orang("bu-sari").nama in halaman


def test_who_has_had_a_plan_is_not_welcomed_again(masuk, orang):
    buat_skp(orang("pak-budi"), status="ditetapkan")

    assert "Selamat datang" not in masuk("pak-budi").get("/").content.decode()


def test_a_successor_whose_decision_runs_out_waits_for_the_admin(akun, orang):
    kunci = tandai_kunci(
        Penempatan.objects.get(pegawai=orang("bu-sari"), selesai_on=None).jabatan, oleh=akun("pak-anton")
    )
    calon = catat_calon(kunci, orang("pak-budi"), oleh=akun("pak-anton"))
    menjelang = calon.berlaku_sampai_on - timedelta(days=20)
    tunggu = f"Timbang lagi {orang('pak-budi').nama} sebagai calon {kunci.jabatan.nama}"

    assert tunggu in judul(akun("pak-anton"), on=menjelang)
    assert tunggu not in judul(akun("pak-anton"), on=menjelang - timedelta(days=20))
    assert tunggu not in judul(akun("bu-sari"), on=menjelang)


def test_what_guidance_was_reported_waits_for_who_stands_above(akun, orang):
    skp = buat_skp(orang("pak-budi"), status="ditetapkan")
    ditandatangani = {"pembimbing_signed_at": SEKARANG, "pegawai_signed_at": SEKARANG}
    bimbingan = buat_bimbingan(skp, pembimbing=orang("bu-sari"), keadaan="selesai", **ditandatangani)
    tunggu = f"Tentukan tindak lanjut bimbingan {orang('pak-budi').nama}"
    assert tunggu not in judul(akun("kepala-dinkes"))

    Bimbingan.objects.filter(pk=bimbingan.pk).update(reported_at=SEKARANG)

    assert tunggu in judul(akun("kepala-dinkes"))
    assert tunggu not in judul(akun("bu-sari"))


def test_counselling_asks_each_in_his_turn_and_names_nobody(akun, orang, masuk):
    buat_skp(orang("pak-budi"), status="ditetapkan")
    kasus = buat_konseling(orang("pak-budi"), konselor=orang("bu-nurul"))
    assert "Tentukan waktu pertemuan konseling" in judul(akun("bu-nurul"))

    TemuKonseling.objects.create(konseling=kasus, at=SEKARANG - timedelta(days=3), tempat="Ruang B")
    assert "Catat apakah pertemuan konseling terlaksana" in judul(akun("bu-nurul"))
    assert not [j for j in judul(akun("pak-budi")) if "konseling" in j]

    RekamanKonseling.objects.create(
        konseling=kasus,
        unit_kerja=orang("pak-budi").daftar_penempatan.get(selesai_on=None).unit_kerja,
        hasil="Pemicunya dikenali.",
        tindak_lanjut="Jadwal jaga disesuaikan.",
        jumlah_temu=1,
        kepada_kepegawaian=True,
        sent_at=SEKARANG,
    )
    putuskan = "Putuskan tindak lanjut rekaman konseling"
    assert [
        slug for slug in ("pak-anton", "pak-budi", "bu-nurul", "bu-sari") if putuskan in judul(akun(slug))
    ] == ["pak-anton"]
    assert orang("pak-budi").nama in masuk("pak-anton").get("/bimbingan/perilaku/").content.decode()


def test_who_is_reported_himself_is_not_told_by_his_list(akun, orang):
    for slug in ("pak-budi", "pak-anton"):
        skp = buat_skp(orang(slug), status="ditetapkan")
        buat_laporan_perilaku(skp)

    [tugas] = [t for t in tugas_dari(akun("pak-anton")) if t.judul.startswith("Putuskan laporan perilaku")]

    assert tugas.keterangan.startswith("1 laporan")


def test_an_award_waits_for_its_count_and_its_decision(akun, orang):
    program = program_berjuri(orang)
    sesudah = program.juri_selesai_on + timedelta(days=1)
    assert f"Hitung suara juri {program}" not in judul(akun("pak-anton"), on=program.juri_selesai_on)
    assert f"Hitung suara juri {program}" in judul(akun("pak-anton"), on=sesudah)

    ProgramPenghargaan.objects.filter(pk=program.pk).update(keadaan="dihitung")

    tunggu = f"Putuskan penerima {program}"
    assert tunggu in judul(akun("pak-anton"), on=sesudah)
    assert tunggu not in judul(akun("pak-budi"), on=sesudah)
    program.daftar_calon.filter(pegawai=orang("pak-budi")).update(pegawai=orang("pak-anton"))
    assert tunggu not in judul(akun("pak-anton"), on=sesudah)
