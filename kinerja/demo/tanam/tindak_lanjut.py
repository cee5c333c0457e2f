"""The board of what the rules proposed: last year decided, this year waiting for people."""

from __future__ import annotations

from datetime import timedelta
from itertools import groupby

from kinerja.demo.tanam.dunia import Dunia
from kinerja.demo.tanam.kalender import admin_of
from kinerja.metode.tanda_tindak_lanjut import Tindakan
from kinerja.tindak_lanjut.actions import IsianUsulan, decide_usulan, write_usulan
from kinerja.tindak_lanjut.istilah import PutusanUsulan
from kinerja.tindak_lanjut.models import UsulanTindakLanjut
from kinerja.tindak_lanjut.queries import menunggu_usulan

_ALASAN: dict[Tindakan, tuple[PutusanUsulan, str]] = {
    Tindakan.PELATIHAN: (PutusanUsulan.SETUJUI, "Dimasukkan ke kebutuhan pelatihan tahun ini, menurut urutan kebutuhan."),
    Tindakan.UMPAN_BALIK: (PutusanUsulan.SETUJUI, "Penilai memberi umpan balik setiap bulan sampai periode berikutnya."),
    Tindakan.DIALOG: (PutusanUsulan.SETUJUI, "Dialog kinerja dijadwalkan penilai dalam dua minggu."),
    Tindakan.PENGHARGAAN: (PutusanUsulan.SETUJUI, "Diteruskan sebagai calon penerima penghargaan, menunggu juri."),
    Tindakan.PROMOSI: (PutusanUsulan.SETUJUI, "Masuk daftar pertimbangan promosi; syarat lain diperiksa tersendiri."),
    Tindakan.PEMBINAAN: (PutusanUsulan.TOLAK, "Baru satu periode; penilai memilih dialog kinerja dan bantuan lebih dahulu."),
    Tindakan.CONTOH_BAIK: (PutusanUsulan.SETUJUI, "Caranya bekerja dibagikan pada rapat bidang, dengan persetujuannya."),
}  # fmt: skip


def plant_tindak_lanjut(dunia: Dunia) -> None:
    _propose(dunia)
    _decide(dunia)


def _propose(dunia: Dunia) -> None:
    """Each period's proposals a month after its window, as the job of that day would have written them."""
    daftar = menunggu_usulan().select_related("skp", "periode", "kebijakan", "instansi")
    urut = daftar.order_by("periode__jendela_selesai_on", "id")
    for batas_on, isi in groupby(urut, key=lambda satu: satu.periode.jendela_selesai_on):
        write_usulan(list(isi), at=dunia.pukul(min(batas_on + timedelta(days=30), dunia.on), 6))


def _decide(dunia: Dunia) -> None:
    """Last year's board is decided; of this year's a part waits, and one leads to a plan."""
    daftar = UsulanTindakLanjut.objects.filter(status="menunggu", evaluasi__periode__tahun__lt=dunia.on.year)
    for usulan in daftar.select_related("evaluasi__periode", "instansi").order_by(
        "evaluasi__periode__selesai_on", "id"
    ):
        tindakan = Tindakan(usulan.tindakan)
        at = dunia.pukul(min(usulan.evaluasi.periode.jendela_selesai_on + timedelta(days=40), dunia.on), 10)
        admin = admin_of(usulan.instansi)
        putusan, alasan = _ALASAN[tindakan]
        terbaru = tindakan is Tindakan.PEMBINAAN and usulan.evaluasi.periode.tahap == "tahunan"
        if terbaru:
            at = dunia.pukul(dunia.on - timedelta(days=12), 10)
            putusan = PutusanUsulan.SETUJUI
            alasan = "Hasil setahun tetap di bawah Baik; penilai dan pegawai sudah berbicara dan sepakat menyusun rencana."
        decide_usulan([usulan.pk], IsianUsulan(putusan=putusan, alasan=alasan), by=admin, at=at)
        if putusan is PutusanUsulan.SETUJUI and tindakan in (Tindakan.UMPAN_BALIK, Tindakan.DIALOG):
            selesai = IsianUsulan(
                putusan=PutusanUsulan.SELESAIKAN, alasan="Sudah dijalankan penilai dan dicatat."
            )
            decide_usulan([usulan.pk], selesai, by=admin, at=min(at + timedelta(days=45), dunia.at))
