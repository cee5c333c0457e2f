"""Objecting, explaining, deciding. The decision closes the evaluation for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kebijakan.queries import kalender_untuk
from kinerja.lib.baris import lock_row
from kinerja.lib.tanggal import format_tanggal
from kinerja.penilaian.actions.dasar import lock
from kinerja.penilaian.models import Evaluasi, VersiEvaluasi
from kinerja.penilaian.queries.timbangan import jejak_predikat, predikat_dari
from kinerja.peraturan.alur import LangkahEvaluasi, LangkahTidakSah, StatusEvaluasi, status_berikutnya
from kinerja.peraturan.jadwal import batas_keberatan, batas_putusan_keberatan
from kinerja.peraturan.keberatan import keberatan_terbuka
from kinerja.peraturan.predikat import Rating
from kinerja.sumber.actions import add_konflik
from kinerja.sumber.istilah import JenisKonflik
from kinerja.tindak_lanjut import permissions
from kinerja.tindak_lanjut.actions.susun import propose_again
from kinerja.tindak_lanjut.models import Keberatan, Putusan

PALING_PENDEK = 20


class CannotObject(Exception):
    """The objection cannot be filed; the message explains kindly why."""


class CannotExplain(Exception):
    """The explanation cannot be given now."""


class CannotDecide(Exception):
    """The objection cannot be decided like this; the message says what is missing."""


@dataclass(frozen=True, kw_only=True)
class IsianPutusan:
    """The two ratings only matter when the result is changed."""

    putusan: Putusan
    pertimbangan: str
    rating_hasil: Rating | None = None
    rating_perilaku: Rating | None = None


@transaction.atomic
def file_keberatan(evaluasi: Evaluasi, *, alasan: str, by: User, at: datetime) -> Keberatan:
    evaluasi = lock(evaluasi)
    if not permissions.can_file(by, evaluasi):
        raise PermissionDenied
    on = evaluasi.instansi.tanggal(at)
    if sebab := reason_closed(evaluasi, at=at):
        raise CannotObject(sebab)
    if evaluasi.atasan_penilai is None:
        raise CannotObject(
            "Atasan penilai Anda belum tercatat, jadi belum ada yang dapat memutus. Minta admin kepegawaian melengkapinya."
        )
    if len(alasan.strip()) < PALING_PENDEK:
        raise CannotObject(
            "Tuliskan alasannya sedikit lebih lengkap: bagian mana yang menurut Anda keliru, dan bukti apa yang mendukung."
        )
    kalender = kalender_untuk(evaluasi.skp.unit_kerja, tahun=on.year)
    _move(evaluasi, LangkahEvaluasi.KEBERATAN, CannotObject)
    evaluasi.save(update_fields=["status"])
    keberatan = Keberatan.objects.create(
        instansi_id=evaluasi.instansi_id,
        evaluasi=evaluasi,
        pemutus=evaluasi.atasan_penilai,
        alasan=alasan.strip(),
        filed_at=at,
        batas_putusan_on=batas_putusan_keberatan(keberatan_diterima_on=on, kalender=kalender),
        rating_hasil_lama=evaluasi.rating_hasil,
        rating_perilaku_lama=evaluasi.rating_perilaku,
        predikat_lama=evaluasi.predikat,
    )
    for pejabat in (evaluasi.penilai, evaluasi.atasan_penilai):
        add_konflik(evaluasi.skp.pegawai, pejabat, jenis=JenisKonflik.KEBERATAN, on=on)
    rincian = {"evaluasi": evaluasi.pk, "pemutus": evaluasi.atasan_penilai.nama}
    dasar = str(keberatan_terbuka.rujukan[0])
    jejak.record("keberatan.ajukan", keberatan, by=by, at=at, rincian=rincian, dasar=dasar)
    return keberatan


def reason_closed(evaluasi: Evaluasi, *, at: datetime) -> str:
    """Why no objection can be filed now, in a sentence for the employee; empty when it can."""
    on = evaluasi.instansi.tanggal(at)
    if evaluasi.final_sejak_awal:
        return (
            "Hasil ini bersifat final sejak ditandatangani, jadi tidak dapat diajukan keberatan "
            "(Lampiran Bab IV huruf A angka 11 dan 12). Anda tetap dapat membicarakannya dengan pimpinan."
        )
    if evaluasi.status == StatusEvaluasi.DISERAHKAN:
        return (
            "Tandatangani dahulu tanda terima dokumen. Tanda terima bukan tanda setuju; sesudahnya Anda punya "
            "14 hari kerja untuk mengajukan keberatan."
        )
    diterima_on = evaluasi.instansi.tanggal(evaluasi.diterima_at) if evaluasi.diterima_at else None
    if evaluasi.status != StatusEvaluasi.DITERIMA or diterima_on is None:
        return f"Evaluasi ini berstatus “{StatusEvaluasi(evaluasi.status).label}”, jadi keberatan tidak dapat diajukan."
    kalender = kalender_untuk(evaluasi.skp.unit_kerja, tahun=diterima_on.year)
    if keberatan_terbuka(diterima_on=diterima_on, pada=on, is_final=False, kalender=kalender):
        return ""
    batas_on = batas_keberatan(diterima_on=diterima_on, kalender=kalender)
    return (
        f"Batas mengajukan keberatan adalah {format_tanggal(batas_on)}, 14 hari kerja sejak dokumen Anda terima. "
        "Batas itu sudah lewat; bicarakan dengan penilai pada dialog kinerja berikutnya."
    )


@transaction.atomic
def explain_keberatan(keberatan: Keberatan, *, penjelasan: str, by: User, at: datetime) -> Keberatan:
    keberatan = _lock(keberatan)
    if not permissions.can_explain(by, keberatan):
        raise PermissionDenied
    if keberatan.putusan:
        raise CannotExplain("Keberatan ini sudah diputus, jadi penjelasan tidak dapat ditambahkan lagi.")
    if not penjelasan.strip():
        raise CannotExplain("Tuliskan penjelasan Anda: apa dasar penilaian yang dipersoalkan?")
    keberatan.penjelasan_penilai = penjelasan.strip()
    keberatan.explained_at = at
    keberatan.save(update_fields=["penjelasan_penilai", "explained_at"])
    jejak.record("keberatan.jelaskan", keberatan, by=by, at=at, dasar=str(batas_putusan_keberatan.rujukan[0]))
    return keberatan


@transaction.atomic
def decide_keberatan(keberatan: Keberatan, isian: IsianPutusan, *, by: User, at: datetime) -> Keberatan:
    """Upheld or changed; either way the evaluation is final."""
    keberatan = _lock(keberatan)
    if not permissions.can_decide(by, keberatan):
        raise PermissionDenied
    if keberatan.putusan:
        raise CannotDecide("Keberatan ini sudah diputus, dan putusan tidak dapat diubah.")
    evaluasi = lock(keberatan.evaluasi)
    _check(evaluasi, isian)
    _move(evaluasi, LangkahEvaluasi.PUTUSKAN, CannotDecide)
    if isian.putusan is Putusan.MENGUBAH:
        _change(evaluasi, isian, by=by, at=at)
    _move(evaluasi, LangkahEvaluasi.TUTUP, CannotDecide)
    evaluasi.final_at = at
    evaluasi.save(update_fields=["status", "final_at"])
    keberatan.putusan = isian.putusan
    keberatan.pertimbangan = isian.pertimbangan.strip()
    keberatan.decided_at = at
    keberatan.decided_by = by
    keberatan.save(update_fields=["putusan", "pertimbangan", "decided_at", "decided_by"])
    rincian = {
        "putusan": isian.putusan.value,
        "predikat_lama": keberatan.predikat_lama,
        "predikat": evaluasi.predikat,
        "terlambat": evaluasi.instansi.tanggal(at) > keberatan.batas_putusan_on,
    }
    dasar = str(batas_putusan_keberatan.rujukan[0])
    jejak.record("keberatan.putuskan", keberatan, by=by, at=at, rincian=rincian, dasar=dasar)
    propose_again(evaluasi, at=at)
    return keberatan


def _check(evaluasi: Evaluasi, isian: IsianPutusan) -> None:
    if len(isian.pertimbangan.strip()) < PALING_PENDEK:
        raise CannotDecide(
            "Tuliskan pertimbangan Anda; pegawai dan penilai akan membacanya, dan tercetak pada Format D.1.3."
        )
    if isian.putusan is Putusan.MENGUATKAN:
        return
    if isian.rating_hasil is None or isian.rating_perilaku is None:
        raise CannotDecide("Pilih kedua rating yang baru: hasil kerja dan perilaku kerja.")
    if (isian.rating_hasil, isian.rating_perilaku) == (evaluasi.rating_hasil, evaluasi.rating_perilaku):
        raise CannotDecide(
            "Kedua rating sama dengan yang lama. Bila hasilnya tetap, pilih “Menguatkan”; bila berubah, ubah salah satu."
        )


def _change(evaluasi: Evaluasi, isian: IsianPutusan, *, by: User, at: datetime) -> None:
    assert isian.rating_hasil is not None and isian.rating_perilaku is not None
    VersiEvaluasi.objects.create(
        evaluasi=evaluasi,
        nomor=evaluasi.versi,
        isi=_snapshot(evaluasi),
        alasan=isian.pertimbangan.strip(),
        created_at=at,
    )
    gagal_studi = evaluasi.gagal_studi
    predikat = predikat_dari(isian.rating_hasil, isian.rating_perilaku, gagal_studi=gagal_studi)
    assert predikat is not None
    evaluasi.versi += 1
    evaluasi.rating_hasil = isian.rating_hasil
    evaluasi.rating_perilaku = isian.rating_perilaku
    evaluasi.predikat = predikat
    evaluasi.jejak_hitung = {
        **evaluasi.jejak_hitung,
        "predikat": jejak_predikat(predikat, gagal_studi=gagal_studi),
        "putusan": {
            "oleh": by.nama,
            "pada": at.isoformat(),
            "pertimbangan": isian.pertimbangan.strip(),
            "rating_hasil": isian.rating_hasil.label,
            "rating_perilaku": isian.rating_perilaku.label,
        },
    }
    evaluasi.save(update_fields=["versi", "rating_hasil", "rating_perilaku", "predikat", "jejak_hitung"])


def _snapshot(evaluasi: Evaluasi) -> dict[str, Any]:
    return {
        "rating_hasil": evaluasi.rating_hasil,
        "rating_perilaku": evaluasi.rating_perilaku,
        "alasan_hasil": evaluasi.alasan_hasil,
        "alasan_perilaku": evaluasi.alasan_perilaku,
        "predikat": evaluasi.predikat,
        "capaian_organisasi": evaluasi.capaian_organisasi,
        "catatan": evaluasi.catatan,
        "jejak_hitung": evaluasi.jejak_hitung,
        "ditetapkan_at": evaluasi.ditetapkan_at.isoformat() if evaluasi.ditetapkan_at else "",
    }


def _lock(keberatan: Keberatan) -> Keberatan:
    return lock_row(Keberatan.objects.select_related("evaluasi__skp", "evaluasi__instansi"), keberatan.pk)


def _move(evaluasi: Evaluasi, langkah: LangkahEvaluasi, galat: type[Exception]) -> None:
    try:
        evaluasi.status = status_berikutnya(StatusEvaluasi(evaluasi.status), langkah)
    except LangkahTidakSah as error:
        raise galat(str(error)) from None
