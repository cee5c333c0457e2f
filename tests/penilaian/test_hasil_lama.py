"""After a move both sides may agree to use the result of the old unit again (Bab IV huruf A angka 13 huruf a)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from kinerja.jejak.models import Catatan
from kinerja.kepegawaian.models import Jabatan
from kinerja.kepegawaian.rancangan import PindahJabatan
from kinerja.penilaian import actions
from kinerja.penilaian.actions.mutasi import carry_out
from kinerja.penilaian.models import Evaluasi
from kinerja.penilaian.queries.hasil_lama import daftar_usulan
from kinerja.peraturan.alur import StatusEvaluasi, StatusSKP
from kinerja.peraturan.predikat import Rating
from kinerja.perencanaan.models import SKP
from tests.factories.evaluasi import buat_evaluasi, isian, periode_evaluasi

pytestmark = pytest.mark.django_db
PINDAH_AT = datetime(2026, 5, 4, 2, 0, tzinfo=UTC)
JULI = datetime(2026, 7, 1, 2, 0, tzinfo=UTC)


@pytest.fixture
def triwulan_dua(orang, akun) -> Evaluasi:
    """Pak Budi was rated for the first quarter at the Puskesmas, moved in May, and Pak Hafiz rates him now."""
    buat_evaluasi(
        orang("pak-budi"), status=StatusEvaluasi.FINAL, hasil=Rating.DI_ATAS, perilaku=Rating.DI_ATAS
    )
    jabatan = Jabatan.objects.get(nama="Arsiparis Terampil", unit_kerja__kode="PKU-BKPSDM-MUTASI")
    rencana = PindahJabatan(
        pegawai=orang("pak-budi"), jabatan=jabatan, on=date(2026, 5, 4), dasar="SK 1/2026"
    )
    carry_out(rencana, by=akun("pak-anton"), at=PINDAH_AT)
    SKP.objects.filter(penempatan__jabatan=jabatan, pegawai=orang("pak-budi")).update(
        status=StatusSKP.DITETAPKAN
    )
    actions.open_evaluasi(periode_evaluasi(orang("pak-budi"), urutan=2), by=akun("pak-hafiz"), at=JULI)
    return Evaluasi.objects.get(skp__pegawai=orang("pak-budi"), periode__urutan=2)


def test_both_agree_and_the_old_result_counts(triwulan_dua, akun):
    actions.propose_hasil_lama(triwulan_dua, by=akun("pak-budi"), at=JULI)

    evaluasi = actions.agree_hasil_lama(triwulan_dua, by=akun("pak-hafiz"), at=JULI)

    lama = Evaluasi.objects.get(periode__urutan=1, skp__pegawai=evaluasi.skp.pegawai)
    assert (evaluasi.status, evaluasi.predikat, evaluasi.hasil_lama) == ("dinilai", "sangat_baik", lama)
    assert evaluasi.jejak_hitung["hasil_lama"]["periode"] == lama.periode.nama
    catatan = Catatan.objects.get(tindakan="evaluasi.pakai_hasil_lama")
    assert "angka 13" in catatan.dasar
    ditetapkan = actions.approve_evaluasi(evaluasi, by=akun("pak-hafiz"), at=JULI)
    assert ditetapkan.status == "ditetapkan"


def test_without_the_employee_s_word_there_is_no_agreement(triwulan_dua, akun):
    with pytest.raises(actions.CannotReuseHasil, match="Keduanya harus sepakat"):
        actions.agree_hasil_lama(triwulan_dua, by=akun("pak-hafiz"), at=JULI)


def test_the_penilai_may_rate_all_the_same(triwulan_dua, akun):
    actions.propose_hasil_lama(triwulan_dua, by=akun("pak-budi"), at=JULI)
    actions.agree_hasil_lama(triwulan_dua, by=akun("pak-hafiz"), at=JULI)

    evaluasi = actions.rate_evaluasi(triwulan_dua, isian(triwulan_dua), by=akun("pak-hafiz"), at=JULI)

    assert (evaluasi.predikat, evaluasi.hasil_lama) == ("baik", None)
    assert "hasil_lama" not in evaluasi.jejak_hitung


@pytest.mark.parametrize("slug", ["pak-hafiz", "bu-sari", "bu-rina"])
def test_only_the_employee_proposes(triwulan_dua, akun, slug):
    with pytest.raises(PermissionDenied):
        actions.propose_hasil_lama(triwulan_dua, by=akun(slug), at=JULI)


@pytest.mark.parametrize("slug", ["pak-budi", "bu-sari", "bu-rina"])
def test_only_the_new_penilai_agrees(triwulan_dua, akun, slug):
    actions.propose_hasil_lama(triwulan_dua, by=akun("pak-budi"), at=JULI)

    with pytest.raises(PermissionDenied):
        actions.agree_hasil_lama(triwulan_dua, by=akun(slug), at=JULI)


def test_who_did_not_move_has_nothing_to_reuse(orang, akun):
    buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.FINAL)
    kedua = buat_evaluasi(orang("pak-budi"), urutan=2, at=JULI)

    with pytest.raises(actions.CannotReuseHasil, match="sesudah pindah"):
        actions.propose_hasil_lama(kedua, by=akun("pak-budi"), at=JULI)
    assert daftar_usulan(akun("pak-budi")) == []


def test_the_buttons_lead_from_proposal_to_agreement(triwulan_dua, masuk):
    budi, hafiz = masuk("pak-budi"), masuk("pak-hafiz")
    daftar, nomor = reverse("penilaian:hasil_list"), [triwulan_dua.pk]
    usul = reverse("penilaian:hasil_lama_propose", args=nomor)

    assert "Usulkan kepada penilai" in budi.get(daftar).text
    budi.post(usul)
    assert "Sudah Anda usulkan" in budi.get(daftar).text
    assert "Sepakat, pakai hasil itu" in hafiz.get(reverse("penilaian:evaluasi_edit", args=nomor)).text
    halaman = hafiz.post(reverse("penilaian:hasil_lama_agree", args=nomor), follow=True).text

    assert "Memakai hasil dari unit lama" in halaman
    assert masuk("bu-rina").post(usul).status_code == 404
