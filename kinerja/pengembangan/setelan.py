"""The editable numbers of planning classes and of looking at effects: choices of ours."""

from kinerja.metode.alokasi_pelatihan import AlokasiTidakSah, AturanAlokasi
from kinerja.metode.dampak_pelatihan import AturanDampak
from kinerja.metode.saran_pelatihan import BESAR_PENUH, BobotKebutuhan
from kinerja.metode.setelan import Kepastian
from kinerja.setelan.daftar import Butir, IsiSetelan, KelompokSetelan

ALOKASI, DAMPAK, KEBUTUHAN = "alokasi_pelatihan", "dampak_pelatihan", "kebutuhan_belajar"
_B = BobotKebutuhan()
_SUMBER = "Pilihan kami; ubah sesuai kebiasaan instansi"


def _butir(
    kode: str, label: str, bawaan: int, *, kecil: int, besar: int, satuan: str, bantuan: str = ""
) -> Butir:
    return Butir(
        kode, label, bawaan, Kepastian.PILIHAN, _SUMBER, paling_kecil=kecil, paling_besar=besar, satuan=satuan, bantuan=bantuan
    )  # fmt: skip


def aturan_alokasi(isi: IsiSetelan, *, benih: str = "") -> AturanAlokasi:
    return AturanAlokasi(
        jp=isi.bulat("jp"),
        jp_dituju=isi.bulat("jp_dituju"),
        menunggu=isi.bulat("menunggu"),
        menunggu_penuh=isi.bulat("menunggu_penuh"),
        unit=isi.bulat("unit"),
        paling_banyak_per_orang=isi.bulat("paling_banyak_per_orang"),
        benih=benih,
    )


def aturan_dampak(isi: IsiSetelan) -> AturanDampak:
    return AturanDampak(
        minimal_peserta=isi.bulat("minimal_peserta"),
        minimal_pembanding=isi.bulat("minimal_pembanding"),
        jarak=float(isi.bulat("jarak")),
        yakin=isi.bulat("yakin") / 100,
    )


def bobot_kebutuhan(isi: IsiSetelan) -> BobotKebutuhan:
    return BobotKebutuhan(**{butir.kode: isi.bulat(butir.kode) for butir in KELOMPOK_KEBUTUHAN.daftar_butir})


def _kebutuhan_wrong(isi: IsiSetelan) -> str:
    if isi.bulat("indikator_terkecil") > isi.bulat("indikator_terbesar"):
        return "Indikator yang meleset sedikit tidak boleh lebih besar daripada yang meleset jauh."
    return ""


def _alokasi_wrong(isi: IsiSetelan) -> str:
    try:
        aturan_alokasi(isi)
    except AlokasiTidakSah as error:
        return str(error)
    return ""


KELOMPOK_ALOKASI = KelompokSetelan(
    ALOKASI,
    "Rencana anggaran pelatihan",
    "Siapa yang didahulukan bila kursi dan anggaran terbatas: kebutuhan, lalu pemerataan.",
    (
        _butir("jp", "Tambahan bagi yang belum punya JP", 50, kecil=0, besar=1000, satuan="persen"),
        _butir("jp_dituju", "JP setahun yang dituju", 20, kecil=1, besar=500, satuan="JP"),
        _butir("menunggu", "Tambahan bagi yang lama menunggu", 50, kecil=0, besar=1000, satuan="persen"),
        _butir("menunggu_penuh", "Lama menunggu untuk tambahan penuh", 3, kecil=1, besar=20, satuan="tahun"),
        _butir(
            "unit",
            "Giliran unit",
            100,
            kecil=0,
            besar=1000,
            satuan="persen",
            bantuan="Pada 100, prioritas sebuah unit menjadi setengah bila kursinya sudah sebanyak orangnya.",
        ),
        _butir(
            "paling_banyak_per_orang", "Pelatihan per orang setahun", 1, kecil=1, besar=12, satuan="kelas"
        ),
    ),
    periksa=_alokasi_wrong,
)
KELOMPOK_DAMPAK = KelompokSetelan(
    DAMPAK,
    "Apakah pelatihan membantu",
    "Sejak berapa orang perubahan boleh dibandingkan, dan seberapa yakin kalimatnya. Kelompok kecil tidak ditampilkan.",
    (
        _butir("minimal_peserta", "Peserta paling sedikit", 10, kecil=5, besar=500, satuan="orang"),
        _butir("minimal_pembanding", "Pembanding paling sedikit", 10, kecil=5, besar=500, satuan="orang"),
        _butir("jarak", "Nilai awal boleh berbeda", 5, kecil=0, besar=100, satuan="poin"),
        _butir("yakin", "Tingkat keyakinan", 95, kecil=80, besar=99, satuan="persen"),
    ),
)


def _poin(kode: str, label: str, bawaan: int) -> Butir:
    return _butir(kode, label, bawaan, kecil=0, besar=BESAR_PENUH, satuan="poin")


KELOMPOK_KEBUTUHAN = KelompokSetelan(
    KEBUTUHAN,
    "Kebutuhan belajar",
    "Seberapa besar tiap hal yang perlu dikuatkan, dari 100. Menentukan urutan saran pelatihan, bukan rating.",
    (
        _poin("keputusan", "Diputuskan sebagai tindak lanjut", _B.keputusan),
        _poin("dukungan", "Pelatihan yang diminta sendiri lewat Dukungan", _B.dukungan),
        _poin("per_level", "Kesenjangan kompetensi, tiap level", _B.per_level),
        _poin("aspek", "Aspek di bawah ekspektasi", _B.aspek),
        _poin("per_umpan_balik", "Umpan balik yang meminta perbaikan, tiap satu", _B.per_umpan_balik),
        _poin("indikator_terkecil", "Indikator yang meleset sedikit", _B.indikator_terkecil),
        _poin("indikator_terbesar", "Indikator yang meleset jauh", _B.indikator_terbesar),
    ),
    periksa=_kebutuhan_wrong,
)
