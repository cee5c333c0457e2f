"""The policies of the instansi and of the five places."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

from kinerja.demo.baca import Bobot, daftar_kebijakan
from kinerja.demo.baca import Kebijakan as Isi
from kinerja.kebijakan.models import (
    AspekKebijakan,
    Dimensi,
    JenisAspek,
    Kebijakan,
    StatusKebijakan,
    SumberKebijakan,
)
from kinerja.kebijakan.queries import aspek_berakhlak
from kinerja.kepegawaian.models import UnitKerja
from kinerja.metode.agregasi import Sumber


def plant_kebijakan(*, berlaku_on: date) -> None:
    unit = {u.kode: u for u in UnitKerja.objects.filter(kode__in=[isi.unit for isi in daftar_kebijakan()])}
    daftar = [(isi, _policy(isi, unit[isi.unit], berlaku_on)) for isi in daftar_kebijakan()]
    Kebijakan.objects.bulk_create(kebijakan for _, kebijakan in daftar)
    SumberKebijakan.objects.bulk_create(
        satu
        for isi, kebijakan in daftar
        for dimensi, bobot in ((Dimensi.PERILAKU, isi.sumber), (Dimensi.HASIL, isi.hasil))
        for satu in _sources(kebijakan, dimensi, bobot)
    )
    AspekKebijakan.objects.bulk_create(
        aspek for isi, kebijakan in daftar for aspek in _aspects(kebijakan, isi)
    )


def _policy(isi: Isi, unit: UnitKerja, berlaku_on: date) -> Kebijakan:
    return Kebijakan(
        unit_kerja=unit,
        status=StatusKebijakan.DITETAPKAN,
        berlaku_on=berlaku_on,
        dasar=isi.dasar,
        frekuensi_evaluasi=isi.frekuensi_evaluasi,
        target_jp=isi.target_jp,
        jarak_dialog_hari=isi.jarak_dialog_hari,
        batas_dukungan_hari=isi.batas_dukungan_hari,
        aturan_tindak_lanjut=isi.tindak_lanjut,
        ditetapkan_at=datetime.combine(berlaku_on, datetime.min.time(), UTC),
    )


def _sources(kebijakan: Kebijakan, dimensi: Dimensi, bobot: Bobot) -> Iterator[SumberKebijakan]:
    for sumber, (persen, minimum) in bobot.items():
        yield SumberKebijakan(
            kebijakan=kebijakan, dimensi=dimensi, sumber=Sumber(sumber), bobot=persen, minimum=minimum
        )


def _aspects(kebijakan: Kebijakan, isi: Isi) -> Iterator[AspekKebijakan]:
    """The seven values first, rated by every source of the policy that answers a form; then the place's own."""
    nilai = aspek_berakhlak()
    for urutan, aspek in enumerate(nilai, start=1):
        unsur = isi.unsur.get(aspek.kode, "")
        berformulir = [sumber for sumber in isi.sumber if sumber in aspek.sumber]
        yield AspekKebijakan(
            kebijakan=kebijakan,
            kode=aspek.kode,
            nama=aspek.nama,
            jenis=aspek.jenis,
            uraian=aspek.uraian,
            sumber=berformulir + ([Sumber.MASYARAKAT.value] if unsur else []),
            unsur_skm=unsur,
            urutan=urutan,
        )
    for urutan, satu in enumerate(isi.aspek, start=len(nilai) + 1):
        yield AspekKebijakan(
            kebijakan=kebijakan,
            kode=satu.kode,
            nama=satu.nama,
            jenis=JenisAspek(satu.jenis),
            uraian=satu.uraian,
            jangkar=satu.jangkar,
            sumber=satu.sumber,
            kompetensi_kode=satu.kompetensi,
            urutan=urutan,
        )
