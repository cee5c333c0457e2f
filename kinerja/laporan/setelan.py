"""What an instansi may change: how long a download waits, and the codes that SIASN takes."""

from kinerja.metode.setelan import Kepastian
from kinerja.peraturan.identitas import JenjangJF
from kinerja.peraturan.predikat import Predikat, Rating
from kinerja.setelan.daftar import Butir, IsiSetelan, KelompokSetelan

UNDUHAN = KelompokSetelan(
    kode="unduhan",
    judul="Unduhan laporan",
    uraian="Berapa hari berkas laporan yang sudah jadi disimpan sebelum dihapus sendiri. Berkasnya memuat data pribadi, jadi lebih baik pendek.",
    daftar_butir=(
        Butir(
            kode="hari_simpan",
            label="Lama berkas unduhan disimpan",
            bawaan=7,
            kepastian=Kepastian.PILIHAN,
            sumber="Tidak diatur dalam peraturan; cukup untuk mengunduh ulang dalam sepekan",
            paling_kecil=1,
            paling_besar=90,
            satuan="hari",
        ),
    ),
)

_WS = "Dibaca dari beberapa kode program terbuka yang memanggil layanan web SIASN, bukan dari naskah BKN; cocokkan dengan SIASN sebelum dipakai"
_DUGAAN = "Diduga dari urutan kode lain; belum pernah terbaca di SIASN"
_RATING = {Rating.DI_ATAS: 1, Rating.SESUAI: 2, Rating.DI_BAWAH: 3}
_JENJANG = (
    JenjangJF.AHLI_PERTAMA, JenjangJF.AHLI_MUDA, JenjangJF.AHLI_MADYA, JenjangJF.AHLI_UTAMA,
    JenjangJF.PEMULA, JenjangJF.TERAMPIL, JenjangJF.MAHIR, JenjangJF.PENYELIA,
)  # fmt: skip


def _code(kode: str, label: str, bawaan: int, *, pasti: bool = True, bagian: str = "") -> Butir:
    return Butir(
        kode=kode,
        label=label,
        bawaan=bawaan,
        kepastian=Kepastian.PRAKTIK if pasti else Kepastian.INGATAN,
        sumber=_WS if pasti else _DUGAAN,
        paling_kecil=0,
        paling_besar=99,
        bagian=bagian,
    )


def _codes_differ(isi: IsiSetelan) -> str:
    for awalan, nama in (("rating", "rating"), ("kuadran", "kuadran"), ("jenjang", "jenjang")):
        kode = [isi.bulat(satu) for satu in isi if satu.startswith(f"{awalan}_")]
        if len(kode) != len(set(kode)):
            return f"Dua kode {nama} sama. SIASN tidak dapat membedakannya; ubah salah satu."
    return ""


BKN = KelompokSetelan(
    kode="bkn",
    judul="Kode ekspor BKN",
    uraian="Angka yang mewakili rating, kuadran, dan jenjang pada berkas untuk SIASN. Urutan rating terbalik dari kebiasaan banyak aplikasi: 1 berarti di atas ekspektasi.",
    periksa=_codes_differ,
    daftar_butir=(
        *(
            _code(f"rating_{satu.value}", satu.label, kode, bagian="" if n else "Rating hasil dan perilaku kerja")
            for n, (satu, kode) in enumerate(_RATING.items())
        ),
        *(
            _code(f"kuadran_{satu.value}", satu.label, n, pasti=n < 4, bagian="" if n > 1 else "Kuadran kinerja")
            for n, satu in enumerate(Predikat, start=1)
        ),
        _code("periodik_bulanan", "Evaluasi bulanan", 1, bagian="Jenis periodik"),
        _code("periodik_triwulanan", "Evaluasi triwulanan", 2),
        *(
            _code(
                f"jenjang_{satu.value}", satu.label, n,
                bagian="" if n > 1 else "Koefisien: angka puluhan (jenjang); satuannya kode kuadran",
            )
            for n, satu in enumerate(_JENJANG, start=1)
        ),
    ),
)  # fmt: skip
