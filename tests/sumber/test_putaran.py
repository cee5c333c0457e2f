"""Answering, closing, a lost key, and who sees what."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command

from kinerja.jejak.models import Catatan
from kinerja.kebijakan.models import SumberKebijakan
from kinerja.metode.agregasi import Sumber
from kinerja.pekerjaan.actions import enqueue
from kinerja.pekerjaan.pekerja import Pekerja
from kinerja.sumber import amplop
from kinerja.sumber.actions import (
    CannotAnswer,
    CannotClose,
    CannotRestart,
    Jawaban,
    KunciHilang,
    answer_hak,
    close_putaran,
    penutupan,
    reopen_jawaban,
    restart_putaran,
)
from kinerja.sumber.istilah import KeadaanHak, KeadaanPutaran
from kinerja.sumber.models import Amplop, HakMenilai, Kalimat, Putaran, Rangkuman
from kinerja.sumber.queries import nilai_sumber
from tests.factories.sumber import (
    DIISI_AT,
    LEWAT_AT,
    hak_tentang,
    jawab,
    kode_butir,
)

# Answering


def test_an_answer_can_be_read_again_and_changed_until_the_round_closes(putaran):
    hak = hak_tentang(putaran)[0]
    jawab(hak, 4, kalimat="Datanya selalu rapi.")

    jawab(hak, 2)

    hak.refresh_from_db()
    assert set(reopen_jawaban(hak, by=hak.penilai.user).langkah.values()) == {2}
    assert hak.keadaan == KeadaanHak.TERISI
    assert Amplop.objects.count() == 1


def test_nobody_else_answers_or_reads(putaran, tempat):
    hak = hak_tentang(putaran)[0]
    jawab(hak, 4)
    isi = Jawaban(langkah=dict.fromkeys(kode_butir(putaran), 3))

    for user in (tempat.admin, tempat.lurah.user):
        with pytest.raises(PermissionDenied):
            answer_hak(hak, isi, by=user, at=DIISI_AT)
        with pytest.raises(PermissionDenied):
            reopen_jawaban(hak, by=user)


def test_every_question_wants_an_answer(putaran):
    hak = hak_tentang(putaran)[0]

    with pytest.raises(CannotAnswer, match="Belum dijawab: Kolaboratif"):
        isi = dict.fromkeys(kode_butir(putaran)[:-1], 3)
        answer_hak(hak, Jawaban(langkah=isi), by=hak.penilai.user, at=DIISI_AT)


@pytest.mark.parametrize("langkah", [6, -1])
def test_a_step_that_does_not_exist_is_refused(putaran, langkah):
    with pytest.raises(CannotAnswer, match="Muat ulang"):
        jawab(hak_tentang(putaran)[0], langkah)


def test_the_longest_answer_fits_its_envelope(putaran):
    jawab(hak_tentang(putaran)[0], 5, kalimat="\N{GRINNING FACE}" * 600)


def test_no_answer_after_the_last_day(putaran):
    with pytest.raises(CannotAnswer, match="7 April 2026"):
        jawab(hak_tentang(putaran)[0], at=LEWAT_AT)


def test_answering_leaves_no_trail(putaran):
    sebelum = Catatan.objects.count()

    jawab(hak_tentang(putaran)[0], 4)

    assert Catatan.objects.count() == sebelum


# Closing


def test_from_the_minimum_on_envelopes_become_a_tally_and_sentences(putaran, tempat):
    daftar = hak_tentang(putaran)
    for hak, langkah in zip(daftar[:4], (1, 3, 3, 5), strict=True):
        jawab(hak, langkah, kalimat=f"Kalimat {langkah}.")

    hasil = close_putaran(putaran, by=tempat.admin, at=LEWAT_AT)

    rangkuman = Rangkuman.objects.get(skp=daftar[0].dinilai, aspek="harmonis")
    assert rangkuman.langkah == (1, 0, 2, 0, 1)
    assert rangkuman.n == 4
    assert sorted(Kalimat.objects.values_list("teks", flat=True)) == [
        "Kalimat 1.",
        "Kalimat 3.",
        "Kalimat 3.",
        "Kalimat 5.",
    ]
    assert not Amplop.objects.exists()
    assert not amplop.has_key(putaran.kode)
    assert (hasil.terisi, hasil.dihitung, hasil.tidak_dibuka) == (4, 1, 0)


def test_below_the_minimum_nothing_is_opened(putaran, tempat):
    daftar = hak_tentang(putaran)
    for hak in daftar[:2]:
        jawab(hak, 1, kalimat="Sering terlambat.")

    hasil = close_putaran(putaran, by=tempat.admin, at=LEWAT_AT)

    assert not Rangkuman.objects.exists()
    assert not Kalimat.objects.exists()
    assert not Amplop.objects.exists()
    assert hasil.tidak_dibuka == 1
    nilai = nilai_sumber([daftar[0].dinilai_id], tempat.periode)[daftar[0].dinilai_id]["harmonis"]
    assert [(satu.n, satu.jumlah) for satu in nilai] == [(2, 0)]


def test_a_policy_that_asks_for_one_still_opens_nothing_below_three(putaran, tempat):
    SumberKebijakan.objects.filter(kebijakan__unit_kerja=tempat.unit, sumber=Sumber.REKAN).update(minimum=1)
    daftar = hak_tentang(putaran)
    for hak in daftar[:2]:
        jawab(hak, 1)

    close_putaran(putaran, by=tempat.admin, at=LEWAT_AT)

    assert not Rangkuman.objects.exists()
    assert not nilai_sumber([daftar[0].dinilai_id], tempat.periode)


def test_an_aspect_that_too_few_could_judge_is_not_stored(putaran, tempat):
    daftar = hak_tentang(putaran)
    for hak, langkah in zip(daftar[:4], (0, 0, 4, 4), strict=True):
        jawab(hak, {"loyal": langkah})

    close_putaran(putaran, by=tempat.admin, at=LEWAT_AT)

    assert not Rangkuman.objects.filter(aspek="loyal").exists()
    assert "loyal" not in nilai_sumber([daftar[0].dinilai_id], tempat.periode)[daftar[0].dinilai_id]


def test_how_many_said_tidak_tahu_is_told_to_nobody(putaran, tempat):
    daftar = hak_tentang(putaran)
    for hak, langkah in zip(daftar[:4], (0, 5, 5, 1), strict=True):
        jawab(hak, {"loyal": langkah})

    close_putaran(putaran, by=tempat.admin, at=LEWAT_AT)

    nilai = nilai_sumber([daftar[0].dinilai_id], tempat.periode)[daftar[0].dinilai_id]
    assert {satu.n for per_aspek in nilai.values() for satu in per_aspek} == {4}
    assert nilai["loyal"][0].jumlah == 275_000_000  # 8 of 12 steps for three; 11 of 16 is what four can give


def test_an_open_round_is_closed_early_only_when_all_have_answered(putaran, tempat):
    with pytest.raises(CannotClose, match="7 April 2026"):
        close_putaran(putaran, by=tempat.admin, at=DIISI_AT)

    for hak in putaran.daftar_hak.select_related("penilai__user", "putaran"):
        jawab(hak)

    close_putaran(putaran, by=tempat.admin, at=DIISI_AT)
    putaran.refresh_from_db()
    assert putaran.keadaan == KeadaanPutaran.DITUTUP


def test_only_an_admin_closes(putaran, tempat):
    with pytest.raises(PermissionDenied):
        close_putaran(putaran, by=tempat.lurah.user, at=LEWAT_AT)


def test_killed_between_two_people_it_goes_on_where_it_stopped(putaran, tempat, monkeypatch):
    for hak in [*hak_tentang(putaran, 0), *hak_tentang(putaran, 1)]:
        jawab(hak, 4)
    asli, dibuka = penutupan._open_one, []

    def open_one_then_die(*args):
        if dibuka:
            raise KeyboardInterrupt
        dibuka.append(asli(*args))

    monkeypatch.setattr(penutupan, "_open_one", open_one_then_die)
    with pytest.raises(KeyboardInterrupt):
        close_putaran(putaran, by=tempat.admin, at=LEWAT_AT)
    assert amplop.has_key(putaran.kode)
    with pytest.raises(CannotAnswer):
        jawab(hak_tentang(putaran, 1)[0], 1)
    monkeypatch.setattr(penutupan, "_open_one", asli)

    call_command(
        "tutup_putaran"
    )  # the clock of the suite stands in March: what was interrupted is finished anyhow

    assert Rangkuman.objects.filter(aspek="loyal").count() == 2
    assert set(Rangkuman.objects.values_list("langkah_4", flat=True)) == {5}
    assert not amplop.has_key(putaran.kode)


def test_killed_after_the_key_was_destroyed_it_still_ends(putaran, tempat, monkeypatch):
    for hak in hak_tentang(putaran):
        jawab(hak, 4)
    asli = penutupan._finish
    monkeypatch.setattr(penutupan, "_finish", lambda *a, **k: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        close_putaran(putaran, by=tempat.admin, at=LEWAT_AT)
    monkeypatch.setattr(penutupan, "_finish", asli)

    close_putaran(putaran, by=None, at=LEWAT_AT + timedelta(days=1))

    putaran.refresh_from_db()
    assert putaran.keadaan == KeadaanPutaran.DITUTUP
    assert Rangkuman.objects.filter(aspek="loyal").count() == 1


def test_the_trail_of_closing_holds_numbers_only(putaran, tempat):
    close_putaran(putaran, by=tempat.admin, at=LEWAT_AT)

    rincian = Catatan.objects.get(tindakan="putaran.tutup").rincian
    assert set(rincian) == {"hak", "terisi", "dihitung"}


# A lost key


def test_without_its_key_a_round_takes_and_opens_nothing_and_says_so(putaran):
    hak = hak_tentang(putaran)[0]
    jawab(hak, 4)
    amplop.destroy_key(putaran.kode)

    with pytest.raises(KunciHilang, match="admin instansi"):
        jawab(hak, 2)
    with pytest.raises(KunciHilang):
        reopen_jawaban(hak, by=hak.penilai.user)


def test_an_admin_starts_anew_after_the_key_was_lost(putaran, tempat):
    hak = hak_tentang(putaran)[0]
    jawab(hak, 4)
    amplop.create_key(putaran.kode)  # another key is as good as none

    assert restart_putaran(putaran, by=tempat.admin, at=DIISI_AT) == 1

    hak.refresh_from_db()
    assert hak.keadaan == KeadaanHak.MENUNGGU
    jawab(hak, 2)


def test_nothing_is_started_anew_while_the_key_is_there(putaran, tempat):
    jawab(hak_tentang(putaran)[0], 4)

    with pytest.raises(CannotRestart, match="masih terbaca"):
        restart_putaran(putaran, by=tempat.admin, at=DIISI_AT)
    assert Amplop.objects.count() == 1


def test_the_key_is_readable_by_its_owner_only(putaran, settings):
    berkas = settings.KUNCI_PUTARAN_DIR / f"{putaran.kode}.kunci"

    assert berkas.stat().st_mode & 0o777 == 0o600
    assert (settings.KUNCI_PUTARAN_DIR / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f5")


# Who sees what


def test_nobody_sees_more_than_his_own_right_and_his_own_result(putaran, tempat, akun):
    daftar = hak_tentang(putaran)
    for hak in daftar:
        jawab(hak, 4, kalimat="Terima kasih atas bantuannya.")
    pemilik, rekan = daftar[0].dinilai.pegawai.user, daftar[0].penilai.user
    boleh = {pemilik, tempat.lurah.user}
    semua = [pemilik, rekan, tempat.lurah.user, tempat.admin, akun("bu-sari"), akun("auditor-pekanbaru")]

    assert not [u for u in semua if Rangkuman.objects.visible_to(u).exists()]
    close_putaran(putaran, by=tempat.admin, at=LEWAT_AT)

    assert {
        u for u in semua if Rangkuman.objects.visible_to(u).filter(skp=daftar[0].dinilai).exists()
    } == boleh
    assert {u for u in semua if Kalimat.objects.visible_to(u).filter(skp=daftar[0].dinilai).exists()} == boleh
    assert not HakMenilai.objects.visible_to(tempat.admin).exists()
    assert set(HakMenilai.objects.visible_to(rekan).values_list("penilai_id", flat=True)) == {
        daftar[0].penilai_id
    }
    assert not Putaran.objects.visible_to(akun("bu-sari")).exists()


def test_a_right_moved_in_the_table_opens_nothing(putaran, tempat):
    """An active adversary who gives himself the right of another finds a shut envelope, and spoils only that one."""
    daftar = hak_tentang(putaran)
    for hak in daftar[:4]:
        jawab(hak, 4)
    hak = daftar[0]
    hak.penilai = tempat.lurah
    hak.save(update_fields=["penilai"])

    with pytest.raises(KunciHilang):
        reopen_jawaban(hak, by=tempat.lurah.user)
    close_putaran(putaran, by=tempat.admin, at=LEWAT_AT)
    assert Rangkuman.objects.get(aspek="loyal").n == 3


def test_the_worker_closes_a_round_by_itself_and_not_before_its_last_day_is_over(putaran):
    for hak in hak_tentang(putaran):
        jawab(hak, 4)

    for at, keadaan in ((DIISI_AT, KeadaanPutaran.BERJALAN), (LEWAT_AT, KeadaanPutaran.DITUTUP)):
        pekerjaan = enqueue("sumber.tutup", by=None, at=at)
        Pekerja(clock=lambda at=at: at).drain()

        pekerjaan.refresh_from_db()
        putaran.refresh_from_db()
        assert (pekerjaan.status, putaran.keadaan) == ("selesai", keadaan)
        assert amplop.has_key(putaran.kode) == (keadaan == KeadaanPutaran.BERJALAN)

    assert Rangkuman.objects.filter(aspek="loyal").count() == 1
    assert not Amplop.objects.exists()
