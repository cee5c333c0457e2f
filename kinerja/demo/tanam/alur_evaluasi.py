"""How far each evaluation has come: past ones are final, the latest ones are on their way."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from kinerja.demo.tanam.dunia import Dunia, Susunan, acak_untuk
from kinerja.kebijakan.models import Periode
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi

_URUTAN = (
    StatusEvaluasi.DIBUKA,
    StatusEvaluasi.DINILAI,
    StatusEvaluasi.DITETAPKAN,
    StatusEvaluasi.DISERAHKAN,
    StatusEvaluasi.DITERIMA,
    StatusEvaluasi.FINAL,
)
_BERJALAN = {
    "pak-budi": StatusEvaluasi.DISERAHKAN,
    "bu-dewi": StatusEvaluasi.DITERIMA,
    "dokter-fajar": StatusEvaluasi.DIBUKA,
    "bu-yanti": StatusEvaluasi.DINILAI,
    "pak-joko": StatusEvaluasi.DIBUKA,
    "bu-melati": StatusEvaluasi.DITERIMA,
    "pak-taufan": StatusEvaluasi.DITERIMA,
    "bu-rina": StatusEvaluasi.DISERAHKAN,
    "pak-reza": StatusEvaluasi.DIBUKA,
    "bu-nurul": StatusEvaluasi.DIBUKA,
}
# Weights of the same order as _URUTAN without FINAL.
_BAGIAN = (20, 10, 10, 25, 35)


def status_kini(susunan: Susunan, periode: Periode, *, terakhir: bool, dunia: Dunia) -> StatusEvaluasi:
    if not terakhir:
        return StatusEvaluasi.FINAL
    if (dunia.on - periode.selesai_on).days < 12:
        return StatusEvaluasi.DIBUKA
    if status := _BERJALAN.get(susunan.slug):
        return status
    acak = acak_untuk(susunan.skp.pegawai.nip, periode.pk, "status")
    return acak.choices(_URUTAN[:-1], weights=_BAGIAN)[0]


def isi_waktu(evaluasi: Evaluasi, status: StatusEvaluasi, *, terakhir: bool, dunia: Dunia) -> None:
    """Every instant up to the status, none after it and none in the future."""
    acak = acak_untuk(evaluasi.skp.pegawai.nip, evaluasi.periode_id, "waktu")
    awal = _awal(evaluasi.periode.selesai_on, terakhir=terakhir, dunia=dunia)
    if evaluasi.oleh_atasan:
        # His superior may step in only when the window has passed.
        awal = evaluasi.periode.jendela_selesai_on
    jarak = (1, acak.randint(2, 3), acak.randint(4, 5), acak.randint(6, 7), 33)
    waktu = [dunia.pukul(awal + timedelta(days=hari), 9 + acak.randrange(6)) for hari in jarak]
    sampai = _URUTAN.index(status)
    kolom = ("dinilai_at", "ditetapkan_at", "diserahkan_at", "diterima_at", "final_at")
    for nama, pada in zip(kolom[:sampai], waktu, strict=False):
        setattr(evaluasi, nama, pada)
    if status is StatusEvaluasi.FINAL:
        _laporkan(evaluasi)


def dinilai_pada(evaluasi: Evaluasi, *, dunia: Dunia) -> datetime:
    return evaluasi.dinilai_at or dunia.at


def _awal(selesai_on: date, *, terakhir: bool, dunia: Dunia) -> date:
    """The running one lies so close to today that the days to object are still being counted."""
    return max(selesai_on, dunia.on - timedelta(days=11)) if terakhir else selesai_on


def _laporkan(evaluasi: Evaluasi) -> None:
    """Final from the start closes with the signature of receipt; the others when the days to object are over."""
    if evaluasi.final_sejak_awal:
        evaluasi.final_at = evaluasi.diterima_at
    evaluasi.dilaporkan_at = evaluasi.final_at
