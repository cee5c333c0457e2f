"""The numbers of a career that no regulation we read settles: the instansi sets them, with their source."""

from __future__ import annotations

from kinerja.metode.pak import TATA_LETAK, UnsurPAK
from kinerja.metode.setelan import MASA_PANGKAT_REGULER, Kepastian
from kinerja.setelan.daftar import Butir, IsiSetelan, KelompokSetelan
from kinerja.setelan.queries import nilai

KARIER = KelompokSetelan(
    kode="karier",
    judul="Kenaikan pangkat dan angka kredit",
    uraian="Bagian yang belum kami temukan dalam naskah peraturannya.",
    daftar_butir=(
        Butir(
            kode="masa_pangkat_reguler",
            label="Masa dalam pangkat untuk kenaikan pangkat reguler",
            bawaan=0,
            kepastian=MASA_PANGKAT_REGULER.kepastian,
            sumber=MASA_PANGKAT_REGULER.sumber,
            paling_kecil=0,
            paling_besar=10,
            satuan="tahun",
            bantuan="Isi 0 agar tidak diperiksa.",
        ),
        Butir(
            kode="tembusan",
            label="Tembusan pada surat angka kredit",
            bawaan="Kepala BKN; pejabat fungsional yang bersangkutan; pejabat penilai kinerja; unit kepegawaian",
            kepastian=Kepastian.PRAKTIK,
            sumber="susunan pada dua aplikasi instansi",
            bantuan="Pisahkan dengan titik koma.",
        ),
        *(
            Butir(
                kode=f"baris_{unsur.value}",
                label=f"Cetak baris “{unsur.label}”",
                bawaan=unsur in TATA_LETAK.nilai,
                kepastian=TATA_LETAK.kepastian,
                sumber=TATA_LETAK.sumber,
                bagian="Baris pada Penetapan Angka Kredit" if unsur is UnsurPAK.DASAR else "",
            )
            for unsur in UnsurPAK
        ),
    ),
)


def karier_setelan(instansi_id: int) -> IsiSetelan:
    return nilai(instansi_id, KARIER.kode)


def masa_reguler(isi: IsiSetelan) -> int | None:
    """None: not asked."""
    return isi.bulat("masa_pangkat_reguler") or None


def daftar_unsur(isi: IsiSetelan) -> tuple[UnsurPAK, ...]:
    return tuple(unsur for unsur in UnsurPAK if isi.ya(f"baris_{unsur.value}"))
