"""What leaves the room: written by the counsellor, seen by the person as it stands, and only then sent."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from kinerja.akun.models import User
from kinerja.bimbingan import permissions
from kinerja.bimbingan.actions.konseling import CannotCounsel, note, put_envelope, require_running_case
from kinerja.bimbingan.brankas import unseal
from kinerja.bimbingan.formulir import rekaman_as_dict
from kinerja.bimbingan.istilah import JenisAmplop, KeadaanKonseling, KeadaanTemu
from kinerja.bimbingan.models import AmplopKonseling, Konseling, RekamanKonseling
from kinerja.bimbingan.models.konseling import HARI_MEMBACA
from kinerja.dokumen.rekaman_konseling import JUDUL_REKAMAN, KODE_REKAMAN
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.queries.penilai import atasan_dari, penempatan_kini, penilai_kini
from kinerja.lib.baris import lock_row
from kinerja.lib.tanggal import format_tanggal
from kinerja.peraturan.bimbingan import Konselor, Penerima, penerima_rekaman_konseling

PUTUSAN_TERPENDEK = 10


@sensitive_variables()  # outermost: the frames of the decorators below hold the words as well
@transaction.atomic
def show_draf(konseling: Konseling, *, hasil: str, tindak_lanjut: str, by: User, at: datetime) -> Konseling:
    """The draft is as secret as the talk. Any change takes back what the person has confirmed."""
    konseling = require_running_case(konseling, by=by)
    if not permissions.is_konselor(by, konseling):
        raise PermissionDenied
    if not konseling.daftar_temu.filter(keadaan=KeadaanTemu.TERLAKSANA).exists():
        raise CannotCounsel(
            "Tandai dahulu pertemuan yang terlaksana; rekaman menyebut berapa kali Anda bertemu."
        )
    if not hasil.strip() or not tindak_lanjut.strip():
        raise CannotCounsel(
            "Isi hasil dan tindak lanjut yang disarankan. Cukup yang perlu diketahui penerimanya."
        )
    isi = {"hasil": hasil.strip(), "tindak_lanjut": tindak_lanjut.strip()}
    put_envelope(konseling, JenisAmplop.DRAF, isi, by=by, at=at)
    konseling.daftar_amplop.filter(jenis=JenisAmplop.TANGGAPAN).delete()
    konseling.shown_at, konseling.read_at = at, None
    konseling.save(update_fields=["shown_at", "read_at"])
    note(konseling, "konseling.perlihatkan", by=by, at=at)
    return konseling


@sensitive_variables()
@transaction.atomic
def confirm_draf(
    konseling: Konseling, *, shown_at: datetime, tanggapan: str, by: User, at: datetime
) -> Konseling:
    """ "Sudah saya baca", of the very text that was on the screen; a word to the counsellor stays between them."""
    konseling = require_running_case(konseling, by=by)
    if not permissions.is_client(by, konseling):
        raise PermissionDenied
    if konseling.shown_at is None:
        raise CannotCounsel("Belum ada rekaman yang perlu Anda baca.")
    if konseling.shown_at != shown_at:
        raise CannotCounsel(
            "Konselor mengubah rekamannya sejak halaman ini Anda buka. Baca yang terbaru di bawah."
        )
    if tanggapan.strip():
        put_envelope(konseling, JenisAmplop.TANGGAPAN, {"teks": tanggapan.strip()}, by=by, at=at)
    konseling.read_at = at
    konseling.save(update_fields=["read_at"])
    note(konseling, "konseling.baca_rekaman", at=at)
    return konseling


@sensitive_variables()
@transaction.atomic
def send_rekaman(konseling: Konseling, *, by: User, at: datetime) -> RekamanKonseling:
    """To those whom the law names for this kind of counsellor, and the case is over."""
    konseling = require_running_case(konseling, by=by)
    if not permissions.is_konselor(by, konseling):
        raise PermissionDenied
    if halangan := sending_obstacle(konseling, at=at):
        raise CannotCounsel(halangan)
    draf: AmplopKonseling = konseling.daftar_amplop.get(jenis=JenisAmplop.DRAF)
    isi = unseal(AmplopKonseling.objects.select_related("konseling").get(pk=draf.pk))
    rekaman = RekamanKonseling.objects.create(
        konseling=konseling,
        hasil=isi["hasil"],
        tindak_lanjut=isi["tindak_lanjut"],
        jumlah_temu=konseling.daftar_temu.filter(keadaan=KeadaanTemu.TERLAKSANA).count(),
        sent_at=at,
        **_recipients(konseling, at=at),
    )
    _register(rekaman, by=by, at=at)
    konseling.daftar_amplop.filter(jenis__in=(JenisAmplop.DRAF, JenisAmplop.TANGGAPAN)).delete()
    konseling.keadaan, konseling.finished_at = KeadaanKonseling.SELESAI, at
    konseling.save(update_fields=["keadaan", "finished_at"])
    note(konseling, "konseling.kirim_rekaman", by=by, at=at)
    return rekaman


def _register(rekaman: RekamanKonseling, *, by: User, at: datetime) -> None:
    """Whoever checks the code learns that the paper is genuine, and nothing about anybody."""
    jejak.register_document(
        rekaman_as_dict(rekaman),
        kode=KODE_REKAMAN,
        judul=JUDUL_REKAMAN,
        tampilan=[
            ("Jenis konselor", Konselor(rekaman.konseling.jenis_konselor).label),
            ("Dikirim", format_tanggal(rekaman.konseling.instansi.tanggal(at))),
        ],
        objek=rekaman,
        instansi_id=rekaman.konseling.instansi_id,
        by=by,
        at=at,
    )


def sending_obstacle(konseling: Konseling, *, at: datetime) -> str:
    if konseling.shown_at is None:
        return "Perlihatkan rekamannya kepada pegawai dahulu. Ia melihat persis apa yang akan dikirim."
    if konseling.read_at is None and at < konseling.shown_at + timedelta(days=HARI_MEMBACA):
        return (
            f"Pegawai belum menyatakan sudah membaca. Tunggu, atau kirim sesudah {HARI_MEMBACA} hari sejak "
            "rekaman diperlihatkan."
        )
    return ""


def _recipients(konseling: Konseling, *, at: datetime) -> dict[str, object]:
    """As on the day of sending; who has moved is reported to where he works now."""
    on = konseling.instansi.tanggal(at)
    penempatan = penempatan_kini(konseling.pegawai, on=on)
    if penempatan is None:
        raise CannotCounsel(
            "Pegawai ini tidak punya penempatan yang berlaku, jadi penerima rekaman belum diketahui."
        )
    daftar = penerima_rekaman_konseling(konselor=Konselor(konseling.jenis_konselor))
    hubungan = penilai_kini(penempatan)
    penilai = hubungan.penilai_id if hubungan else None
    atasan = atasan_dari(penilai, on=on) if penilai else None
    isi: dict[str, object] = {
        "unit_kerja": penempatan.unit_kerja,
        "kepada_penilai_id": penilai if Penerima.PENILAI in daftar else None,
        "kepada_atasan_id": atasan if Penerima.ATASAN_PENILAI in daftar else None,
        "kepada_kepegawaian": Penerima.KEPEGAWAIAN in daftar,
    }
    if not any((isi["kepada_penilai_id"], isi["kepada_atasan_id"], isi["kepada_kepegawaian"])):
        raise CannotCounsel(
            "Pejabat penilai atau atasannya belum tercatat, jadi belum ada yang menerima rekaman ini."
        )
    return isi


@transaction.atomic
def decide_rekaman(rekaman: RekamanKonseling, *, putusan: str, by: User, at: datetime) -> RekamanKonseling:
    """The follow-up, by whoever the law lets decide it (huruf e)."""
    rekaman = lock_row(RekamanKonseling.objects.select_related("konseling", "unit_kerja"), rekaman.pk)
    if not permissions.can_decide_rekaman(by, rekaman):
        raise PermissionDenied
    if len(putusan.strip()) < PUTUSAN_TERPENDEK:
        raise CannotCounsel("Tuliskan tindak lanjut yang diputuskan.")
    rekaman.putusan, rekaman.decided_at, rekaman.decided_by = putusan.strip(), at, by
    rekaman.save(update_fields=["putusan", "decided_at", "decided_by"])
    jejak.record("konseling.putuskan", rekaman, by=by, at=at)
    return rekaman
