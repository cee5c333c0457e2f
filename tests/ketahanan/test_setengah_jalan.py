"""Every action writes all of it or nothing: the database itself refuses the last row of each."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.db import DatabaseError, connection

from kinerja.jejak.models import Catatan
from kinerja.kepegawaian.actions.impor import CannotImport, check_impor, confirm_impor
from kinerja.kepegawaian.istilah import JenisImpor
from kinerja.kepegawaian.models import Jabatan
from kinerja.kepegawaian.queries.penilai import penempatan_kini
from kinerja.kepegawaian.rancangan import PindahJabatan
from kinerja.pelaksanaan import actions as pelaksanaan
from kinerja.penilaian import actions as penilaian
from kinerja.penilaian.actions.mutasi import CannotMove, carry_out
from kinerja.peraturan.alur import StatusEvaluasi, StatusSKP
from kinerja.peraturan.predikat import Rating
from kinerja.perencanaan import actions as perencanaan
from kinerja.tindak_lanjut import actions as tindak_lanjut
from kinerja.tindak_lanjut.models import Putusan
from tests.conftest import HARI_INI, SEKARANG
from tests.factories.evaluasi import ALASAN, DIBUKA_AT, buat_evaluasi, isian
from tests.factories.pelaksanaan import berkas_di, bulan, pasien, skp
from tests.factories.skp import HASIL_PEGAWAI, buat_skp
from tests.kepegawaian.conftest import JUDUL, buat_xlsx

__all__ = ["berkas_di", "bulan", "pasien", "skp"]

PEGAWAI_BARU = ["199501012099031801", "Tono Baru", "II/c", "PKU-DINKES-PKM-TENAYANRAYA", "Perawat Terampil", "01/02/2026", ""]  # fmt: skip
TOLAK = {
    "sqlite": [
        "CREATE TRIGGER tolak BEFORE INSERT ON jejak_catatan BEGIN SELECT RAISE(ABORT, 'disk penuh'); END"
    ],
    "postgresql": [
        "CREATE FUNCTION tolak() RETURNS trigger AS 'BEGIN RAISE EXCEPTION ''disk penuh''; END' LANGUAGE plpgsql",
        "CREATE TRIGGER tolak BEFORE INSERT ON jejak_catatan FOR EACH ROW EXECUTE FUNCTION tolak()",
    ],
}


@pytest.fixture
def tindakan(rencana_dan_catatan, penilaian_dan_putusan, impor_dan_mutasi):
    """`tindakan("submit_skp")`: the action, ready to be carried out."""
    pilihan = {**rencana_dan_catatan, **penilaian_dan_putusan, **impor_dan_mutasi}
    return lambda nama: pilihan[nama]()


@pytest.fixture
def rencana_dan_catatan(orang, akun, request):
    def submit_skp():
        plan = buat_skp(orang("pak-budi"), status=StatusSKP.DRAF, hasil=HASIL_PEGAWAI[:2])
        return lambda: perencanaan.submit_skp(plan, by=akun("pak-budi"), at=SEKARANG)

    def approve_skp():
        plan = buat_skp(orang("pak-budi"), status=StatusSKP.DIAJUKAN)
        return lambda: perencanaan.approve_skp(plan, by=akun("bu-sari"), at=SEKARANG)

    def record_realisasi():
        indikator, februari = request.getfixturevalue("pasien"), request.getfixturevalue("bulan")(2)
        bukti = pelaksanaan.BuktiBaru(
            keterangan="Rekap yang ditandatangani", berkas=ContentFile(b"%PDF-1.7 rekap", name="rekap.pdf")
        )
        return lambda: pelaksanaan.record_realisasi(
            indikator, februari, nilai=Decimal(110), uraian="Lengkap", by=akun("pak-budi"), at=SEKARANG,
            revisi=0, bukti=bukti,
        )  # fmt: skip

    return {f.__name__: f for f in (submit_skp, approve_skp, record_realisasi)}


@pytest.fixture
def penilaian_dan_putusan(orang, akun):
    def evaluasi(status=StatusEvaluasi.DIBUKA):
        return buat_evaluasi(orang("pak-budi"), status=status)

    def rate_evaluasi():
        satu = evaluasi()
        isi = isian(satu)
        return lambda: penilaian.rate_evaluasi(satu, isi, by=akun("bu-sari"), at=DIBUKA_AT)

    def approve_evaluasi():
        satu = evaluasi(StatusEvaluasi.DINILAI)
        return lambda: penilaian.approve_evaluasi(satu, by=akun("bu-sari"), at=DIBUKA_AT)

    def decide_keberatan():
        satu = tindak_lanjut.file_keberatan(
            evaluasi(StatusEvaluasi.DITERIMA), alasan=ALASAN, by=akun("pak-budi"), at=DIBUKA_AT
        )
        isi = tindak_lanjut.IsianPutusan(
            putusan=Putusan.MENGUBAH, pertimbangan=ALASAN, rating_hasil=Rating.DI_ATAS, rating_perilaku=Rating.SESUAI
        )  # fmt: skip
        return lambda: tindak_lanjut.decide_keberatan(satu, isi, by=akun("kepala-dinkes"), at=DIBUKA_AT)

    return {f.__name__: f for f in (rate_evaluasi, approve_evaluasi, decide_keberatan)}


@pytest.fixture
def impor_dan_mutasi(orang, akun):
    def confirm_import():
        impor = check_impor(
            orang("pak-anton").instansi, jenis=JenisImpor.PEGAWAI, isi=buat_xlsx(JUDUL["pegawai"], PEGAWAI_BARU),
            nama="data.xlsx", by=akun("pak-anton"), at=SEKARANG,
        )  # fmt: skip
        return lambda: confirm_impor(impor, by=akun("pak-anton"), at=SEKARANG)

    def move():
        buat_evaluasi(orang("pak-budi"))
        jabatan = Jabatan.objects.get(nama="Arsiparis Terampil", unit_kerja__kode="PKU-BKPSDM-MUTASI")
        rencana = PindahJabatan(pegawai=orang("pak-budi"), jabatan=jabatan, on=HARI_INI, dasar="SK 1/2026")
        return lambda: carry_out(rencana, by=akun("pak-anton"), at=SEKARANG)

    return {f.__name__: f for f in (confirm_import, move)}


SEMUA = [
    "submit_skp",
    "approve_skp",
    "record_realisasi",
    "rate_evaluasi",
    "approve_evaluasi",
    "decide_keberatan",
    "confirm_import",
    "move",
]


@pytest.mark.parametrize("nama", SEMUA)
def test_what_cannot_be_finished_leaves_nothing_behind(tindakan, nama, tmp_path):
    lakukan = tindakan(nama)
    sebelum = everything()
    with connection.cursor() as cursor:
        for perintah in TOLAK[connection.vendor]:
            cursor.execute(perintah)

    with pytest.raises(DatabaseError, match="disk penuh"):
        lakukan()

    assert everything() == sebelum
    assert not [berkas for berkas in tmp_path.rglob("*") if berkas.is_file()]
    with connection.cursor() as cursor:
        cursor.execute(
            "DROP TRIGGER tolak" + (" ON jejak_catatan" if connection.vendor == "postgresql" else "")
        )
    lakukan()
    assert everything() != sebelum


@pytest.mark.parametrize("nama", SEMUA)
def test_confirming_twice_happens_once(tindakan, nama):
    lakukan = tindakan(nama)
    lakukan()
    sekali = everything()

    try:
        lakukan()
    except (
        CannotMove,
        penilaian.CannotEvaluate,
        tindak_lanjut.CannotDecide,
        CannotImport,
    ) as ditolak:
        assert str(ditolak)

    assert everything() == sekali
    assert Catatan.objects.exists()


def test_the_one_who_moved_is_in_one_place_only(tindakan, orang):
    tindakan("move")()

    assert penempatan_kini(orang("pak-budi"), on=HARI_INI).unit_kerja.kode == "PKU-BKPSDM-MUTASI"


def everything() -> dict[str, list[tuple[object, ...]]]:
    """All rows of all our tables."""
    return {
        model._meta.label: sorted(model._default_manager.values_list(), key=repr)
        for model in apps.get_models()
        if model.__module__.startswith("kinerja.")
    }
