"""Plans and evaluations follow the people."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.jejak.models import Catatan
from kinerja.kebijakan.models import Periode
from kinerja.kepegawaian.actions.laporan import CannotReport, reject_laporan, report_penilai
from kinerja.kepegawaian.istilah import JenisPenempatan
from kinerja.kepegawaian.models import HubunganPenilai, Jabatan, LaporanPenilaiSalah, UnitKerja
from kinerja.kepegawaian.queries.penilai import penempatan_kini, penilai_kini
from kinerja.kepegawaian.rancangan import AkhiriPelaksana, GantiPenilai, PindahJabatan, TunjukPelaksana
from kinerja.penilaian.actions.mutasi import CannotMove, approve_laporan, carry_out, preview
from kinerja.penilaian.models import Evaluasi
from kinerja.perencanaan.models import SKP
from tests.conftest import HARI_INI, SEKARANG


@pytest.fixture
def jabatan(cast):
    """A post by name and unit; one leading post is vacant."""
    unit = UnitKerja.objects.get(kode="PKU-DINKES-YANKES")
    Jabatan.objects.create(
        unit_kerja=unit, kode="KABID", nama="Kepala Bidang", jenis="administrator", kepala=True
    )
    return lambda nama, unit: Jabatan.objects.select_related("unit_kerja").get(
        nama=nama, unit_kerja__kode=unit
    )


@pytest.fixture
def skp(orang):
    def make(slug, status="ditetapkan"):
        pegawai = orang(slug)
        tempat = penempatan_kini(pegawai, on=HARI_INI)
        hubungan = penilai_kini(tempat)
        return SKP.objects.create(
            instansi=pegawai.instansi, pegawai=pegawai, penempatan=tempat, unit_kerja=tempat.unit_kerja,
            penilai=hubungan.penilai, tahun=2026, mulai_on=date(2026, 1, 1), selesai_on=date(2026, 12, 31),
            kategori="pegawai", pendekatan="kualitatif", status=status,
        )  # fmt: skip

    return make


@pytest.fixture
def evaluasi():
    def make(skp, *, jendela):
        periode = Periode.objects.get(instansi=skp.instansi, tahun=2026, tahap="periodik", urutan=1)
        Periode.objects.filter(pk=periode.pk).update(
            jendela_mulai_on=jendela[0], jendela_selesai_on=jendela[1]
        )
        return Evaluasi.objects.create(instansi=skp.instansi, skp=skp, periode=periode, penilai=skp.penilai)

    return make


def pindah_budi(orang, jabatan):
    return PindahJabatan(
        pegawai=orang("pak-budi"),
        jabatan=jabatan("Arsiparis Terampil", "PKU-BKPSDM-MUTASI"),
        on=HARI_INI,
        dasar="SK 1/2026",
    )


def test_a_move_closes_the_plan_and_opens_an_empty_draft(orang, akun, jabatan, skp):
    lama = skp("pak-budi")

    carry_out(pindah_budi(orang, jabatan), by=akun("pak-anton"), at=SEKARANG)

    lama.refresh_from_db()
    assert (lama.status, lama.closed_on, lama.selesai_on) == ("ditutup", date(2026, 3, 1), date(2026, 3, 1))
    baru = SKP.objects.get(pegawai=orang("pak-budi"), status="draf")
    assert baru.mulai_on == HARI_INI
    assert baru.penilai == orang("pak-hafiz")
    assert baru.atasan_penilai == orang("kepala-bkpsdm-pekanbaru")
    assert not baru.daftar_rhk.exists()
    assert {"kepegawaian.pindah", "skp.tutup", "skp.buat"} <= set(
        Catatan.objects.values_list("tindakan", flat=True)
    )


def test_preview_tells_what_happens_and_writes_nothing(orang, jabatan, skp):
    lama = skp("pak-budi")

    hasil = preview(pindah_budi(orang, jabatan))

    assert [ikut.skp for ikut in hasil.daftar_skp] == [lama]
    assert hasil.skp_baru
    assert hasil.rancangan.penilai_baru == orang("pak-hafiz")
    lama.refresh_from_db()
    assert lama.status == "ditetapkan"


def test_open_evaluation_of_one_who_moved_goes_to_the_new_penilai(orang, akun, jabatan, skp, evaluasi):
    terbuka = evaluasi(skp("pak-budi"), jendela=(HARI_INI, HARI_INI + timedelta(days=9)))

    carry_out(pindah_budi(orang, jabatan), by=akun("pak-anton"), at=SEKARANG)

    terbuka.refresh_from_db()
    assert terbuka.penilai == orang("pak-hafiz")


@pytest.mark.parametrize(
    ("jendela", "tetap"),
    [
        ((date(2026, 3, 1), date(2026, 3, 14)), True),
        ((date(2026, 3, 2), date(2026, 3, 14)), True),
        ((date(2026, 3, 3), date(2026, 3, 14)), False),
        ((date(2026, 2, 1), date(2026, 3, 1)), False),
    ],
    ids=["di dalam", "hari pertama", "sehari sebelumnya", "sehari sesudahnya"],
)
def test_penilai_who_leaves_inside_the_window_finishes_the_evaluation(
    orang, akun, jabatan, skp, evaluasi, jendela, tetap
):
    terbuka = evaluasi(skp("pak-budi"), jendela=jendela)
    rencana = PindahJabatan(
        pegawai=orang("bu-sari"), jabatan=jabatan("Kepala Bidang", "PKU-DINKES-YANKES"), on=HARI_INI
    )

    hasil = carry_out(rencana, by=akun("pak-anton"), at=SEKARANG)

    terbuka.refresh_from_db()
    assert terbuka.penilai == (orang("bu-sari") if tetap else orang("kepala-dinkes"))
    plan = terbuka.skp
    plan.refresh_from_db()
    assert plan.penilai == orang("kepala-dinkes")
    assert hasil.jumlah_bawahan >= 1
    assert "berganti menjadi" in plan.daftar_dialog.get().teks


def test_people_below_a_head_who_leaves_go_to_the_head_above(orang, akun, jabatan):
    rencana = PindahJabatan(
        pegawai=orang("bu-sari"), jabatan=jabatan("Kepala Bidang", "PKU-DINKES-YANKES"), on=HARI_INI
    )

    carry_out(rencana, by=akun("pak-anton"), at=SEKARANG)

    assert penilai_kini(penempatan_kini(orang("pak-budi"), on=HARI_INI)).penilai == orang("kepala-dinkes")
    lama = HubunganPenilai.objects.get(penempatan__pegawai=orang("pak-budi"), penilai=orang("bu-sari"))
    assert lama.selesai_on == date(2026, 3, 1)


def test_a_leading_post_that_is_filled_is_refused(orang):
    terisi = penempatan_kini(orang("kapus-rejosari"), on=HARI_INI).jabatan

    with pytest.raises(CannotMove, match="masih diisi"):
        preview(PindahJabatan(pegawai=orang("bu-sari"), jabatan=terisi, on=HARI_INI))


def test_definitive_head_takes_the_people_of_the_plt(orang, akun):
    tugas = orang("pak-hafiz").daftar_penempatan.get(jenis=JenisPenempatan.PLT)

    carry_out(
        PindahJabatan(pegawai=orang("bu-sari"), jabatan=tugas.jabatan, on=HARI_INI),
        by=akun("pak-anton"),
        at=SEKARANG,
    )

    assert penilai_kini(penempatan_kini(orang("pak-galang"), on=HARI_INI)).penilai == orang("bu-sari")


def test_end_of_plt_gives_his_people_to_the_head_above(orang, akun):
    tempat = orang("pak-hafiz").daftar_penempatan.get(jenis=JenisPenempatan.PLT)

    carry_out(AkhiriPelaksana(penempatan=tempat, on=HARI_INI), by=akun("pak-anton"), at=SEKARANG)

    galang = penempatan_kini(orang("pak-galang"), on=HARI_INI)
    assert penilai_kini(galang).penilai == orang("kepala-bkpsdm-pekanbaru")
    tempat.refresh_from_db()
    assert tempat.selesai_on == date(2026, 3, 1)


def test_plt_gets_the_people_of_the_unit_and_is_assessed_where_he_reports(orang, akun, jabatan):
    akhiri = AkhiriPelaksana(
        penempatan=orang("pak-hafiz").daftar_penempatan.get(jenis=JenisPenempatan.PLT), on=HARI_INI
    )
    carry_out(akhiri, by=akun("pak-anton"), at=SEKARANG)
    rencana = TunjukPelaksana(
        pegawai=orang("bu-sari"), jabatan=akhiri.penempatan.jabatan, jenis=JenisPenempatan.PLT, on=HARI_INI
    )

    carry_out(rencana, by=akun("pak-anton"), at=SEKARANG)

    assert penilai_kini(penempatan_kini(orang("pak-galang"), on=HARI_INI)).penilai == orang("bu-sari")
    assert penilai_kini(penempatan_kini(orang("bu-sari"), on=HARI_INI)).penilai == orang(
        "kepala-bkpsdm-pekanbaru"
    )

    besok = HARI_INI + timedelta(days=1)
    tugas = orang("bu-sari").daftar_penempatan.get(jenis=JenisPenempatan.PLT)
    carry_out(
        AkhiriPelaksana(penempatan=tugas, on=besok), by=akun("pak-anton"), at=SEKARANG + timedelta(days=1)
    )
    assert penilai_kini(penempatan_kini(orang("bu-sari"), on=besok)).penilai == orang("kepala-dinkes")


def test_second_plt_on_the_same_post_is_refused(orang):
    tempat = orang("pak-hafiz").daftar_penempatan.get(jenis=JenisPenempatan.PLT)
    rencana = TunjukPelaksana(
        pegawai=orang("bu-sari"), jabatan=tempat.jabatan, jenis=JenisPenempatan.PLT, on=HARI_INI
    )

    with pytest.raises(CannotMove, match="sudah diisi"):
        preview(rencana)


@pytest.mark.parametrize(
    ("penilai", "kata"),
    [
        ("pak-budi", "menilai dirinya sendiri"),
        ("bu-rina", "tidak menduduki jabatan yang dapat menilai"),
        ("kepala-dinkes-tebo", "instansi lain"),
        ("bu-sari", "sudah menjadi pejabat penilai"),
    ],
)
def test_unfit_penilai_is_refused(orang, penilai, kata):
    tempat = penempatan_kini(orang("pak-budi"), on=HARI_INI)

    with pytest.raises(CannotMove, match=kata):
        preview(GantiPenilai(penempatan=tempat, penilai=orang(penilai), on=HARI_INI))


def test_a_loop_of_penilai_is_refused(orang):
    tempat = penempatan_kini(orang("kepala-dinkes"), on=HARI_INI)

    with pytest.raises(CannotMove, match="saling menilai"):
        preview(GantiPenilai(penempatan=tempat, penilai=orang("bu-sari"), on=HARI_INI))


def test_a_day_that_has_not_come_is_refused(orang, akun, jabatan):
    rencana = PindahJabatan(
        pegawai=orang("pak-budi"),
        jabatan=jabatan("Arsiparis Terampil", "PKU-BKPSDM-MUTASI"),
        on=date(2026, 3, 3),
    )

    with pytest.raises(CannotMove, match="belum tiba"):
        carry_out(rencana, by=akun("pak-anton"), at=SEKARANG)


@pytest.mark.parametrize("siapa", ["bu-sari", "bu-rina", "admin-tebo"])
def test_outsiders_cannot_move_anybody(orang, akun, jabatan, siapa):
    with pytest.raises(PermissionDenied):
        carry_out(pindah_budi(orang, jabatan), by=akun(siapa), at=SEKARANG)

    assert penempatan_kini(orang("pak-budi"), on=HARI_INI).unit_kerja.kode == "PKU-DINKES-PKM-TENAYANRAYA"


@pytest.fixture
def laporan(orang, akun):
    return report_penilai(
        penempatan_kini(orang("bu-ratna"), on=HARI_INI), usulan=orang("kepala-bkpsdm-pekanbaru"),
        keterangan="Saya bekerja langsung di bawah Kepala Badan.", by=akun("bu-ratna"), at=SEKARANG,
    )  # fmt: skip


def test_approved_report_moves_plan_and_evaluation(orang, akun, skp, evaluasi, laporan):
    terbuka = evaluasi(skp("bu-ratna"), jendela=(HARI_INI, HARI_INI))

    approve_laporan(
        laporan,
        penilai=orang("kepala-bkpsdm-pekanbaru"),
        on=HARI_INI,
        tanggapan="Benar.",
        by=akun("pak-anton"),
        at=SEKARANG,
    )

    laporan.refresh_from_db()
    terbuka.refresh_from_db()
    assert (laporan.status, laporan.tanggapan) == ("disetujui", "Benar.")
    # He never was the right penilai, so the window does not keep the evaluation with him.
    assert terbuka.penilai == orang("kepala-bkpsdm-pekanbaru")
    assert SKP.objects.get(pegawai=orang("bu-ratna")).penilai == orang("kepala-bkpsdm-pekanbaru")


def test_report_is_settled_once_and_with_an_answer(orang, akun, laporan):
    with pytest.raises(CannotReport, match="Tulis jawaban"):
        reject_laporan(laporan, tanggapan=" ", by=akun("pak-anton"), at=SEKARANG)

    reject_laporan(laporan, tanggapan="Data sudah benar.", by=akun("pak-anton"), at=SEKARANG)

    with pytest.raises(CannotReport, match="sudah ditolak"):
        reject_laporan(laporan, tanggapan="Lagi.", by=akun("pak-anton"), at=SEKARANG)


def test_second_report_while_one_waits_is_refused(orang, akun, laporan):
    with pytest.raises(CannotReport, match="masih diperiksa"):
        report_penilai(laporan.penempatan, usulan=None, keterangan="x", by=akun("bu-ratna"), at=SEKARANG)


def test_only_the_holder_reports_and_only_his_admin_settles(orang, akun, laporan):
    with pytest.raises(PermissionDenied):
        report_penilai(laporan.penempatan, usulan=None, keterangan="x", by=akun("bu-rina"), at=SEKARANG)
    with pytest.raises(PermissionDenied):
        reject_laporan(laporan, tanggapan="x", by=akun("admin-tebo"), at=SEKARANG)


def test_report_is_seen_by_the_admin_and_the_superior_of_the_named_one(akun, laporan):
    terlihat = {
        siapa: LaporanPenilaiSalah.objects.visible_to(akun(siapa)).exists()
        for siapa in ("bu-ratna", "pak-anton", "wali-kota-pekanbaru", "bu-rina", "admin-tebo")
    }

    assert terlihat == {
        "bu-ratna": True,
        "pak-anton": True,
        "wali-kota-pekanbaru": True,
        "bu-rina": False,
        "admin-tebo": False,
    }
