"""The catalogue as the suggestions read it, and the classes that still take people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from kinerja.kebijakan.models import AspekKebijakan
from kinerja.kompetensi.models import Kompetensi
from kinerja.lib.sekaligus import read_rows_together
from kinerja.lib.tanggal import format_rentang_tanggal
from kinerja.metode.saran_pelatihan import Pelatihan as PelatihanKatalog
from kinerja.pelatihan.istilah import BERKURSI, KeadaanKelas
from kinerja.pelatihan.models import KelasPelatihan, Pelatihan
from kinerja.peraturan.perilaku import NilaiDasar


@dataclass(frozen=True, kw_only=True)
class KelasTerbuka:
    """A class one may still ask for; `sisa` seats are free, `biaya` is whole rupiah for each person."""

    pk: int
    pelatihan_id: int
    kode: str
    nama: str
    angkatan: str
    mulai_on: date
    selesai_on: date
    batas_daftar_on: date
    jp: int
    kursi: int
    sisa: int
    biaya: int

    @property
    def masa(self) -> str:
        return format_rentang_tanggal(self.mulai_on, self.selesai_on)


def katalog(instansi_id: int) -> tuple[PelatihanKatalog, ...]:
    """Every training in use. One query."""
    daftar = Pelatihan.objects.filter(instansi_id=instansi_id, aktif=True).order_by("nama", "id")
    return tuple(
        PelatihanKatalog(
            kode=satu.kode,
            nama=satu.nama,
            bentuk=satu.bentuk,
            jenis_kompetensi=satu.jenis_kompetensi,
            jp=satu.jp,
            sasaran=satu.sasaran,
            daftar_kode=frozenset(satu.daftar_kode),
        )
        for satu in daftar
    )


def nama_kode(instansi_id: int) -> dict[str, str]:
    """What a training can strengthen: code → how people call it; values, aspects of the method, competences. One query."""
    aspek = AspekKebijakan.objects.filter(kebijakan__unit_kerja__instansi_id=instansi_id)
    kamus = Kompetensi.objects.filter(instansi_id=instansi_id)
    baca = read_rows_together(
        aspek=aspek.order_by("id").values_list("kode", "nama"),
        kamus=kamus.order_by("id").values_list("kode", "nama"),
    )
    nama: dict[str, str] = dict([*baca["aspek"], *baca["kamus"]])
    return nama | {nilai.value: nilai.label for nilai in NilaiDasar}


def nama_kompetensi(pelatihan: Pelatihan) -> list[str]:
    """What a training is recorded for; a code that left the dictionary is passed over."""
    nama = nama_kode(pelatihan.instansi_id)
    return sorted({nama[kode] for kode in pelatihan.daftar_kode if kode in nama})


def kelas_terbuka(instansi_id: int, *, on: date) -> list[KelasTerbuka]:
    """Classes whose registration is open on a day, the next one first. One query."""
    daftar = (
        KelasPelatihan.objects.filter(
            pelatihan__instansi_id=instansi_id, keadaan=KeadaanKelas.DIBUKA, batas_daftar_on__gte=on
        )
        .select_related("pelatihan")
        .annotate(terisi=Count("daftar_peserta", filter=Q(daftar_peserta__keadaan__in=BERKURSI)))
        .order_by("mulai_on", "id")
    )
    return [
        KelasTerbuka(
            pk=kelas.pk,
            pelatihan_id=kelas.pelatihan_id,
            kode=kelas.pelatihan.kode,
            nama=kelas.pelatihan.nama,
            angkatan=kelas.nama,
            mulai_on=kelas.mulai_on,
            selesai_on=kelas.selesai_on,
            batas_daftar_on=kelas.batas_daftar_on,
            jp=kelas.jp,
            kursi=kelas.kursi,
            sisa=max(kelas.kursi - kelas.terisi, 0),  # type: ignore[attr-defined]
            biaya=kelas.biaya,
        )
        for kelas in daftar
    ]
