"""The decision and what follows: a reason, a certificate, and the wall only for those who want it."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from pypdf import PdfReader

from kinerja.dokumen.piagam import cetak_piagam
from kinerja.jejak.models import Catatan, DokumenTerbit
from kinerja.penghargaan import actions
from kinerja.penghargaan.istilah import BentukPenghargaan, Tampil
from kinerja.penghargaan.models import (
    CalonPenghargaan,
    PenerimaPenghargaan,
    UsulanPenghargaan,
)
from tests.factories.penghargaan import (
    ALASAN,
    KUTIPAN,
    PUTUS_AT,
    program_diputus,
    program_terhitung,
    putusan,
    unit_puskesmas,
    user,
)


def test_the_decision_follows_the_count_and_brings_a_certificate(orang):
    program = program_diputus(orang)

    penerima = PenerimaPenghargaan.objects.get(program=program)
    assert (penerima.pegawai, penerima.tampil) == (orang("dokter-fajar"), Tampil.MENUNGGU)
    assert not program.menyimpang
    dokumen = DokumenTerbit.objects.get(kode="PIAGAM")
    assert dokumen.isian["nama"] == "dr. Fajar Ramadhana"
    assert "199308142099211107" not in str(dokumen.tampilan)  # what anybody with the code reads
    teks = " ".join(
        PdfReader(BytesIO(cetak_piagam(dokumen.isian, at=PUTUS_AT, alamat="https://x.go.id/p", kode="AB")))
        .pages[0].extract_text().split()
    )  # fmt: skip
    for isi in (
        "PIAGAM PENGHARGAAN",
        "Pelayan Teladan 2025",
        "dr. Fajar Ramadhana",
        KUTIPAN,
        "24 Maret 2026",
        "https://x.go.id/p",
    ):
        assert isi in teks
    rincian = Catatan.objects.get(tindakan="penghargaan.putuskan").rincian
    assert rincian["penerima"] == [orang("dokter-fajar").pk] and rincian["menyimpang"] is False


def test_the_leader_of_the_unit_signs_and_the_trail_keeps_who_decided(orang):
    program = program_diputus(orang)  # Pak Anton, the admin, pressed the button

    kertas = DokumenTerbit.objects.get(kode="PIAGAM").isian
    assert kertas["penanda_tangan"] == orang("bu-sari").nama
    assert kertas["jabatan_penanda_tangan"] == "Kepala Puskesmas"
    catatan = Catatan.objects.get(tindakan="penghargaan.putuskan")
    assert catatan.pelaku_id == program.diputus_oleh_id == user(orang, "pak-anton").pk
    assert catatan.rincian["penanda_tangan"] == orang("bu-sari").pk


def test_without_a_leader_an_official_above_is_chosen_and_nobody_signs_his_own(orang):
    program = program_terhitung(orang)
    tempat = orang("bu-sari").daftar_penempatan.get(selesai_on=None)
    tempat.selesai_on = date(2026, 3, 23)
    tempat.save(update_fields=["selesai_on"])
    anton = user(orang, "pak-anton")
    with pytest.raises(actions.CannotDecide, match="belum punya pimpinan atau Plt"):
        actions.decide_program(program, putusan(program, orang, "dokter-fajar"), by=anton, at=PUTUS_AT)
    plt = orang("dokter-fajar").daftar_penempatan.create(
        jabatan=tempat.jabatan, unit_kerja=tempat.unit_kerja, jenis="plt", mulai_on=date(2026, 3, 24)
    )
    with pytest.raises(actions.CannotDecide, match="sendiri penerima penghargaan"):
        actions.decide_program(program, putusan(program, orang, "dokter-fajar"), by=anton, at=PUTUS_AT)
    assert plt.sebutan == "Plt. Kepala Puskesmas"

    atas = orang("kepala-dinkes").daftar_penempatan.get(selesai_on=None)
    isi = putusan(program, orang, "dokter-fajar", penanda_tangan=atas.pk)
    actions.decide_program(program, isi, by=anton, at=PUTUS_AT)

    kertas = DokumenTerbit.objects.get(kode="PIAGAM").isian
    assert kertas["jabatan_penanda_tangan"] == "Kepala Dinas Kesehatan"


def test_departing_from_the_count_needs_a_reason_that_stays(orang):
    program = program_terhitung(orang)
    lain = putusan(program, orang, "pak-budi")
    with pytest.raises(actions.CannotDecide, match="berbeda dari hitungan juri"):
        actions.decide_program(program, lain, by=user(orang, "kepala-dinkes"), at=PUTUS_AT)

    alasan = "Dokter Fajar menerima penghargaan yang sama tahun lalu; ia sendiri meminta giliran rekannya."
    lain = putusan(program, orang, "pak-budi", alasan=alasan)
    actions.decide_program(program, lain, by=user(orang, "kepala-dinkes"), at=PUTUS_AT)

    program.refresh_from_db()
    assert program.menyimpang and program.alasan_putusan == alasan
    assert Catatan.objects.get(tindakan="penghargaan.putuskan").rincian["alasan"] == alasan


@pytest.mark.parametrize("slug", ["bu-sari", "pak-budi", "bu-rina", "auditor-pekanbaru", "admin-pontianak"])
def test_only_admin_and_leaders_decide(orang, slug):
    program = program_terhitung(orang)

    with pytest.raises(PermissionDenied):
        actions.decide_program(program, putusan(program, orang), by=user(orang, slug), at=PUTUS_AT)


def test_decisions_that_make_no_sense_are_refused(orang):
    program = program_terhitung(orang)
    anton = user(orang, "pak-anton")
    for isi, pesan in (
        (putusan(program, orang, "pak-budi", "dokter-fajar"), "paling banyak 1 orang"),
        (putusan(program, orang, "bu-dewi"), "bukan calon"),
        (putusan(program, orang, "dokter-fajar", alasan="Ya."), "alasan putusan"),
        (putusan(program, orang, "dokter-fajar", kutipan="atas"), "kalimat piagam"),
    ):
        with pytest.raises(actions.CannotDecide, match=pesan):
            actions.decide_program(program, isi, by=anton, at=PUTUS_AT)
    actions.decide_program(program, putusan(program, orang, "dokter-fajar"), by=anton, at=PUTUS_AT)
    with pytest.raises(actions.CannotDecide, match="sudah diputuskan"):
        actions.decide_program(program, putusan(program, orang, "dokter-fajar"), by=anton, at=PUTUS_AT)


@pytest.mark.parametrize("bentuk", list(BentukPenghargaan))
def test_who_retired_before_the_award_gets_thanks_but_no_priority(orang, bentuk):
    program = program_terhitung(orang, bentuk=bentuk)
    fajar = orang("dokter-fajar")
    fajar.status = "berhenti"
    fajar.save(update_fields=["status"])
    anton, isi = user(orang, "pak-anton"), putusan(program, orang, "dokter-fajar")

    if bentuk.perlu_bertugas:
        with pytest.raises(actions.CannotDecide, match="sudah berhenti atau pensiun"):
            actions.decide_program(program, isi, by=anton, at=PUTUS_AT)
        return
    actions.decide_program(program, isi, by=anton, at=PUTUS_AT)
    assert "purnatugas" in PenerimaPenghargaan.objects.get().catatan


def test_who_moved_is_honoured_where_he_earned_it(orang):
    program = program_terhitung(orang)
    tempat = orang("dokter-fajar").daftar_penempatan.get()
    tempat.selesai_on = date(2026, 2, 28)
    tempat.save(update_fields=["selesai_on"])

    actions.decide_program(
        program, putusan(program, orang, "dokter-fajar"), by=user(orang, "pak-anton"), at=PUTUS_AT
    )

    penerima = PenerimaPenghargaan.objects.get()
    assert penerima.unit == unit_puskesmas(orang).nama
    assert "kini bertugas di unit lain" in penerima.catatan


def test_only_the_recipient_puts_himself_on_the_wall_and_may_hide_again(orang):
    program = program_diputus(orang)
    penerima = PenerimaPenghargaan.objects.get(program=program)
    rekan = user(orang, "bu-rina")
    assert not PenerimaPenghargaan.objects.visible_to(rekan).exists()
    with pytest.raises(PermissionDenied):
        actions.set_tampil(penerima, tampil=Tampil.TAMPIL, by=user(orang, "pak-anton"), at=PUTUS_AT)

    actions.set_tampil(penerima, tampil=Tampil.TAMPIL, by=user(orang, "dokter-fajar"), at=PUTUS_AT)
    assert PenerimaPenghargaan.objects.visible_to(rekan).exists()
    assert not PenerimaPenghargaan.objects.visible_to(user(orang, "analis-pontianak")).exists()

    actions.set_tampil(penerima, tampil=Tampil.TERSEMBUNYI, by=user(orang, "dokter-fajar"), at=PUTUS_AT)
    assert not PenerimaPenghargaan.objects.visible_to(rekan).exists()


def test_a_nominee_reads_the_sentences_only_after_the_decision(orang):
    program = program_terhitung(orang)
    budi = user(orang, "pak-budi")
    assert not UsulanPenghargaan.objects.visible_to(budi).exists()
    assert not CalonPenghargaan.objects.visible_to(budi).exists()

    actions.decide_program(
        program, putusan(program, orang, "dokter-fajar"), by=user(orang, "pak-anton"), at=PUTUS_AT
    )

    assert UsulanPenghargaan.objects.visible_to(budi).get().alasan == ALASAN
