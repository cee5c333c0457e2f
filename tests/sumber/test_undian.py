"""Who is drawn, and who is asked instead when somebody cannot."""

from __future__ import annotations

import hashlib
import json
from collections import Counter

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db.models import F

from kinerja.kebijakan.models import SumberKebijakan
from kinerja.kepegawaian.models import UnitKerja
from kinerja.metode.agregasi import Sumber
from kinerja.sumber.actions import (
    CannotAnswer,
    CannotDraw,
    add_konflik,
    decline_hak,
    draw_putaran,
    redraw,
    replace_departed,
)
from kinerja.sumber.istilah import AlasanMenolak, JenisKonflik, KeadaanHak
from kinerja.sumber.models import Amplop, HakMenilai
from tests.factories.sumber import (
    DIISI_AT,
    DIUNDI_AT,
    LEWAT_AT,
    ask_bawahan,
    buat_skp_ringkas,
    hak_tentang,
    jawab,
)


def test_everybody_gets_five_colleagues_and_nobody_more_than_six_people(putaran, tempat):
    per_orang = Counter(putaran.daftar_hak.values_list("dinilai_id", flat=True))
    beban = Counter(putaran.daftar_hak.values_list("penilai_id", flat=True))

    assert {per_orang[skp.pk] for skp in tempat.daftar_skp} == {5}
    assert max(beban.values()) <= 6


def test_nobody_rates_himself_his_boss_or_somebody_who_rates_him(putaran):
    pasangan = {(h.penilai_id, h.dinilai.pegawai_id) for h in putaran.daftar_hak.select_related("dinilai")}

    assert not {(a, b) for a, b in pasangan if a == b or (b, a) in pasangan}
    assert not putaran.daftar_hak.filter(dinilai__penilai=F("penilai"))


def test_the_same_seed_leads_to_the_same_rights(putaran):
    assert redraw(putaran)


def test_a_right_that_was_slipped_in_for_a_drawn_one_is_found(putaran):
    hak = putaran.daftar_hak.order_by("id").first()
    hak.delete()

    assert not redraw(putaran)
    with pytest.raises(Exception, match="tidak cocok"):
        call_command("periksa_undian")


def test_people_in_conflict_do_not_rate_one_another(tempat):
    satu, *lain = [skp.pegawai for skp in tempat.daftar_skp]
    for pegawai in lain[:5]:
        add_konflik(pegawai, satu, jenis=JenisKonflik.KEBERATAN, on=DIUNDI_AT.date())

    putaran = tempat.draw()

    bentrok = {pegawai.pk for pegawai in lain[:5]}
    assert not putaran.daftar_hak.filter(penilai=satu, dinilai__pegawai__in=bentrok).exists()
    assert not putaran.daftar_hak.filter(penilai__in=bentrok, dinilai__pegawai=satu).exists()


def test_staff_rate_their_leader_when_the_policy_asks_them(tempat, orang):
    ask_bawahan(tempat.unit)
    lurah = tempat.lurah
    buat_skp_ringkas(lurah.daftar_penempatan.order_by("id").first(), penilai=orang("camat-kotabumi"))

    putaran = tempat.draw()

    daftar = putaran.daftar_hak.filter(dinilai__pegawai=lurah, sumber=Sumber.BAWAHAN)
    assert daftar.count() == 5
    assert set(daftar.values_list("penilai_id", flat=True)) <= {skp.pegawai_id for skp in tempat.daftar_skp}


def test_draw_is_refused_twice_and_after_the_window(tempat):
    tempat.draw()

    with pytest.raises(CannotDraw, match="tidak diulang"):
        tempat.draw("benih lain")


def test_draw_is_refused_when_the_window_is_over(tempat):
    with pytest.raises(CannotDraw, match="7 April 2026"):
        draw_putaran(tempat.periode, tempat.unit, by=tempat.admin, at=LEWAT_AT)


def test_draw_is_refused_when_the_policy_asks_no_colleague(tempat):
    SumberKebijakan.objects.filter(kebijakan__unit_kerja=tempat.unit, sumber=Sumber.REKAN).delete()

    with pytest.raises(CannotDraw, match="tidak memakai penilaian rekan"):
        tempat.draw()


def test_draw_is_refused_below_the_unit_of_the_policy(tempat):
    ilir = UnitKerja.objects.get(kode="LU-KOTABUMI-KOTABUMIILIR")
    with pytest.raises(CannotDraw, match="mengikuti kebijakan"):
        draw_putaran(tempat.periode, ilir, by=tempat.admin, at=DIUNDI_AT)


def test_only_an_admin_draws(tempat):
    with pytest.raises(PermissionDenied):
        draw_putaran(tempat.periode, tempat.unit, by=tempat.lurah.user, at=DIUNDI_AT)


def test_a_right_that_was_slipped_in_beside_the_drawn_ones_is_found(putaran):
    hak = putaran.daftar_hak.order_by("id").first()
    sudah = putaran.daftar_hak.filter(dinilai=hak.dinilai).values("penilai")
    lain = HakMenilai.objects.exclude(penilai__in=sudah).order_by("id").first()
    HakMenilai.objects.create(putaran=putaran, penilai=lain.penilai, dinilai=hak.dinilai, sumber=hak.sumber)

    assert not redraw(putaran)


def test_the_fingerprint_is_no_means_to_guess_who_is_in_a_case_with_whom(putaran):
    """It could be tried out pair by pair, if the candidates were all it stood for."""
    isi = json.dumps(putaran.bahan.isi, sort_keys=True, separators=(",", ":"))

    assert putaran.sidik_masukan != hashlib.sha256(isi.encode()).hexdigest()


def test_who_declines_is_replaced_by_the_next_candidate(putaran):
    daftar = hak_tentang(putaran)
    hak = daftar[0]

    baru = decline_hak(hak, alasan=AlasanMenolak.BERSELISIH, keterangan="", by=hak.penilai.user, at=DIISI_AT)

    hak.refresh_from_db()
    assert hak.keadaan == KeadaanHak.MENOLAK
    assert baru is not None
    assert baru.penilai_id not in {h.penilai_id for h in daftar}
    assert redraw(putaran)


def test_declining_destroys_what_was_answered(putaran):
    hak = hak_tentang(putaran)[0]
    jawab(hak, 1)

    decline_hak(hak, alasan=AlasanMenolak.BERSELISIH, keterangan="", by=hak.penilai.user, at=DIISI_AT)

    assert not Amplop.objects.exists()


def test_declining_twice_replaces_once(putaran):
    hak = hak_tentang(putaran)[0]

    for _ in range(2):
        decline_hak(hak, alasan=AlasanMenolak.BERHALANGAN, keterangan="", by=hak.penilai.user, at=DIISI_AT)

    assert putaran.daftar_hak.filter(dinilai=hak.dinilai).count() == 6


def test_another_reason_has_to_be_named(putaran):
    hak = hak_tentang(putaran)[0]

    with pytest.raises(CannotAnswer, match="alasannya"):
        decline_hak(hak, alasan=AlasanMenolak.LAINNYA, keterangan=" ", by=hak.penilai.user, at=DIISI_AT)


def test_who_leaves_is_replaced_in_the_night(putaran):
    hak = hak_tentang(putaran)[0]
    beban = putaran.daftar_hak.filter(penilai=hak.penilai).count()
    hak.penilai.status = "berhenti"
    hak.penilai.save(update_fields=["status"])

    assert replace_departed(putaran, at=DIISI_AT) == beban
    assert replace_departed(putaran, at=DIISI_AT) == 0
    assert not putaran.daftar_hak.filter(penilai=hak.penilai, keadaan=KeadaanHak.MENUNGGU).exists()
