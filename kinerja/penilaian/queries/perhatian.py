"""What is worth a look before an indicator is rated; it informs, it never weighs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kinerja.kebijakan.models import Periode, Tahap

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kinerja.pelaksanaan.models import BuktiDukung, Realisasi
    from kinerja.penilaian.models import Evaluasi

_DISEBUT = 3


def periode_dokumentasi(evaluasi: Evaluasi) -> QuerySet[Periode]:
    """The documentation periods that this evaluation looks at, as far as the plan was running."""
    skp, periode = evaluasi.skp, evaluasi.periode
    return Periode.objects.filter(
        instansi_id=evaluasi.instansi_id,
        tahap=Tahap.DOKUMENTASI,
        mulai_on__gte=periode.mulai_on,
        selesai_on__lte=periode.selesai_on,
        mulai_on__lte=skp.selesai_on,
        selesai_on__gte=skp.mulai_on,
    ).order_by("mulai_on", "id")


def perhatian(
    daftar_periode: Sequence[Periode], daftar: Sequence[Realisasi], bukti: Sequence[BuktiDukung]
) -> tuple[str, ...]:
    nomor = {periode.pk for periode in daftar_periode}
    tercatat = {satu.periode_id for satu in daftar}
    kosong = [periode.nama for periode in daftar_periode if periode.pk not in tercatat]
    terlambat = [satu.periode.nama for satu in daftar if satu.terlambat and satu.periode_id in nomor]
    berulang = _used_again(bukti)
    kalimat = []
    if kosong:
        kalimat.append(f"Belum ada catatan untuk {_list(kosong)}. Tanyakan sebabnya sebelum menilai.")
    if terlambat:
        kalimat.append(f"Catatan {_list(terlambat)} masuk sesudah batasnya.")
    if berulang:
        kalimat.append(f"Bukti yang sama dipakai {berulang} kali. Pastikan isinya memang masih berlaku.")
    return tuple(kalimat)


def _used_again(bukti: Sequence[BuktiDukung]) -> int:
    """How often the piece that was used most was used in different periods; 0 when each is its own."""
    periode: dict[tuple[str, str], set[int]] = defaultdict(set)
    for satu in bukti:
        periode[(satu.sidik, satu.tautan)].add(satu.realisasi_id)
    terbanyak = max((len(nomor) for nomor in periode.values()), default=0)
    return terbanyak if terbanyak > 1 else 0


def _list(nama: list[str]) -> str:
    if len(nama) > _DISEBUT:
        return f"{len(nama)} periode"
    return nama[0] if len(nama) == 1 else f"{', '.join(nama[:-1])} dan {nama[-1]}"
