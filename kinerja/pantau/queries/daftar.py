"""The list behind a figure: who it is, where he works, and what it waits for. States of work, never a rating."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import BooleanField, ExpressionWrapper, OuterRef, Q, QuerySet, Subquery

from kinerja.kepegawaian.lingkup import di_bawah, jalur_dikepalai, lingkup
from kinerja.kepegawaian.models import HubunganPenilai, Penempatan
from kinerja.layanan.models import LayananPublik
from kinerja.lib.tanggal import format_tanggal
from kinerja.pantau.istilah import Kolom
from kinerja.pantau.lingkup import Cakupan
from kinerja.pantau.models import TandaDini
from kinerja.pantau.queries.dasar import dasar_dari
from kinerja.pantau.queries.saat import Saat
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi, StatusSKP
from kinerja.perencanaan.models import SKP
from kinerja.tindak_lanjut.models import Keberatan

if TYPE_CHECKING:
    from kinerja.akun.models import User
    from kinerja.perencanaan.models import SKPQuerySet


@dataclass(frozen=True, kw_only=True)
class BarisDaftar:
    nama: str
    jabatan: str
    unit: str
    kata: str  # what it waits for, and on whom
    sejak_on: date | None = None
    penilai: str = ""
    skp_id: int | None = None
    keberatan_id: int | None = None
    layanan_id: int | None = None


def daftar_baris(user: User, saat: Saat, cakupan: Cakupan, kolom: tuple[Kolom, ...]) -> QuerySet[Any]:
    """The rows of these figures (all of one stage) that this person may see, in the order of units and names."""
    dasar = dasar_dari(kolom[0])
    daftar = dasar.dalam(saat, cakupan).filter(kolom__in=[satu.value for satu in kolom])
    boleh = _terlihat(user, daftar.model)
    kepala = di_bawah(jalur_dikepalai(user, on=saat.on), kolom=f"{dasar.unit}__jalur")
    # A head reads what the work of his people waits for; a document opens only for those whom it concerns.
    daftar = daftar.filter(boleh | kepala).annotate(terbuka=ExpressionWrapper(boleh, BooleanField()))
    return _LENGKAP[daftar.model](daftar, saat, user)


def _terlihat(user: User, model: type[Any]) -> Q:
    boleh: Q = Q(pk__in=model.objects.visible_to(user).order_by().values("pk"))
    pegawai = lingkup(user).pegawai
    if model is Evaluasi and pegawai is not None:
        # One's own evaluation is known to be under way long before one may read it; no rating is shown here.
        boleh |= Q(skp__pegawai=pegawai)
    return boleh


def _penempatan(daftar: QuerySet[Any], saat: Saat, user: User) -> QuerySet[Any]:
    kini = HubunganPenilai.objects.filter(penempatan=OuterRef("pk"), selesai_on__isnull=True)
    lengkap: QuerySet[Any] = (
        daftar.select_related("pegawai", "jabatan", "unit_kerja")
        .annotate(
            rencana_id=_dari_rencana("pk", saat, SKP.objects.visible_to(user)),
            rencana_status=_dari_rencana("status", saat),
            diajukan_at=_dari_rencana("submitted_at", saat),
            nama_penilai=kini.order_by("pk").values("penilai__nama")[:1],
        )
        .order_by("unit_kerja__jalur", "pegawai__nama", "pk")
    )
    return lengkap


def _dari_rencana(kolom: str, saat: Saat, daftar: SKPQuerySet | None = None) -> Subquery:
    semua = SKP.objects.all() if daftar is None else daftar
    rencana = semua.filter(penempatan=OuterRef("pk"), tahun=saat.tahun).exclude(status=StatusSKP.DITUTUP)
    return Subquery(rencana.order_by("pk").values(kolom)[:1])


def _rencana(daftar: QuerySet[Any], saat: Saat, user: User) -> QuerySet[Any]:
    lengkap = daftar.select_related("pegawai", "penempatan__jabatan", "unit_kerja", "penilai")
    return lengkap.order_by("unit_kerja__jalur", "pegawai__nama", "pk")


def _evaluasi(daftar: QuerySet[Any], saat: Saat, user: User) -> QuerySet[Any]:
    lengkap = daftar.select_related("skp__pegawai", "skp__penempatan__jabatan", "skp__unit_kerja", "penilai")
    return lengkap.order_by("skp__unit_kerja__jalur", "skp__pegawai__nama", "pk")


def _keberatan(daftar: QuerySet[Any], saat: Saat, user: User) -> QuerySet[Any]:
    return daftar.select_related(
        "evaluasi__skp__pegawai",
        "evaluasi__skp__penempatan__jabatan",
        "evaluasi__skp__unit_kerja",
        "pemutus",
    ).order_by("batas_putusan_on", "pk")


def _tanda(daftar: QuerySet[Any], saat: Saat, user: User) -> QuerySet[Any]:
    return daftar.select_related(
        "unit_kerja",
        "skp__pegawai",
        "skp__penempatan__jabatan",
        "skp__penilai",
        "indikator",
        "evaluasi__skp__pegawai",
        "evaluasi__skp__penempatan__jabatan",
        "evaluasi__penilai",
        "penempatan__pegawai",
        "penempatan__jabatan",
    ).order_by("unit_kerja__jalur", "sejak_on", "pk")


def _layanan(daftar: QuerySet[Any], saat: Saat, user: User) -> QuerySet[Any]:
    return daftar.select_related("unit_kerja", "nilai_pantau").order_by("unit_kerja__jalur", "nama", "pk")


_LENGKAP: dict[type[Any], Callable[[QuerySet[Any], Saat, User], QuerySet[Any]]] = {
    Penempatan: _penempatan,
    SKP: _rencana,
    Evaluasi: _evaluasi,
    Keberatan: _keberatan,
    TandaDini: _tanda,
    LayananPublik: _layanan,
}


def baris_dari(daftar: Iterable[Any], *, user: User) -> list[BarisDaftar]:
    """Rows of one page in words."""
    pegawai = lingkup(user).pegawai
    saya = pegawai.pk if pegawai else None
    return [_tutup(_BACA[type(satu)](satu, saya), terbuka=satu.terbuka) for satu in daftar]


def _tutup(baris: BarisDaftar, *, terbuka: bool) -> BarisDaftar:
    return baris if terbuka else replace(baris, skp_id=None, keberatan_id=None)


_KATA_RENCANA = {
    None: "Belum mulai menyusun SKP",
    StatusSKP.DRAF: "Masih disusun",
    StatusSKP.DIKEMBALIKAN: "Dikembalikan penilai, menunggu diperbaiki",
    StatusSKP.DIAJUKAN: "Menunggu ditetapkan penilai",
    StatusSKP.DITETAPKAN: "Sudah ditetapkan",
    StatusSKP.PERUBAHAN: "Ditetapkan, sedang diubah",
    StatusSKP.DIEVALUASI: "Sudah dievaluasi",
}


def _baca_penempatan(satu: Any, saya: int | None) -> BarisDaftar:  # noqa: ANN401 - an annotated row
    status = StatusSKP(satu.rencana_status) if satu.rencana_status else None
    return BarisDaftar(
        nama=satu.pegawai.nama,
        jabatan=satu.jabatan.nama,
        unit=satu.unit_kerja.nama,
        kata=_KATA_RENCANA[status],
        penilai=satu.nama_penilai or "",
        sejak_on=satu.diajukan_at.date() if status is StatusSKP.DIAJUKAN and satu.diajukan_at else None,
        skp_id=satu.rencana_id,
    )


_KATA_SKP = {
    Kolom.ISI_KOSONG: "Belum ada angka untuk bulan ini",
    Kolom.ISI_SEBAGIAN: "Terisi {terisi} dari {perlu} indikator",
    Kolom.ISI_LENGKAP: "Semua {perlu} indikator terisi",
    Kolom.UB_BELUM: "Penilai belum memberi umpan balik",
    Kolom.UB_SUDAH: "Penilai sudah memberi umpan balik",
}


def _baca_skp(satu: Any, saya: int | None) -> BarisDaftar:  # noqa: ANN401 - an annotated row
    kata = _KATA_SKP[Kolom(satu.kolom)]
    return _dokumen(
        satu,
        kata.format(terisi=getattr(satu, "terisi", 0), perlu=getattr(satu, "perlu", 0)),
        penilai=satu.penilai.nama if satu.penilai else "",
    )


def _dokumen(skp: SKP, kata: str, *, penilai: str, sejak_on: date | None = None) -> BarisDaftar:
    return BarisDaftar(
        nama=skp.pegawai.nama,
        jabatan=skp.penempatan.jabatan.nama,
        unit=skp.unit_kerja.nama,
        kata=kata,
        penilai=penilai,
        sejak_on=sejak_on,
        skp_id=skp.pk,
    )


_KATA_EVALUASI = {
    StatusEvaluasi.DIBUKA: "Menunggu rating dari penilai",
    StatusEvaluasi.DINILAI: "Rating masih draf, menunggu ditetapkan penilai",
    StatusEvaluasi.DITETAPKAN: "Ditetapkan, menunggu diserahkan kepada pegawai",
    StatusEvaluasi.DISERAHKAN: "Menunggu tanda terima pegawai",
    StatusEvaluasi.DITERIMA: "Diterima, masa keberatan berjalan",
    StatusEvaluasi.KEBERATAN: "Dalam keberatan",
    StatusEvaluasi.DIPUTUS: "Keberatan diputus, menunggu final",
    StatusEvaluasi.FINAL: "Final",
}


def _baca_evaluasi(satu: Evaluasi, saya: int | None) -> BarisDaftar:
    milik = satu.skp.pegawai_id == saya and getattr(satu, "kolom", "") == Kolom.NILAI_BELUM
    kata = "Sedang dikerjakan penilai Anda" if milik else _KATA_EVALUASI[StatusEvaluasi(satu.status)]
    return _dokumen(satu.skp, kata, penilai=satu.penilai.nama)


def _baca_keberatan(satu: Keberatan, saya: int | None) -> BarisDaftar:
    skp = satu.evaluasi.skp
    return BarisDaftar(
        nama=skp.pegawai.nama,
        jabatan=skp.penempatan.jabatan.nama,
        unit=skp.unit_kerja.nama,
        kata=f"Menunggu putusan {satu.pemutus.nama}, paling lambat {format_tanggal(satu.batas_putusan_on)}",
        sejak_on=satu.filed_at.date(),
        keberatan_id=satu.pk,
    )


def _baca_tanda(satu: TandaDini, saya: int | None) -> BarisDaftar:
    if satu.skp and satu.indikator:
        kata = f"{satu.indikator.teks}: tertinggal dari laju yang direncanakan"
        nama = satu.skp.penilai.nama if satu.skp.penilai else ""
        return _dokumen_tanda(satu, satu.skp, kata, penilai=nama)
    if satu.evaluasi:
        kata = f"Masa penilaian sudah lewat, {satu.evaluasi.penilai.nama} belum menetapkan"
        if satu.evaluasi.skp.pegawai_id == saya:
            kata = "Masa penilaian sudah lewat, evaluasi Anda masih dikerjakan"
        return _dokumen_tanda(satu, satu.evaluasi.skp, kata, penilai=satu.evaluasi.penilai.nama)
    if satu.penempatan:
        return BarisDaftar(
            nama=satu.penempatan.pegawai.nama,
            jabatan=satu.penempatan.jabatan.nama,
            unit=satu.unit_kerja.nama,
            kata="Belum berdialog lagi lebih lama dari jarak yang disepakati",
            sejak_on=satu.sejak_on,
        )
    kata = "Sebaran hasil pegawai berbeda dari pola untuk capaian unit ini. Bicarakan dengan pimpinan unit."
    return BarisDaftar(
        nama=satu.unit_kerja.nama, jabatan="Unit kerja", unit="", kata=kata, sejak_on=satu.sejak_on
    )


def _dokumen_tanda(satu: TandaDini, skp: SKP, kata: str, *, penilai: str) -> BarisDaftar:
    return BarisDaftar(
        nama=skp.pegawai.nama,
        jabatan=skp.penempatan.jabatan.nama,
        unit=satu.unit_kerja.nama,
        kata=kata,
        penilai=penilai,
        sejak_on=satu.sejak_on,
        skp_id=skp.pk,
    )


def _baca_layanan(satu: Any, saya: int | None) -> BarisDaftar:  # noqa: ANN401 - with its mark
    nilai = satu.nilai_pantau
    ikm = f"{nilai.bobot / nilai.n / 100:.2f}".replace(".", ",")
    return BarisDaftar(
        nama=satu.nama,
        jabatan="Titik layanan",
        unit=satu.unit_kerja.nama,
        kata=f"Indeks kepuasan {ikm} dari {nilai.n} suara",
        layanan_id=satu.pk,
    )


_BACA: dict[type[Any], Callable[[Any, int | None], BarisDaftar]] = {
    Penempatan: _baca_penempatan,
    SKP: _baca_skp,
    Evaluasi: _baca_evaluasi,
    Keberatan: _baca_keberatan,
    TandaDini: _baca_tanda,
    LayananPublik: _baca_layanan,
}
