"""A vote of the public. Nobody is refused for where he votes from; what looks like a crowd waits for a person's eye."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from math import ceil
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Sum

from kinerja.layanan.actions.kode import sidik_kode
from kinerja.layanan.istilah import StatusKalimat, StatusSuara, StatusSumber, TingkatSumber
from kinerja.layanan.models import FormulirTerpakai, KodeSuara, LayananPublik, Suara, SumberSuara
from kinerja.lib.tanda_kirim import TandaKirim, address_prefix, is_work_done, keyed_hash, read_tanda
from kinerja.lib.tanggal import format_tanggal
from kinerja.metode.telaah_suara import tanda_kalimat
from kinerja.peraturan.skm import SKALA, UnsurSKM

KALIMAT_TERPANJANG = 500
# Seconds: no person answers faster; without the machine's task a person who reads is slow enough.
UMUR_TERMUDA, UMUR_TANPA_KERJA, UMUR_TERTUA = 2, 20, 12 * 60 * 60
BIT_KERJA = 14
HARI_SIMPAN_SIDIK = 7
# A held crowd that goes on growing is only counted; a service point that is flooded from everywhere asks for codes.
SIMPAN_PER_SUMBER, SIMPAN_PER_HARI = 2000, 20_000
# How much of an address says where it is, IPv4 and IPv6: a household or an office; what one provider hands out around it.
JARINGAN, PENYEDIA = (24, 48), (16, 32)
_BERJALAN = (StatusSumber.TERBUKA, StatusSumber.DITAHAN)


class CannotVote(Exception):
    """The vote was not taken; the message tells a citizen what to do. `bidang` is the field it is about."""

    def __init__(self, pesan: str, *, bidang: str = "", tutup: bool = False) -> None:
        super().__init__(pesan)
        self.bidang = bidang
        self.tutup = tutup


@dataclass(frozen=True, kw_only=True)
class IsianSuara:
    """What somebody answered; an element that is not there was not experienced."""

    nilai: Mapping[UnsurSKM, int]
    kalimat: str = ""
    kode: str = ""


@dataclass(frozen=True, kw_only=True)
class Kiriman:
    """How the form came: its signed token, the solved task, the address it was sent from."""

    tanda: str
    kerja: str = ""
    alamat: str | None = field(default=None, repr=False)


def hari_layanan(layanan: LayananPublik, at: datetime) -> date:
    return at.astimezone(ZoneInfo(layanan.unit_kerja.instansi.zona_waktu)).date()


def cast_vote(
    layanan: LayananPublik, *, isian: IsianSuara, kiriman: Kiriman, at: datetime
) -> StatusSuara | None:
    """Stores a vote and says whether it counts at once; None when this very form was stored before."""
    hari = hari_layanan(layanan, at)
    tanda = _token(layanan, kiriman, hari=hari, at=at)
    _refuse_empty(layanan, isian)
    try:
        with transaction.atomic():
            FormulirTerpakai.objects.create(nonce=tanda.nonce, hari=hari)
            if isian.kode:
                _spend(layanan, isian.kode, hari=hari)
                return _store(layanan, isian, hari=hari, sumber=None)
            _refuse_hasty(tanda, kiriman)
            return _store(layanan, isian, hari=hari, sumber=_source(layanan, kiriman.alamat, hari=hari))
    except IntegrityError:
        if FormulirTerpakai.objects.filter(nonce=tanda.nonce).exists():
            return None
        raise


def _token(layanan: LayananPublik, kiriman: Kiriman, *, hari: date, at: datetime) -> TandaKirim:
    if not layanan.terbuka(hari):
        raise CannotVote("Penilaian untuk layanan ini sudah ditutup.", tutup=True)
    tanda = read_tanda(kiriman.tanda, at=at)
    if tanda is None or tanda.sasaran != layanan.slug or not 0 <= tanda.umur <= UMUR_TERTUA:
        raise CannotVote("Halaman ini terbuka terlalu lama. Isian Anda masih ada; tekan Kirim sekali lagi.")
    return tanda


def _refuse_empty(layanan: LayananPublik, isian: IsianSuara) -> None:
    if any(unsur not in layanan.unsur or nilai not in SKALA for unsur, nilai in isian.nilai.items()):
        raise CannotVote("Ada jawaban yang tidak kami kenal. Pilih salah satu jawaban yang tersedia.")
    if not isian.nilai:
        raise CannotVote("Pilih jawaban untuk sedikitnya satu pertanyaan.")
    if (panjang := len(isian.kalimat)) > KALIMAT_TERPANJANG:
        ribuan = f"{panjang:,}".replace(",", ".")
        raise CannotVote(
            f"Tulisan Anda {ribuan} huruf; yang dapat kami simpan {KALIMAT_TERPANJANG}. Pendekkan, lalu kirim lagi.",
            bidang="kalimat",
        )


def _refuse_hasty(tanda: TandaKirim, kiriman: Kiriman) -> None:
    sudah = is_work_done(tanda.teks, kiriman.kerja, bit=BIT_KERJA)
    sisa = ceil((UMUR_TERMUDA if sudah else UMUR_TANPA_KERJA) - tanda.umur)
    if sisa > 0:
        raise CannotVote(
            f"Satu langkah lagi. Periksa jawaban Anda selama {sisa} detik, lalu tekan Kirim sekali lagi. Punya kode dari "
            "loket? Isikan, dan penilaian langsung diterima."
        )


def _spend(layanan: LayananPublik, kode: str, *, hari: date) -> None:
    """Takes the code in one statement: of two devices with one code only one gets it."""
    daftar = KodeSuara.objects.filter(sidik=sidik_kode(layanan.pk, kode), kelompok__layanan=layanan)
    sah = daftar.filter(
        dipakai_on__isnull=True, kelompok__dibatalkan_at__isnull=True, kelompok__berlaku_sampai_on__gte=hari
    )
    if KodeSuara.objects.filter(pk__in=sah.values("pk"), dipakai_on__isnull=True).update(dipakai_on=hari):
        return
    raise CannotVote(_why_not(daftar.select_related("kelompok").first()), bidang="kode")


def _why_not(kode: KodeSuara | None) -> str:
    lanjut = "Anda tetap dapat menilai: kosongkan kodenya, lalu kirim lagi."
    if kode is None:
        return f"Kode ini tidak kami kenal. Periksa huruf dan angkanya pada kertas. {lanjut}"
    if kode.dipakai_on:
        return f"Kode ini sudah dipakai satu kali, mungkin dari perangkat lain. Penilaian itu tidak dihitung dua kali. {lanjut}"
    if kode.kelompok.dibatalkan_at:
        return f"Kode ini sudah ditarik oleh petugas. {lanjut}"
    return f"Kode ini berlaku sampai {format_tanggal(kode.kelompok.berlaku_sampai_on)}. {lanjut}"


def _source(layanan: LayananPublik, alamat: str | None, *, hari: date) -> SumberSuara:
    """Counts the vote for its neighbourhood; beyond the limit the whole of its day is held.

    Many neighbourhoods of one provider are one crowd, too, beyond a limit of their own. One vote of a service point at a
    time, so that no two of them wait for each other's rows.
    """
    LayananPublik.objects.select_for_update(no_key=True).get(pk=layanan.pk)
    sidik, penyedia = (
        _hash(layanan, hari, "sumber", alamat),
        _hash(layanan, hari, "penyedia", alamat, PENYEDIA),
    )
    sumber = _running(layanan, hari, sidik)
    if sumber is None or sumber.status == StatusSumber.TERBUKA:
        kerumunan = _running(layanan, hari, penyedia)
        if kerumunan is None and _dropped(layanan, hari, penyedia):
            kerumunan = _new_provider(layanan, hari, penyedia)
        sumber = kerumunan or sumber
    if sumber is None:
        forget_sources(hari=hari)
        status = StatusSumber.DITAHAN if _dropped(layanan, hari, sidik) else StatusSumber.TERBUKA
        sumber = SumberSuara.objects.create(
            layanan=layanan, hari=hari, sidik=sidik, sidik_penyedia=penyedia, status=status
        )
    sumber.jumlah += 1
    if sumber.status == StatusSumber.TERBUKA and sumber.jumlah > layanan.batas_sumber:
        sumber.status = StatusSumber.DITAHAN
        Suara.objects.filter(sumber=sumber).update(status=StatusSuara.DITAHAN)
    sumber.save(update_fields=["jumlah", "status"])
    return _together(sumber, layanan) if sumber.status == StatusSumber.TERBUKA else sumber


def _hash(
    layanan: LayananPublik, hari: date, jenis: str, alamat: str | None, bit: tuple[int, int] = JARINGAN
) -> str:
    return keyed_hash(jenis, layanan.pk, hari, address_prefix(alamat, bit=bit), kunci=settings.SECRET_KEY)


def _running(layanan: LayananPublik, hari: date, sidik: str) -> SumberSuara | None:
    daftar = SumberSuara.objects.filter(layanan=layanan, hari=hari, sidik=sidik, status__in=_BERJALAN)
    return daftar.select_for_update().order_by("id").first()


def _dropped(layanan: LayananPublik, hari: date, sidik: str) -> bool:
    daftar = SumberSuara.objects.filter(layanan=layanan, hari=hari, sidik=sidik)
    return daftar.filter(status=StatusSumber.DIBUANG).exists()


def _new_provider(layanan: LayananPublik, hari: date, sidik: str) -> SumberSuara:
    return SumberSuara.objects.create(
        layanan=layanan, hari=hari, sidik=sidik, tingkat=TingkatSumber.PENYEDIA, status=StatusSumber.DITAHAN
    )


def _together(sumber: SumberSuara, layanan: LayananPublik) -> SumberSuara:
    """What is open of all the networks of a provider becomes one crowd, which one click releases, once it is too much."""
    serumpun = SumberSuara.objects.filter(
        layanan=layanan, hari=sumber.hari, sidik_penyedia=sumber.sidik_penyedia, status=StatusSumber.TERBUKA
    )
    jumlah = serumpun.aggregate(n=Sum("jumlah"))["n"] or 0
    if jumlah <= layanan.batas_penyedia:
        return sumber
    kerumunan = _new_provider(layanan, sumber.hari, sumber.sidik_penyedia)
    kerumunan.jumlah = jumlah
    kerumunan.save(update_fields=["jumlah"])
    Suara.objects.filter(sumber__in=serumpun).update(sumber=kerumunan, status=StatusSuara.DITAHAN)
    serumpun.delete()
    return kerumunan


def _store(
    layanan: LayananPublik, isian: IsianSuara, *, hari: date, sumber: SumberSuara | None
) -> StatusSuara:
    ditahan = sumber is not None and sumber.status == StatusSumber.DITAHAN
    status = StatusSuara.DITAHAN if ditahan else StatusSuara.DIHITUNG
    if sumber is not None and not _has_room(layanan, sumber, hari=hari):
        return StatusSuara.DITAHAN
    kalimat = " ".join(isian.kalimat.split())
    Suara.objects.create(
        layanan=layanan,
        hari=hari,
        dengan_kode=sumber is None,
        sumber=sumber,
        status=status,
        kalimat=kalimat,
        status_kalimat=StatusKalimat.MENUNGGU if kalimat else StatusKalimat.TANPA,
        tanda_kalimat=",".join(tanda_kalimat(kalimat)),
        **{unsur.value: nilai for unsur, nilai in isian.nilai.items()},
    )
    return status


def _has_room(layanan: LayananPublik, sumber: SumberSuara, *, hari: date) -> bool:
    """Crowds that are held never use up the room of others; only a flood from everywhere does."""
    ditahan = sumber.status == StatusSumber.DITAHAN
    if not ditahan and sumber.jumlah > 1:
        return True
    sejenis = SumberSuara.objects.filter(layanan=layanan, hari=hari, status=sumber.status)
    penuh = (sejenis.aggregate(n=Sum("jumlah"))["n"] or 0) > SIMPAN_PER_HARI
    if ditahan:
        return not penuh and sumber.jumlah <= SIMPAN_PER_SUMBER
    if penuh:
        raise CannotVote(
            "Hari ini penilaian tanpa kode sangat ramai. Mintalah kode di loket, atau coba lagi besok; isian Anda masih ada.",
            bidang="kode",
        )
    return True


def forget_sources(*, hari: date) -> None:
    """After a week nobody can tell any more where a vote came from, not even whether two came from one place."""
    batas = hari - timedelta(days=HARI_SIMPAN_SIDIK)
    tua = SumberSuara.objects.filter(hari__lt=batas).exclude(sidik="")
    Suara.objects.filter(sumber__in=tua.exclude(status=StatusSumber.DITAHAN)).update(sumber=None)
    tua.filter(status=StatusSumber.TERBUKA).delete()
    tua.update(sidik="", sidik_penyedia="")
    FormulirTerpakai.objects.filter(hari__lt=hari - timedelta(days=1)).delete()
