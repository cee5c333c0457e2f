"""The sheet of assessments: one person, one part and one day a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from kinerja.kepegawaian.impor.baris import BarisImpor, day, required, yes_or_no
from kinerja.kepegawaian.impor.kolom import Kolom
from kinerja.kepegawaian.istilah import PutusanBaris
from kinerja.kepegawaian.models import Impor, Instansi
from kinerja.lib.angka import format_angka
from kinerja.lib.tanggal import format_tanggal
from kinerja.peraturan.talenta import UnsurPotensial
from kinerja.rekap.impor.isian import KOLOM_NAMA, KOLOM_NIP, figure, people_by_nip, read_nip, unknown_person
from kinerja.talenta.actions.potensi import CannotRecordPotensi, IsianPotensi, refuse_impossible
from kinerja.talenta.impor.isian import labels, one_of, take
from kinerja.talenta.models import PenilaianPotensi

UKURAN = 500
_SEPERSERATUS = Decimal("0.01")
Kunci = tuple[int, UnsurPotensial, date]

KOLOM = (
    KOLOM_NIP,
    KOLOM_NAMA,
    Kolom(kunci="unsur", judul="UNSUR", alias=("UNSUR POTENSIAL",), wajib=True, pilihan=labels(UnsurPotensial)),
    Kolom(kunci="nilai", judul="NILAI", alias=("SKOR",), wajib=True, lebar=10, bantuan="0 sampai 100."),
    Kolom(kunci="penilai", judul="PENILAI", alias=("PUSAT PENILAIAN", "LEMBAGA"), wajib=True, lebar=36, bantuan="Nama pusat asesmen, atau siapa yang menilai rekam jejak."),
    Kolom(kunci="pusat_asesmen", judul="PUSAT ASESMEN", alias=("ASSESSMENT CENTER",), wajib=True, lebar=16, pilihan=("ya", "tidak"), bantuan="Kompetensi dan potensi dinilai di pusat asesmen (PermenPANRB 20/2025 Pasal 17)."),
    Kolom(kunci="dinilai", judul="TANGGAL PENILAIAN", alias=("TANGGAL", "TANGGAL ASESMEN"), wajib=True, lebar=18),
    Kolom(kunci="sumber", judul="NOMOR LAPORAN", alias=("SUMBER", "DOKUMEN", "DASAR"), wajib=True, lebar=36),
)  # fmt: skip


def parse(nilai: dict[str, str], *, on: date) -> tuple[str, IsianPotensi | None, list[str]]:
    """NIP, content, and everything wrong with the row at once."""
    pesan: list[str] = []
    nip = take(lambda: read_nip(nilai), pesan)
    unsur = take(
        lambda: one_of(required(nilai, "unsur", nama="Unsur", panjang=40), UnsurPotensial, nama="Unsur"),
        pesan,
    )
    angka = take(lambda: figure(nilai, "nilai", nama="Nilai", paling_banyak=100), pesan)
    penilai = take(lambda: required(nilai, "penilai", nama="Penilai", panjang=150), pesan)
    pusat = take(lambda: yes_or_no(nilai.get("pusat_asesmen", ""), nama="Pusat asesmen"), pesan)
    dinilai_on = take(lambda: day(nilai, "dinilai", nama="Tanggal penilaian"), pesan)
    sumber = take(lambda: required(nilai, "sumber", nama="Nomor laporan", panjang=300), pesan)
    if (
        nip is None
        or unsur is None
        or angka is None
        or penilai is None
        or pusat is None
        or dinilai_on is None
        or sumber is None
    ):
        return nip or "", None, pesan
    isian = IsianPotensi(
        unsur=unsur,
        nilai=angka.quantize(_SEPERSERATUS),
        penilai=penilai,
        pusat_asesmen=pusat,
        dinilai_on=dinilai_on,
        sumber=sumber,
    )
    try:
        refuse_impossible(isian, on=on)
    except CannotRecordPotensi as error:
        return nip, None, [str(error)]
    return nip, isian, []


def check(daftar: Sequence[BarisImpor], instansi: Instansi, on: date) -> list[BarisImpor]:
    orang, ada = people_by_nip(instansi), _existing(instansi)
    pertama: dict[Kunci, int] = {}
    hasil = []
    for mentah in daftar:
        baris = mentah.fresh()
        nip, isian, salah = parse(baris.nilai, on=on)
        masalah = [*baris.galat, *salah, *_problems(nip, isian, baris, orang=orang, pertama=pertama)]
        if masalah or isian is None:
            hasil.append(baris.wrong(*masalah))
            continue
        hasil.append(_verdict(baris, isian, ada.get((orang[nip], isian.unsur, isian.dinilai_on))))
    return hasil


def _problems(
    nip: str,
    isian: IsianPotensi | None,
    baris: BarisImpor,
    *,
    orang: dict[str, int],
    pertama: dict[Kunci, int],
) -> Iterator[str]:
    if nip and nip not in orang:
        yield unknown_person(nip)
        return
    if isian is None:
        return
    nomor = pertama.setdefault((orang[nip], isian.unsur, isian.dinilai_on), baris.nomor)
    if nomor != baris.nomor:
        yield f"Orang, unsur, dan tanggal ini sudah ada pada baris {nomor}. Sisakan satu."


def _existing(instansi: Instansi) -> dict[Kunci, PenilaianPotensi]:
    daftar = PenilaianPotensi.objects.berlaku().filter(pegawai__instansi=instansi).order_by("pk")
    return {(satu.pegawai_id, UnsurPotensial(satu.unsur), satu.dinilai_on): satu for satu in daftar}


def _verdict(baris: BarisImpor, isian: IsianPotensi, ada: PenilaianPotensi | None) -> BarisImpor:
    if ada is None:
        return baris.new(
            f"{isian.unsur.label} {format_angka(isian.nilai)}, {format_tanggal(isian.dinilai_on)}."
        )
    return baris.compared(
        [
            ("NILAI", format_angka(ada.nilai), format_angka(isian.nilai)),
            ("PENILAI", ada.penilai, isian.penilai),
            ("NOMOR LAPORAN", ada.sumber, isian.sumber),
        ]
    )


def apply(daftar: Sequence[BarisImpor], impor: Impor, on: date) -> None:
    """What a row corrects is taken back and stays readable."""
    orang, ada = people_by_nip(impor.instansi), _existing(impor.instansi)
    baru, diganti = [], []
    for baris in daftar:
        if baris.putusan not in (PutusanBaris.BARU, PutusanBaris.BERUBAH):
            continue
        nip, isian, _ = parse(baris.nilai, on=on)
        assert isian is not None
        lama = ada.get((orang[nip], isian.unsur, isian.dinilai_on))
        if lama is not None:
            diganti.append(lama.pk)
        baru.append(
            PenilaianPotensi(
                pegawai_id=orang[nip],
                impor=impor,
                dicatat_at=impor.diunggah_at,
                dicatat_oleh_id=impor.diunggah_oleh_id,
                **vars(isian),
            )
        )
    for awal in range(0, len(diganti), UKURAN):
        PenilaianPotensi.objects.filter(pk__in=diganti[awal : awal + UKURAN]).update(
            dibatalkan_at=impor.diunggah_at, alasan_batal=f"Diganti impor {impor.nama_berkas}"[:300]
        )
    PenilaianPotensi.objects.bulk_create(baru, batch_size=UKURAN)
