"""The evaluation team and rating oneself: by name, crosswise, without conflicts."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kepegawaian.models import UnitKerja
from kinerja.metode.agregasi import Sumber
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.sumber.actions import (
    CannotAnswer,
    CannotAssignTim,
    CannotFormTim,
    IsianTim,
    Jawaban,
    add_anggota,
    add_konflik,
    assign_tim,
    form_tim,
    rate_as_tim,
    rate_diri,
    remove_anggota,
    share_out,
)
from kinerja.sumber.istilah import JenisKonflik
from kinerja.sumber.models import Konflik, NilaiDiri, NilaiTim
from kinerja.sumber.queries import hasil_tim, kalimat, nilai_sumber
from kinerja.tindak_lanjut import actions as tindak_lanjut
from tests.factories.evaluasi import buat_evaluasi
from tests.factories.sumber import buat_kelompok, buat_skp_ringkas

BERJALAN_AT = datetime(2026, 7, 2, 2, 0, tzinfo=UTC)  # the first semester ended two days ago
LEWAT_AT = datetime(2026, 7, 20, 2, 0, tzinfo=UTC)
MASA = IsianTim(nama="Tim evaluasi", dasar="", mulai_on=date(2026, 1, 1), selesai_on=date(2026, 12, 31))


@pytest.fixture
def puskesmas(cast) -> UnitKerja:
    return UnitKerja.objects.get(kode="TBO-DINKES-PKM-MUARATEBO")


@pytest.fixture
def periode(puskesmas) -> Periode:
    return Periode.objects.get(
        instansi=puskesmas.instansi, tahun=2026, tahap=Tahap.PERIODIK, jenis="semesteran", urutan=1
    )


@pytest.fixture
def daftar_skp(puskesmas, orang) -> list:
    return buat_kelompok(puskesmas, penilai=orang("kapus-muara-tebo"), banyak=9)


@pytest.fixture
def tim(puskesmas, akun, orang, daftar_skp):
    tim = form_tim(puskesmas, MASA, by=akun("admin-tebo"), at=BERJALAN_AT)
    for slug in ("kepala-bkpsdm-tebo", "kepala-disdikbud-tebo", "kepala-sekolah-tebo"):
        add_anggota(tim, orang(slug), by=akun("admin-tebo"), at=BERJALAN_AT)
    return tim


@pytest.fixture
def terbagi(tim, periode, akun) -> list[NilaiTim]:
    assign_tim(tim, periode, by=akun("admin-tebo"), at=BERJALAN_AT)
    return list(NilaiTim.objects.select_related("anggota__pegawai__user", "skp").order_by("id"))


def semua(langkah: int) -> Jawaban:
    nilai = ("berorientasi_pelayanan", "akuntabel", "kompeten", "harmonis", "loyal", "adaptif", "kolaboratif")
    return Jawaban(langkah=dict.fromkeys(nilai, langkah), kalimat="Catatannya lengkap pada 3 Juni.")


def test_everybody_is_seen_by_two_and_all_members_meet(terbagi, daftar_skp):
    per_orang: dict[int, set[int]] = {}
    for satu in terbagi:
        per_orang.setdefault(satu.skp_id, set()).add(satu.anggota_id)

    assert {len(per_orang[skp.pk]) for skp in daftar_skp} == {2}
    assert len({frozenset(pasang) for pasang in per_orang.values()}) == 3
    beban = Counter(satu.anggota_id for satu in terbagi)
    assert max(beban.values()) - min(beban.values()) <= 1


def test_sharing_out_again_changes_nothing(terbagi, tim, periode, akun):
    assert assign_tim(tim, periode, by=akun("admin-tebo"), at=BERJALAN_AT) == 0


def test_boss_staff_himself_and_conflicts_are_passed_over(tim, periode, akun, orang, daftar_skp, puskesmas):
    kapus, bkpsdm = orang("kapus-muara-tebo"), orang("kepala-bkpsdm-tebo")
    add_anggota(tim, kapus, by=akun("admin-tebo"), at=BERJALAN_AT)
    buat_skp_ringkas(kapus.daftar_penempatan.order_by("id").first(), penilai=orang("kepala-dinkes-tebo"))
    add_konflik(daftar_skp[0].pegawai, bkpsdm, jenis=JenisKonflik.KASUS, on=date(2026, 1, 1))

    assign_tim(tim, periode, by=akun("admin-tebo"), at=BERJALAN_AT)

    assert not NilaiTim.objects.filter(anggota__pegawai=kapus).exists()
    assert not NilaiTim.objects.filter(anggota__pegawai=bkpsdm, skp=daftar_skp[0]).exists()
    assert NilaiTim.objects.filter(skp=daftar_skp[0]).count() == 2


def test_what_the_team_says_reaches_the_assessment(terbagi, periode):
    skp_id = terbagi[0].skp_id
    daftar = [satu for satu in terbagi if satu.skp_id == skp_id]
    for satu, langkah in zip(daftar, (3, 5), strict=True):
        user = satu.anggota.pegawai.user
        rate_as_tim(satu, semua(langkah), hasil_kerja=langkah, by=user, at=BERJALAN_AT)

    nilai = nilai_sumber([skp_id], periode)[skp_id]["harmonis"]
    assert [(n.sumber, n.n, n.jumlah) for n in nilai] == [(Sumber.TIM_EVALUASI, 2, 150_000_000)]
    assert hasil_tim([skp_id], periode)[skp_id].jumlah == 150_000_000
    assert {k.oleh for k in kalimat(daftar[0].skp, periode)} == {satu.anggota.pegawai.nama for satu in daftar}


def test_a_member_who_answers_twice_a_year_is_one_rater(terbagi, periode):
    """Else one pair of eyes could reach the minimum of two by looking twice."""
    satu = NilaiTim.objects.filter(periode=periode).order_by("id")[0]
    kedua = Periode.objects.get(
        instansi_id=periode.instansi_id, tahun=2026, tahap=Tahap.PERIODIK, jenis="semesteran", urutan=2
    )
    setahun = Periode.objects.get(instansi_id=periode.instansi_id, tahun=2026, tahap=Tahap.TAHUNAN)
    NilaiTim.objects.filter(pk=satu.pk).update(keadaan="terisi", jawaban={"loyal": 3}, hasil_kerja=5)
    NilaiTim.objects.create(
        anggota=satu.anggota,
        skp=satu.skp,
        periode=kedua,
        keadaan="terisi",
        jawaban={"loyal": 5},
        hasil_kerja=3,
        batas_on=kedua.selesai_on,
    )

    (loyal,) = nilai_sumber([satu.skp_id], setahun)[satu.skp_id]["loyal"]

    assert (loyal.n, loyal.jumlah) == (1, 75_000_000)
    assert hasil_tim([satu.skp_id], setahun)[satu.skp_id].n == 1


def test_a_member_rates_only_whom_he_was_given_and_only_in_time(terbagi, akun):
    nilai = terbagi[0]

    with pytest.raises(PermissionDenied):
        rate_as_tim(nilai, semua(3), hasil_kerja=3, by=akun("admin-tebo"), at=BERJALAN_AT)
    with pytest.raises(CannotAnswer, match="7 Juli 2026"):
        rate_as_tim(nilai, semua(3), hasil_kerja=3, by=nilai.anggota.pegawai.user, at=LEWAT_AT)


def test_who_leaves_the_team_gives_back_what_he_has_not_rated(terbagi, tim, periode, akun):
    nilai = terbagi[0]
    rate_as_tim(nilai, semua(3), hasil_kerja=None, by=nilai.anggota.pegawai.user, at=BERJALAN_AT)

    remove_anggota(nilai.anggota, by=akun("admin-tebo"), at=BERJALAN_AT)
    assign_tim(tim, periode, by=akun("admin-tebo"), at=BERJALAN_AT)

    assert NilaiTim.objects.filter(anggota=nilai.anggota).count() == 1
    per_orang = Counter(NilaiTim.objects.values_list("skp_id", flat=True))
    assert min(per_orang.values()) == 2


def test_a_team_is_refused_kindly(puskesmas, tim, akun, orang, periode):
    admin = akun("admin-tebo")

    with pytest.raises(CannotFormTim, match="tidak bertindihan"):
        form_tim(puskesmas, MASA, by=admin, at=BERJALAN_AT)
    with pytest.raises(CannotFormTim, match="pegawai instansi ini"):
        add_anggota(tim, orang("bu-sari"), by=admin, at=BERJALAN_AT)
    with pytest.raises(CannotAssignTim, match="masa pengisiannya sudah lewat"):
        assign_tim(tim, periode, by=admin, at=LEWAT_AT)
    with pytest.raises(PermissionDenied):
        form_tim(puskesmas, MASA, by=akun("kapus-muara-tebo"), at=BERJALAN_AT)


def test_a_team_of_one_is_not_enough(puskesmas, periode, akun, orang, daftar_skp):
    tim = form_tim(puskesmas, MASA, by=akun("admin-tebo"), at=BERJALAN_AT)
    add_anggota(tim, orang("kepala-bkpsdm-tebo"), by=akun("admin-tebo"), at=BERJALAN_AT)

    with pytest.raises(CannotAssignTim, match="dua anggota"):
        assign_tim(tim, periode, by=akun("admin-tebo"), at=BERJALAN_AT)


@pytest.mark.parametrize("banyak", [2, 3, 4, 7])
def test_pairs_tie_all_members_together(banyak):
    boleh = {nomor: list(range(banyak)) for nomor in range(40)}
    hasil = share_out(boleh, ada={}, jumlah=dict.fromkeys(boleh, 2), benih="uji")
    kelompok = {nomor: nomor for nomor in range(banyak)}

    per_orang: dict[int, list[int]] = {}
    for skp_id, anggota_id in hasil:
        per_orang.setdefault(skp_id, []).append(anggota_id)
    for a, b in per_orang.values():
        kelompok = {k: kelompok[a] if v == kelompok[b] else v for k, v in kelompok.items()}

    assert len(set(kelompok.values())) == 1


def test_rating_oneself_is_shown_and_kept_once(daftar_skp, periode):
    skp = daftar_skp[0]
    user = skp.pegawai.user

    rate_diri(skp, periode, semua(5), by=user, at=BERJALAN_AT)
    rate_diri(skp, periode, semua(4), by=user, at=BERJALAN_AT)

    assert NilaiDiri.objects.get().jawaban["loyal"] == 4
    assert [n.sumber for n in nilai_sumber([skp.pk], periode)[skp.pk]["loyal"]] == [Sumber.DIRI]


def test_rating_oneself_is_refused_to_others_and_out_of_time(daftar_skp, periode, akun):
    skp = daftar_skp[0]

    with pytest.raises(PermissionDenied):
        rate_diri(skp, periode, semua(5), by=akun("kapus-muara-tebo"), at=BERJALAN_AT)
    with pytest.raises(CannotAnswer, match="tidak sedang dibuka"):
        rate_diri(skp, periode, semua(5), by=skp.pegawai.user, at=LEWAT_AT)


def test_who_objects_and_who_judged_him_do_not_rate_one_another(orang, akun):
    evaluasi: Evaluasi = buat_evaluasi(orang("bu-melati"), status=StatusEvaluasi.DITERIMA)
    alasan = "Rekap Maret menunjukkan semua berkas selesai."

    tindak_lanjut.file_keberatan(
        evaluasi, alasan=alasan, by=akun("bu-melati"), at=datetime(2026, 4, 6, 3, 0, tzinfo=UTC)
    )

    melati = orang("bu-melati").pk
    pasangan = {frozenset((k.satu_id, k.lain_id)) for k in Konflik.objects.all()}
    assert pasangan == {
        frozenset((melati, evaluasi.penilai_id)), frozenset((melati, evaluasi.atasan_penilai_id))
    }  # fmt: skip


def test_queries_do_not_grow_with_people(terbagi, periode, daftar_skp, django_assert_max_num_queries):
    for satu in terbagi:
        rate_as_tim(satu, semua(4), hasil_kerja=4, by=satu.anggota.pegawai.user, at=BERJALAN_AT)

    with django_assert_max_num_queries(7):
        assert len(nilai_sumber([skp.pk for skp in daftar_skp], periode)) == len(daftar_skp)


def test_who_sees_what_was_signed(terbagi, akun, orang):
    nilai = terbagi[0]
    anggota, penilai = nilai.anggota.pegawai.user, akun("kapus-muara-tebo")
    rate_diri(nilai.skp, nilai.periode, semua(4), by=nilai.skp.pegawai.user, at=BERJALAN_AT)
    add_konflik(orang("bidan-tebo"), orang("kapus-muara-tebo"), jenis=JenisKonflik.KASUS, on=date(2026, 1, 1))

    assert not NilaiTim.objects.visible_to(penilai).filter(pk=nilai.pk).exists()
    rate_as_tim(nilai, semua(3), hasil_kerja=3, by=anggota, at=BERJALAN_AT)

    semua_akun = [anggota, penilai, nilai.skp.pegawai.user, akun("admin-tebo"), akun("bu-sari")]
    assert {u for u in semua_akun if NilaiTim.objects.visible_to(u).filter(pk=nilai.pk)} == {anggota, penilai}
    assert {u for u in semua_akun if NilaiDiri.objects.visible_to(u)} == {nilai.skp.pegawai.user, penilai}
    assert {u for u in semua_akun if Konflik.objects.visible_to(u)} == {akun("admin-tebo")}
