"""An award from its criteria to the certificate: who is found, who may judge, what is decided."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.jejak.models import Catatan
from kinerja.metode.juri import HasilSuara
from kinerja.metode.penghargaan import JenisSyarat, Kriteria, SyaratPenghargaan
from kinerja.penghargaan import actions
from kinerja.penghargaan.istilah import BentukPenghargaan
from kinerja.penghargaan.models import (
    CalonPenghargaan,
    JuriPenghargaan,
    ProgramPenghargaan,
    SuaraPenghargaan,
    UsulanPenghargaan,
)
from kinerja.penghargaan.queries.benturan import daftar_benturan
from kinerja.penghargaan.queries.keadaan import masa_kerja
from kinerja.peraturan.penghargaan import bentuk_penghargaan
from kinerja.peraturan.predikat import Predikat
from kinerja.rekap.models import RekapBelajar
from kinerja.sumber.models import Konflik
from tests.factories.penghargaan import (
    ALASAN,
    HITUNG_AT,
    JURI_AT,
    PUTUS_AT,
    SANGAT_BAIK,
    SIAP_AT,
    USUL_AT,
    buat_program,
    calon_of,
    hasil_tahunan,
    isian,
    pilih,
    program_berjuri,
    program_terhitung,
    unit_puskesmas,
    user,
)

HARI = date(2026, 3, 12)


def test_the_three_forms_are_those_of_the_law():
    assert tuple(satu.label for satu in BentukPenghargaan) == bentuk_penghargaan()


@pytest.mark.parametrize(
    "slug", ["pak-budi", "bu-sari", "sekda-pekanbaru", "admin-pontianak", "auditor-pekanbaru"]
)
def test_only_the_admin_of_the_unit_prepares(orang, slug):
    with pytest.raises(PermissionDenied):
        actions.create_program(unit_puskesmas(orang), isian(), by=user(orang, slug), at=SIAP_AT)


@pytest.mark.parametrize(
    ("ganti", "pesan"),
    [
        ({"usulan_selesai_on": date(2026, 2, 1)}, "berakhir sebelum dimulai"),
        ({"juri_mulai_on": date(2026, 3, 10)}, "sesudah pencalonan ditutup"),
        ({"juri_selesai_on": date(2026, 3, 10)}, "Penilaian juri berakhir sebelum"),
    ],
)
def test_dates_in_the_wrong_order_are_refused(orang, ganti, pesan):
    with pytest.raises(actions.CannotAward, match=pesan):
        buat_program(orang, **ganti)


def test_the_same_award_twice_a_stale_tab_and_a_program_too_late_are_refused(orang):
    program = buat_program(orang, buka=False)
    anton = user(orang, "pak-anton")
    with pytest.raises(actions.CannotAward, match="sudah ada"):
        buat_program(orang)
    with pytest.raises(actions.StaleProgram, match="Isian Anda masih ada"):
        actions.edit_program(program, isian(), revisi=7, by=anton, at=SIAP_AT)
    with pytest.raises(actions.CannotAward, match="sudah lewat"):
        actions.open_program(program, by=anton, at=PUTUS_AT)

    baru = actions.edit_program(program, isian(nama="Pelayan Sepenuh Hati"), revisi=0, by=anton, at=SIAP_AT)

    assert (baru.nama, baru.revisi) == ("Pelayan Sepenuh Hati", 1)


def test_nominees_are_found_by_rule_and_every_no_has_its_reason(orang):
    hasil_tahunan(orang("pak-budi"))
    hasil_tahunan(orang("bu-dewi"), Predikat.BAIK)
    hasil_tahunan(orang("bu-rina"))  # works in another unit

    program = buat_program(orang)

    calon = CalonPenghargaan.objects.get(program=program)
    assert calon.pegawai == orang("pak-budi")
    assert calon.jawaban == [
        {
            "syarat": "Predikat tahun ini paling rendah",
            "terpenuhi": True,
            "alasan": "Predikat tahun 2025 Sangat Baik.",
        }
    ]
    assert Catatan.objects.get(tindakan="penghargaan.buka").rincian == {"calon": 1}


def test_learning_service_and_discipline_are_asked_as_well(orang):
    for slug in ("pak-budi", "bu-dewi", "dokter-fajar"):
        hasil_tahunan(orang(slug))
    RekapBelajar.objects.create(pegawai=orang("pak-budi"), tahun=2025, jp=24)
    RekapBelajar.objects.create(pegawai=orang("bu-dewi"), tahun=2025, jp=30)
    jp = SyaratPenghargaan(jenis=JenisSyarat.JP_MINIMAL, parameter={"jp": 20})
    lama = SyaratPenghargaan(jenis=JenisSyarat.MASA_KERJA, parameter={"lama": 1})
    bersih = SyaratPenghargaan(jenis=JenisSyarat.TANPA_KASUS)
    kriteria = Kriteria(nama="Teladan", daftar_syarat=(SANGAT_BAIK, jp, lama, bersih))
    program = buat_program(orang, kriteria=kriteria)
    assert not program.daftar_calon.exists()  # nobody is clean before somebody looked

    actions.note_disiplin(program, daftar_pegawai=[orang("bu-dewi")], by=user(orang, "pak-anton"), at=USUL_AT)

    calon = program.daftar_calon.get()
    assert calon.pegawai == orang("pak-budi")
    assert (
        "24 JP dari paling sedikit 20 JP." in calon.alasan and "Tidak ada catatan disiplin." in calon.alasan
    )
    catatan = Catatan.objects.get(tindakan="penghargaan.cocokkan_disiplin")
    assert catatan.rincian == {"jumlah": 1}  # never the names


@pytest.mark.parametrize(
    ("nip", "mulai", "lama"),
    [
        ("199003052010031105", date(2025, 1, 2), 16),
        ("199003052099031105", date(2020, 3, 2), 6),
        ("199003052099031105", date(2020, 3, 13), 5),
        ("bukan nip", None, None),
    ],
)
def test_years_of_service_come_from_the_nip_or_from_the_first_post(nip, mulai, lama):
    assert masa_kerja(nip, mulai, on=HARI) == lama


def test_a_colleague_is_named_once_with_a_sentence(orang):
    hasil_tahunan(orang("pak-budi"))
    program = buat_program(orang)

    actions.nominate(program, orang("pak-budi"), alasan=f"  {ALASAN} ", by=user(orang, "bu-dewi"), at=USUL_AT)

    assert UsulanPenghargaan.objects.get().alasan == ALASAN
    assert program.daftar_calon.get().asal == "usulan"
    with pytest.raises(actions.CannotNominate, match="sudah mengusulkan Budi"):
        actions.nominate(program, orang("pak-budi"), alasan=ALASAN, by=user(orang, "bu-dewi"), at=USUL_AT)
    actions.nominate(program, orang("pak-budi"), alasan=ALASAN, by=user(orang, "bu-yanti"), at=USUL_AT)
    assert program.daftar_calon.count() == 1
    assert "pegawai" in Catatan.objects.filter(tindakan="penghargaan.usulkan").first().rincian


@pytest.mark.parametrize(
    ("siapa", "oleh", "alasan", "at", "pesan"),
    [
        ("pak-budi", "pak-budi", ALASAN, USUL_AT, "diri sendiri"),
        ("bu-rina", "bu-dewi", ALASAN, USUL_AT, "tidak bertugas di"),
        ("pak-budi", "bu-dewi", "Hebat.", USUL_AT, "paling sedikit 20 huruf"),
        ("pak-budi", "bu-dewi", "x" * 301, USUL_AT, "paling panjang 300 huruf"),
        ("pak-budi", "bu-dewi", ALASAN, JURI_AT, "sudah ditutup"),
        ("pak-budi", "bu-dewi", ALASAN, SIAP_AT - timedelta(days=3), "dibuka pada 1 Maret 2026"),
    ],
)
def test_a_nomination_that_cannot_be_kept_says_why(orang, siapa, oleh, alasan, at, pesan):
    program = buat_program(orang)

    with pytest.raises(actions.CannotNominate, match=pesan):
        actions.nominate(program, orang(siapa), alasan=alasan, by=user(orang, oleh), at=at)


def test_people_of_another_house_do_not_name_anybody(orang):
    program = buat_program(orang)

    with pytest.raises(PermissionDenied):
        actions.nominate(
            program, orang("pak-budi"), alasan=ALASAN, by=user(orang, "analis-pontianak"), at=USUL_AT
        )


def test_whoever_is_named_without_meeting_the_criteria_is_not_on_the_ballot(orang):
    program = program_berjuri(orang)

    dewi = program.daftar_calon.get(pegawai=orang("bu-dewi"))
    assert dewi.keadaan == "belum" and dewi.kurang == ["Predikat tahun 2025 Baik."]
    with pytest.raises(actions.CannotVote, match="tidak lagi ada dalam daftar calon"):
        pilih(program, orang, "bu-rina", "bu-dewi")


def test_a_superior_in_the_jury_cannot_vote_on_his_people_and_is_told_why(orang):
    program = program_berjuri(orang)

    with pytest.raises(actions.CannotVote, match="Anda pejabat penilainya") as galat:
        pilih(program, orang, "bu-sari", "pak-budi")

    assert "Suara Anda untuk calon lain tetap dihitung" in str(galat.value)
    assert not SuaraPenghargaan.objects.exists()
    pilih(program, orang, "bu-sari")
    assert SuaraPenghargaan.objects.get().setuju == []


def test_every_conflict_is_found_by_rule(orang):
    program = program_berjuri(
        orang, juri=("pak-budi", "kepala-dinkes", "bu-yanti", "bu-rina", "bu-dewi"), tanpa_rekan_seunit=True
    )
    satu, lain = sorted((orang("bu-rina"), orang("dokter-fajar")), key=lambda p: p.pk)
    Konflik.objects.create(satu=satu, lain=lain, jenis="pribadi", mulai_on=date(2026, 1, 1))
    nama = {
        str(orang(s).pk): s
        for s in ("pak-budi", "kepala-dinkes", "bu-yanti", "bu-rina", "bu-dewi", "dokter-fajar")
    }

    daftar = daftar_benturan(
        program,
        daftar_juri=list(program.daftar_juri.aktif()),
        daftar_calon=list(program.daftar_calon.on_ballot()),
        on=HARI,
    )

    assert {(nama[b.juri], nama[b.calon]): b.alasan for b in daftar} == {
        ("pak-budi", "pak-budi"): "Anda sendiri calonnya.",
        ("pak-budi", "dokter-fajar"): "Anda bekerja seunit dengannya.",
        ("bu-dewi", "pak-budi"): "Anda bekerja seunit dengannya.",
        ("bu-dewi", "dokter-fajar"): "Anda bekerja seunit dengannya.",
        ("kepala-dinkes", "pak-budi"): "Anda atasan dari penilainya.",
        ("kepala-dinkes", "dokter-fajar"): "Anda atasan dari penilainya.",
        ("bu-yanti", "pak-budi"): "Anda sendiri yang mengusulkannya.",
        ("bu-rina", "dokter-fajar"): "Ada benturan kepentingan yang tercatat di antara Anda berdua.",
    }


def test_votes_are_sealed_and_the_trail_does_not_know_them(orang):
    program = program_berjuri(orang)
    pilih(program, orang, "bu-rina", "pak-budi")

    assert not SuaraPenghargaan.objects.visible_to(user(orang, "pak-anton")).exists()
    assert SuaraPenghargaan.objects.visible_to(user(orang, "bu-rina")).exists()
    assert Catatan.objects.get(tindakan="penghargaan.suara").rincian == {}
    pilih(program, orang, "bu-rina", "dokter-fajar")
    assert SuaraPenghargaan.objects.get().setuju == [calon_of(program, orang, "dokter-fajar")]


@pytest.mark.parametrize(
    ("at", "pesan"), [(USUL_AT, "dimulai 11 Maret 2026"), (HITUNG_AT, "berakhir 20 Maret 2026")]
)
def test_a_vote_outside_its_days_is_refused(orang, at, pesan):
    program = program_berjuri(orang)

    with pytest.raises(actions.CannotVote, match=pesan):
        actions.vote(program, setuju=[], by=user(orang, "bu-rina"), at=at)


def test_only_the_jury_votes_and_not_after_the_count(orang):
    program = program_terhitung(orang)

    with pytest.raises(PermissionDenied):
        actions.vote(program, setuju=[], by=user(orang, "pak-anton"), at=JURI_AT)
    with pytest.raises(actions.CannotVote, match="Suara sudah dihitung"):
        pilih(program, orang, "bu-rina", "pak-budi")


def test_the_count_waits_for_the_jury_and_then_leaves_conflicts_out(orang):
    program = program_berjuri(orang)
    anton = user(orang, "pak-anton")
    pilih(program, orang, "bu-lenny", "dokter-fajar")
    with pytest.raises(actions.CannotCount, match="3 juri belum memberi suara"):
        actions.count_votes(program, by=anton, at=JURI_AT)
    for slug in ("bu-sari", "bu-rina", "bu-melati"):
        pilih(program, orang, slug, *(() if slug == "bu-sari" else ("dokter-fajar",)))

    hasil = actions.count_votes(program, by=anton, at=JURI_AT)  # everybody has voted

    assert [(h.calon, h.hasil, h.dihitung) for h in hasil] == [
        (str(orang("dokter-fajar").pk), HasilSuara.TERPILIH, 3),
        (str(orang("pak-budi").pk), HasilSuara.TIDAK_TERPILIH, 3),
    ]
    fajar = program.daftar_calon.get(pegawai=orang("dokter-fajar"))
    assert "1 juri tidak dihitung karena benturan kepentingan" in fajar.kalimat
    assert Catatan.objects.get(tindakan="penghargaan.hitung").rincian == {"juri": 4, "suara": 4}


def test_fewer_than_the_quorum_counts_nobody_and_loses_nothing(orang):
    program = program_berjuri(orang, juri=("bu-sari", "bu-lenny", "bu-rina"))
    pilih(program, orang, "bu-rina", "pak-budi")

    with pytest.raises(actions.CannotCount, match="Tambah juri dan perpanjang"):
        actions.count_votes(program, by=user(orang, "pak-anton"), at=HITUNG_AT)

    assert SuaraPenghargaan.objects.count() == 1
    assert ProgramPenghargaan.objects.get().keadaan == "dibuka"


def test_out_of_one_or_two_ballots_no_number_leaves_the_count(orang):
    with pytest.raises(actions.CannotAward, match="paling sedikit 3 orang"):
        buat_program(orang, kuorum=2)
    program = program_berjuri(orang, juri=("bu-lenny", "bu-rina", "bu-melati", "bu-sari"))
    ProgramPenghargaan.objects.update(kuorum=1)  # prepared in a time when that was possible
    anton = user(orang, "pak-anton")
    pilih(program, orang, "bu-rina", "pak-budi")
    pilih(program, orang, "bu-lenny", "dokter-fajar")
    with pytest.raises(actions.CannotCount, match="paling sedikit 3 juri"):
        actions.count_votes(program, by=anton, at=HITUNG_AT)
    program.refresh_from_db()
    actions.edit_program(program, isian(kuorum=3), revisi=program.revisi, by=anton, at=JURI_AT)
    pilih(program, orang, "bu-melati", "pak-budi")
    Konflik.objects.create(
        satu=min(orang("bu-rina"), orang("dokter-fajar"), key=lambda p: p.pk),
        lain=max(orang("bu-rina"), orang("dokter-fajar"), key=lambda p: p.pk),
        jenis="pribadi",
        mulai_on=date(2026, 1, 1),
    )

    actions.count_votes(program, by=anton, at=HITUNG_AT)

    budi, fajar = (program.daftar_calon.get(pegawai=orang(slug)) for slug in ("pak-budi", "dokter-fajar"))
    assert (budi.hitungan, budi.setuju) == ("2 dari 3 juri setuju: terpilih.", 2)
    assert (fajar.setuju, fajar.dihitung) == (None, None)
    assert fajar.hitungan == fajar.kalimat and "tetap rahasia" in fajar.kalimat
    lama = CalonPenghargaan(setuju=1, dihitung=1, hasil="terpilih", kalimat="1 dari 1 juri setuju: terpilih.")
    assert lama.hitungan.startswith("Terpilih; kurang dari tiga suara")


def test_a_juror_may_join_late_until_the_last_day(orang):
    program = program_berjuri(orang)
    anton = user(orang, "pak-anton")
    actions.appoint_juri(program, orang("pak-reza"), by=anton, at=JURI_AT)
    with pytest.raises(actions.CannotAppoint, match="sudah menjadi juri"):
        actions.appoint_juri(program, orang("pak-reza"), by=anton, at=JURI_AT)
    with pytest.raises(actions.CannotAppoint, match="Perpanjang dahulu"):
        actions.appoint_juri(program, orang("bu-nurul"), by=anton, at=HITUNG_AT)
    with pytest.raises(actions.CannotAppoint, match="instansi lain"):
        actions.appoint_juri(program, orang("analis-pontianak"), by=anton, at=JURI_AT)

    pilih(program, orang, "pak-reza", "pak-budi")
    with pytest.raises(actions.CannotAward, match="hanya hari terakhir"):
        actions.edit_program(program, isian(kuorum=5), revisi=program.revisi, by=anton, at=JURI_AT)
    diperpanjang = isian(juri_selesai_on=date(2026, 3, 30))
    actions.edit_program(program, diperpanjang, revisi=program.revisi, by=anton, at=JURI_AT)
    actions.appoint_juri(program, orang("bu-nurul"), by=anton, at=HITUNG_AT)


def test_a_dismissed_juror_does_not_count_and_may_return(orang):
    program = program_berjuri(orang)
    anton = user(orang, "pak-anton")
    pilih(program, orang, "bu-rina", "pak-budi")
    juri = JuriPenghargaan.objects.get(program=program, pegawai=orang("bu-rina"))

    actions.dismiss_juri(juri, by=anton, at=JURI_AT)

    with pytest.raises(PermissionDenied):
        pilih(program, orang, "bu-rina", "pak-budi")
    actions.appoint_juri(program, orang("bu-rina"), by=anton, at=JURI_AT)
    juri.refresh_from_db()
    assert juri.keluar_at is None and juri.suara.setuju


def test_the_list_of_nominees_is_closed_once_somebody_voted(orang):
    program = program_berjuri(orang)
    pilih(program, orang, "bu-rina", "pak-budi")

    with pytest.raises(actions.CannotAward, match="tidak dapat berubah lagi"):
        actions.refresh_calon(program, by=user(orang, "pak-anton"), at=JURI_AT)
