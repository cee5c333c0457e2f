"""What somebody still owes to others: rights to answer, his own rating, people given to him as a team member."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Value

from kinerja.kebijakan.models import Dimensi, Kebijakan, Periode, SumberKebijakan, Tahap
from kinerja.kebijakan.queries import kebijakan_terdekat, versi_berlaku
from kinerja.kepegawaian.models import Pegawai
from kinerja.metode.agregasi import Sumber
from kinerja.perencanaan.models import SKP
from kinerja.sumber.istilah import KeadaanHak, KeadaanPutaran
from kinerja.sumber.models import HakMenilai, NilaiDiri, NilaiTim
from kinerja.sumber.queries.calon import BERLAKU
from kinerja.sumber.queries.metode import PALING_LAMA, hari_metode, periode_terisi, selesai_sumber


@dataclass(frozen=True, kw_only=True)
class TugasMenilai:
    """So many people to rate from one side, until a day."""

    sumber: Sumber
    jumlah: int
    batas_on: date | None
    periode: str


@dataclass(frozen=True, kw_only=True)
class DiriTerbuka:
    skp: SKP
    periode: Periode
    batas_on: date
    nilai: NilaiDiri | None


def hak_terbuka(pegawai: Pegawai, *, on: date) -> QuerySet[HakMenilai]:
    return (
        HakMenilai.objects.terbuka(on)
        .filter(penilai=pegawai)
        .select_related(
            "putaran__periode", "dinilai__pegawai", "dinilai__penempatan__jabatan", "dinilai__unit_kerja"
        )
        .order_by("sumber", "dinilai__pegawai__nama", "id")
    )


def tugas_menilai(pegawai: Pegawai, *, on: date) -> list[TugasMenilai]:
    """One query: what is still open as a colleague or member of staff, and as a member of a team."""
    hak = HakMenilai.objects.filter(
        penilai=pegawai,
        keadaan=KeadaanHak.MENUNGGU,
        putaran__keadaan=KeadaanPutaran.BERJALAN,
        putaran__selesai_on__gte=on,
    ).values_list("sumber", F("putaran__selesai_on"), F("putaran__periode__nama"))
    tim = NilaiTim.objects.filter(
        anggota__pegawai=pegawai, anggota__keluar_on=None, keadaan=KeadaanHak.MENUNGGU, batas_on__gte=on
    ).values_list(Value(Sumber.TIM_EVALUASI.value), F("batas_on"), F("periode__nama"))
    baris = hak.order_by().annotate(n=Count("pk")).union(tim.order_by().annotate(n=Count("pk")), all=True)
    return [
        TugasMenilai(sumber=Sumber(sumber), jumlah=n, batas_on=batas, periode=nama)
        for sumber, batas, nama, n in sorted(baris)
    ]


def diri_belum(
    daftar_skp: Iterable[SKP], daftar_periode: Iterable[Periode], terisi: Iterable[NilaiDiri], *, on: date
) -> list[tuple[SKP, Periode, date]]:
    """Own plans in whose evaluation window, open today, there is no self-rating yet; at most one query.

    `daftar_periode`: the periods around today; `terisi`: the ratings he has given himself.
    """
    terbuka = [
        p
        for p in daftar_periode
        if p.tahap == Tahap.PERIODIK and p.jendela_mulai_on <= on <= p.jendela_selesai_on
    ]
    berjalan = [skp for skp in daftar_skp if skp.status in BERLAKU and skp.closed_on is None]
    if not terbuka or not berjalan:
        return []
    sudah = {(satu.skp_id, satu.periode_id) for satu in terisi}
    hasil = []
    semua = _policies(berjalan[0].instansi_id, on=on)
    for skp in berjalan:
        for periode in terbuka:
            berlaku = versi_berlaku(semua, on=hari_metode(periode, on=on))
            kebijakan = kebijakan_terdekat(berlaku, skp.unit_kerja.jalur)
            if kebijakan is None or not kebijakan.ada_diri:  # type: ignore[attr-defined]
                continue
            batas_on = selesai_sumber(periode, kebijakan)
            cocok = periode.jenis == kebijakan.frekuensi_evaluasi and periode.tahun == skp.tahun
            if cocok and on <= batas_on and (skp.pk, periode.pk) not in sudah:
                hasil.append((skp, periode, batas_on))
    return hasil


def diri_terbuka(pegawai: Pegawai, *, on: date) -> list[DiriTerbuka]:
    """Own plans whose policy asks for a self-rating in a period that has begun."""
    daftar = SKP.objects.filter(
        pegawai=pegawai,
        status__in=BERLAKU,
        mulai_on__lte=on,
        selesai_on__gte=on - PALING_LAMA,
        closed_on=None,
    ).select_related("unit_kerja", "penempatan__jabatan")
    terbuka: dict[tuple[int, int], tuple[SKP, Periode, Kebijakan]] = {}
    for skp in daftar.order_by("id"):
        terisi = periode_terisi(skp, _policies(skp.instansi_id, on=on), on=on)
        if terisi is None or not terisi[1].ada_diri:  # type: ignore[attr-defined]
            continue
        periode, kebijakan = terisi
        if periode.tahun == skp.tahun:
            terbuka[skp.pk, periode.pk] = (skp, periode, kebijakan)
    nilai = {
        (satu.skp_id, satu.periode_id): satu
        for satu in NilaiDiri.objects.filter(skp__in=[nomor for nomor, _ in terbuka]).order_by("id")
    }
    return [
        DiriTerbuka(
            skp=skp, periode=periode, batas_on=selesai_sumber(periode, kebijakan), nilai=nilai.get(kunci)
        )
        for kunci, (skp, periode, kebijakan) in terbuka.items()
    ]


def _policies(instansi_id: int, *, on: date) -> list[Kebijakan]:
    """As `daftar_versi`, in one query: this page only asks whether there is a self-rating."""
    diri = SumberKebijakan.objects.filter(
        kebijakan=OuterRef("pk"), dimensi=Dimensi.PERILAKU, sumber=Sumber.DIRI
    )
    daftar = Kebijakan.objects.in_force(on).filter(unit_kerja__instansi_id=instansi_id)
    daftar = daftar.select_related("unit_kerja").annotate(ada_diri=Exists(diri))
    return list(daftar.order_by("berlaku_on", "versi"))


def nilai_tim_terbuka(pegawai: Pegawai, *, on: date) -> QuerySet[NilaiTim]:
    return (
        NilaiTim.objects.filter(anggota__pegawai=pegawai, anggota__keluar_on=None, batas_on__gte=on)
        .select_related(
            "periode", "skp__pegawai", "skp__penempatan__jabatan", "skp__unit_kerja", "anggota__tim"
        )
        .order_by("-keadaan", "skp__pegawai__nama", "id")
    )
