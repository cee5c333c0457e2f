"""From results to proposals: kept once for each result and kind, and looked at again when a result changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kebijakan.models import Periode
from kinerja.metode.tanda_tindak_lanjut import Tanda, Tindakan
from kinerja.pekerjaan.actions import enqueue
from kinerja.pekerjaan.models import Pekerjaan
from kinerja.penilaian.models import Evaluasi
from kinerja.tindak_lanjut.istilah import AsalUsulan, StatusUsulan
from kinerja.tindak_lanjut.models import PemeriksaanHasil, UsulanTindakLanjut
from kinerja.tindak_lanjut.permissions import can_request
from kinerja.tindak_lanjut.queries.usulan import tertutup_bagi_peran, usulan_banyak

SUSUN = "tindak_lanjut.susun"
ALASAN_TERTUTUP = "Menyangkut aspek perilaku yang ikut dinilai rekan atau bawahan; rinciannya dibaca pegawai dan kedua atasannya."


@dataclass(kw_only=True)
class _Gabungan:
    """All rules of one kind about one result."""

    tindakan: Tindakan
    daftar: list[Tanda] = field(default_factory=list)

    @property
    def alasan(self) -> str:
        return " ".join(dict.fromkeys(satu.alasan for satu in self.daftar))

    @property
    def daftar_aspek(self) -> list[str]:
        return list(dict.fromkeys(kode for satu in self.daftar for kode in satu.daftar_aspek))

    def alasan_umum(self, evaluasi: Evaluasi) -> str:
        bagian = [
            ALASAN_TERTUTUP if tertutup_bagi_peran(evaluasi, satu.daftar_aspek) else satu.alasan
            for satu in self.daftar
        ]
        return " ".join(dict.fromkeys(bagian))

    def isi(self, evaluasi: Evaluasi) -> dict[str, object]:
        return {
            "alasan": self.alasan,
            "alasan_umum": self.alasan_umum(evaluasi),
            "daftar_aspek": self.daftar_aspek,
            "aturan": [satu.aturan.as_json() for satu in self.daftar],
            "versi": evaluasi.versi,
        }


def request_usulan(periode: Periode, *, by: User, at: datetime) -> Pekerjaan:
    """An admin does not want to wait for the clock."""
    if not can_request(by, periode):
        raise PermissionDenied
    pekerjaan = enqueue(SUSUN, by=by, at=at, argumen={"periode": periode.pk}, kunci=f"periode-{periode.pk}")
    jejak.record("usulan.minta", periode, by=by, at=at, rincian={"pekerjaan": pekerjaan.pk})
    return pekerjaan


@transaction.atomic
def write_usulan(daftar: Collection[Evaluasi], *, at: datetime) -> int:
    """How many proposals are new. Running it again changes nothing; nothing here decides about anybody."""
    tanda = usulan_banyak(daftar)
    tersimpan: dict[int, dict[str, UsulanTindakLanjut]] = defaultdict(dict)
    for satu in UsulanTindakLanjut.objects.select_for_update().filter(evaluasi__in=daftar):
        tersimpan[satu.evaluasi_id][satu.tindakan] = satu
    baru: list[UsulanTindakLanjut] = []
    for evaluasi in daftar:
        gabungan = _merge(tanda[evaluasi.pk])
        lama = tersimpan[evaluasi.pk]
        tambahan = [g for kode, g in gabungan.items() if kode not in lama]
        baru += [_build(evaluasi, satu, at=at) for satu in tambahan]
        for usulan in lama.values():
            _look_again(usulan, gabungan.get(usulan.tindakan), evaluasi, at=at)
        if tambahan:
            rincian = {"tindakan": [satu.tindakan.value for satu in tambahan], "versi": evaluasi.versi}
            jejak.record("usulan.susun", evaluasi, by=None, at=at, rincian=rincian)
    # Two workers at once: the constraint lets one row of a kind in.
    UsulanTindakLanjut.objects.bulk_create(baru, ignore_conflicts=True)
    _mark(daftar, at=at)
    return len(baru)


def _merge(daftar: tuple[Tanda, ...]) -> dict[str, _Gabungan]:
    hasil: dict[str, _Gabungan] = {}
    for satu in daftar:
        hasil.setdefault(satu.tindakan.value, _Gabungan(tindakan=satu.tindakan)).daftar.append(satu)
    return hasil


def _build(evaluasi: Evaluasi, satu: _Gabungan, *, at: datetime) -> UsulanTindakLanjut:
    return UsulanTindakLanjut(
        instansi_id=evaluasi.instansi_id,
        evaluasi=evaluasi,
        tindakan=satu.tindakan,
        disusun_at=at,
        **satu.isi(evaluasi),
    )


def _look_again(
    usulan: UsulanTindakLanjut, kini: _Gabungan | None, evaluasi: Evaluasi, *, at: datetime
) -> None:
    """After a result changed: what nobody decided yet follows it, what somebody decided stays with a note."""
    if usulan.versi == evaluasi.versi or usulan.asal == AsalUsulan.DIALIHKAN:
        return
    if usulan.status not in (StatusUsulan.MENUNGGU, StatusUsulan.GUGUR):
        masih = "masih mengusulkan hal yang sama" if kini else "tidak lagi mengusulkan ini"
        usulan.catatan = (
            f"Hasil berubah menjadi versi {evaluasi.versi} ({evaluasi.get_predikat_display()}) sesudah usulan ini diputus; "
            f"aturan {masih}. Putusannya tetap, kecuali Anda memutuskan lain bersama pegawai."
        )
        usulan.versi = evaluasi.versi
        usulan.save(update_fields=["catatan", "versi"])
        return
    if kini is None:
        usulan.status = StatusUsulan.GUGUR
        usulan.catatan = (
            f"Hasil berubah menjadi {evaluasi.get_predikat_display()}; aturan tidak lagi mengusulkan ini."
        )
        usulan.versi = evaluasi.versi
        usulan.save(update_fields=["status", "catatan", "versi"])
        jejak.record("usulan.gugur", usulan, by=None, at=at, rincian={"tindakan": usulan.tindakan})
        return
    for nama, nilai in kini.isi(evaluasi).items():
        setattr(usulan, nama, nilai)
    usulan.status, usulan.catatan = StatusUsulan.MENUNGGU, ""
    usulan.save()


def _mark(daftar: Collection[Evaluasi], *, at: datetime) -> None:
    PemeriksaanHasil.objects.bulk_create(
        [PemeriksaanHasil(evaluasi=satu, versi=satu.versi, diperiksa_at=at) for satu in daftar],
        update_conflicts=True,
        unique_fields=["evaluasi"],
        update_fields=["versi", "diperiksa_at"],
    )


def propose_again(evaluasi: Evaluasi, *, at: datetime) -> None:
    """A result that an objection settled: the rules look at it once more, in the same transaction."""
    daftar = Evaluasi.objects.select_related("skp", "periode", "kebijakan", "instansi")
    write_usulan([daftar.get(pk=evaluasi.pk)], at=at)
