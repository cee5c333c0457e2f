"""Every limit that runs in an instansi, or for one of its people. The days themselves come from the law's own rules."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from django.db.models import F, Model, Q, QuerySet

from kinerja.dialog.istilah import KeadaanDialog
from kinerja.dialog.models import DialogKinerja
from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kepegawaian.istilah import JenisPeran, StatusPegawai
from kinerja.kepegawaian.models import Instansi, Pegawai, Peran
from kinerja.lib.sekaligus import read_together
from kinerja.lib.tanggal import format_waktu
from kinerja.pelaksanaan.models import Realisasi
from kinerja.pembinaan.istilah import StatusPembinaan
from kinerja.pembinaan.models import RencanaPembinaan
from kinerja.pengingat.queries.jatuh import AWAL, TERLAMBAT, Jatuh
from kinerja.penilaian.models import BELUM_DITETAPKAN, Evaluasi
from kinerja.penilaian.queries.tenggat import (
    DaftarKalender,
    batas_keberatan,
    batas_lapor,
    batas_serah,
    batas_terima,
)
from kinerja.peraturan.alur import StatusEvaluasi, StatusSKP
from kinerja.peraturan.jadwal import batas_penetapan_skp
from kinerja.perencanaan.models import SKP
from kinerja.perencanaan.queries.belum_ditetapkan import menunggu_atasan
from kinerja.tindak_lanjut.models import Keberatan

M = TypeVar("M", bound=Model)
LAPOR_TERLAMA = timedelta(days=92)  # thirty working days with every holiday of a year's end among them

BERJALAN = (*BELUM_DITETAPKAN, StatusEvaluasi.DITETAPKAN, StatusEvaluasi.DISERAHKAN, StatusEvaluasi.DITERIMA)
SUDAH_SKP = (
    StatusSKP.DIAJUKAN,
    StatusSKP.DITETAPKAN,
    StatusSKP.PERUBAHAN,
    StatusSKP.DIEVALUASI,
    StatusSKP.DITUTUP,
)
BEKERJA = (StatusPegawai.AKTIF, StatusPegawai.TUGAS_BELAJAR)


def daftar_jatuh(
    instansi: Instansi, *, on: date, pegawai: Pegawai | None = None, jauh: int = AWAL
) -> Iterator[Jatuh]:
    """`jauh`: how many days ahead. With `pegawai` only what he owes himself."""
    yield from _plans(instansi, on, pegawai, jauh)
    yield from _evaluations(instansi, pegawai)
    baca = read_together(
        keberatan=_only(_open_objections(instansi), pegawai, "pemutus"),
        periode=_open_periods(instansi, on, jauh),
        dialog=_agreed_talks(instansi, on, pegawai, jauh),
        pembinaan=_only(_running_follow_ups(instansi), pegawai, "penilai"),
        dinilai=_evaluated_periods(instansi, on, jauh),
        admin=_only(_admins(instansi, on), pegawai, "user__pegawai"),
    )
    yield from _objections(baca["keberatan"])
    yield from _recordings(baca["periode"], pegawai)
    yield from _talks(baca["dialog"], instansi, on, pegawai)
    yield from _follow_ups(baca["pembinaan"])
    yield from _reports(baca["dinilai"], baca["admin"])


def _near(batas_on: date, on: date, jauh: int) -> bool:
    return -TERLAMBAT <= (batas_on - on).days <= jauh


def _plans(instansi: Instansi, on: date, pegawai: Pegawai | None, jauh: int) -> Iterator[Jatuh]:
    """Who came after the end of January is not late (the home page says the same)."""
    batas_on = batas_penetapan_skp(tahun=on.year)
    if not _near(batas_on, on, jauh):
        return
    milik = SKP.objects.filter(instansi=instansi, tahun=on.year)
    orang = Pegawai.objects.filter(instansi=instansi, status__in=BEKERJA, user__isnull=False).exclude(
        jenis_asn=""
    )
    orang = orang.exclude(daftar_skp__in=milik.filter(status__in=SUDAH_SKP))
    orang = orang.exclude(daftar_penempatan__mulai_on__gt=batas_on)
    for nomor in _only(orang, pegawai, "pk").order_by("pk").values_list("user_id", flat=True):
        assert nomor is not None
        yield Jatuh(
            user_id=nomor,
            kode=f"skp:{on.year}",
            perbuatan=f"menetapkan SKP {on.year} Anda",
            batas_on=batas_on,
            tautan="/perencanaan/",
            isi="Susun dan ajukan rencana Anda, supaya penilai sempat membacanya.",
        )
    menunggu = _only(milik.filter(status=StatusSKP.DIAJUKAN), pegawai, "penilai")
    for nomor, jumlah in Counter(menunggu.order_by().values_list("penilai__user", flat=True)).items():
        if nomor:
            yield Jatuh(
                user_id=nomor,
                kode=f"skp-periksa:{on.year}",
                perbuatan=f"menetapkan {jumlah} SKP yang diajukan kepada Anda",
                batas_on=batas_on,
                tautan="/penilaian/tim/",
            )
    if pegawai is None:
        yield from _plans_left_to_superior(milik, batas_on, on)


def _plans_left_to_superior(milik: QuerySet[SKP], batas_on: date, on: date) -> Iterator[Jatuh]:
    """The law's day has passed in silence: from now on the atasan of the penilai may decide, and is told."""
    daftar = milik.filter(menunggu_atasan(on=on)).exclude(atasan_penilai=F("penilai"))
    orang = daftar.order_by("pk").values_list("atasan_penilai__user", flat=True)
    for nomor, jumlah in Counter(orang).items():
        if nomor:
            yield Jatuh(
                user_id=nomor,
                kode=f"skp-atasan:{on.year}",
                perbuatan="",
                judul=f"{jumlah} SKP {on.year} belum ditetapkan penilai di bawah Anda",
                isi="Batasnya sudah lewat. Sebagai atasan penilai, Anda boleh memutusnya.",
                batas_on=batas_on,
                tautan="/penilaian/tim/#skp-di-bawah",
                jenis="turun_tangan",
            )


def _evaluations(instansi: Instansi, pegawai: Pegawai | None) -> Iterator[Jatuh]:
    daftar = Evaluasi.objects.filter(instansi=instansi, status__in=BERJALAN)
    if pegawai is not None:
        daftar = daftar.filter(Q(skp__pegawai=pegawai) | Q(penilai=pegawai) | Q(atasan_penilai=pegawai))
    daftar = daftar.select_related("periode", "skp__unit_kerja").only(
        "status", "oleh_atasan", "final_sejak_awal", "ditetapkan_at", "diserahkan_at", "diterima_at", "instansi_id",
        "periode__nama", "periode__jendela_selesai_on", "skp__unit_kerja__instansi_id", "skp__unit_kerja__hari_kerja",
    ).annotate(
        milik=F("skp__pegawai__user"), oleh=F("penilai__user"), di_atas=F("atasan_penilai__user")
    )  # fmt: skip
    kalender, penilai = DaftarKalender(), defaultdict[tuple[int, Periode, str], list[date]](list)
    saya = pegawai.user_id if pegawai else None
    for evaluasi in daftar.order_by("id").iterator(chunk_size=2000):
        evaluasi.instansi = instansi
        sendiri = _own(evaluasi, kalender)
        if sendiri is not None and saya in (None, sendiri.user_id):
            yield sendiri
        for kunci, batas_on in _of_rater(evaluasi, kalender):
            if saya in (None, kunci[0]):
                penilai[kunci].append(batas_on)
    for (user_id, periode, langkah), daftar_batas in penilai.items():
        jumlah = f"{len(daftar_batas)} orang" if len(daftar_batas) > 1 else "satu orang"
        yield Jatuh(
            user_id=user_id,
            kode=f"{langkah}:{periode.pk}",
            perbuatan=f"{langkah} {'hasil ' if langkah == 'menyerahkan' else ''}{jumlah}, {periode.nama}",
            batas_on=min(daftar_batas),
            tautan=f"/penilaian/tim/?periode={periode.pk}",
        )


def _of_rater(
    evaluasi: Evaluasi, kalender: DaftarKalender
) -> Iterator[tuple[tuple[int, Periode, str], date]]:
    """The official whose turn it is; after the window has passed in silence that is the superior (p. 115)."""
    nomor = evaluasi.di_atas if evaluasi.oleh_atasan else evaluasi.oleh  # type: ignore[attr-defined]
    if nomor is None:
        return
    if evaluasi.status in BELUM_DITETAPKAN and not evaluasi.oleh_atasan:
        yield (nomor, evaluasi.periode, "menilai"), evaluasi.periode.jendela_selesai_on
    elif evaluasi.status == StatusEvaluasi.DITETAPKAN and (batas_on := batas_serah(evaluasi, kalender)):
        yield (nomor, evaluasi.periode, "menyerahkan"), batas_on


def _own(evaluasi: Evaluasi, kalender: DaftarKalender) -> Jatuh | None:
    user_id = evaluasi.milik  # type: ignore[attr-defined]
    if evaluasi.status == StatusEvaluasi.DISERAHKAN:
        langkah, batas_on = "menandatangani tanda terima hasil", batas_terima(evaluasi, kalender)
    elif evaluasi.status == StatusEvaluasi.DITERIMA:
        langkah, batas_on = "mengajukan keberatan atas hasil", batas_keberatan(evaluasi, kalender)
    else:
        return None
    if user_id is None or batas_on is None:
        return None
    terima = evaluasi.status == StatusEvaluasi.DISERAHKAN
    return Jatuh(
        user_id=user_id,
        kode=f"{'terima' if terima else 'keberatan'}:{evaluasi.pk}",
        perbuatan=f"{langkah} {evaluasi.periode.nama}",
        batas_on=batas_on,
        tautan=f"/penilaian/hasil/{evaluasi.pk}/",
        isi="" if terima else "Kalau Anda menerima hasilnya, tidak ada yang perlu dilakukan.",
        sesudah=terima,
    )


def _open_objections(instansi: Instansi) -> QuerySet[Keberatan]:
    daftar = Keberatan.objects.filter(instansi=instansi, putusan="")
    return daftar.select_related("pemutus", "evaluasi__skp__pegawai").order_by("pk")


def _objections(daftar: Iterable[Keberatan]) -> Iterator[Jatuh]:
    for keberatan in daftar:
        if user_id := keberatan.pemutus.user_id:
            yield Jatuh(
                user_id=user_id,
                kode=f"putusan:{keberatan.pk}",
                perbuatan=f"memutus keberatan {keberatan.evaluasi.skp.pegawai.nama}",
                batas_on=keberatan.batas_putusan_on,
                tautan=f"/tindak-lanjut/keberatan/{keberatan.pk}/",
            )


def _open_periods(instansi: Instansi, on: date, jauh: int) -> QuerySet[Periode]:
    return Periode.objects.filter(
        instansi=instansi,
        tahap=Tahap.DOKUMENTASI,
        dibuka_at__isnull=False,
        ditutup_at=None,
        jendela_selesai_on__range=(on, on + timedelta(days=jauh)),
    ).order_by("jendela_selesai_on", "pk")


def _recordings(daftar: Sequence[Periode], pegawai: Pegawai | None) -> Iterator[Jatuh]:
    """Periods that are open and near their last day, in which somebody has written nothing at all."""
    if not daftar:
        return
    rencana = SKP.objects.filter(
        instansi_id=daftar[0].instansi_id,
        tahun__in={periode.tahun for periode in daftar},
        status=StatusSKP.DITETAPKAN,
    )
    milik = _only(rencana, pegawai, "pegawai").order_by("pk")
    isian = _only(Realisasi.objects.filter(periode__in=daftar), pegawai, "skp__pegawai")
    terisi = set(isian.order_by().values_list("skp_id", "periode_id").distinct())
    for skp_id, user_id, tahun, mulai_on in milik.values_list("pk", "pegawai__user", "tahun", "mulai_on"):
        for periode in daftar:
            berlaku = periode.tahun == tahun and mulai_on <= periode.selesai_on
            if user_id and berlaku and (skp_id, periode.pk) not in terisi:
                yield Jatuh(
                    user_id=user_id,
                    kode=f"realisasi:{periode.pk}",
                    perbuatan=f"mencatat realisasi {periode.nama}",
                    batas_on=periode.jendela_selesai_on,
                    tautan=f"/pelaksanaan/realisasi/?periode={periode.pk}",
                    jenis="periode",
                    sesudah=False,
                )


def _agreed_talks(
    instansi: Instansi, on: date, pegawai: Pegawai | None, jauh: int
) -> QuerySet[DialogKinerja]:
    daftar = DialogKinerja.objects.filter(instansi=instansi, keadaan=KeadaanDialog.DISEPAKATI)
    # Two days wider than asked for: which day it is, is known only in the zone of the office.
    daftar = daftar.filter(mulai_at__date__range=(on - timedelta(days=1), on + timedelta(days=jauh + 1)))
    if pegawai is not None:
        daftar = daftar.filter(Q(pegawai=pegawai) | Q(penilai=pegawai))
    return daftar.select_related("pegawai", "penilai").order_by("pk")


def _talks(
    daftar: Iterable[DialogKinerja], instansi: Instansi, on: date, pegawai: Pegawai | None
) -> Iterator[Jatuh]:
    """The day before for a reminder; a calendar looks further."""
    zona = ZoneInfo(instansi.zona_waktu)
    for dialog in daftar:
        hari = dialog.mulai_at.astimezone(zona).date()
        if hari < on or (pegawai is None and (hari - on).days > 1):
            continue
        for peserta in (dialog.pegawai, dialog.penilai):
            if peserta.user_id and (pegawai is None or peserta.pk == pegawai.pk):
                yield Jatuh(
                    user_id=peserta.user_id,
                    kode=f"dialog:{dialog.pk}:{dialog.revisi}",
                    perbuatan="",
                    judul=f"Dialog kinerja {format_waktu(dialog.mulai_at, zone=zona)}",
                    batas_on=hari,
                    tautan=f"/dialog/{dialog.pk}/",
                    jenis="dialog",
                    sesudah=False,
                )


def _running_follow_ups(instansi: Instansi) -> QuerySet[RencanaPembinaan]:
    daftar = RencanaPembinaan.objects.filter(instansi=instansi, status=StatusPembinaan.BERJALAN)
    return daftar.select_related("penilai").order_by("pk")


def _follow_ups(daftar: Iterable[RencanaPembinaan]) -> Iterator[Jatuh]:
    """The words do not name what it follows from."""
    for rencana in daftar:
        if user_id := rencana.penilai.user_id:
            yield Jatuh(
                user_id=user_id,
                kode=f"tinjau:{rencana.pk}",
                perbuatan="meninjau satu rencana tindak lanjut",
                batas_on=rencana.batas_on,
                tautan=f"/pembinaan/{rencana.pk}/",
                jenis="tindak_lanjut",
            )


def _evaluated_periods(instansi: Instansi, on: date, jauh: int) -> QuerySet[Periode]:
    """Whose window has closed, or will within the days that are looked ahead."""
    return Periode.objects.filter(
        instansi=instansi,
        tahap__in=(Tahap.PERIODIK, Tahap.TAHUNAN),
        dibuka_at__isnull=False,
        jendela_selesai_on__range=(on - LAPOR_TERLAMA, on + timedelta(days=jauh)),
    ).order_by("pk")


def _admins(instansi: Instansi, on: date) -> QuerySet[Peran]:
    daftar = Peran.objects.filter(
        jenis=JenisPeran.ADMIN_INSTANSI,
        unit_kerja__instansi=instansi,
        unit_kerja__induk=None,
        mulai_on__lte=on,
    )
    return daftar.exclude(selesai_on__lt=on).order_by("pk")


def _reports(daftar: Iterable[Periode], daftar_admin: Sequence[Peran]) -> Iterator[Jatuh]:
    """Whoever gathers the results for the PyB. Nothing tells when it was handed over, so it is not called late."""
    for periode in daftar if daftar_admin else ():
        batas_on = batas_lapor(periode)
        for peran in daftar_admin:
            yield Jatuh(
                user_id=peran.user_id,
                kode=f"lapor:{periode.pk}",
                perbuatan=f"melaporkan hasil {periode.nama} kepada PyB",
                batas_on=batas_on,
                tautan=f"/laporan/pyb/?periode={periode.pk}",
                sesudah=False,
            )


def _only(daftar: QuerySet[M], pegawai: Pegawai | None, kolom: str) -> QuerySet[M]:
    return daftar if pegawai is None else daftar.filter(**{kolom: pegawai.pk})
