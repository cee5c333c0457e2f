"""Units, trainings and classes: short tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kinerja.cari.queries.cocok import mengandung
from kinerja.cari.queries.kata import Pertanyaan, ratakan
from kinerja.cari.queries.temuan import TERBANYAK, Temuan
from kinerja.kepegawaian.models import UnitKerja
from kinerja.lib.tanggal import format_rentang_tanggal
from kinerja.pelatihan.istilah import BidangPelatihan, KeadaanKelas
from kinerja.pelatihan.models import KelasPelatihan, Pelatihan

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kinerja.akun.models import User


def unit_cocok(user: User, tanya: Pertanyaan) -> QuerySet[UnitKerja]:
    """To be read together with another short table; `temuan_unit` makes lines of them."""
    daftar = UnitKerja.objects.visible_to(user).filter(mengandung(["nama"], tanya.daftar_kata))
    return daftar.select_related("induk").order_by("dibubarkan_on", "jalur")


def temuan_unit(daftar: Iterable[UnitKerja], tanya: Pertanyaan) -> list[Temuan]:
    return _best_first(
        [
            Temuan(
                unit.pk,
                unit.nama,
                unit.induk.nama if unit.induk else "",
                "Sudah dibubarkan" if unit.dibubarkan_on else "",
            )
            for unit in daftar
        ],
        tanya,
    )[: TERBANYAK + 1]


def cari_pelatihan(user: User, tanya: Pertanyaan) -> list[Temuan]:
    daftar = Pelatihan.objects.visible_to(user).filter(mengandung(["nama", "kode"], tanya.daftar_kata))
    baris = daftar.order_by("-aktif", "nama", "id").values_list(
        "pk", "nama", "jenis_kompetensi", "jp", "aktif"
    )
    return _best_first(
        [
            Temuan(
                pk,
                nama,
                BidangPelatihan(jenis).label + (f" · {jp} JP" if jp else ""),
                "" if aktif else "Tidak ditawarkan lagi",
            )
            for pk, nama, jenis, jp, aktif in baris[: TERBANYAK + 1]
        ],
        tanya,
    )


def cari_kelas(user: User, tanya: Pertanyaan) -> list[Temuan]:
    daftar = KelasPelatihan.objects.visible_to(user).filter(
        mengandung(["pelatihan__nama", "nama", "tempat", "penyelenggara"], tanya.daftar_kata)
    )
    baris = daftar.order_by("-mulai_on", "id").values_list(
        "pk", "pelatihan__nama", "nama", "mulai_on", "selesai_on", "tempat", "keadaan"
    )
    return [
        Temuan(
            pk,
            f"{pelatihan} – {nama}",
            " · ".join(satu for satu in (format_rentang_tanggal(mulai, selesai), tempat) if satu),
            KeadaanKelas(keadaan).label,
        )
        for pk, pelatihan, nama, mulai, selesai, tempat, keadaan in baris[: TERBANYAK + 1]
    ]


def _best_first(daftar: list[Temuan], tanya: Pertanyaan) -> list[Temuan]:
    """Names that begin with the first word before the others; what the database ordered stays within."""
    awal = tanya.daftar_kata[0]
    return sorted(daftar, key=lambda satu: (bool(satu.tanda), not ratakan(satu.judul).startswith(awal)))
