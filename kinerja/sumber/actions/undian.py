"""The draw, declining, and replacing: every right to rate comes from the lot, never from somebody's choice."""

from __future__ import annotations

import secrets
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kebijakan.models import Kebijakan, Periode, Tahap
from kinerja.kebijakan.queries import kebijakan_berlaku, kebijakan_terdekat, metode_dari
from kinerja.kepegawaian.istilah import StatusPegawai
from kinerja.kepegawaian.models import Pegawai, UnitKerja
from kinerja.lib.baris import lock_row
from kinerja.lib.tanggal import format_tanggal
from kinerja.metode.agregasi import Sumber
from kinerja.metode.undian import HasilUndian, Sasaran, TugasMenilai, pengganti, undi
from kinerja.sumber.actions.dasar import CannotAnswer
from kinerja.sumber.actions.jawaban import check_open, lock_hak
from kinerja.sumber.amplop import create_key
from kinerja.sumber.istilah import AlasanMenolak, KeadaanHak
from kinerja.sumber.models import DIUNDI, Amplop, BahanUndian, HakMenilai, Putaran
from kinerja.sumber.permissions import can_answer, can_manage_putaran
from kinerja.sumber.queries.calon import MasukanUndian, masukan_undian, pasangan_konflik, read_masukan, sidik
from kinerja.sumber.queries.metode import hari_metode, selesai_sumber

BERDIRI = (KeadaanHak.MENUNGGU, KeadaanHak.TERISI)


class CannotDraw(Exception):
    """The draw cannot be held; the message says what to do instead."""


@transaction.atomic
def draw_putaran(periode: Periode, unit: UnitKerja, *, by: User, at: datetime, benih: str = "") -> Putaran:
    """Draws colleagues and staff for everybody under the unit's own policy. Once a period; the seed is chance itself."""
    if not can_manage_putaran(by, unit):
        raise PermissionDenied
    periode = lock_row(Periode.objects.select_related("instansi"), periode.pk)
    on = periode.instansi.tanggal(at)
    kebijakan = _policy(periode, unit, on=on)
    metode = metode_dari(kebijakan)
    _check_period(periode, kebijakan, on=on)
    if not any(metode.bobot(sumber) for sumber in DIUNDI):
        raise CannotDraw(
            f"Kebijakan {unit} tidak memakai penilaian rekan atau bawahan, jadi tidak ada undian."
        )
    if Putaran.objects.filter(periode=periode, unit_kerja=unit).exists():
        raise CannotDraw(
            f"Undian {periode} untuk {unit} sudah diadakan. Undian tidak diulang supaya tetap adil."
        )
    masukan, per_kode = masukan_undian(periode, kebijakan, metode, on=on)
    benih = benih or secrets.token_hex(16)
    hasil = undi(masukan.daftar_sasaran, aturan=masukan.aturan(benih))
    if not hasil.daftar_tugas:
        raise CannotDraw(
            f"Belum ada yang dapat diundi di {unit}: rekan atau bawahan yang SKP-nya berlaku dan punya akun belum ada."
        )
    putaran = _create(periode, kebijakan, masukan, benih, on=on, at=at)
    HakMenilai.objects.bulk_create(
        HakMenilai(putaran=putaran, penilai_id=int(t.penilai), dinilai=per_kode[t.sasaran], sumber=t.sumber)
        for t in hasil.daftar_tugas
    )
    create_key(putaran.kode)
    jejak.record("putaran.undi", putaran, by=by, at=at, rincian=_details(putaran, hasil))
    return putaran


@transaction.atomic
def decline_hak(
    hak: HakMenilai, *, alasan: AlasanMenolak, keterangan: str, by: User, at: datetime
) -> HakMenilai | None:
    """The next candidate is asked instead; None when there is none. What he may have answered is destroyed."""
    putaran, hak = lock_hak(hak)
    if not can_answer(by, hak):
        raise PermissionDenied
    if hak.keadaan == KeadaanHak.MENOLAK:
        return None
    check_open(putaran, hak, at=at)
    keterangan = keterangan.strip()
    if alasan is AlasanMenolak.LAINNYA and not keterangan:
        raise CannotAnswer("Tuliskan alasannya dalam satu kalimat.")
    hak.alasan, hak.keterangan = alasan, keterangan[:300]
    _withdraw(hak, KeadaanHak.MENOLAK)
    baru = _replace(putaran, hak, on=putaran.unit_kerja.instansi.tanggal(at))
    rincian = {"sumber": hak.sumber, "ada_pengganti": baru is not None}
    jejak.record("putaran.tolak", putaran, by=by, at=at, rincian=rincian)
    return baru


@transaction.atomic
def replace_departed(putaran: Putaran, *, at: datetime) -> int:
    """Rights of people who cannot answer any more pass to the next candidate. May be run every night."""
    putaran = lock_row(Putaran.objects.select_related("unit_kerja__instansi", "periode"), putaran.pk)
    on = putaran.unit_kerja.instansi.tanggal(at)
    if not putaran.terbuka(on):
        return 0
    daftar = putaran.daftar_hak.filter(keadaan=KeadaanHak.MENUNGGU).select_related("dinilai")
    pergi = daftar.exclude(penilai__in=_present([*daftar.order_by().values_list("penilai_id", flat=True)]))
    daftar_pergi = list(pergi.order_by("id"))
    for hak in daftar_pergi:
        _withdraw(hak, KeadaanHak.DIGANTIKAN)
        _replace(putaran, hak, on=on)
    if daftar_pergi:
        jejak.record("putaran.ganti", putaran, by=None, at=at, rincian={"jumlah": len(daftar_pergi)})
    return len(daftar_pergi)


def redraw(putaran: Putaran) -> bool:
    """Whether the seed and what was drawn from still lead to the rights that were given, and to no others.

    Beside the drawn ones there is at most one right for each that was given up.
    """
    if sidik(putaran.bahan.isi, benih=putaran.benih) != putaran.sidik_masukan:
        return False
    masukan = read_masukan(putaran.bahan.isi)
    hasil = undi(masukan.daftar_sasaran, aturan=masukan.aturan(putaran.benih))
    daftar = putaran.daftar_hak.order_by("id").values_list("dinilai__pegawai_id", "sumber", "penilai_id")
    ada = {(str(sasaran), sumber, str(penilai)) for sasaran, sumber, penilai in daftar}
    diundi = {(t.sasaran, t.sumber.value, t.penilai) for t in hasil.daftar_tugas}
    return diundi <= ada and len(ada - diundi) <= putaran.daftar_hak.exclude(keadaan__in=BERDIRI).count()


def _policy(periode: Periode, unit: UnitKerja, *, on: date) -> Kebijakan:
    berlaku = kebijakan_berlaku(periode.instansi_id, on=hari_metode(periode, on=on))
    kebijakan = kebijakan_terdekat(berlaku, unit.jalur)
    if unit.instansi_id != periode.instansi_id or kebijakan is None:
        raise CannotDraw(f"Belum ada kebijakan yang berlaku untuk {unit}.")
    if kebijakan.unit_kerja_id != unit.pk:
        raise CannotDraw(f"{unit} mengikuti kebijakan {kebijakan.unit_kerja}. Undian diadakan dari sana.")
    return kebijakan


def _check_period(periode: Periode, kebijakan: Kebijakan, *, on: date) -> None:
    if periode.tahap != Tahap.PERIODIK or periode.jenis != kebijakan.frekuensi_evaluasi:
        raise CannotDraw(f"{periode} bukan periode evaluasi menurut kebijakan ini.")
    if on < periode.mulai_on:
        raise CannotDraw(f"{periode} baru dimulai {format_tanggal(periode.mulai_on)}.")
    if on > (batas := selesai_sumber(periode, kebijakan)):
        raise CannotDraw(
            f"Masa penilaian rekan untuk {periode} berakhir {format_tanggal(batas)}, jadi undian tidak dapat diadakan "
            "lagi. Penilaian berjalan tanpa sumber ini; bobotnya dibagi kepada sumber lain."
        )


def _create(
    periode: Periode, kebijakan: Kebijakan, masukan: MasukanUndian, benih: str, *, on: date, at: datetime
) -> Putaran:
    isi = masukan.as_json()
    putaran = Putaran.objects.create(
        periode=periode,
        unit_kerja=kebijakan.unit_kerja,
        kebijakan=kebijakan,
        benih=benih,
        sidik_masukan=sidik(isi, benih=benih),
        banyak_dinilai=len(masukan.daftar_sasaran),
        beban=masukan.beban,
        mulai_on=on,
        selesai_on=selesai_sumber(periode, kebijakan),
        diundi_at=at,
    )
    BahanUndian.objects.create(putaran=putaran, isi=isi)
    return putaran


def _details(putaran: Putaran, hasil: HasilUndian) -> dict[str, object]:
    """Not the seed: whoever reads it draws again, and knows who rates him."""
    return {
        "sidik_masukan": putaran.sidik_masukan,
        "hak": len(hasil.daftar_tugas),
        "kurang": len(hasil.daftar_kekurangan),
    }


def _withdraw(hak: HakMenilai, keadaan: KeadaanHak) -> None:
    Amplop.objects.filter(hak=hak).delete()
    hak.keadaan = keadaan
    hak.save(update_fields=["keadaan", "alasan", "keterangan"])


def _replace(putaran: Putaran, hak: HakMenilai, *, on: date) -> HakMenilai | None:
    """By the same lot, from those who were candidates on the day of the draw and are still there."""
    masukan = read_masukan(putaran.bahan.isi)
    kode = str(hak.dinilai.pegawai_id)
    asal = next(satu for satu in masukan.daftar_sasaran if satu.kode == kode)
    calon = {int(satu) for satu in asal.kandidat[Sumber(hak.sumber)]}
    hadir = _present(calon)
    berdiri, pernah = _tasks(putaran, hak)
    konflik = masukan.konflik | pasangan_konflik({*calon, hak.dinilai.pegawai_id}, on=on)
    aturan = MasukanUndian(daftar_sasaran=(), beban=masukan.beban, konflik=konflik).aturan(putaran.benih)
    berikut = pengganti(
        Sasaran(kode=kode, kandidat={Sumber(hak.sumber): [str(n) for n in hadir]}, jumlah=asal.jumlah),
        sumber=Sumber(hak.sumber),
        aturan=aturan,
        daftar_tugas=berdiri,
        penolak=pernah,
    )
    if berikut.tugas is None:
        return None
    return HakMenilai.objects.create(
        putaran=putaran, penilai_id=int(berikut.tugas.penilai), dinilai=hak.dinilai, sumber=hak.sumber
    )


def _tasks(putaran: Putaran, hak: HakMenilai) -> tuple[list[TugasMenilai], set[str]]:
    """What stands in the round, and who gave up this very person."""
    berdiri, pernah = [], set()
    baris = putaran.daftar_hak.order_by("id").values_list(
        "dinilai__pegawai_id", "sumber", "penilai_id", "keadaan", "dinilai_id"
    )
    for sasaran, sumber, penilai, keadaan, skp_id in baris:
        if keadaan in BERDIRI:
            berdiri.append(
                TugasMenilai(sasaran=str(sasaran), sumber=Sumber(sumber), urutan=0, penilai=str(penilai))
            )
        elif skp_id == hak.dinilai_id:
            pernah.add(str(penilai))
    return berdiri, pernah


def _present(pegawai_ids: set[int] | list[int]) -> set[int]:
    daftar = Pegawai.objects.filter(
        pk__in=pegawai_ids, status=StatusPegawai.AKTIF, user__is_active=True
    ).order_by("pk")
    return set(daftar.values_list("pk", flat=True))
