"""A case of counselling. Words enter and leave only through envelopes; the trail never says who came."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from kinerja.akun.models import User
from kinerja.bimbingan import permissions
from kinerja.bimbingan.actions.dasar import CannotGuide
from kinerja.bimbingan.brankas import CatatanTerlaluPanjang, create_key, destroy_key, seal
from kinerja.bimbingan.istilah import (
    AlasanTidakDapat,
    AsalKonseling,
    JenisAmplop,
    KeadaanKonseling,
    KeadaanLaporan,
    KeadaanTemu,
)
from kinerja.bimbingan.models import (
    AmplopKonseling,
    Konseling,
    KonselorTerdaftar,
    LaporanPerilaku,
    TemuKonseling,
)
from kinerja.bimbingan.queries.konselor import konselor_untuk
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Pegawai
from kinerja.lib.baris import lock_row


class CannotCounsel(CannotGuide):
    """This step cannot be taken now. The message never repeats what was written."""


def lock_konseling(konseling: Konseling) -> Konseling:
    terkunci: Konseling = lock_row(Konseling.objects.with_people(), konseling.pk)
    return terkunci


@sensitive_variables()  # outermost: the frames of the decorators below hold the words as well
@transaction.atomic
def request_konseling(konselor: KonselorTerdaftar, *, permintaan: str, by: User, at: datetime) -> Konseling:
    """Asked for by the person himself. Nobody but the counsellor hears of it."""
    pegawai = lingkup(by).pegawai
    if pegawai is None:
        raise PermissionDenied
    konseling = open_case(pegawai, konselor, asal=AsalKonseling.DIMINTA, at=at)
    if isi := permintaan.strip():
        put_envelope(konseling, JenisAmplop.PERMINTAAN, {"teks": isi}, by=by, at=at)
    note(konseling, "konseling.minta", at=at)
    return konseling


def open_case(
    pegawai: Pegawai,
    konselor: KonselorTerdaftar,
    *,
    asal: AsalKonseling,
    at: datetime,
    laporan: LaporanPerilaku | None = None,
) -> Konseling:
    """The key comes first: a case without one could not keep a secret."""
    Pegawai.objects.select_for_update().get(pk=pegawai.pk)
    boleh = konselor_untuk(pegawai, on=pegawai.instansi.tanggal(at))
    if not boleh.filter(pk=konselor.pk).exists():
        raise CannotCounsel(
            "Konselor ini tidak dapat dipilih: ia atasan atau bawahan langsung pegawai, atau sudah tidak terdaftar. "
            "Pilih konselor lain dari daftar."
        )
    berlangsung = (KeadaanKonseling.MENUNGGU, KeadaanKonseling.BERJALAN)
    if Konseling.objects.filter(
        pegawai=pegawai, konselor_id=konselor.pegawai_id, keadaan__in=berlangsung
    ).exists():
        raise CannotCounsel(
            "Konseling dengan konselor ini sudah berlangsung. Lanjutkan di halaman konselingnya."
        )
    konseling = Konseling(
        instansi=pegawai.instansi,
        pegawai=pegawai,
        konselor=konselor.pegawai,
        jenis_konselor=konselor.jenis,
        asal=asal,
        laporan=laporan,
        keadaan=KeadaanKonseling.MENUNGGU,
        requested_at=at,
    )
    try:
        create_key(konseling.kode)
    except OSError:
        raise CannotCounsel(
            "Kunci untuk menyandikan catatan tidak dapat disimpan, jadi konseling belum dapat dimulai. "
            "Beri tahu admin bahwa folder kunci konseling tidak dapat ditulis."
        ) from None
    konseling.save(force_insert=True)
    return konseling


@transaction.atomic
def accept_konseling(konseling: Konseling, *, by: User, at: datetime) -> Konseling:
    return _answer(konseling, KeadaanKonseling.BERJALAN, "konseling.terima", by=by, at=at)


@transaction.atomic
def decline_konseling(konseling: Konseling, *, alasan: AlasanTidakDapat, by: User, at: datetime) -> Konseling:
    """A referral goes back to personnel, who appoint somebody else."""
    konseling = _answer(
        konseling, KeadaanKonseling.DITOLAK, "konseling.tolak", by=by, at=at, rincian={"alasan": alasan}
    )
    if konseling.laporan is not None:
        laporan = LaporanPerilaku.objects.select_for_update().get(pk=konseling.laporan.pk)
        laporan.keadaan, laporan.decided_at, laporan.decided_by = KeadaanLaporan.DIAJUKAN, None, None
        laporan.save(update_fields=["keadaan", "decided_at", "decided_by"])
    return konseling


def _answer(
    konseling: Konseling,
    keadaan: KeadaanKonseling,
    tindakan: str,
    *,
    by: User,
    at: datetime,
    rincian: dict[str, str] | None = None,
) -> Konseling:
    konseling = lock_konseling(konseling)
    if not permissions.is_konselor(by, konseling):
        raise PermissionDenied
    if konseling.keadaan != KeadaanKonseling.MENUNGGU:
        raise CannotCounsel("Permintaan ini sudah dijawab.")
    konseling.keadaan, konseling.answered_at = keadaan, at
    konseling.save(update_fields=["keadaan", "answered_at"])
    note(konseling, tindakan, by=by, at=at, rincian=rincian)
    return konseling


@transaction.atomic
def schedule_temu(
    konseling: Konseling, *, temu_at: datetime, tempat: str, by: User, at: datetime
) -> TemuKonseling:
    konseling = _running(konseling, by=by)
    if not permissions.is_konselor(by, konseling):
        raise PermissionDenied
    if temu_at <= at:
        raise CannotCounsel("Waktu pertemuan sudah lewat. Pilih waktu yang akan datang.")
    if konseling.daftar_temu.filter(at=temu_at).exclude(keadaan=KeadaanTemu.BATAL).exists():
        raise CannotCounsel("Sudah ada pertemuan pada waktu itu.")
    temu = TemuKonseling.objects.create(konseling=konseling, at=temu_at, tempat=tempat.strip())
    note(konseling, "konseling.jadwalkan", by=by, at=at)
    return temu


@transaction.atomic
def settle_temu(temu: TemuKonseling, *, keadaan: KeadaanTemu, by: User, at: datetime) -> TemuKonseling:
    """Took place, says the counsellor; cancelled, says either of the two."""
    konseling = _running(temu.konseling, by=by)
    if keadaan == KeadaanTemu.TERLAKSANA and not permissions.is_konselor(by, konseling):
        raise PermissionDenied
    temu = TemuKonseling.objects.select_for_update().get(pk=temu.pk)
    if temu.keadaan != KeadaanTemu.DIJADWALKAN:
        raise CannotCounsel("Pertemuan ini sudah ditandai.")
    if keadaan == KeadaanTemu.TERLAKSANA and temu.at > at:
        raise CannotCounsel("Pertemuan ini belum berlangsung. Tandai sesudah waktunya.")
    temu.keadaan = keadaan
    temu.save(update_fields=["keadaan"])
    _note_by(konseling, "konseling.tandai_temu", by=by, at=at)
    return temu


@sensitive_variables()
@transaction.atomic
def write_catatan(konseling: Konseling, *, teks: str, by: User, at: datetime) -> AmplopKonseling:
    konseling = _running(konseling, by=by)
    if not teks.strip():
        raise CannotCounsel("Catatan masih kosong.")
    amplop = put_envelope(konseling, JenisAmplop.CATATAN, {"teks": teks.strip()}, by=by, at=at)
    _note_by(konseling, "konseling.catat", by=by, at=at)
    return amplop


@transaction.atomic
def remove_catatan(amplop: AmplopKonseling, *, by: User) -> None:
    """One's own, while the case runs."""
    _running(amplop.konseling, by=by)
    if amplop.penulis_id != by.pk or amplop.jenis != JenisAmplop.CATATAN:
        raise PermissionDenied
    amplop.delete()


@transaction.atomic
def finish_konseling(konseling: Konseling, *, by: User, at: datetime) -> Konseling:
    """Without a report: what somebody asked for himself need not be told to anybody (T97)."""
    konseling = _running(konseling, by=by)
    if not permissions.is_konselor(by, konseling):
        raise PermissionDenied
    if konseling.asal == AsalKonseling.DIRUJUK:
        raise CannotCounsel(
            "Konseling ini rujukan, jadi hasil dan tindak lanjutnya wajib dilaporkan. Tulis rekamannya, perlihatkan "
            "kepada pegawai, lalu kirim."
        )
    konseling.keadaan, konseling.finished_at = KeadaanKonseling.SELESAI, at
    konseling.save(update_fields=["keadaan", "finished_at"])
    konseling.daftar_amplop.filter(jenis__in=(JenisAmplop.DRAF, JenisAmplop.TANGGAPAN)).delete()
    note(konseling, "konseling.selesai", by=by, at=at)
    return konseling


@transaction.atomic
def destroy_notes(konseling: Konseling, *, by: User, at: datetime) -> Konseling:
    """By the person, when it is over. The key goes last: interrupted anywhere, it can be pressed again."""
    konseling = lock_konseling(konseling)
    if not permissions.is_client(by, konseling):
        raise PermissionDenied
    if konseling.keadaan not in (KeadaanKonseling.SELESAI, KeadaanKonseling.DITOLAK):
        raise CannotCounsel("Catatan dapat dimusnahkan sesudah konselingnya selesai.")
    if konseling.destroyed_at is not None:
        raise CannotCounsel("Catatannya sudah dimusnahkan.")
    konseling.daftar_amplop.all().delete()
    konseling.destroyed_at = at
    konseling.save(update_fields=["destroyed_at"])
    note(konseling, "konseling.musnahkan", at=at)
    transaction.on_commit(lambda: destroy_key(konseling.kode))
    return konseling


@sensitive_variables()
def put_envelope(
    konseling: Konseling, jenis: JenisAmplop, isi: dict[str, str], *, by: User, at: datetime
) -> AmplopKonseling:
    amplop = AmplopKonseling(id=uuid4(), konseling=konseling, jenis=jenis, penulis=by, at=at)
    try:
        amplop.isi = seal(amplop, isi)
    except CatatanTerlaluPanjang as error:
        raise CannotCounsel(str(error)) from None
    if jenis != JenisAmplop.CATATAN:
        konseling.daftar_amplop.filter(jenis=jenis).delete()
    amplop.save(force_insert=True)
    return amplop


def _running(konseling: Konseling, *, by: User) -> Konseling:
    konseling = lock_konseling(konseling)
    if not permissions.can_talk(by, konseling):
        raise PermissionDenied
    if not konseling.berjalan:
        raise CannotCounsel(
            f"Konseling ini {KeadaanKonseling(konseling.keadaan).label.lower()}, jadi tidak dapat diubah."
        )
    return konseling


require_running_case = _running


def note(
    konseling: Konseling,
    tindakan: str,
    *,
    at: datetime,
    by: User | None = None,
    rincian: dict[str, str] | None = None,
) -> None:
    """The counsellor by name, the person never: an auditor learns that a case moved, not whose it is."""
    jejak.record(tindakan, konseling, by=by, at=at, rincian=rincian)


def _note_by(konseling: Konseling, tindakan: str, *, by: User, at: datetime) -> None:
    note(konseling, tindakan, by=by if permissions.is_konselor(by, konseling) else None, at=at)
