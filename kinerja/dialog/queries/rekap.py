"""How often it was talked, for those above: numbers per penilai, never a word of what was said."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Case, Count, DateField, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from kinerja.dialog.istilah import TERBUKA, KeadaanDialog
from kinerja.dialog.models import DialogKinerja
from kinerja.dialog.queries.jarak import JARAK_BAWAAN
from kinerja.kebijakan.models import Kebijakan
from kinerja.kebijakan.queries import versi_berlaku
from kinerja.kepegawaian.istilah import JenisPeran, StatusPegawai
from kinerja.kepegawaian.lingkup import di_bawah, instansi_ids, lingkup
from kinerja.kepegawaian.models import HubunganPenilai
from kinerja.kepegawaian.queries.penilai import yang_dinilai

if TYPE_CHECKING:
    from kinerja.akun.models import User


def rekap_penilai(user: User, *, on: date) -> QuerySet[Any, Any]:
    """Rows {penilai_id, penilai__nama, jumlah, belum}: those with the most people waiting come first."""
    dari = lingkup(user)
    q = di_bawah(dari.jalur_peran(JenisPeran.PIMPINAN), kolom="penempatan__unit_kerja__jalur")
    if dari.pegawai:
        q |= Q(penilai_id__in=yang_dinilai(dari.pegawai.pk))
    daftar = HubunganPenilai.objects.filter(
        q, selesai_on__isnull=True, penempatan__pegawai__status=StatusPegawai.AKTIF
    )
    if dari.pegawai:  # what he himself owes or is owed stands on his own page
        daftar = daftar.exclude(penilai=dari.pegawai).exclude(penempatan__pegawai=dari.pegawai)
    terakhir = DialogKinerja.objects.filter(
        penilai=OuterRef("penilai"), pegawai=OuterRef("penempatan__pegawai"), keadaan=KeadaanDialog.SELESAI
    ).order_by("-terlaksana_on")
    menyusul = DialogKinerja.objects.filter(
        Q(mulai_at__date__gte=on) | Q(usul_mulai_at__date__gte=on),
        penilai=OuterRef("penilai"),
        pegawai=OuterRef("penempatan__pegawai"),
        keadaan__in=TERBUKA,
    )
    return (
        daftar.annotate(
            terjadwal=Exists(menyusul),
            sejak_on=Coalesce(Subquery(terakhir.values("terlaksana_on")[:1]), F("mulai_on")),
            ambang_on=_limit(user, on),
        )
        .order_by()
        .values("penilai_id", "penilai__nama")
        .annotate(
            jumlah=Count("id"), belum=Count("id", filter=Q(sejak_on__lt=F("ambang_on"), terjadwal=False))
        )
        .order_by("-belum", "penilai__nama", "penilai_id")
    )


def _limit(user: User, on: date) -> Case:
    """The day since which there should have been a talk, by the policy nearest to the person."""
    daftar = Kebijakan.objects.in_force(on).filter(unit_kerja__instansi_id__in=instansi_ids(user))
    berlaku = versi_berlaku(daftar.select_related("unit_kerja").order_by("berlaku_on", "versi"), on=on)
    cabang = [
        When(
            penempatan__unit_kerja__jalur__startswith=kebijakan.unit_kerja.jalur,
            then=Value(on - timedelta(days=kebijakan.jarak_dialog_hari), output_field=DateField()),
        )
        for kebijakan in reversed(berlaku)
    ]
    bawaan = Value(on - timedelta(days=JARAK_BAWAAN), output_field=DateField())
    return Case(*cabang, default=bawaan, output_field=DateField())
