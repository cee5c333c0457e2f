"""Who is told that something was decided: an award, a follow-up, a paper of angka kredit."""

from __future__ import annotations

from datetime import date

import pytest

from kinerja.karier.actions import set_angka_kredit
from kinerja.karier.istilah import JenisPenetapan
from kinerja.karier.queries.penetapan import IsianPenetapan
from kinerja.notifikasi.models import Notifikasi
from kinerja.tindak_lanjut.actions import IsianUsulan, decide_usulan
from kinerja.tindak_lanjut.istilah import PutusanUsulan
from tests.conftest import SEKARANG
from tests.factories.karier import buat_angka_kredit, buat_pangkat, buat_predikat
from tests.factories.pembinaan import PADA
from tests.factories.penghargaan import PUTUS_AT, program_diputus
from tests.factories.usulan import usulan_budi

pytestmark = pytest.mark.django_db
IKUTI = "pengingat.ikuti"


def told(user, jenis: str) -> list[tuple[str, str]]:
    daftar = Notifikasi.objects.filter(user=user, jenis=jenis).order_by("id")
    return list(daftar.values_list("judul", "tautan"))


def test_the_winner_and_whoever_proposed_him_hear_of_an_award(orang, akun, kerjakan):
    kerjakan(IKUTI)
    program = program_diputus(orang)

    kerjakan(IKUTI, PUTUS_AT)
    kerjakan(IKUTI, PUTUS_AT)

    selamat = (f"Selamat, Anda menerima penghargaan {program.nama}", "/penghargaan/")
    assert told(akun("dokter-fajar"), "penghargaan") == [selamat]
    usul = (f"Penghargaan {program.nama} sudah diputus", f"/penghargaan/program/{program.pk}/")
    assert told(akun("bu-yanti"), "penghargaan") == [usul]
    lain = Notifikasi.objects.filter(judul__startswith="Selamat").exclude(user=akun("dokter-fajar"))
    assert not lain.exists()


def test_a_decision_on_follow_up_is_told_once_and_without_its_kind(orang, akun, kerjakan):
    usulan = usulan_budi(orang)
    kerjakan(IKUTI)
    isian = IsianUsulan(putusan=PutusanUsulan.TOLAK, alasan="Penilai dan pegawai sudah berbicara.")

    decide_usulan([satu.pk for satu in usulan.values()], isian, by=akun("pak-anton"), at=PADA)
    kerjakan(IKUTI, PADA)

    evaluasi = usulan["dialog"].evaluasi
    assert told(akun("pak-budi"), "tindak_lanjut") == [
        (
            f"Ada keputusan tindak lanjut untuk Anda, {evaluasi.periode.nama}",
            f"/penilaian/hasil/{evaluasi.pk}/",
        )
    ]


def test_a_paper_of_angka_kredit_is_announced_to_its_owner_without_a_number(orang, akun, kerjakan):
    dewi = orang("bu-dewi")
    buat_pangkat(dewi, "III/b", date(2022, 4, 1))
    buat_angka_kredit(dewi, "mahir", "10", date(2024, 12, 31), unsur="dasar")
    buat_angka_kredit(dewi, "mahir", "72", date(2024, 12, 31))
    buat_predikat(dewi, 2025, "sangat_baik")
    kerjakan(IKUTI)
    isian = IsianPenetapan(
        nomor="800/12/AK", penetap=orang("bu-sari"), jabatan_penetap="Pejabat Penilai Kinerja,"
    )

    set_angka_kredit(
        dewi,
        jenis=JenisPenetapan.KONVERSI,
        sampai_on=date(2025, 12, 31),
        isian=isian,
        by=akun("pak-anton"),
        at=SEKARANG,
    )
    kerjakan(IKUTI)

    assert told(akun("bu-dewi"), "karier") == [("Surat angka kredit Anda sudah ditetapkan", "/karier/")]
