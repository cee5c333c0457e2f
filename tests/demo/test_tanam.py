"""The planted demo keeps the rules that people have to keep."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Count, F, Q, QuerySet

from kinerja.demo.baca import daftar_pemeran, find_pemeran
from kinerja.demo.baca.kualitatif import daftar_tim
from kinerja.demo.tanam import semua
from kinerja.demo.tanam.semua import plant_demo
from kinerja.demo.tanam.tumbuh import grow_demo
from kinerja.jejak.actions import sidik_dari
from kinerja.jejak.models import Catatan, Segel
from kinerja.kebijakan.models import Kebijakan, Periode, Tahap
from kinerja.kebijakan.queries import metode_dari
from kinerja.kepegawaian.models import HubunganPenilai, Instansi, LaporanPenilaiSalah, Pegawai, Penempatan
from kinerja.metode.agregasi_banyak import PREDIKAT, RATING
from kinerja.metode.masukan_ringkas import baca_masukan
from kinerja.metode.simulasi import terapkan
from kinerja.pelaksanaan.models import BuktiDukung, KunciRealisasi, Realisasi, UmpanBalik
from kinerja.penghargaan.models import CalonPenghargaan, ProgramPenghargaan
from kinerja.penilaian.models import Evaluasi, PenilaianHasil, PenilaianPerilaku
from kinerja.penilaian.queries.masukan import metode_hitung
from kinerja.penilaian.queries.saran_banyak import hitung_saran
from kinerja.peraturan.alur import StatusEvaluasi, StatusSKP
from kinerja.peraturan.identitas import urai_nip
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.predikat import Predikat, Rating, predikat_kinerja
from kinerja.peraturan.skp import KategoriSKP, Pendekatan, Perspektif, kelengkapan_skp
from kinerja.perencanaan.models import SKP, IndikatorKinerja, RencanaHasilKerja, SelMatriks, VersiSKP
from kinerja.perencanaan.queries.rencana import rencana_dari
from kinerja.tindak_lanjut.models import Keberatan, Putusan
from tests.factories.saran import satu_per_satu

pytestmark = pytest.mark.django_db
HARI = date(2026, 11, 20)
PADA = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


class Batalkan(Exception):
    """Takes the planting back when the module's tests are over."""


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker) -> Iterator[None]:
    """Planted once for this module, in a transaction that is taken back at its end."""
    with django_db_blocker.unblock():
        try:
            with transaction.atomic():
                _empty()
                assert plant_demo(on=HARI, at=PADA)
                yield
                raise Batalkan
        except Batalkan:
            pass


def _empty() -> None:
    """Every row that the session planted; constraints are looked at when the transaction ends, which it never does."""
    tabel = [
        t for t in connection.introspection.django_table_names(only_existing=True) if t != "django_migrations"
    ]
    tabel = [t for t in tabel if not t.startswith(("django_content", "auth_"))]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # Checks that wait for the end of the transaction would forbid emptying the tables.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("TRUNCATE " + ", ".join(f'"{t}"' for t in tabel) + " CASCADE")
            return
        cursor.execute("PRAGMA defer_foreign_keys = ON")
        for nama in tabel:
            cursor.execute(f'DELETE FROM "{nama}"')


@pytest.fixture(autouse=True)
def _planted(demo) -> None:
    """The module's planting comes first; each test then takes its own changes back, as everywhere."""


def evaluasi_of(slug: str, tahun: int) -> list[Evaluasi]:
    daftar = Evaluasi.objects.filter(skp__pegawai__nip=find_pemeran(slug).nip, skp__tahun=tahun)
    return list(daftar.select_related("periode", "skp").order_by("periode__selesai_on", "periode__tahap"))


def test_nothing_is_planted_over_what_is_there():
    sebelum = (Instansi.objects.count(), SKP.objects.count(), Catatan.objects.count())

    assert not plant_demo(on=HARI, at=PADA)
    assert sebelum == (Instansi.objects.count(), SKP.objects.count(), Catatan.objects.count())


def test_planting_that_is_cut_off_leaves_nothing(monkeypatch):
    def cut_off(**_: object) -> None:
        raise KeyboardInterrupt

    _empty()
    monkeypatch.setattr(semua, "play_wrong_penilai", cut_off)
    with pytest.raises(KeyboardInterrupt):
        plant_demo(on=HARI, at=PADA)
    assert not Instansi.objects.exists()
    assert not Catatan.objects.exists()


def test_the_whole_cast_has_a_plan_for_both_years():
    tanpa_skp = {o.nip for o in daftar_pemeran() if o.status == "pejabat_negara"}
    baru_datang = {find_pemeran("pak-galang").nip}
    for tahun, kecuali in ((2025, tanpa_skp | baru_datang), (2026, tanpa_skp)):
        ada = set(SKP.objects.filter(tahun=tahun).values_list("pegawai__nip", flat=True))
        assert ada & {o.nip for o in daftar_pemeran()} == {o.nip for o in daftar_pemeran()} - kecuali


def test_every_plan_may_be_submitted():
    for skp in SKP.objects.with_content():
        assert not kelengkapan_skp(rencana=rencana_dari(skp)), skp


def test_a_head_serves_four_perspectives():
    for skp in SKP.objects.filter(kategori=KategoriSKP.PIMPINAN):
        ada = set(IndikatorKinerja.objects.filter(rhk__skp=skp).values_list("perspektif", flat=True))
        assert ada == set(Perspektif), skp


def with_another_penilai() -> QuerySet[SKP]:
    """Plans of those who got another penilai during the year: what was done before keeps the former one."""
    kali = HubunganPenilai.objects.order_by().values("penempatan").annotate(n=Count("pk"))
    return SKP.objects.filter(penempatan__in=kali.filter(n__gt=1).values("penempatan"))


def test_results_hang_on_the_results_of_the_penilai():
    assert with_another_penilai().values("pegawai").distinct().count() < 5
    turunan = RencanaHasilKerja.objects.filter(rhk_pimpinan__isnull=False).exclude(
        skp__in=with_another_penilai()
    )
    assert turunan.count() > 150
    assert not turunan.exclude(rhk_pimpinan__skp__pegawai=F("skp__penilai")).exists()
    assert not turunan.exclude(rhk_pimpinan__skp__tahun=F("skp__tahun")).exists()
    # A ketua tim divides her indicators among people whom somebody else assesses.
    ketua = {find_pemeran(tim.ketua).nip for tim in daftar_tim()}
    assert not (
        SelMatriks.objects.exclude(indikator__rhk__skp__pegawai=F("penempatan__daftar_skp__penilai"))
        .exclude(indikator__rhk__skp__pegawai__nip__in=ketua)
        .exclude(penempatan__daftar_skp__in=with_another_penilai())
        .exists()
    )


def test_a_ketua_tim_divides_her_indicators_among_colleagues():
    sel = SelMatriks.objects.filter(indikator__rhk__skp__pegawai__nip=find_pemeran("bu-dewi").nip)

    anggota = set(sel.filter(penempatan__daftar_skp__tahun=2026).values_list("penempatan__pegawai__nip"))

    assert anggota == {(find_pemeran(slug).nip,) for slug in ("dokter-fajar", "pak-budi", "bu-yanti")}
    assert not sel.filter(penempatan__daftar_penilai__penilai__nip=find_pemeran("bu-dewi").nip).exists()


@pytest.mark.parametrize("slug", ["kapus-muara-tebo", "lurah-kotabumi-ilir"])
def test_two_heads_plan_and_are_rated_without_figures(slug):
    skp = SKP.objects.get(pegawai__nip=find_pemeran(slug).nip, tahun=2026)

    realisasi = Realisasi.objects.filter(skp=skp)

    assert skp.pendekatan == Pendekatan.KUALITATIF
    assert realisasi.exists()
    assert not realisasi.filter(Q(uraian="") | Q(nilai__isnull=False)).exists()
    assert all(e.rating_hasil for e in evaluasi_of(slug, 2025))


def test_every_set_plan_has_its_versions():
    for skp in SKP.objects.all():
        assert VersiSKP.objects.filter(skp=skp).count() == skp.versi, skp


def test_every_predikat_follows_from_the_quadrant():
    bernilai = Evaluasi.objects.exclude(predikat="")
    assert bernilai.count() > 250
    for e in bernilai:
        rating = {"hasil_kerja": Rating(e.rating_hasil), "perilaku_kerja": Rating(e.rating_perilaku)}
        assert e.predikat == predikat_kinerja(**rating)
        assert e.jejak_hitung["predikat"]["nilai"] == e.predikat


def test_the_stored_numbers_lead_to_the_stored_suggestions():
    """The arithmetic of many over what was kept, against the rules of one that planted it."""
    rated = Evaluasi.objects.exclude(dinilai_at=None)
    for kebijakan in (None, *Kebijakan.objects.with_method()):
        baris = list(
            rated.filter(kebijakan=kebijakan)
            .order_by("id")
            .values_list("masukan", "saran_hasil", "saran_perilaku", "saran_predikat")
        )
        saran = terapkan(
            baca_masukan([masukan for masukan, *_ in baris]), metode=metode_hitung(metode_dari(kebijakan))
        )
        dihitung = zip(
            _codes(RATING, saran.hasil), _codes(RATING, saran.perilaku), _codes(PREDIKAT, saran.predikat),
            strict=True,
        )  # fmt: skip
        assert list(dihitung) == [tuple(tersimpan) for _, *tersimpan in baris]
    assert rated.exclude(saran_predikat="").count() > 300


def test_many_at_once_come_to_what_the_form_computes_one_by_one():
    """Every evaluation of the last quarter, read together and read alone."""
    daftar = Evaluasi.objects.filter(status__in=(StatusEvaluasi.DIBUKA, StatusEvaluasi.DINILAI))
    for periode_id, kebijakan_id in set(daftar.order_by().values_list("periode", "kebijakan")):
        periode = Periode.objects.select_related("instansi").get(pk=periode_id)
        kebijakan = Kebijakan.objects.with_method().filter(pk=kebijakan_id).first()
        bersama = daftar.filter(periode=periode, kebijakan=kebijakan_id)
        for saran in hitung_saran(bersama, periode=periode, kebijakan=kebijakan, at=PADA):
            assert (saran.hasil, saran.perilaku, saran.predikat, saran.masukan) == satu_per_satu(
                saran.evaluasi_id
            )


def _codes(nama, kode):
    return ["" if satu < 0 else nama[satu].value for satu in kode]


def test_a_departure_from_the_suggestion_has_its_reason():
    tanpa_alasan = Q(alasan_hasil="") & ~Q(saran_hasil=F("rating_hasil"))
    tanpa_alasan |= Q(alasan_perilaku="") & ~Q(saran_perilaku=F("rating_perilaku"))
    # The decision on an objection gives its reason in the objection.
    berubah = Keberatan.objects.filter(putusan=Putusan.MENGUBAH).values("evaluasi")
    assert not Evaluasi.objects.exclude(predikat="").filter(tanpa_alasan).exclude(pk__in=berubah).exists()
    assert not PenilaianHasil.objects.filter(alasan="").exclude(rating=F("saran")).exists()


def test_last_year_is_complete():
    assert set(SKP.objects.filter(tahun=2025).values_list("status", flat=True)) == {StatusSKP.DIEVALUASI}
    lalu = Evaluasi.objects.filter(periode__tahun=2025)
    assert set(lalu.values_list("status", flat=True)) == {StatusEvaluasi.FINAL}
    assert not lalu.filter(final_at=None).exists()
    tahunan = lalu.filter(periode__tahap=Tahap.TAHUNAN)
    assert tahunan.count() == SKP.objects.filter(tahun=2025).count()


def test_the_running_year_waits_for_people():
    kini = set(Evaluasi.objects.filter(periode__tahun=2026).values_list("status", flat=True))
    assert {
        StatusEvaluasi.DIBUKA,
        StatusEvaluasi.DISERAHKAN,
        StatusEvaluasi.DITERIMA,
        StatusEvaluasi.KEBERATAN,
    } <= kini


def test_times_of_an_evaluation_follow_each_other():
    for e in Evaluasi.objects.select_related("periode"):
        waktu = [e.dinilai_at, e.ditetapkan_at, e.diserahkan_at, e.diterima_at, e.final_at]
        ada = [at for at in waktu if at]
        assert ada == sorted(ada), e
        assert all(at <= PADA for at in ada), e
        assert all(at.date() > e.periode.selesai_on for at in ada), e


def test_what_was_signed_has_closed_its_realisation():
    ditetapkan = Evaluasi.objects.filter(ditetapkan_at__isnull=False)

    kunci = KunciRealisasi.objects.values_list("skp_id", "periode_id", "locked_at")

    assert set(kunci) == set(ditetapkan.values_list("skp_id", "periode_id", "ditetapkan_at"))


def test_nothing_hangs_on_another_plan():
    assert Realisasi.objects.count() > 3000
    assert not Realisasi.objects.exclude(indikator__rhk__skp=F("skp")).exists()
    assert not Realisasi.objects.exclude(periode__instansi=F("skp__instansi")).exists()
    assert not UmpanBalik.objects.filter(rhk__isnull=False).exclude(rhk__skp=F("skp")).exists()
    assert not PenilaianHasil.objects.exclude(rhk__skp=F("evaluasi__skp")).exists()
    tetap = Evaluasi.objects.exclude(skp__in=with_another_penilai())
    assert not tetap.exclude(penilai=F("skp__penilai")).exists()


def test_nobody_gives_feedback_to_himself():
    assert not UmpanBalik.objects.filter(pemberi=F("skp__pegawai__user")).exists()


def test_planted_files_can_be_opened():
    berkas = list(BuktiDukung.objects.exclude(berkas=""))
    assert len(berkas) >= 5
    for bukti in berkas:
        with bukti.berkas.open() as isi:
            assert len(isi.read()) == bukti.ukuran


def test_every_event_keeps_its_fingerprint_and_is_sealed():
    semua_catatan = Catatan.objects.order_by("id")
    assert all(satu.sidik == sidik_dari(satu.isi()) for satu in semua_catatan)
    assert Segel.objects.latest("id").sampai_id == semua_catatan.latest("id").pk


def test_she_moved_in_the_middle_of_the_year():
    lama, baru = SKP.objects.filter(pegawai__nip=find_pemeran("bu-nurul").nip, tahun=2026).order_by(
        "mulai_on"
    )
    assert (lama.status, lama.closed_on) == (StatusSKP.DITUTUP, date(2026, 6, 30))
    assert (baru.mulai_on, baru.status) == (date(2026, 7, 1), StatusSKP.DITETAPKAN)
    assert [e.skp for e in evaluasi_of("bu-nurul", 2026)] == [lama, lama, baru]


def test_the_silent_penilai_lets_two_people_wait():
    menunggu = SKP.objects.get(pegawai__nip=find_pemeran("bu-novi").nip, tahun=2026)
    assert (menunggu.status, menunggu.versi) == (StatusSKP.DIAJUKAN, 0)
    *diambil_alih, terakhir = evaluasi_of("pak-joko", 2026)
    assert all(e.oleh_atasan and e.final_sejak_awal for e in diambil_alih)
    assert terakhir.status == StatusEvaluasi.DIBUKA
    for e in diambil_alih:
        jejak = Catatan.objects.filter(objek_jenis=e._meta.label_lower, objek_id=e.pk).order_by("at", "id")
        assert [satu.tindakan for satu in jejak][:2] == ["evaluasi.ambil_alih", "evaluasi.nilai"]
        assert jejak[0].at.date() > e.periode.jendela_selesai_on


def test_a_plt_answers_for_his_second_task():
    plt = RencanaHasilKerja.objects.filter(skp__pegawai__nip=find_pemeran("pak-hafiz").nip, tugas_plt=True)
    assert [rhk.skp.tahun for rhk in plt] == [2026]


def test_one_objection_changed_the_result_and_one_is_open():
    putusan = {k.putusan for k in Keberatan.objects.all()}
    assert putusan == {Putusan.MENGUBAH, Putusan.MENGUATKAN, ""}
    diubah = Keberatan.objects.get(putusan=Putusan.MENGUBAH)
    assert (diubah.predikat_lama, diubah.evaluasi.predikat) == (Predikat.BUTUH_PERBAIKAN, Predikat.BAIK)
    assert diubah.decided_at.date() <= diubah.batas_putusan_on


def test_the_wrong_penilai_is_reported():
    assert LaporanPenilaiSalah.objects.get().penempatan.pegawai.nip == find_pemeran("bu-ratna").nip


def test_the_range_of_the_doctor_was_adjusted():
    skp = SKP.objects.get(pegawai__nip=find_pemeran("dokter-fajar").nip, tahun=2026)
    lama, baru = (v.isi for v in skp.daftar_versi.order_by("nomor"))
    april = [isi["daftar_rhk"][0]["daftar_indikator"][0]["target_bulanan"]["4"] for isi in (lama, baru)]
    assert april == [["380", "450"], ["380", "420"]]
    langkah = ["skp.submit", "skp.approve", "skp.change", "skp.submit", "skp.approve"]
    jejak = Catatan.objects.filter(objek_jenis=skp._meta.label_lower, objek_id=skp.pk).order_by("at", "id")
    assert [satu.tindakan for satu in jejak] == langkah


@pytest.mark.parametrize("hari", [date(2026, 1, 5), date(2026, 3, 2), date(2027, 2, 1)])
def test_the_demo_can_begin_on_any_day(hari):
    _empty()
    at = datetime(hari.year, hari.month, hari.day, 3, tzinfo=UTC)
    assert plant_demo(on=hari, at=at)
    assert not Catatan.objects.filter(at__gt=at).exists()
    assert set(SKP.objects.values_list("tahun", flat=True)) == {hari.year - 1, hari.year}
    assert Evaluasi.objects.filter(periode__tahun=hari.year - 1).exists()


@pytest.fixture
def tumbuh() -> int:
    return grow_demo(150, on=HARI, at=PADA)


def test_growing_reaches_the_number_and_not_more(tumbuh):
    assert Pegawai.objects.count() == 150
    assert 0 < tumbuh < 150 - len(daftar_pemeran())
    assert grow_demo(150, on=HARI, at=PADA) == 0


def test_grown_people_are_people(tumbuh):
    banyak = Pegawai.objects.exclude(nip__in=[o.nip for o in daftar_pemeran()])
    assert all(urai_nip(orang.nip).nip == orang.nip for orang in banyak)
    assert all("2099" in orang.nip[8:12] for orang in banyak)
    assert not banyak.filter(user=None).exists()


def test_everybody_who_was_added_has_somebody_who_assesses_him(tumbuh):
    tanpa = Penempatan.objects.filter(daftar_penilai=None).exclude(pegawai__status="pejabat_negara")
    assert not tanpa.exists()
    assert not HubunganPenilai.objects.filter(penilai=F("penempatan__pegawai")).exists()
    assert not HubunganPenilai.objects.exclude(penilai__instansi=F("penempatan__pegawai__instansi")).exists()


def test_growth_keeps_the_rules(tumbuh):
    test_every_plan_may_be_submitted()
    test_every_predikat_follows_from_the_quadrant()
    test_nothing_hangs_on_another_plan()
    test_every_event_keeps_its_fingerprint_and_is_sealed()
    for e in Evaluasi.objects.exclude(predikat=""):
        aspek = set(PenilaianPerilaku.objects.filter(evaluasi=e).values_list("aspek", flat=True))
        assert aspek >= set(NilaiDasar)


def test_siapkan_may_be_run_again(capsys):
    jumlah = SKP.objects.count()
    call_command("siapkan", pada=HARI)
    assert SKP.objects.count() == jumlah
    assert "ditanam" not in capsys.readouterr().out


def test_every_award_was_counted_by_enough_jurors_and_went_to_somebody():
    assert ProgramPenghargaan.objects.filter(keadaan="diputus", daftar_penerima=None).count() == 0
    assert all(c.angka_terbuka for c in CalonPenghargaan.objects.filter(hasil="terpilih").order_by("id"))
