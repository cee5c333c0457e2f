"""Thank-you notes: small, kind, a few a day, and the receiver's to keep or to show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Pegawai
from kinerja.lib.baris import lock_row
from kinerja.metode.telaah_ucapan import is_kasar
from kinerja.penghargaan import permissions
from kinerja.penghargaan.actions.dasar import CannotAward
from kinerja.penghargaan.istilah import KeadaanUcapan
from kinerja.penghargaan.models import TerimaKasih
from kinerja.penghargaan.models.apresiasi import UCAPAN_TERPANJANG
from kinerja.penghargaan.setelan import KELOMPOK_UCAPAN
from kinerja.penilaian.models import BELUM_DISERAHKAN, Evaluasi
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.setelan.queries import nilai

TERPENDEK = 10


class CannotThank(CannotAward):
    """The note cannot be sent like this; the message says why, and nothing typed is lost."""


@dataclass(frozen=True, kw_only=True)
class IsianUcapan:
    teks: str
    nilai: NilaiDasar | None = None


@transaction.atomic
def send_ucapan(kepada: Pegawai, isian: IsianUcapan, *, by: User, at: datetime) -> TerimaKasih:
    """To one's own penilai while he rates, it is kept and arrives after he has handed over the result (ADR 0018)."""
    dari = lingkup(by).pegawai
    if dari is None or not permissions.can_thank(by, kepada):
        raise PermissionDenied
    # The sender queues up behind himself, so that two tabs cannot send more than a day allows.
    dari = lock_row(Pegawai.objects.select_related("instansi"), dari.pk)
    on = dari.instansi.tanggal(at)
    teks = " ".join(isian.teks.split())
    if halangan := _obstacle(dari, kepada, teks, on=on):
        raise CannotThank(halangan)
    ucapan = TerimaKasih.objects.create(
        instansi_id=dari.instansi_id,
        dari=dari,
        kepada=kepada,
        teks=teks,
        nilai=isian.nilai or "",
        ditunda=is_rating(kepada, dari),
        dikirim_on=on,
        dikirim_at=at,
    )
    # What two colleagues say to one another is theirs; the trail only knows that a note was sent.
    jejak.record("penghargaan.terima_kasih", ucapan, by=by, at=at)
    return ucapan


def is_rating(penilai: Pegawai, dinilai: Pegawai) -> bool:
    berjalan = Evaluasi.objects.filter(penilai=penilai, skp__pegawai=dinilai, status__in=BELUM_DISERAHKAN)
    return berjalan.exists()


def _obstacle(dari: Pegawai, kepada: Pegawai, teks: str, *, on: date) -> str:
    if dari.pk == kepada.pk:
        return "Ucapan terima kasih ditujukan kepada rekan. Pilih orang lain."
    if len(teks) < TERPENDEK:
        return f"Tuliskan beberapa kata lagi, paling sedikit {TERPENDEK} huruf: apa yang dilakukannya untuk Anda?"
    if len(teks) > UCAPAN_TERPANJANG:
        return f"Ucapan paling panjang {UCAPAN_TERPANJANG} huruf; tulisan Anda {len(teks)} huruf. Ambil satu hal yang paling berarti."
    if is_kasar(teks):
        return (
            "Ada kata yang dapat menyakiti, jadi ucapan ini belum dikirim. Ganti kata itu. "
            "Bila ada yang perlu dibicarakan, gunakan umpan balik atau dialog kinerja."
        )
    return _enough_for_today(dari, kepada, on=on)


def _enough_for_today(dari: Pegawai, kepada: Pegawai, *, on: date) -> str:
    hari_ini = TerimaKasih.objects.filter(dari=dari, dikirim_on=on)
    if hari_ini.filter(kepada=kepada).exists():
        return f"Hari ini Anda sudah mengucapkan terima kasih kepada {kepada.nama}. Ucapan berikutnya dapat dikirim besok."
    paling_banyak = nilai(dari.instansi_id, KELOMPOK_UCAPAN.kode).bulat("ucapan_sehari")
    if hari_ini.count() >= paling_banyak:
        return (
            f"Hari ini Anda sudah mengirim {paling_banyak} ucapan. Yang sedikit terasa lebih tulus; "
            "simpan tulisan ini dan kirim besok."
        )
    return ""


@transaction.atomic
def keep_ucapan(ucapan: TerimaKasih, *, keadaan: KeadaanUcapan, by: User, at: datetime) -> None:
    """The receiver keeps it between the two, puts it on the wall, or hides it. The sender is not told of hiding."""
    ucapan = _lock_received(ucapan, by=by)
    ucapan.keadaan = keadaan
    ucapan.dibaca_at = ucapan.dibaca_at or at
    ucapan.save(update_fields=["keadaan", "dibaca_at"])
    jejak.record("penghargaan.atur_ucapan", ucapan, by=by, at=at, rincian={"keadaan": keadaan.value})


@transaction.atomic
def mark_read(*, by: User, at: datetime) -> int:
    """Everything that has arrived counts as read from now on."""
    pegawai = lingkup(by).pegawai
    if pegawai is None:
        raise PermissionDenied
    baru = TerimaKasih.objects.sampai().filter(kepada=pegawai, dibaca_at=None)
    return TerimaKasih.objects.filter(pk__in=list(baru.order_by("id").values_list("pk", flat=True))).update(
        dibaca_at=at
    )


def _lock_received(ucapan: TerimaKasih, *, by: User) -> TerimaKasih:
    ucapan = TerimaKasih.objects.select_for_update().get(pk=ucapan.pk)
    pegawai = lingkup(by).pegawai
    if pegawai is None or pegawai.pk != ucapan.kepada_id:
        raise PermissionDenied
    return ucapan
