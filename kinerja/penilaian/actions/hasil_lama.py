"""Using the result of the old unit again: the employee proposes, the new penilai agrees."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.penilaian import permissions
from kinerja.penilaian.actions.dasar import CannotEvaluate, lock
from kinerja.penilaian.models import BELUM_DITETAPKAN, Evaluasi
from kinerja.penilaian.queries.hasil_lama import hasil_lama
from kinerja.peraturan.alur import LangkahEvaluasi, StatusEvaluasi, status_berikutnya
from kinerja.peraturan.kewenangan import JenisEvaluasi, evaluasi_setelah_pegawai_pindah

_DISALIN = (
    "rating_hasil", "rating_perilaku", "saran_hasil", "saran_perilaku", "alasan_hasil", "alasan_perilaku",
    "saran_predikat", "masukan", "predikat", "gagal_studi", "capaian_organisasi", "catatan",
)  # fmt: skip


class CannotReuseHasil(CannotEvaluate):
    """The old result cannot be used; the message says why."""


@transaction.atomic
def propose_hasil_lama(evaluasi: Evaluasi, *, by: User, at: datetime) -> Evaluasi:
    """Half of an agreement; nothing is rated by it. Proposing twice changes nothing."""
    evaluasi = lock(evaluasi)
    if not permissions.is_owner(by, evaluasi):
        raise PermissionDenied
    lama = _require(evaluasi)
    if evaluasi.hasil_lama_diusulkan_at is not None:
        return evaluasi
    evaluasi.hasil_lama_diusulkan_at = at
    evaluasi.save(update_fields=["hasil_lama_diusulkan_at"])
    _record("evaluasi.usul_hasil_lama", evaluasi, lama, by=by, at=at)
    return evaluasi


@transaction.atomic
def agree_hasil_lama(evaluasi: Evaluasi, *, by: User, at: datetime) -> Evaluasi:
    """The other half: ratings and predikat of the old unit become this period's; the penilai still signs them."""
    evaluasi = lock(evaluasi)
    if not permissions.can_rate(by, evaluasi):
        raise PermissionDenied
    lama = _require(evaluasi)
    if evaluasi.hasil_lama_diusulkan_at is None:
        raise CannotReuseHasil(
            "Pegawai belum mengusulkan memakai hasil periode sebelumnya. Keduanya harus sepakat; bicarakan dahulu, "
            "lalu minta ia mengusulkannya di halaman Hasil saya."
        )
    for kolom in _DISALIN:
        setattr(evaluasi, kolom, getattr(lama, kolom))
    evaluasi.status = status_berikutnya(StatusEvaluasi(evaluasi.status), LangkahEvaluasi.NILAI)
    evaluasi.hasil_lama, evaluasi.dinilai_at = lama, at
    evaluasi.revisi += 1
    evaluasi.jejak_hitung = {**lama.jejak_hitung, "hasil_lama": _trace(lama, by=by, at=at)}
    evaluasi.daftar_hasil.all().delete()
    evaluasi.daftar_perilaku.all().delete()
    evaluasi.save(update_fields=[*_DISALIN, "status", "hasil_lama", "dinilai_at", "revisi", "jejak_hitung"])
    _record("evaluasi.pakai_hasil_lama", evaluasi, lama, by=by, at=at)
    return evaluasi


def _require(evaluasi: Evaluasi) -> Evaluasi:
    if evaluasi.status not in BELUM_DITETAPKAN:
        raise CannotReuseHasil("Evaluasi ini sudah ditetapkan, jadi hasilnya tidak dapat diganti lagi.")
    lama = hasil_lama(evaluasi)
    if lama is None:
        raise CannotReuseHasil(
            "Tidak ada hasil periode sebelumnya dari unit lama yang dapat dipakai. Aturan ini hanya untuk evaluasi "
            "periodik pertama sesudah pindah (PermenPANRB 6/2022, Lampiran Bab IV huruf A angka 13 huruf a)."
        )
    return lama


def _trace(lama: Evaluasi, *, by: User, at: datetime) -> dict[str, object]:
    return {
        "evaluasi": lama.pk,
        "periode": lama.periode.nama,
        "unit": lama.skp.unit_kerja.nama,
        "penilai": lama.penilai.nama,
        "disepakati": {"oleh": by.nama, "pada": at.isoformat()},
        "rujukan": _citation(),
    }


def _record(tindakan: str, evaluasi: Evaluasi, lama: Evaluasi, *, by: User, at: datetime) -> None:
    rincian = {"dari": lama.pk, "periode": lama.periode.nama, "predikat": lama.predikat}
    jejak.record(tindakan, evaluasi, by=by, at=at, rincian=rincian, dasar=_citation())


def _citation() -> str:
    aturan = evaluasi_setelah_pegawai_pindah(jenis=JenisEvaluasi.PERIODIK, sepakat_hasil_lama=True)
    assert aturan.is_hasil_lama_dipakai and not aturan.is_capaian_unit_baru
    return str(evaluasi_setelah_pegawai_pindah.rujukan[0])
