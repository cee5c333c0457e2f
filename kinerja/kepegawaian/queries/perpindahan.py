"""What a Perpindahan would change: read only, so that the page can show it before anybody confirms."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kinerja.kepegawaian.istilah import JenisPenempatan, StatusPegawai
from kinerja.kepegawaian.models import HubunganPenilai, Jabatan, Pegawai, Penempatan
from kinerja.kepegawaian.queries.penilai import (
    PetaKepala,
    penempatan_kini,
    penilai_kini,
    peta_kepala,
    rantai_penilai,
)
from kinerja.kepegawaian.rancangan import (
    AkhiriPelaksana,
    GantiPenilai,
    Perpindahan,
    PerubahanPenilai,
    PindahJabatan,
    Rancangan,
    Sebab,
    TunjukPelaksana,
)
from kinerja.lib.tanggal import format_tanggal
from kinerja.peraturan.identitas import JenisJabatan
from kinerja.peraturan.kewenangan import dapat_menjadi_penilai


class CannotMove(Exception):
    """The change cannot be made; the message says what to do instead."""


def rancang(rencana: Perpindahan) -> Rancangan:
    """What the change means for posts and penilai; CannotMove when it cannot be."""
    match rencana:
        case PindahJabatan():
            return _move(rencana)
        case GantiPenilai():
            return _change(rencana)
        case TunjukPelaksana():
            return _appoint(rencana)
        case AkhiriPelaksana():
            return _end(rencana)


def _move(rencana: PindahJabatan) -> Rancangan:
    pegawai, jabatan, on = rencana.pegawai, rencana.jabatan, rencana.on
    _refuse_unusable_post(pegawai, jabatan)
    lama = penempatan_kini(pegawai, on=on)
    _refuse_wrong_day(pegawai, lama, on=on)
    if lama and lama.jabatan_id == jabatan.pk:
        raise CannotMove(f"{pegawai} sudah menjabat {jabatan} di {jabatan.unit_kerja}. Pilih jabatan lain.")
    _refuse_second_head(jabatan, on=on)
    sebelum = peta_kepala(pegawai.instansi_id, on=on)
    sesudah = sebelum.without(lama) if lama else sebelum
    if jabatan.kepala:
        sesudah = sesudah.plus(jabatan.unit_kerja_id, jenis=JenisPenempatan.DEFINITIF, pegawai_id=pegawai.pk)
    penilai = rencana.penilai or _default_for(sesudah, jabatan, pegawai)
    if rencana.penilai:
        refuse_unfit_penilai(rencana.penilai, untuk=pegawai, on=on)
    daftar_jalur = [lama.unit_kerja.jalur] if lama and lama.jabatan.kepala else []
    daftar_jalur += [jabatan.unit_kerja.jalur] if jabatan.kepala else []
    return Rancangan(
        pegawai=pegawai,
        on=on,
        berakhir=lama,
        jabatan_baru=jabatan,
        penilai_baru=penilai,
        daftar_perubahan=tuple(_followers(pegawai, daftar_jalur, sebelum, sesudah, on=on)),
        dasar=rencana.dasar,
    )


def _change(rencana: GantiPenilai) -> Rancangan:
    penempatan, penilai, on = rencana.penempatan, rencana.penilai, rencana.on
    refuse_unfit_penilai(penilai, untuk=penempatan.pegawai, on=on)
    if not penempatan.berlaku(on):
        raise CannotMove(
            f"{penempatan.pegawai} tidak menjabat {penempatan.jabatan} pada {format_tanggal(on)}. Periksa tanggalnya."
        )
    kini = penilai_kini(penempatan)
    if kini and kini.penilai_id == penilai.pk:
        raise CannotMove(f"{penilai} sudah menjadi pejabat penilai {penempatan.pegawai}.")
    if kini and on < kini.mulai_on:
        raise CannotMove(
            f"Penilai sekarang baru tercatat sejak {format_tanggal(kini.mulai_on)}. Pilih tanggal itu atau sesudahnya."
        )
    perubahan = PerubahanPenilai(
        penempatan=penempatan, lama=kini.penilai if kini else None, baru=penilai, sebab=rencana.sebab
    )
    return Rancangan(pegawai=penempatan.pegawai, on=on, daftar_perubahan=(perubahan,), dasar=rencana.alasan)


def _appoint(rencana: TunjukPelaksana) -> Rancangan:
    pegawai, jabatan, on = rencana.pegawai, rencana.jabatan, rencana.on
    _refuse_unusable_post(pegawai, jabatan)
    definitif = penempatan_kini(pegawai, on=on)
    if definitif is None:
        raise CannotMove(f"{pegawai} belum mempunyai jabatan definitif pada {format_tanggal(on)}.")
    if not jabatan.kepala:
        raise CannotMove(f"{jabatan} bukan jabatan yang memimpin unit, jadi tidak memerlukan Plt. atau Plh.")
    ada = (
        Penempatan.objects.berlaku(on)
        .filter(jabatan=jabatan)
        .select_related("pegawai")
        .order_by("id")
        .first()
    )
    if ada and (rencana.jenis == JenisPenempatan.PLT or ada.jenis != JenisPenempatan.DEFINITIF):
        raise CannotMove(
            f"{jabatan} di {jabatan.unit_kerja} sudah diisi {ada.pegawai} ({ada.get_jenis_display()}). "
            "Akhiri dahulu penugasan itu, atau tunjuk sebagai Plh. bila pejabatnya hanya berhalangan sementara."
        )
    sebelum = peta_kepala(pegawai.instansi_id, on=on)
    sesudah = sebelum.plus(jabatan.unit_kerja_id, jenis=rencana.jenis, pegawai_id=pegawai.pk)
    penilai = _default_for(sesudah, jabatan, pegawai)
    perubahan = list(_followers(pegawai, [jabatan.unit_kerja.jalur], sebelum, sesudah, on=on))
    if rencana.jenis == JenisPenempatan.PLT and penilai:
        perubahan += _while_plt(definitif, penilai)
    return Rancangan(
        pegawai=pegawai,
        on=on,
        jabatan_baru=jabatan,
        jenis_baru=rencana.jenis,
        penilai_baru=penilai,
        daftar_perubahan=tuple(perubahan),
        dasar=rencana.dasar,
    )


def _while_plt(definitif: Penempatan, penilai: Pegawai) -> list[PerubahanPenilai]:
    """While he acts as Plt. the head he reports to as Plt. evaluates him (Lampiran Bab IV huruf A angka 5)."""
    kini = penilai_kini(definitif)
    if kini and kini.penilai_id == penilai.pk:
        return []
    lama = kini.penilai if kini else None
    return [PerubahanPenilai(penempatan=definitif, lama=lama, baru=penilai, sebab=Sebab.PLT)]


def _end(rencana: AkhiriPelaksana) -> Rancangan:
    penempatan, on = rencana.penempatan, rencana.on
    if penempatan.jenis == JenisPenempatan.DEFINITIF:
        raise CannotMove(
            "Yang dapat diakhiri di sini hanya tugas Plt. dan Plh.; jabatan definitif berakhir dengan pindah."
        )
    if penempatan.selesai_on is not None:
        raise CannotMove(f"Tugas ini sudah berakhir pada {format_tanggal(penempatan.selesai_on)}.")
    if on <= penempatan.mulai_on:
        raise CannotMove(
            f"Tugas ini baru mulai {format_tanggal(penempatan.mulai_on)}. Pilih tanggal sesudahnya."
        )
    sebelum = peta_kepala(penempatan.pegawai.instansi_id, on=on)
    sesudah = sebelum.without(penempatan)
    perubahan = list(_followers(penempatan.pegawai, [penempatan.unit_kerja.jalur], sebelum, sesudah, on=on))
    perubahan += _after_plt(penempatan, sesudah, on=on)
    return Rancangan(
        pegawai=penempatan.pegawai, on=on, berakhir=penempatan, daftar_perubahan=tuple(perubahan)
    )


def _after_plt(penempatan: Penempatan, peta: PetaKepala, *, on: date) -> list[PerubahanPenilai]:
    """With the end of the Plt. the definitive post counts again (angka 6)."""
    definitif = penempatan_kini(penempatan.pegawai, on=on)
    kini = penilai_kini(definitif) if definitif else None
    if definitif is None or kini is None or kini.alasan != Sebab.PLT.label:
        return []
    baru = _default_for(peta, definitif.jabatan, penempatan.pegawai)
    if baru is None or baru.pk == kini.penilai_id:
        return []
    return [PerubahanPenilai(penempatan=definitif, lama=kini.penilai, baru=baru, sebab=Sebab.PLT)]


def _followers(
    pegawai: Pegawai, daftar_jalur: Iterable[str], sebelum: PetaKepala, sesudah: PetaKepala, *, on: date
) -> list[PerubahanPenilai]:
    """People below the units whose head changes, who are assessed by the head that was."""
    daftar: dict[int, tuple[HubunganPenilai, int]] = {}
    for jalur in daftar_jalur:
        lama = sebelum.bawaan(jalur, kepala=False, pegawai_id=0)
        pergi = lama is not None and lama == pegawai.pk
        baris = HubunganPenilai.objects.filter(
            penilai_id=lama, selesai_on__isnull=True, penempatan__unit_kerja__jalur__startswith=jalur
        ).filter(penempatan__in=Penempatan.objects.berlaku(on))
        for hubungan in baris.select_related(
            "penilai", "penempatan__pegawai", "penempatan__jabatan", "penempatan__unit_kerja"
        ).order_by("id"):
            tempat = hubungan.penempatan
            if tempat.pegawai_id == pegawai.pk:
                continue
            jalur_unit, memimpin = tempat.unit_kerja.jalur, tempat.jabatan.kepala
            dulu = sebelum.bawaan(jalur_unit, kepala=memimpin, pegawai_id=tempat.pegawai_id)
            nanti = sesudah.bawaan(jalur_unit, kepala=memimpin, pegawai_id=tempat.pegawai_id)
            if nanti and nanti != hubungan.penilai_id and (dulu == hubungan.penilai_id or pergi):
                daftar[tempat.pk] = (hubungan, nanti)
    orang = Pegawai.objects.in_bulk({nanti for _, nanti in daftar.values()})
    return [
        PerubahanPenilai(penempatan=h.penempatan, lama=h.penilai, baru=orang[nanti], sebab=Sebab.PERPINDAHAN)
        for h, nanti in daftar.values()
    ]


def _default_for(peta: PetaKepala, jabatan: Jabatan, pegawai: Pegawai) -> Pegawai | None:
    nomor = peta.bawaan(jabatan.unit_kerja.jalur, kepala=jabatan.kepala, pegawai_id=pegawai.pk)
    if nomor is None and pegawai.jenis_asn:
        raise CannotMove(
            f"{jabatan.unit_kerja} dan unit di atasnya belum mempunyai pejabat yang memimpin. Pilih sendiri pejabat penilainya."
        )
    return Pegawai.objects.get(pk=nomor) if nomor else None


def _refuse_unusable_post(pegawai: Pegawai, jabatan: Jabatan) -> None:
    unit = jabatan.unit_kerja
    if unit.instansi_id != pegawai.instansi_id:
        raise CannotMove(
            f"{unit} milik instansi lain. Pindah antarinstansi dicatat lewat impor di instansi penerima."
        )
    if unit.dibubarkan_on is not None:
        raise CannotMove(
            f"{unit} sudah dibubarkan pada {format_tanggal(unit.dibubarkan_on)}. Pilih unit yang masih ada."
        )
    if pegawai.status == StatusPegawai.BERHENTI:
        raise CannotMove(
            f"{pegawai} sudah berhenti atau pensiun. Ubah dahulu statusnya bila ia aktif kembali."
        )


def _refuse_second_head(jabatan: Jabatan, *, on: date) -> None:
    """A unit has one definitive head; a Plt. in the post makes room for him."""
    ada = (
        Penempatan.objects.berlaku(on)
        .filter(jabatan=jabatan, jabatan__kepala=True, jenis=JenisPenempatan.DEFINITIF)
        .select_related("pegawai")
        .order_by("id")
        .first()
    )
    if ada:
        raise CannotMove(
            f"{jabatan} di {jabatan.unit_kerja} masih diisi {ada.pegawai}. Pindahkan dahulu pejabat itu, baru penggantinya."
        )


def _refuse_wrong_day(pegawai: Pegawai, lama: Penempatan | None, *, on: date) -> None:
    if lama and on <= lama.mulai_on:
        raise CannotMove(
            f"{pegawai} baru menjabat {lama.jabatan} sejak {format_tanggal(lama.mulai_on)}. Pilih tanggal sesudahnya."
        )
    nanti = (
        Penempatan.objects.filter(pegawai=pegawai, jenis=JenisPenempatan.DEFINITIF, mulai_on__gte=on)
        .select_related("jabatan", "unit_kerja")
        .order_by("mulai_on")
        .first()
    )
    if nanti:
        raise CannotMove(
            f"{pegawai} sudah tercatat menjabat {nanti.jabatan} di {nanti.unit_kerja} mulai "
            f"{format_tanggal(nanti.mulai_on)}. Pindah berikutnya harus sesudah tanggal itu."
        )


def refuse_unfit_penilai(penilai: Pegawai, *, untuk: Pegawai, on: date) -> None:
    """He must hold a post that assesses, in the same instansi, and not be assessed by the other in turn."""
    if penilai.pk == untuk.pk:
        raise CannotMove("Pegawai tidak dapat menilai dirinya sendiri. Pilih orang lain.")
    if penilai.instansi_id != untuk.instansi_id:
        raise CannotMove(f"{penilai} bekerja di instansi lain. Pilih pejabat dari instansi yang sama.")
    if untuk.pk in rantai_penilai(penilai.pk, on=on):
        raise CannotMove(
            f"{untuk} sendiri menilai {penilai}, langsung atau lewat bawahannya, sehingga keduanya akan saling menilai. "
            f"Pilih pejabat lain, atau betulkan dahulu penilai {penilai}."
        )
    daftar = Penempatan.objects.berlaku(on).filter(pegawai=penilai).select_related("jabatan").order_by("id")
    if not any(_may_assess(penempatan.jabatan) for penempatan in daftar):
        raise CannotMove(
            f"{penilai} tidak menduduki jabatan yang dapat menilai. Penilai sekurang-kurangnya pengawas, atau pejabat "
            "fungsional yang memimpin unit kerja (Lampiran Bab IV huruf A angka 7)."
        )


def _may_assess(jabatan: Jabatan) -> bool:
    if not jabatan.jenis:
        return jabatan.kepala
    return dapat_menjadi_penilai(jenis_jabatan=JenisJabatan(jabatan.jenis), memimpin_unit=jabatan.kepala)
