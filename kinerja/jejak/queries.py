"""Reading the trail against its own fingerprints: which row was changed, removed or slipped in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import Max
from django.utils import timezone

from kinerja.jejak.models import Catatan, Segel
from kinerja.jejak.sidik import AWAL_RANTAI, sidik_dari
from kinerja.lib.pilihan import Pilihan
from kinerja.lib.tanggal import format_tanggal


class JenisTemuan(Pilihan):
    DIUBAH = "diubah", "Catatan diubah"
    DIHAPUS = "dihapus", "Catatan dihapus"
    DISISIPKAN = "disisipkan", "Catatan disisipkan"
    SEGEL = "segel", "Segel diubah"
    RANTAI = "rantai", "Rantai segel terputus"


@dataclass(frozen=True, slots=True)
class Temuan:
    """Something that does not fit; `nomor` is that of the event, or of the seal for the last two kinds."""

    jenis: JenisTemuan
    nomor: int
    keterangan: str


class Pemeriksaan:
    """One pass over the trail in the order of its numbers; holds a seal at a time, never the whole trail."""

    def __init__(self, *, segel_terakhir: int | None = None) -> None:
        """`segel_terakhir` reads only the last few seals and what came after them."""
        self.jumlah_catatan = 0
        self.jumlah_segel = 0
        self.belum_bersegel = 0
        self.sidik_akhir = AWAL_RANTAI
        self.daftar_sidik_segel: set[str] = set()
        self._segel_pertama, self._mulai = self._start(segel_terakhir)
        self._baris = self._rows()
        self._berikutnya = next(self._baris, None)

    def findings(self) -> Iterator[Temuan]:
        sampai = self._mulai
        for segel in Segel.objects.filter(id__gte=self._segel_pertama).order_by("id").iterator(chunk_size=10):
            self.jumlah_segel += 1
            utuh = segel.sidik_sebelum == self.sidik_akhir
            yield from self._of_seal(segel, utuh=utuh, sampai=sampai)
            yield from self._of_rows(segel, utuh=utuh)
            self.sidik_akhir, sampai = segel.sidik, segel.sampai_id
            self.daftar_sidik_segel.add(segel.sidik)
        for catatan in self._take(None):
            self.belum_bersegel += 1
            yield from self._own_fingerprint(catatan)

    def _start(self, segel_terakhir: int | None) -> tuple[int, int]:
        if segel_terakhir is None:
            return 0, 0
        daftar = list(Segel.objects.order_by("-id")[: segel_terakhir + 1])
        if len(daftar) <= segel_terakhir:
            return 0, 0
        self.sidik_akhir = daftar[-1].sidik
        return daftar[-2].id if len(daftar) > 1 else daftar[-1].id + 1, daftar[-1].sampai_id

    def _rows(self) -> Iterator[Catatan]:
        return Catatan.objects.filter(id__gt=self._mulai).order_by("id").iterator(chunk_size=2000)

    def _take(self, sampai: int | None) -> Iterator[Catatan]:
        while self._berikutnya is not None and (sampai is None or self._berikutnya.pk <= sampai):
            self.jumlah_catatan += 1
            yield self._berikutnya
            self._berikutnya = next(self._baris, None)

    def _of_seal(self, segel: Segel, *, utuh: bool, sampai: int) -> Iterator[Temuan]:
        if not utuh:
            yield Temuan(
                JenisTemuan.RANTAI,
                segel.pk,
                f"Segel {segel.pk} tidak menyambung ke segel sebelumnya: ada segel yang diubah, dihapus, atau ditukar.",
            )
        nomor = list(_listed(segel))
        cocok = [segel.dari_id, segel.sampai_id] == [*nomor[:1], *nomor[-1:]] and segel.dari_id > sampai
        if segel.sidik != sidik_dari(segel.isi()) or not cocok or nomor != sorted(nomor):
            yield Temuan(
                JenisTemuan.SEGEL, segel.pk, f"Isi segel {segel.pk} tidak cocok dengan sidiknya sendiri."
            )

    def _of_rows(self, segel: Segel, *, utuh: bool) -> Iterator[Temuan]:
        tercatat = _listed(segel)
        pertama = min(tercatat, default=0)
        for catatan in self._take(max(tercatat, default=0)):
            sidik = tercatat.pop(catatan.pk, None)
            if sidik is None:
                # Behind a broken chain the seal of these rows may be gone; that is reported once, not row by row.
                if utuh or catatan.pk > pertama:
                    yield _slipped_in(catatan)
            elif sidik != catatan.sidik:
                yield _changed(catatan, "isi dan sidiknya tidak sama dengan yang disegel")
                continue
            yield from self._own_fingerprint(catatan)
        for nomor in sorted(tercatat):
            yield Temuan(
                JenisTemuan.DIHAPUS,
                nomor,
                f"Catatan {nomor} tidak ada lagi, padahal tercantum dalam segel {segel.pk}.",
            )

    def _own_fingerprint(self, catatan: Catatan) -> Iterator[Temuan]:
        if catatan.sidik != sidik_dari(catatan.isi()):
            yield _changed(catatan, "isinya tidak lagi cocok dengan sidiknya")


def _listed(segel: Segel) -> dict[int, str]:
    """Number → fingerprint as the seal keeps them; empty when somebody left no list in it."""
    try:
        return {int(nomor): str(sidik) for nomor, sidik in segel.daftar_sidik}
    except (TypeError, ValueError):
        return {}


def _changed(catatan: Catatan, sebab: str) -> Temuan:
    return Temuan(
        JenisTemuan.DIUBAH,
        catatan.pk,
        f"Catatan {catatan.pk} ({catatan.tindakan} pada {catatan.objek_jenis} {catatan.objek_id}) diubah: {sebab}.",
    )


def _slipped_in(catatan: Catatan) -> Temuan:
    return Temuan(
        JenisTemuan.DISISIPKAN,
        catatan.pk,
        f"Catatan {catatan.pk} ({catatan.tindakan}) disisipkan setelah penyegelan: nomornya tidak ada dalam segel.",
    )


@dataclass(frozen=True, slots=True)
class UjungJejak:
    """The newest event there was, and the writers who may still add an older one."""

    nomor: int
    penulis: frozenset[str]

    @property
    def tuntas(self) -> bool:
        """Nothing can come any more with a number up to `nomor`: whoever follows the trail may pass it."""
        return not self.penulis & _writers() if self.penulis else True


def ujung_jejak() -> UjungJejak:
    """First the number, then the writers: who drew a smaller number is among them, or has finished."""
    nomor = Catatan.objects.aggregate(ujung=Max("id"))["ujung"] or 0
    return UjungJejak(nomor, _writers())


def _writers() -> frozenset[str]:
    """Transactions that have touched the trail and not ended. On SQLite there is one writer, and numbers come in order."""
    if connection.vendor != "postgresql":
        return frozenset()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT virtualtransaction FROM pg_locks WHERE locktype = 'relation' AND mode = 'RowExclusiveLock'"
            " AND relation = %s::regclass AND pid <> pg_backend_pid()",
            [Catatan._meta.db_table],
        )
        return frozenset(baris[0] for baris in cursor.fetchall())


TERLALU_JAUH, SEHARI = timedelta(days=60), timedelta(days=1)


def jam_meloncat(at: datetime) -> str:
    """Why nothing may be wiped or closed by this clock; empty when it is plausible.

    Only what people did is asked, and at least a day ago: what the clock itself wrote says nothing about the clock, and
    whoever signs in under a wrong one has a day to notice. A house that was silent for months goes on the day after.
    """
    orang = Catatan.objects.filter(pelaku__isnull=False, at__lte=at - SEHARI).order_by("-id")
    terakhir = orang.values_list("at", flat=True).first()
    if terakhir is None or at - terakhir <= TERLALU_JAUH:
        return ""
    return (
        f"Jam mesin menunjukkan {format_tanggal(timezone.localdate(at))}, padahal kegiatan sebelumnya tercatat "
        f"{format_tanggal(timezone.localdate(terakhir))}. Supaya tidak ada yang terhapus atau tertutup karena jam yang keliru, "
        "pekerjaan ini menunggu. Betulkan jamnya bila keliru. Bila jamnya benar, pekerjaan berjalan lagi sehari sesudah ada yang "
        "masuk ke aplikasi."
    )
