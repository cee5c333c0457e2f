"""Files that take longer than a page may: made in parts, so that a worker that dies costs one part."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from kinerja.jejak.queries import jam_meloncat
from kinerja.laporan import actions
from kinerja.laporan.berkas.dokumen import index_html, lembar_evaluasi, pack, print_sheets
from kinerja.laporan.berkas.ruang import Ruang, is_full, rows_from_json
from kinerja.laporan.berkas.tulis import Naskah, tulis
from kinerja.laporan.istilah import BentukBerkas, KeadaanUnduhan
from kinerja.laporan.models import Unduhan
from kinerja.laporan.permissions import can_report
from kinerja.laporan.queries.daftar import DAFTAR, saringan_from_dict
from kinerja.laporan.queries.dokumen import KOLOM_INDEKS, sumber_dokumen
from kinerja.laporan.queries.keterangan import keterangan
from kinerja.pekerjaan.daftar import Hasil, pekerjaan
from kinerja.pekerjaan.kerja import PekerjaanGagal

if TYPE_CHECKING:
    from kinerja.akun.models import User
    from kinerja.laporan.queries.bentuk import Sel, Sumber
    from kinerja.pekerjaan.kerja import Kerja

BARIS_SEBAGIAN = 2000
LEMBAR_SEBAGIAN = 10
PENUH = (
    "Tempat penyimpanan penuh, jadi berkas belum dapat ditulis. Tidak ada berkas setengah jadi yang tertinggal. "
    "Beri tahu pengelola aplikasi, lalu tekan “Coba lagi”."
)
_KUNCI = "kunci.json"


def _may(user: User, argumen: Mapping[str, Any]) -> bool:
    return can_report(user)


@pekerjaan("laporan.siapkan", judul="Menyiapkan unduhan", sewa=timedelta(minutes=2), boleh=_may)
def siapkan(kerja: Kerja) -> Hasil | None:
    unduhan = (
        Unduhan.objects.select_related("pemilik", "instansi").filter(pk=kerja.argumen["unduhan"]).first()
    )
    if unduhan is None or unduhan.keadaan == KeadaanUnduhan.SIAP:
        return None
    ruang = Ruang(unduhan.pk)
    try:
        with timezone.override(ZoneInfo(unduhan.instansi.zona_waktu)):
            ruang.prepare()
            jumlah = _make(kerja, unduhan, ruang)
    except OSError as galat:
        if not is_full(galat):
            raise
        ruang.wipe()
        with kerja.bagian(None):
            actions.fail_unduhan(unduhan, PENUH)
        raise PekerjaanGagal(PENUH) from galat
    with kerja.bagian(kerja.posisi):
        actions.finish_unduhan(unduhan, ukuran=ruang.hasil.stat().st_size, jumlah=jumlah, at=kerja.at)
    ruang.wipe_parts()
    return Hasil(f"{unduhan.judul} siap diunduh.", tautan="/laporan/unduhan/", label_tautan="Unduhan saya")


@pekerjaan(
    "laporan.hapus_lama", judul="Menghapus unduhan lama", setiap=timedelta(days=1), syarat=jam_meloncat
)
def hapus_lama(kerja: Kerja) -> None:
    for unduhan in Unduhan.objects.filter(dihapus_at__lte=kerja.at).order_by("id"):
        with kerja.bagian(unduhan.pk):
            actions.wipe_unduhan(unduhan)


def _make(kerja: Kerja, unduhan: Unduhan, ruang: Ruang) -> int:
    saringan = saringan_from_dict(unduhan.saringan)
    on = timezone.localtime(unduhan.diminta_at).date()
    bungkus = unduhan.bentuk == BentukBerkas.ZIP
    laporan = DAFTAR[saringan.jenis]
    sumber = (
        sumber_dokumen(unduhan.pemilik, saringan, on=on)
        if bungkus
        else laporan.susun(unduhan.pemilik, saringan, on)
    )
    kunci = _keys(ruang, sumber)
    naskah = Naskah(
        judul=unduhan.judul,
        instansi=unduhan.instansi.nama,
        keterangan=keterangan(laporan, saringan, at=unduhan.diminta_at, jumlah=len(kunci)),
        daftar_kolom=KOLOM_INDEKS if bungkus else laporan.daftar_kolom,
        at=unduhan.diminta_at,
    )
    if ruang.hasil.exists():  # only the last word was missing
        return len(kunci)
    if bungkus:
        _bundle(kerja, unduhan, ruang, kunci, sumber, naskah)
    else:
        _table(kerja, unduhan, ruang, kunci, sumber, naskah)
    return len(kunci)


def _keys(ruang: Ruang, sumber: Sumber) -> list[int]:
    """Fixed by the first worker: whoever goes on writes the same rows, none missing and none twice."""
    if not ruang.has(_KUNCI):
        ruang.store_json(_KUNCI, sumber.kunci())
    daftar: list[int] = ruang.read_json(_KUNCI)
    return daftar


def _parts(jumlah: int, sebagian: int) -> list[tuple[int, str]]:
    return [(awal, f"bagian-{awal:07}.json") for awal in range(0, jumlah, sebagian)]


def _is_stored(kerja: Kerja, ruang: Ruang, nama: str, sampai: int) -> bool:
    """A file alone does not count: whoever stored it may have died before the note of who looked was written."""
    return ruang.has(nama) and int(kerja.posisi or 0) >= sampai


def _table(
    kerja: Kerja, unduhan: Unduhan, ruang: Ruang, kunci: list[int], sumber: Sumber, naskah: Naskah
) -> None:
    bagian, on = _parts(len(kunci), BARIS_SEBAGIAN), timezone.localtime(kerja.at).date()
    halaman = DAFTAR[saringan_from_dict(unduhan.saringan).jenis].halaman
    for awal, nama in bagian:
        sampai = min(awal + BARIS_SEBAGIAN, len(kunci))
        if _is_stored(kerja, ruang, nama, sampai):
            continue
        baris = sumber.baris(kunci[awal:sampai])
        with kerja.bagian(sampai, kemajuan=sampai, total=len(kunci), kalimat="Membaca data"):
            actions.note_people(baris, halaman=halaman, by=unduhan.pemilik, on=on)
            ruang.store_json(nama, [satu.sel for satu in baris])

    def rows() -> Iterator[list[Sel]]:
        for _, nama in bagian:
            kerja.lapor("Menulis berkas", total=len(kunci))
            yield from rows_from_json(ruang.read_json(nama), naskah.daftar_kolom)

    bentuk = BentukBerkas(unduhan.bentuk)
    ruang.store("hasil", lambda berkas: tulis(bentuk, berkas, naskah, rows(), folder=ruang.folder))


def _bundle(
    kerja: Kerja, unduhan: Unduhan, ruang: Ruang, kunci: list[int], sumber: Sumber, naskah: Naskah
) -> None:
    bagian, on = _parts(len(kunci), LEMBAR_SEBAGIAN), timezone.localtime(kerja.at).date()
    lampiran = bool(unduhan.saringan.get("lampiran"))
    with ThreadPoolExecutor(2) as pencetak:
        for awal, nama in bagian:
            if _is_stored(kerja, ruang, nama, min(awal + LEMBAR_SEBAGIAN, len(kunci))):
                continue
            sebagian = list(enumerate(kunci, start=1))[awal : awal + LEMBAR_SEBAGIAN]
            daftar = lembar_evaluasi(sebagian, lampiran=lampiran, at=unduhan.diminta_at)
            print_sheets(ruang, [lembar for _, lembar in daftar], pencetak)
            sampai = awal + len(sebagian)
            with kerja.bagian(sampai, kemajuan=sampai, total=len(kunci), kalimat="Mencetak dokumen"):
                orang = sumber.baris([nomor for _, nomor in sebagian])
                halaman = DAFTAR[saringan_from_dict(unduhan.saringan).jenis].halaman
                actions.note_people(orang, halaman=halaman, by=unduhan.pemilik, on=on)
                isi = [(lembar.simpanan, lembar.as_indeks(nomor)) for nomor, lembar in daftar]
                ruang.store_json(nama, isi)
    kerja.lapor("Membungkus dokumen")
    semua = [tuple(satu) for _, nama in bagian for satu in ruang.read_json(nama)]
    indeks = [isi for _, isi in semua]
    buku = io.BytesIO()
    tulis(BentukBerkas.XLSX, buku, naskah, iter(indeks), folder=ruang.folder)
    halaman_indeks = index_html(unduhan.judul, naskah.keterangan, indeks)
    daftar_berkas = [(simpanan, str(isi[-1])) for simpanan, isi in semua]
    ruang.store(
        "hasil",
        lambda berkas: pack(
            berkas, ruang, daftar_berkas, [("indeks.html", halaman_indeks), ("indeks.xlsx", buku.getvalue())]
        ),
    )
