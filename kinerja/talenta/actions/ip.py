"""Keeping what the index needs to know of a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.models import Pegawai
from kinerja.lib.baris import lock_row
from kinerja.lib.tanggal import format_tanggal
from kinerja.metode.ip_asn import Diklat, Hukuman, Pendidikan
from kinerja.talenta.models import DataIP
from kinerja.talenta.permissions import can_record_talenta


class CannotKeepDataIP(Exception):
    """The data cannot be kept; the message says why, `medan` beside which field."""

    def __init__(self, pesan: str, *, medan: str = "") -> None:
        super().__init__(pesan)
        self.medan = medan


@dataclass(frozen=True, kw_only=True)
class IsianIP:
    """None is "not known"; an empty set of diklat is "none"."""

    pendidikan: Pendidikan | None
    daftar_diklat: frozenset[Diklat] | None
    nilai_kinerja: Decimal | None
    hukuman: Hukuman | None
    per_on: date
    sumber: str

    def as_fields(self) -> dict[str, object]:
        """As the columns of `DataIP` hold it."""
        return {
            "pendidikan": self.pendidikan or "",
            "daftar_diklat": None if self.daftar_diklat is None else sorted(self.daftar_diklat),
            "nilai_kinerja": self.nilai_kinerja,
            "hukuman": self.hukuman or "",
            "per_on": self.per_on,
            "sumber": self.sumber.strip(),
        }


@transaction.atomic
def keep_data_ip(pegawai: Pegawai, *, isian: IsianIP, by: User, at: datetime) -> DataIP:
    pegawai = lock_row(Pegawai.objects.select_related("instansi"), pegawai.pk)
    on = pegawai.instansi.tanggal(at)
    if not can_record_talenta(by, pegawai, on=on):
        raise PermissionDenied
    refuse_impossible(isian, on=on)
    isi = isian.as_fields()
    lama = DataIP.objects.filter(pegawai=pegawai).first() or DataIP(pegawai=pegawai)
    data, _ = DataIP.objects.update_or_create(
        pegawai=pegawai, defaults={**isi, "impor": None, "diubah_at": at, "diubah_oleh": by}
    )
    # What it says is for fewer readers than the trail has.
    rincian = {"berubah": [nama for nama, nilai in isi.items() if getattr(lama, nama) != nilai]}
    jejak.record("talenta.data_ip", data, by=by, at=at, rincian=rincian | {"per_on": isian.per_on})
    return data


def refuse_impossible(isian: IsianIP, *, on: date) -> None:
    if isian.nilai_kinerja is not None and not 0 <= isian.nilai_kinerja <= 100:
        raise CannotKeepDataIP("Nilai kinerja harus 0 sampai 100.", medan="nilai_kinerja")
    if isian.per_on > on:
        raise CannotKeepDataIP(f"Tanggal {format_tanggal(isian.per_on)} belum tiba.", medan="per_on")
    if not isian.sumber.strip():
        raise CannotKeepDataIP(
            "Tulis dari mana data ini, misalnya SIASN atau nomor ijazah. Pegawainya membacanya.",
            medan="sumber",
        )
