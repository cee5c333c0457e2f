"""What is asked of people from time to time, without a limit of the law: a talk again, two questions after a course."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q

from kinerja.dialog.istilah import TERBUKA, KeadaanDialog
from kinerja.dialog.models import DialogKinerja
from kinerja.dialog.queries import BahanJarak, Pasangan, pasangan_dari
from kinerja.dialog.queries.jarak import PALING_LAMA
from kinerja.kebijakan.models import Kebijakan
from kinerja.kepegawaian.istilah import JenisPenempatan, StatusPegawai
from kinerja.kepegawaian.models import HubunganPenilai, Instansi
from kinerja.notifikasi.actions import Kabar
from kinerja.pelatihan.istilah import BULAN_SESUDAH, KeadaanPeserta, PihakTindakLanjut
from kinerja.pelatihan.models import PesertaPelatihan, TindakLanjutPelatihan
from kinerja.peraturan.pembinaan import bulan_sesudah

SEBAGIAN = 200  # penilai at a time, with their people and the talks of a year
TERLAMBAT = timedelta(days=30)  # a worker that slept longer than this asks no more


def kabar_berkala(instansi: Instansi, *, on: date) -> Iterator[Kabar]:
    yield from _talks_due(instansi, on)
    yield from _courses_to_look_back_on(instansi, on)


def _talks_due(instansi: Instansi, on: date) -> Iterator[Kabar]:
    """To the penilai, once a month while somebody waits longer than the policy's interval."""
    hubungan = HubunganPenilai.objects.filter(
        penilai__user__isnull=False,
        penempatan__unit_kerja__instansi=instansi,
        penempatan__pegawai__status=StatusPegawai.AKTIF,
        selesai_on__isnull=True,
    )
    kebijakan = Kebijakan.objects.in_force(on).filter(unit_kerja__instansi=instansi)
    berlaku = list(kebijakan.select_related("unit_kerja").order_by("berlaku_on", "versi"))
    semua = list(hubungan.order_by("penilai_id").values_list("penilai_id", flat=True).distinct())
    for awal in range(0, len(semua), SEBAGIAN):
        nomor = semua[awal : awal + SEBAGIAN]
        milik = hubungan.filter(penilai__in=nomor)
        bahan = BahanJarak(
            hubungan=list(
                milik.select_related("penilai", "penempatan__pegawai", "penempatan__unit_kerja").order_by(
                    "id"
                )
            ),
            dialog=_talks_of(nomor, on),
            kebijakan=berlaku,
        )
        per_penilai: dict[int, list[Pasangan]] = defaultdict(list)
        for pasangan in pasangan_dari(bahan, on=on):
            if pasangan.terlambat:
                per_penilai[pasangan.hubungan.penilai.user_id or 0].append(pasangan)
        for user_id, daftar in per_penilai.items():
            yield _talk(user_id, daftar, on)


def _talks_of(nomor: list[int], on: date) -> list[DialogKinerja]:
    daftar = DialogKinerja.objects.filter(
        Q(keadaan__in=TERBUKA) | Q(keadaan=KeadaanDialog.SELESAI, terlaksana_on__gte=on - PALING_LAMA),
        penilai__in=nomor,
    )
    return list(
        daftar.select_related("instansi")
        .defer("catatan", "pesan", "alasan_batal")
        .order_by("-mulai_at", "-id")
    )


def _talk(user_id: int, daftar: list[Pasangan], on: date) -> Kabar:
    siapa = (
        daftar[0].hubungan.penempatan.pegawai.nama if len(daftar) == 1 else f"{len(daftar)} orang di tim Anda"
    )
    jarak = min(pasangan.jarak_hari for pasangan in daftar)
    return Kabar(
        user_id=user_id,
        jenis="dialog",
        judul=f"Sudah waktunya berdialog lagi dengan {siapa}",
        isi=f"Sudah lebih dari {jarak} hari sejak dialog terakhir atau sejak Anda mulai menilai.",
        tautan="/dialog/#tim",
        kunci=f"dialog-jarak:{on:%Y-%m}",
    )


def _courses_to_look_back_on(instansi: Instansi, on: date) -> Iterator[Kabar]:
    """Three months after a class: to whoever passed it, and to today's penilai once for all his people in it."""
    selesai_on = bulan_sesudah(on, bulan=-BULAN_SESUDAH)
    jawaban = TindakLanjutPelatihan.objects.filter(peserta=OuterRef("pk")).order_by()
    daftar = PesertaPelatihan.objects.filter(
        keadaan=KeadaanPeserta.LULUS,
        kelas__pelatihan__instansi=instansi,
        kelas__selesai_on__lte=selesai_on,
        kelas__selesai_on__gt=selesai_on - TERLAMBAT,
    ).annotate(
        dijawab_sendiri=Exists(jawaban.filter(pihak=PihakTindakLanjut.PESERTA)),
        dijawab_penilai=Exists(jawaban.filter(pihak=PihakTindakLanjut.PENILAI)),
    )
    baris = list(
        daftar.order_by("pk").values_list(
            "pk",
            "pegawai_id",
            "pegawai__user",
            "kelas_id",
            "kelas__pelatihan__nama",
            "dijawab_sendiri",
            "dijawab_penilai",
        )
    )
    for nomor, _, user_id, _, nama, sendiri, _ in baris:
        if user_id and not sendiri:
            yield Kabar(
                user_id=user_id,
                jenis="pelatihan",
                judul=f"Adakah bedanya sesudah {nama}?",
                isi="Dua pertanyaan, satu menit.",
                tautan=f"/pelatihan/peserta/{nomor}/tiga-bulan/",
                kunci=f"tiga-bulan:{nomor}",
            )
    menunggu = {orang: (kelas, nama) for _, orang, _, kelas, nama, _, penilai in baris if not penilai}
    for (user_id, kelas, nama), jumlah in Counter(_raters_of(menunggu)).items():
        yield Kabar(
            user_id=user_id,
            jenis="pelatihan",
            judul=f"Dua pertanyaan tentang {nama} untuk {jumlah} orang di tim Anda",
            isi="Adakah bedanya sesudah tiga bulan? Satu menit seorang.",
            tautan="/pelatihan/tim/",
            kunci=f"tiga-bulan-tim:{kelas}",
        )


def _raters_of(menunggu: dict[int, tuple[int, str]]) -> Iterator[tuple[int, int, str]]:
    daftar = HubunganPenilai.objects.filter(
        penempatan__pegawai__in=list(menunggu),
        penempatan__selesai_on__isnull=True,
        penempatan__jenis=JenisPenempatan.DEFINITIF,
        selesai_on__isnull=True,
    )
    for orang, user_id in daftar.order_by("pk").values_list("penempatan__pegawai_id", "penilai__user"):
        if user_id:
            yield (user_id, *menunggu[orang])
