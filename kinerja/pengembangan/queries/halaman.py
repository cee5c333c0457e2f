"""One person's page of growing: what he needs, the trainings that would serve it and why, and his plan of the year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kinerja.lib.sekaligus import attach, read_together
from kinerja.metode.dampak_pelatihan import Kesimpulan
from kinerja.metode.saran_pelatihan import KebutuhanBelajar, SaranPelatihan, saran_pelatihan, tanpa_pelatihan
from kinerja.metode.saran_pelatihan import Pelatihan as Katalog
from kinerja.pelatihan.istilah import BERAKHIR, KeadaanKelas, KeadaanPeserta, KeadaanSertifikat
from kinerja.pelatihan.models import KelasPelatihan, Pelatihan, PesertaPelatihan, Sertifikat
from kinerja.pengembangan.istilah import KeadaanButir
from kinerja.pengembangan.models import ButirRencana, DampakPelatihan, RencanaPengembangan
from kinerja.pengembangan.queries.kebutuhan import KelompokKebutuhan, daftar_bacaan, kebutuhan_dari, per_asal
from kinerja.penilaian.queries.kesenjangan import KesenjanganPegawai, kesenjangan_pegawai

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from kinerja.kepegawaian.models import Jabatan, Pegawai
    from kinerja.penilaian.models import Evaluasi

BANYAK_SARAN = 5


@dataclass(frozen=True, kw_only=True)
class BarisSaran:
    """A training that would serve, the classes one can still ask for, and whether it stands in the plan."""

    saran: SaranPelatihan
    pelatihan: Pelatihan
    daftar_kelas: tuple[KelasPelatihan, ...]
    ikut: PesertaPelatihan | None
    dampak: DampakPelatihan | None
    direncanakan: bool


@dataclass(frozen=True, kw_only=True)
class HalamanPengembangan:
    kesenjangan: KesenjanganPegawai
    evaluasi: Evaluasi | None
    daftar_kebutuhan: tuple[KebutuhanBelajar, ...]
    daftar_saran: tuple[BarisSaran, ...]
    daftar_tanpa_pelatihan: tuple[KebutuhanBelajar, ...]
    ada_katalog: bool
    rencana: RencanaPengembangan | None

    @property
    def daftar_kelompok(self) -> tuple[KelompokKebutuhan, ...]:
        return per_asal(self.daftar_kebutuhan)


def halaman_pengembangan(
    pegawai: Pegawai,
    *,
    jabatan: Jabatan | None,
    on: date,
    tertutup: bool = False,
    tambahan: Iterable[KebutuhanBelajar] = (),
) -> HalamanPengembangan:
    """Three queries, however much there is to read."""
    kesenjangan = kesenjangan_pegawai(pegawai, jabatan=jabatan)
    baca = read_together(**daftar_bacaan(pegawai, on=on), **_lists(pegawai, on=on))
    evaluasi = next(iter(baca["evaluasi"]), None)
    kebutuhan = kebutuhan_dari(
        kesenjangan=kesenjangan,
        baca=baca,
        tertutup=tertutup,
        tambahan=tambahan,
    )
    attach(baca["rencana"], "daftar_butir", baca["butir"], oleh="rencana_id")
    return HalamanPengembangan(
        kesenjangan=kesenjangan,
        evaluasi=evaluasi,
        daftar_kebutuhan=kebutuhan,
        daftar_saran=_suggestions(kebutuhan, baca, jabatan=jabatan.nama if jabatan else ""),
        daftar_tanpa_pelatihan=tanpa_pelatihan(
            kebutuhan,
            katalog=[katalog_dari(satu) for satu in baca["pelatihan"]],
            jabatan=jabatan.nama if jabatan else "",
        ),
        ada_katalog=bool(baca["pelatihan"]),
        rencana=next(iter(baca["rencana"]), None),
    )


def katalog_dari(pelatihan: Pelatihan) -> Katalog:
    return Katalog(
        kode=pelatihan.kode,
        nama=pelatihan.nama,
        bentuk=pelatihan.bentuk,
        jenis_kompetensi=pelatihan.jenis_kompetensi,
        jp=pelatihan.jp,
        sasaran=pelatihan.sasaran,
        daftar_kode=frozenset(pelatihan.daftar_kode),
    )


def _lists(pegawai: Pegawai, *, on: date) -> dict[str, QuerySet[Any]]:
    rencana = RencanaPengembangan.objects.filter(pegawai=pegawai, tahun=on.year)
    return {
        "pelatihan": Pelatihan.objects.filter(instansi=pegawai.instansi_id, aktif=True).order_by("nama"),
        "kelas": KelasPelatihan.objects.filter(
            pelatihan__instansi=pegawai.instansi_id, keadaan=KeadaanKelas.DIBUKA, batas_daftar_on__gte=on
        ).order_by("mulai_on"),
        "ikut": PesertaPelatihan.objects.filter(pegawai=pegawai)
        .exclude(keadaan__in=BERAKHIR)
        .select_related("kelas")
        .order_by("kelas__mulai_on"),
        "sertifikat": Sertifikat.objects.filter(
            pegawai=pegawai, pelatihan__isnull=False, keadaan=KeadaanSertifikat.DIVERIFIKASI
        ).order_by("selesai_on"),
        "rencana": rencana.order_by("id"),
        "butir": ButirRencana.objects.filter(rencana__in=rencana.order_by().values("pk"))
        .select_related("pelatihan")
        .order_by("urutan"),
        "dampak": DampakPelatihan.objects.filter(
            instansi=pegawai.instansi_id, kesimpulan=Kesimpulan.MEMBANTU
        ).order_by("ukuran"),
    }


def _suggestions(
    kebutuhan: tuple[KebutuhanBelajar, ...], baca: dict[str, list[Any]], *, jabatan: str
) -> tuple[BarisSaran, ...]:
    per_kode: dict[str, Pelatihan] = {satu.kode: satu for satu in baca["pelatihan"]}
    ikut: dict[int, PesertaPelatihan] = {satu.kelas.pelatihan_id: satu for satu in baca["ikut"]}
    sudah = {satu.pelatihan_id for satu in baca["sertifikat"]}
    sudah |= {nomor for nomor, satu in ikut.items() if satu.keadaan == KeadaanPeserta.LULUS}
    kelas: dict[int, list[KelasPelatihan]] = defaultdict(list)
    for satu in baca["kelas"]:
        kelas[satu.pelatihan_id].append(satu)
    dampak = {satu.pelatihan_id: satu for satu in baca["dampak"]}
    rencana = {butir.pelatihan_id for butir in baca["butir"] if butir.keadaan != KeadaanButir.BATAL}
    daftar = saran_pelatihan(
        kebutuhan,
        katalog=[katalog_dari(satu) for satu in baca["pelatihan"]],
        jabatan=jabatan,
        sudah_diikuti=[satu.kode for satu in baca["pelatihan"] if satu.pk in sudah],
        banyak=BANYAK_SARAN,
    )
    return tuple(
        BarisSaran(
            saran=saran,
            pelatihan=(pelatihan := per_kode[saran.pelatihan.kode]),
            daftar_kelas=tuple(kelas[pelatihan.pk]),
            ikut=ikut.get(pelatihan.pk),
            dampak=dampak.get(pelatihan.pk),
            direncanakan=pelatihan.pk in rencana,
        )
        for saran in daftar
    )
