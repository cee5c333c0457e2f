"""Who is considered for an award keeps his hands off its jury, its count, its conditions and its notes."""

from __future__ import annotations

import pytest

from kinerja.metode.juri import HasilSuara
from kinerja.metode.penghargaan import JenisSyarat, Kriteria, SyaratPenghargaan
from kinerja.penghargaan import actions
from kinerja.peraturan.predikat import Predikat
from tests.factories.penghargaan import (
    ALASAN,
    HITUNG_AT,
    SIAP_AT,
    USUL_AT,
    hasil_tahunan,
    isian,
    pilih,
    user,
)


def test_an_admin_on_the_ballot_leaves_jury_and_count_to_somebody_else(orang):
    anton, pimpinan = user(orang, "pak-anton"), user(orang, "sekda-pekanbaru")
    hasil_tahunan(orang("pak-anton"))
    unit = orang("pak-anton").daftar_penempatan.get(selesai_on=None).unit_kerja
    program = actions.create_program(unit, isian(), by=anton, at=SIAP_AT)
    actions.open_program(program, by=anton, at=SIAP_AT)
    actions.nominate(program, orang("pak-anton"), alasan=ALASAN, by=user(orang, "pak-budi"), at=USUL_AT)
    juri = [
        actions.appoint_juri(program, orang(slug), by=pimpinan, at=USUL_AT)
        for slug in ("bu-lenny", "bu-rina", "bu-melati")
    ]

    for step in (
        lambda: actions.appoint_juri(program, orang("pak-budi"), by=anton, at=USUL_AT),
        lambda: actions.dismiss_juri(juri[0], by=anton, at=USUL_AT),
        lambda: actions.refresh_calon(program, by=anton, at=USUL_AT),
        lambda: actions.count_votes(program, by=anton, at=HITUNG_AT),
    ):
        with pytest.raises(actions.CannotAward, match="Anda sendiri termasuk calon"):
            step()
    assert program.daftar_juri.aktif().count() == 3
    actions.refresh_calon(program, by=pimpinan, at=USUL_AT)
    for slug in ("bu-lenny", "bu-rina", "bu-melati"):
        pilih(program, orang, slug, "pak-anton")
    (hasil,) = actions.count_votes(program, by=pimpinan, at=HITUNG_AT)
    assert hasil.hasil is HasilSuara.TERPILIH


def test_nobody_writes_the_conditions_or_the_discipline_notes_of_his_own_ballot(orang):
    anton, pimpinan = user(orang, "pak-anton"), user(orang, "sekda-pekanbaru")
    hasil_tahunan(orang("pak-anton"), Predikat.BAIK)
    unit = orang("pak-anton").daftar_penempatan.get(selesai_on=None).unit_kerja
    program = actions.create_program(unit, isian(), by=anton, at=SIAP_AT)
    actions.open_program(program, by=anton, at=SIAP_AT)
    baik = SyaratPenghargaan(jenis=JenisSyarat.PREDIKAT_MINIMAL, parameter={"predikat": "baik"})
    dilonggarkan = isian(kriteria=Kriteria(nama="Teladan", daftar_syarat=(baik,)))
    with pytest.raises(actions.CannotAward, match=r"Anda sendiri menjadi calon.*Dr\. Harlan Tirtakusuma"):
        actions.edit_program(program, dilonggarkan, revisi=0, by=anton, at=USUL_AT)

    actions.note_disiplin(program, daftar_pegawai=[orang("pak-anton")], by=pimpinan, at=USUL_AT)
    with pytest.raises(actions.CannotAward, match="menyangkut Anda sendiri"):
        actions.note_disiplin(program, daftar_pegawai=[], by=anton, at=USUL_AT)
    actions.note_disiplin(program, daftar_pegawai=[], by=pimpinan, at=USUL_AT)
    actions.nominate(program, orang("pak-anton"), alasan=ALASAN, by=user(orang, "pak-budi"), at=USUL_AT)
    for step in (
        lambda: actions.edit_program(program, isian(kursi=2), revisi=0, by=anton, at=USUL_AT),
        lambda: actions.note_disiplin(program, daftar_pegawai=[], by=anton, at=USUL_AT),
    ):
        with pytest.raises(actions.CannotAward, match="Anda sendiri dipertimbangkan"):
            step()
    assert "Harlan" in actions.concern_of(program, anton) and not actions.concern_of(program, pimpinan)

    assert actions.edit_program(program, dilonggarkan, revisi=0, by=pimpinan, at=USUL_AT).revisi == 1
    assert program.daftar_calon.on_ballot().get().pegawai == orang("pak-anton")
