"""What the queue does for the assessment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from kinerja.jejak.queries import jam_meloncat
from kinerja.kebijakan.models import Kebijakan, Periode
from kinerja.kebijakan.permissions import can_manage_kalender
from kinerja.lib.angka import format_angka
from kinerja.pekerjaan.daftar import Hasil, pekerjaan
from kinerja.pekerjaan.kerja import Kerja, PekerjaanGagal
from kinerja.penilaian.actions import CannotMoveEvaluasi, close_evaluasi, due_evaluasi
from kinerja.penilaian.actions.hitung_saran import HITUNG_SARAN, write_saran
from kinerja.penilaian.queries.saran_banyak import hitung_saran, menunggu_saran

if TYPE_CHECKING:
    from kinerja.akun.models import User

SEBAGIAN = 1000  # people a part: seconds of work, and a writer in the way for a fraction of one


def boleh_hitung(user: User, argumen: Mapping[str, Any]) -> bool:
    """A period that has gone is for the job to tell."""
    periode = Periode.objects.select_related("instansi").filter(pk=argumen["periode"]).first()
    return periode is None or can_manage_kalender(user, periode.instansi)


@pekerjaan(HITUNG_SARAN, judul="Menghitung saran rating", sewa=timedelta(minutes=2), boleh=boleh_hitung)
def hitung(kerja: Kerja) -> Hasil:
    """Policy by policy, person by person; the position is the policy and the last person of it."""
    periode = Periode.objects.select_related("instansi").filter(pk=kerja.argumen["periode"]).first()
    if periode is None:
        raise PekerjaanGagal("Periode ini sudah tidak ada.")
    kalimat = f"Saran rating {periode.nama}"
    if kerja.posisi is None:
        kerja.lapor(kalimat, total=menunggu_saran(periode).count())
    for kebijakan in _policies(periode, dari=(kerja.posisi or [0])[0]):
        for nomor in _parts(periode, kebijakan, kerja):
            daftar = menunggu_saran(periode).filter(pk__in=nomor)
            saran = hitung_saran(daftar, periode=periode, kebijakan=kebijakan, at=kerja.at)
            posisi = [_number(kebijakan), nomor[-1]]
            with kerja.bagian(posisi, kemajuan=kerja.kemajuan + len(nomor), kalimat=kalimat):
                write_saran(saran, periode=periode, kebijakan=kebijakan, at=kerja.at)
    return Hasil(
        f"Saran rating {periode.nama} sudah dihitung untuk {format_angka(kerja.kemajuan)} orang. Pejabat penilai "
        "melihatnya saat menilai, dan tetap memutuskan sendiri.",
        tautan="/penilaian/rekap/",
        label_tautan="Lihat rekap",
    )


def _number(kebijakan: Kebijakan | None) -> int:
    return kebijakan.pk if kebijakan else 0


def _policies(periode: Periode, *, dari: int) -> list[Kebijakan | None]:
    """In the order of their numbers, those without a policy first."""
    nomor = menunggu_saran(periode).order_by().values_list("kebijakan_id", flat=True).distinct()
    ada = set(nomor)
    daftar = Kebijakan.objects.filter(pk__in=[n for n in ada if n]).with_method().order_by("id")
    tanpa: list[Kebijakan | None] = [None] if None in ada else []
    return [satu for satu in [*tanpa, *daftar] if _number(satu) >= dari]


def _parts(periode: Periode, kebijakan: Kebijakan | None, kerja: Kerja) -> Iterator[list[int]]:
    """Numbers of the evaluations that come after the position, part by part."""
    daftar = menunggu_saran(periode).filter(kebijakan=kebijakan).order_by("id").values_list("id", flat=True)
    posisi = kerja.posisi or [0, 0]
    terakhir = posisi[1] if posisi[0] == _number(kebijakan) else 0
    while nomor := list(daftar.filter(pk__gt=terakhir)[:SEBAGIAN]):
        yield nomor
        terakhir = nomor[-1]


@pekerjaan(
    "penilaian.tutup",
    judul="Menjadikan final hasil yang batas keberatannya lewat",
    setiap=timedelta(hours=1),
    sewa=timedelta(minutes=5),
    syarat=jam_meloncat,
)
def tutup(kerja: Kerja) -> Hasil:
    """One by one: a person who signs or objects at this very moment keeps his word, the others go on."""
    daftar = due_evaluasi(Q(), at=kerja.at)
    for nomor, evaluasi in enumerate(daftar, start=1):
        with (
            suppress(CannotMoveEvaluasi),
            kerja.bagian(evaluasi.pk, kemajuan=nomor, total=len(daftar)),
        ):
            close_evaluasi(evaluasi, by=None, at=kerja.at)
    return Hasil(f"{len(daftar)} hasil evaluasi diperiksa dan menjadi final.")
