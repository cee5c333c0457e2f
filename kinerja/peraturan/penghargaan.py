"""What the result of an evaluation may lead to, as the regulation lists it (Pasal 20, Pasal 31, page 117)."""

from kinerja.peraturan.rujukan import berdasarkan


@berdasarkan("PermenPANRB 6/2022", "Pasal 31", halaman=17)
@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab V huruf C", halaman=119)
def bentuk_penghargaan() -> tuple[str, ...]:
    """The two rewards the regulation names, and the one it leaves to the PPK."""
    return (
        "Prioritas untuk diikutsertakan dalam program kelompok rencana suksesi",
        "Prioritas untuk pengembangan kompetensi",
        "Penghargaan lain dari PPK sesuai ketentuan peraturan perundang-undangan",
    )


@berdasarkan("PermenPANRB 6/2022", "Pasal 20 ayat (2), ayat (3), dan ayat (6)", halaman=12)
def tindakan_atas_kemajuan(*, ada_kemajuan: bool, sudah_ditindaklanjuti: bool = False) -> tuple[str, ...]:
    """What a pimpinan may do after feedback: thank, help, and only after help take the work over."""
    if ada_kemajuan:
        return ("Apresiasi", "Penugasan baru")
    bantuan = ("Penyesuaian ekspektasi", "Penyesuaian dukungan sumber daya", "Pembinaan kinerja")
    return (*bantuan, "Mengambil alih rencana hasil kerja") if sudah_ditindaklanjuti else bantuan


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab V huruf A angka 12", halaman=117)
def kegunaan_dokumen_evaluasi() -> tuple[str, ...]:
    """For what the PyB uses the evaluation documents."""
    return (
        "Mengidentifikasi dan merencanakan kebutuhan pendidikan dan pelatihan",
        "Mengembangkan kompetensi",
        "Pemberian tunjangan",
        "Pertimbangan mutasi dan promosi",
        "Memberikan penghargaan dan mengenakan sanksi",
        "Menindaklanjuti permasalahan yang ditetapkan dalam dokumen evaluasi",
    )
