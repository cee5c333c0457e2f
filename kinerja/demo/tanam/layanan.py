"""Service points with votes of two years: most of them people, one crowd that is spam, one that is a village."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from kinerja.demo.baca.layanan import KomentarMasyarakat, TitikLayanan, daftar_komentar, daftar_layanan
from kinerja.demo.baca.pemeran import find_pemeran
from kinerja.demo.tanam.dunia import Dunia, acak_untuk
from kinerja.demo.tanam.sisip import insert_many
from kinerja.kepegawaian.models import Pegawai, Penempatan, UnitKerja
from kinerja.layanan.istilah import StatusKalimat, StatusSuara, StatusSumber
from kinerja.layanan.models import LayananPublik, PetugasLayanan, Suara, SumberSuara, Tanggapan
from kinerja.metode.telaah_suara import tanda_kalimat

_BAGIAN_BERKALIMAT = 0.05
_BELUM_DIBACA = timedelta(days=6)
_SPAM, _DESA = "rejosari-md", "kia-mt"
# A word in a sentence → where in the unit tree it makes sense.
_KANTOR = ("DUKCAPIL", "KOTABUMI", "TENAYANRAYA-REJOSARI", "KEC-")
_TEMPAT = {
    **dict.fromkeys(("KTP", "KK ", "akta", "domisili", "Suratnya"), _KANTOR),
    **dict.fromkeys(("uskesmas", "Bidan"), ("PKM", "RSUD")),
    **dict.fromkeys(("guru", "rapor"), ("SMP",)),
    **dict.fromkeys(("jalan", "lampu"), ("REJOSARI", "KOTABUMIILIR", "KEC-")),
}
_TANGGAPAN = {
    "positif": "Terima kasih. Sudah kami sampaikan kepada petugas yang berjaga hari itu.",
    "negatif": "Mohon maaf. Kami tambah petugas pada jam ramai dan memeriksanya lagi bulan depan.",
    "saran": "Usul yang baik; kami masukkan ke rencana perbaikan semester ini.",
}


def plant_layanan(dunia: Dunia) -> None:
    unit = {
        u.kode: u
        for u in UnitKerja.objects.filter(kode__in={t.unit for t in daftar_layanan()}).order_by("id")
    }
    daftar = [(titik, _service(titik, unit[titik.unit], dunia)) for titik in daftar_layanan()]
    insert_many(LayananPublik, [layanan for _, layanan in daftar])
    _plant_petugas(daftar, dunia)
    suara = [s for titik, layanan in daftar for s in _votes(titik, layanan, dunia)]
    suara += [s for titik, layanan in daftar for s in _crowd(titik, layanan, dunia)]
    insert_many(Suara, suara)
    _plant_tanggapan(suara, dunia)


def _service(titik: TitikLayanan, unit: UnitKerja, dunia: Dunia) -> LayananPublik:
    return LayananPublik(
        unit_kerja=unit, dibuat_on=date(dunia.on.year - 1, 1, 2), slug=titik.slug, nama=titik.nama, uraian=titik.uraian, bentuk=titik.bentuk, populasi=titik.populasi
    )  # fmt: skip


def _plant_petugas(daftar: list[tuple[TitikLayanan, LayananPublik]], dunia: Dunia) -> None:
    nip = {find_pemeran(slug).nip for titik, _ in daftar for slug in titik.petugas}
    orang = {p.nip: p for p in Pegawai.objects.filter(nip__in=nip).order_by("id")}
    insert_many(
        PetugasLayanan,
        [
            PetugasLayanan(
                layanan=layanan, pegawai=orang[find_pemeran(slug).nip], mulai_on=date(dunia.on.year - 1, 1, 2)
            )
            for titik, layanan in daftar
            for slug in titik.petugas
        ],
    )


def _votes(titik: TitikLayanan, layanan: LayananPublik, dunia: Dunia) -> Iterator[Suara]:
    acak, awal = acak_untuk("layanan", titik.slug, dunia.on.year), date(dunia.on.year - 1, 1, 2)
    hari_kerja = [
        hari for n in range((dunia.on - awal).days) if (hari := awal + timedelta(days=n)).weekday() < 5
    ]
    banyak = round(titik.setahun * len(hari_kerja) / 261)
    kata = acak.sample(cocok := _fitting(titik), k=len(cocok))
    for hari in sorted(acak.choices(hari_kerja, k=banyak)):
        suara = Suara(
            layanan=layanan, hari=hari, dengan_kode=acak.random() < 0.4, **_marks(titik, layanan, acak)
        )
        if acak.random() < _BAGIAN_BERKALIMAT:
            _say_once(suara, kata, dunia)
        yield suara


def _marks(titik: TitikLayanan, layanan: LayananPublik, acak: Random) -> dict[str, int | None]:
    suasana = acak.gauss(0, 0.45)
    nilai: dict[str, int | None] = {}
    for unsur in layanan.unsur:
        tengah = titik.rerata + suasana - (0.55 if unsur in titik.lemah else 0)
        pilih = min(4, max(1, round(acak.gauss(tengah, 0.5))))
        nilai[unsur.value] = None if acak.random() < 0.06 else pilih
    return nilai


def _fitting(titik: TitikLayanan) -> list[KomentarMasyarakat]:
    """Nobody praises a midwife at the counter for identity cards."""
    asing = [kata for kata, bagian in _TEMPAT.items() if not any(b in titik.unit for b in bagian)]
    return [k for k in daftar_komentar() if not any(kata in k.komentar for kata in asing)]


def _say_once(suara: Suara, kata: list[KomentarMasyarakat], dunia: Dunia) -> None:
    """A content person praises, another one complains or proposes; nobody repeats what was said here before."""
    senang = (suara.perilaku_pelaksana or 3) + (suara.waktu or 3) >= 6
    cocok = ("positif", "saran") if senang else ("negatif", "saran")
    if komentar := next((k for k in kata if k.sentimen in cocok), None):
        kata.remove(komentar)
        _say(suara, komentar, dunia)


def _say(suara: Suara, komentar: KomentarMasyarakat, dunia: Dunia) -> None:
    suara.kalimat = komentar.komentar
    suara.tanda_kalimat = ",".join(tanda_kalimat(komentar.komentar))
    baru = suara.hari > dunia.on - _BELUM_DIBACA
    suara.status_kalimat = StatusKalimat.MENUNGGU if baru else StatusKalimat.TAMPIL


def _crowd(titik: TitikLayanan, layanan: LayananPublik, dunia: Dunia) -> Iterator[Suara]:
    """Held votes of yesterday: a script that advertises, or a village behind one antenna."""
    if titik.slug not in (_SPAM, _DESA):
        return
    acak, hari = acak_untuk("kerumunan", titik.slug), dunia.on - timedelta(days=1)
    kata = _fitting(titik)
    spam = next(k for k in daftar_komentar() if k.sentimen == "spam")
    banyak = 140 if titik.slug == _SPAM else 64
    sumber = SumberSuara.objects.create(
        layanan=layanan, hari=hari, jumlah=banyak, status=StatusSumber.DITAHAN, sidik=f"contoh-{titik.slug}"
    )
    for _ in range(banyak):
        nilai = _marks(titik, layanan, acak)
        if titik.slug == _SPAM:
            nilai = {unsur.value: 1 for unsur in layanan.unsur}
        suara = Suara(layanan=layanan, hari=hari, sumber=sumber, status=StatusSuara.DITAHAN, **nilai)
        if titik.slug == _SPAM:
            _say(suara, spam, dunia)
        elif acak.random() < 0.2:
            _say_once(suara, kata, dunia)
        yield suara


def _plant_tanggapan(daftar_suara: list[Suara], dunia: Dunia) -> None:
    """Every third sentence that is shown has its answer, from the head of the unit."""
    tampil = [s for s in daftar_suara if s.status_kalimat == StatusKalimat.TAMPIL]
    nada = {k.komentar: k.sentimen for k in daftar_komentar()}
    kepala = Penempatan.objects.filter(jabatan__kepala=True, selesai_on=None, pegawai__user__isnull=False)
    per_unit = dict(kepala.order_by("-id").values_list("unit_kerja", "pegawai__user"))
    insert_many(
        Tanggapan,
        [
            Tanggapan(
                layanan=s.layanan,
                suara=s,
                isi=_TANGGAPAN[nada[s.kalimat]],
                penulis_id=per_unit[s.layanan.unit_kerja_id],
                ditulis_at=dunia.pukul(s.hari + timedelta(days=3), 10),
            )
            for s in tampil[::3]
            if s.layanan.unit_kerja_id in per_unit
        ],
    )
