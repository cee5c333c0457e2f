"""An individual plan of Pak Budi with one training, and a year's proposal with him in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kinerja.kepegawaian.models import Pegawai
from kinerja.pekerjaan.pekerja import Pekerja
from kinerja.pelatihan.models import KelasPelatihan, Pelatihan
from kinerja.pengembangan import actions
from kinerja.pengembangan.actions import IsianAlokasi, IsianButir
from kinerja.pengembangan.istilah import CaraBelajar
from kinerja.pengembangan.models import ButirRencana, RencanaAlokasi, RencanaPengembangan
from tests.conftest import SEKARANG
from tests.factories.evaluasi import user_dari
from tests.factories.pelatihan import buat_kelas, buat_pelatihan

Orang = Callable[[str], Pegawai]


def isian_butir(pelatihan: Pelatihan | None = None, **ubah: object) -> IsianButir:
    bawaan: dict[str, object] = {
        "kebutuhan": "Melayani pasien dengan ramah",
        "cara": CaraBelajar.PELATIHAN if pelatihan else CaraBelajar.MENTORING,
        "jp": 16,
        "triwulan": 2,
        "hasil_diharapkan": "Tidak ada keluhan tentang cara menyambut pasien.",
        "pelatihan": pelatihan,
        "kegiatan": "" if pelatihan else "Mendampingi Bu Dewi",
    }
    return IsianButir(**(bawaan | ubah))  # type: ignore[arg-type]


def buat_rencana(
    pegawai: Pegawai, *, pelatihan: Pelatihan | None = None, sampai: str = "disepakati", **ubah: object
) -> RencanaPengembangan:
    """Led on to `sampai` by whoever may take each step."""
    by = user_dari(pegawai)
    rencana = actions.start_rencana(pegawai, tahun=2026, by=by, at=SEKARANG)
    actions.add_butir(rencana, isian_butir(pelatihan, **ubah), by=by, at=SEKARANG)
    if sampai in ("diajukan", "disepakati"):
        rencana = actions.submit_rencana(rencana, by=by, at=SEKARANG)
    if sampai == "disepakati":
        rencana = actions.agree_rencana(rencana, by=user_dari(rencana.penilai), at=SEKARANG)
    return rencana


def butir_pertama(rencana: RencanaPengembangan) -> ButirRencana:
    return rencana.daftar_butir.select_related("rencana", "pelatihan").order_by("urutan")[0]


def buat_alokasi(
    orang: Orang, daftar_kelas: Sequence[KelasPelatihan], *, anggaran: int = 10_000_000, hitung: bool = True
) -> RencanaAlokasi:
    anton = orang("pak-anton")
    isian = IsianAlokasi(tahun=2026, anggaran=anggaran, daftar_kelas=tuple(daftar_kelas))
    alokasi = actions.plan_alokasi(anton.instansi, isian, by=user_dari(anton), at=SEKARANG)
    if hitung:
        run_queue()
        alokasi.refresh_from_db()
    return alokasi


def run_queue() -> int:
    return Pekerja(clock=lambda: SEKARANG).drain()


def dunia_pengembangan(orang: Orang) -> dict[str, object]:
    """Written without the queue, so that nothing else of the walk is done by the way."""
    budi, anton = orang("pak-budi"), orang("pak-anton")
    pelatihan = buat_pelatihan(orang, "Bantuan Hidup Dasar")
    kelas = buat_kelas(orang, pelatihan)
    rencana = buat_rencana(budi, pelatihan=pelatihan)
    alokasi = RencanaAlokasi.objects.create(
        instansi=budi.instansi,
        tahun=2026,
        judul="Rencana pelatihan 2026",
        anggaran=1_000_000,
        keadaan="usulan",
        dibuat_oleh=user_dari(anton),
        dibuat_at=SEKARANG,
    )
    alokasi.daftar_kelas.create(kelas=kelas, kursi=2, biaya=0)
    baris = alokasi.daftar_baris.create(
        pegawai=budi, pelatihan=pelatihan, kelas=kelas, urutan=1, keputusan="diusulkan", kalimat="Urutan 1."
    )
    return {
        "rencana_pengembangan_id": rencana.pk,
        "butir_rencana_id": butir_pertama(rencana).pk,
        "alokasi_id": alokasi.pk,
        "baris_alokasi_id": baris.pk,
    }
