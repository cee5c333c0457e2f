"""What somebody reads who has never had a plan here: what this is, and the one thing to do first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from kinerja.kepegawaian.models import Pegawai
from kinerja.kepegawaian.queries.penilai import penempatan_kini, penilai_kini
from kinerja.perencanaan.models import SKP
from kinerja.www.beranda.tugas.bentuk import Tugas


@dataclass(frozen=True)
class Sambutan:
    langkah: Tugas
    nama: str
    penilai: Pegawai | None


def sambutan_untuk(pegawai: Pegawai | None, daftar: Sequence[Tugas], *, on: date) -> Sambutan | None:
    """Only who has to write a first plan is greeted; everybody else costs no query."""
    langkah = next((satu for satu in daftar if satu.href == reverse("perencanaan:skp_create")), None)
    if pegawai is None or langkah is None or SKP.objects.filter(pegawai=pegawai).exists():
        return None
    penempatan = penempatan_kini(pegawai, on=on)
    hubungan = penilai_kini(penempatan) if penempatan else None
    return Sambutan(langkah, pegawai.nama.partition(",")[0], hubungan.penilai if hubungan else None)
