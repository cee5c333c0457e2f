"""Work shown as an example: offered by its owner, or asked for and agreed to; taken back whenever he wants."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.lib.baris import lock_row
from kinerja.metode.telaah_suara import TandaKalimat, tanda_kalimat
from kinerja.penghargaan import permissions
from kinerja.penghargaan.actions.dasar import CannotAward
from kinerja.penghargaan.istilah import KeadaanKarya
from kinerja.penghargaan.models import KaryaTeladan
from kinerja.penghargaan.queries.keadaan import SUDAH_PASTI
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.predikat import Predikat
from kinerja.perencanaan.models import RencanaHasilKerja

ISI_TERPENDEK = 60
TERBUKA = (KeadaanKarya.MENUNGGU, KeadaanKarya.TAMPIL)


class CannotShare(CannotAward):
    """The work cannot be shared like this; the message says why."""


@dataclass(frozen=True, kw_only=True)
class IsianKarya:
    judul: str
    isi: str
    pelajaran: str = ""
    anonim: bool = False
    contoh_skp: bool = False


@transaction.atomic
def share_karya(
    evaluasi: Evaluasi, rhk: RencanaHasilKerja, isian: IsianKarya, *, by: User, at: datetime
) -> KaryaTeladan:
    """Of the owner it is shared at once; of anybody else it waits for his consent."""
    evaluasi = _locked(evaluasi)
    if not permissions.can_propose_karya(by, evaluasi) or rhk.skp_id != evaluasi.skp_id:
        raise PermissionDenied
    if halangan := cannot_share(evaluasi) or _wrong_text(evaluasi, isian):
        raise CannotShare(halangan)
    if KaryaTeladan.objects.filter(rhk=rhk, keadaan__in=TERBUKA).exists():
        raise CannotShare(
            "Hasil kerja ini sudah dibagikan atau sedang menunggu persetujuan pemiliknya. Pilih hasil kerja lain."
        )
    pegawai = lingkup(by).pegawai
    sendiri = pegawai is not None and pegawai.pk == evaluasi.skp.pegawai_id
    karya = KaryaTeladan.objects.create(
        instansi_id=evaluasi.instansi_id,
        pegawai=evaluasi.skp.pegawai,
        evaluasi=evaluasi,
        rhk=rhk,
        keadaan=KeadaanKarya.TAMPIL if sendiri else KeadaanKarya.MENUNGGU,
        diusulkan_oleh=by,
        diusulkan_at=at,
        dijawab_at=at if sendiri else None,
        **(_columns(isian) | ({} if sendiri else {"contoh_skp": False})),  # only the owner lets others use it
    )
    jejak.record("penghargaan.bagikan_karya", karya, by=by, at=at, rincian={"setuju": sendiri})
    return karya


@transaction.atomic
def answer_karya(
    karya: KaryaTeladan, isian: IsianKarya, *, setuju: bool, by: User, at: datetime
) -> KaryaTeladan:
    """The owner says yes to the words as he leaves them, or no. He may also change what is shared already."""
    karya = _own(karya, by=by)
    if karya.keadaan not in TERBUKA:
        raise CannotShare(f"Karya ini {KeadaanKarya(karya.keadaan).label.lower()}, jadi tidak dapat diubah.")
    if setuju and (halangan := _wrong_text(karya.evaluasi, isian)):
        raise CannotShare(halangan)
    if setuju:
        for nama, nilai in _columns(isian).items():
            setattr(karya, nama, nilai)
    karya.keadaan = KeadaanKarya.TAMPIL if setuju else KeadaanKarya.DITOLAK
    karya.dijawab_at = at
    karya.save(update_fields=["keadaan", "dijawab_at", *(_columns(isian) if setuju else ())])
    tindakan = "penghargaan.setujui_karya" if setuju else "penghargaan.tolak_karya"
    jejak.record(tindakan, karya, by=by, at=at, rincian={"anonim": karya.anonim})
    return karya


@transaction.atomic
def withdraw_karya(karya: KaryaTeladan, *, by: User, at: datetime) -> None:
    """From this moment nobody else reads it; no reason is asked."""
    karya = _own(karya, by=by)
    if karya.keadaan != KeadaanKarya.TAMPIL:
        raise CannotShare("Karya ini tidak sedang dibagikan.")
    karya.keadaan, karya.ditarik_at = KeadaanKarya.DITARIK, at
    karya.save(update_fields=["keadaan", "ditarik_at"])
    jejak.record("penghargaan.tarik_karya", karya, by=by, at=at)


def cannot_share(evaluasi: Evaluasi) -> str:
    if evaluasi.status not in SUDAH_PASTI or not evaluasi.predikat:
        return (
            "Hasil evaluasi ini belum pasti. Karya teladan diambil dari hasil yang sudah diterima atau final."
        )
    if not Predikat(evaluasi.predikat).mencapai(Predikat.BAIK):
        return "Karya teladan diambil dari hasil dengan predikat Baik atau Sangat Baik."
    return ""


def _wrong_text(evaluasi: Evaluasi, isian: IsianKarya) -> str:
    if len(isian.judul.strip()) < 5:
        return "Beri judul singkat yang menyebut hasilnya."
    if len(isian.isi.strip()) < ISI_TERPENDEK:
        return f"Ceritakan caranya, paling sedikit {ISI_TERPENDEK} huruf: apa masalahnya, apa yang dilakukan, apa hasilnya."
    semua = f"{isian.judul} {isian.isi} {isian.pelajaran}"
    if TandaKalimat.DATA_PRIBADI in tanda_kalimat(semua):
        return "Ada nomor telepon, NIK, atau surel di dalam tulisan. Hapus dahulu, karena seluruh rekan akan membacanya."
    if isian.anonim and (nama := _named(evaluasi.skp.pegawai.nama, semua)):
        return f"Anda memilih tanpa nama, tetapi tulisan masih menyebut “{nama}”. Ganti dengan “saya” atau “kami”."
    return ""


def _named(nama: str, teks: str) -> str:
    """A part of the name that the text still tells; degrees and initials are too short to give away anybody."""
    kata = {satu.casefold() for satu in teks.replace(",", " ").replace(".", " ").split()}
    depan = nama.partition(",")[0].replace(".", " ").split()
    return next((bagian for bagian in depan if len(bagian) > 3 and bagian.casefold() in kata), "")


def _columns(isian: IsianKarya) -> dict[str, object]:
    return {
        "judul": isian.judul.strip(),
        "isi": isian.isi.strip(),
        "pelajaran": isian.pelajaran.strip(),
        "anonim": isian.anonim,
        "contoh_skp": isian.contoh_skp,
    }


def _locked(evaluasi: Evaluasi) -> Evaluasi:
    return lock_row(Evaluasi.objects.select_related("skp__pegawai", "skp__unit_kerja"), evaluasi.pk)


def _own(karya: KaryaTeladan, *, by: User) -> KaryaTeladan:
    karya = lock_row(KaryaTeladan.objects.select_related("evaluasi__skp__pegawai"), karya.pk)
    if not permissions.owns_karya(by, karya):
        raise PermissionDenied
    return karya
