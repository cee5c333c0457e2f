"""Early warnings of some units, as the rows that ought to stand there today."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, F, Max, OuterRef, Q, Subquery

from kinerja.dialog.istilah import TERBUKA, KeadaanDialog
from kinerja.dialog.models import DialogKinerja
from kinerja.dialog.queries.jarak import JARAK_BAWAAN
from kinerja.kebijakan.models import Kebijakan
from kinerja.kebijakan.queries import kebijakan_terdekat, versi_berlaku
from kinerja.kepegawaian.istilah import StatusPegawai
from kinerja.kepegawaian.lingkup import berlaku_pada
from kinerja.kepegawaian.models import HubunganPenilai, UnitKerja
from kinerja.metode.kelompok_kecil import MINIMAL
from kinerja.metode.laju import StatusLaju, status_laju
from kinerja.pantau.istilah import Kolom
from kinerja.pantau.queries.dasar import skp_berjalan
from kinerja.pantau.queries.saat import Saat
from kinerja.pelaksanaan.models import Realisasi
from kinerja.pelaksanaan.queries import rencana_laju
from kinerja.pelaksanaan.queries.realisasi import target_dari
from kinerja.penilaian.models import BELUM_DITETAPKAN, CapaianUnit, Evaluasi
from kinerja.penilaian.queries.sebaran import hitung_predikat
from kinerja.peraturan.distribusi import saran_distribusi
from kinerja.peraturan.predikat import CapaianOrganisasi


@dataclass(frozen=True, kw_only=True)
class IsiTanda:
    unit_id: int
    jenis: Kolom
    penempatan_id: int | None = None
    skp_id: int | None = None
    indikator_id: int | None = None
    evaluasi_id: int | None = None
    sejak_on: date | None = None


def cari_tanda(saat: Saat, unit_ids: Collection[int] | None) -> list[IsiTanda]:
    """Of the staff of these units (None: everybody); each kind in one query, however many people there are."""
    return [*_laju(saat, unit_ids), *_dialog(saat, unit_ids), *_diam(saat, unit_ids)]


def _di(unit_ids: Collection[int] | None, kolom: str) -> Q:
    return Q() if unit_ids is None else Q(**{f"{kolom}__in": unit_ids})


def _laju(saat: Saat, unit_ids: Collection[int] | None) -> Iterator[IsiTanda]:
    """The last figure of each indicator against the course up to the end of its month."""
    terakhir = Realisasi.objects.filter(indikator=OuterRef("indikator"), nilai__isnull=False)
    batas = terakhir.order_by("-periode__mulai_on", "-id").values("pk")[:1]
    daftar = (
        Realisasi.objects.filter(
            _di(unit_ids, "skp__unit_kerja"),
            skp__in=skp_berjalan(saat).order_by().values("pk"),
            indikator__rhk__diambil_alih_at=None,
            pk=Subquery(batas),
        )
        .select_related("indikator", "skp", "periode")
        .only(
            "nilai", "periode__selesai_on", "skp__unit_kerja", "skp__mulai_on", "skp__selesai_on",
            "indikator__aspek", "indikator__satuan", "indikator__arah", "indikator__target_bawah",
            "indikator__target_atas", "indikator__baseline", "indikator__target_bulanan",
        )
        .order_by("pk")
    )  # fmt: skip
    for satu in daftar.iterator(chunk_size=2000):
        target = target_dari(satu.indikator)
        if target.is_empty:
            continue
        sampai = min(saat.on, satu.periode.selesai_on)
        laju = status_laju(target, rencana_laju(satu.indikator, satu.skp), realisasi=satu.nilai, on=sampai)
        if laju is StatusLaju.TERTINGGAL:
            yield IsiTanda(
                unit_id=satu.skp.unit_kerja_id,
                jenis=Kolom.TANDA_LAJU,
                skp_id=satu.skp_id,
                indikator_id=satu.indikator_id,
                sejak_on=sampai,
            )


def _dialog(saat: Saat, unit_ids: Collection[int] | None) -> Iterator[IsiTanda]:
    """Pairs without a talk for longer than the policy of the unit wants, and with no hour agreed."""
    pasangan = DialogKinerja.objects.filter(
        penilai=OuterRef("penilai"), pegawai=OuterRef("penempatan__pegawai")
    ).order_by()
    usai = pasangan.filter(keadaan=KeadaanDialog.SELESAI).values("pegawai")
    akan = pasangan.filter(
        Q(mulai_at__date__gte=saat.on) | Q(usul_mulai_at__date__gte=saat.on), keadaan__in=TERBUKA
    )
    daftar = (
        HubunganPenilai.objects.filter(
            _di(unit_ids, "penempatan__unit_kerja"),
            berlaku_pada(saat.on, awalan="penempatan__"),
            selesai_on__isnull=True,
            penempatan__jenis="definitif",
            penempatan__pegawai__instansi=saat.instansi_id,
            penempatan__pegawai__status=StatusPegawai.AKTIF,
        )
        .annotate(terakhir=Subquery(usai.annotate(on=Max("terlaksana_on")).values("on")), akan=Exists(akan))
        .filter(akan=False)
        .order_by("pk")
        .values_list(
            "penempatan_id",
            "penempatan__unit_kerja_id",
            F("penempatan__unit_kerja__jalur"),
            "mulai_on",
            "terakhir",
        )
    )
    jarak = _JarakDialog(saat)
    for penempatan, unit, jalur, mulai, terakhir in daftar.iterator(chunk_size=2000):
        sejak = terakhir or mulai
        if saat.on > sejak + timedelta(days=jarak(jalur)):
            yield IsiTanda(unit_id=unit, jenis=Kolom.TANDA_DIALOG, penempatan_id=penempatan, sejak_on=sejak)


class _JarakDialog:
    """Days between two talks, by the policy nearest above a path."""

    def __init__(self, saat: Saat) -> None:
        daftar = Kebijakan.objects.in_force(saat.on).filter(unit_kerja__instansi=saat.instansi_id)
        self._berlaku = versi_berlaku(
            daftar.select_related("unit_kerja").order_by("berlaku_on", "versi"), on=saat.on
        )

    def __call__(self, jalur: str) -> int:
        kebijakan = kebijakan_terdekat(self._berlaku, jalur)
        return kebijakan.jarak_dialog_hari if kebijakan else JARAK_BAWAAN


def _diam(saat: Saat, unit_ids: Collection[int] | None) -> Iterator[IsiTanda]:
    """The window has passed and the penilai has not signed."""
    if saat.nilai is None or not saat.nilai.terlambat(saat.on):
        return
    daftar = Evaluasi.objects.filter(
        _di(unit_ids, "skp__unit_kerja"), periode=saat.nilai, status__in=BELUM_DITETAPKAN, oleh_atasan=False
    ).order_by("pk")
    for nomor, unit in daftar.values_list("pk", "skp__unit_kerja").iterator(chunk_size=2000):
        yield IsiTanda(
            unit_id=unit,
            jenis=Kolom.TANDA_DIAM,
            evaluasi_id=nomor,
            sejak_on=saat.nilai.jendela_selesai_on,
        )


def cari_tak_selaras(saat: Saat, jalur: Collection[str] | None) -> list[IsiTanda]:
    """Units with a result of their own whose predikat spread against its curve; never of a small group.

    `jalur`: only units on the way up from these paths.
    """
    if saat.nilai is None:
        return []
    daftar = CapaianUnit.objects.filter(periode=saat.nilai).select_related("unit_kerja").order_by("pk")
    hasil = []
    for capaian in daftar:
        unit: UnitKerja = capaian.unit_kerja
        if jalur is not None and not any(bawah.startswith(unit.jalur) for bawah in jalur):
            continue
        evaluasi = Evaluasi.objects.filter(
            periode=saat.nilai, skp__unit_kerja__jalur__startswith=unit.jalur
        ).exclude(status__in=BELUM_DITETAPKAN)
        jumlah = hitung_predikat(evaluasi)
        if sum(jumlah.values()) >= MINIMAL and saran_distribusi(
            capaian=CapaianOrganisasi(capaian.nilai), jumlah_per_predikat=jumlah
        ):
            hasil.append(IsiTanda(unit_id=unit.pk, jenis=Kolom.TANDA_SELARAS, sejak_on=saat.nilai.selesai_on))
    return hasil
