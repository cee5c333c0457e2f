"""The paper of a meeting that is over: written once, kept as it was, checked by its code."""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime
from zoneinfo import ZoneInfo

from kinerja.akun.models import User
from kinerja.dokumen.berita_acara import JUDUL_BERITA_ACARA, KODE_BERITA_ACARA, BeritaAcara, ButirUsulan
from kinerja.jejak.actions import register_document
from kinerja.jejak.models import DokumenTerbit
from kinerja.kalibrasi.istilah import KeadaanUsulan, PeranSidang
from kinerja.kalibrasi.models import Peserta, Sidang, Usulan
from kinerja.kalibrasi.queries.orang import dibahas
from kinerja.lib.tanggal import format_tanggal
from kinerja.peraturan.predikat import Predikat


def issue_berita_acara(sidang: Sidang, *, by: User, at: datetime) -> DokumenTerbit:
    """Inside the transaction that closes the meeting."""
    acara = susun_berita_acara(sidang)
    return register_document(
        json.loads(json.dumps(acara.as_dict())),
        kode=KODE_BERITA_ACARA,
        judul=JUDUL_BERITA_ACARA,
        tampilan=[
            ("Unit kerja", acara.unit),
            ("Periode", acara.periode),
            ("Ketua sidang", acara.ketua),
            ("Selesai", acara.selesai),
            ("Perubahan yang diterima", str(len(acara.diterima))),
            ("Usul yang ditolak", str(len(acara.ditolak))),
        ],
        objek=sidang,
        instansi_id=sidang.instansi_id,
        by=by,
        at=at,
    )


def susun_berita_acara(sidang: Sidang) -> BeritaAcara:
    peserta = list(sidang.daftar_peserta.select_related("pegawai").order_by("pegawai__nama", "id"))
    usulan = list(
        sidang.daftar_usulan.select_related(
            "evaluasi__skp__pegawai", "evaluasi__penilai", "pengusul__pegawai"
        ).order_by("proposed_at", "id")
    )
    notulis = [p.pegawai.nama for p in peserta if p.peran == PeranSidang.NOTULIS]
    return BeritaAcara(
        instansi=sidang.instansi.nama,
        unit=sidang.unit_kerja.nama,
        periode=f"{sidang.periode.nama}",
        ketua=sidang.ketua.nama,
        notulis=", ".join(notulis) or sidang.ketua.nama,
        dibuka=_waktu(sidang, sidang.dibuka_at),
        selesai=_waktu(sidang, sidang.selesai_at),
        daftar_peserta=tuple((p.pegawai.nama, _part(p)) for p in peserta),
        daftar_angka=_numbers(sidang, usulan),
        diterima=_items(usulan, KeadaanUsulan.DITERIMA),
        ditolak=_items(usulan, KeadaanUsulan.DITOLAK),
        gugur=_items(usulan, KeadaanUsulan.GUGUR),
        notulen=tuple(baris.strip() for baris in sidang.notulen.splitlines() if baris.strip()),
    )


def _part(peserta: Peserta) -> str:
    return peserta.get_peran_display() + ("" if peserta.bersuara else ", tanpa suara")


def _waktu(sidang: Sidang, at: datetime | None) -> str:
    if at is None:
        return "–"
    setempat = at.astimezone(ZoneInfo(sidang.instansi.zona_waktu))
    return f"{format_tanggal(setempat.date())}, pukul {setempat:%H.%M}"


def _numbers(sidang: Sidang, usulan: list[Usulan]) -> tuple[tuple[str, str], ...]:
    daftar = dibahas(sidang.unit_kerja, sidang.periode, ketua_id=sidang.ketua_id)
    predikat = Counter(daftar.order_by().values_list("predikat", flat=True))
    keadaan = Counter(satu.keadaan for satu in usulan)
    angka = [
        ("Orang yang dibahas", sum(predikat.values())),
        *((f"Predikat {satu.label}", predikat[satu.value]) for satu in Predikat),
        ("Belum selesai dinilai", predikat[""]),
        ("Tanda sebelum sidang", sidang.daftar_tanda.count()),
        ("Usul perubahan", len(usulan)),
        ("Diterima penilai", keadaan[KeadaanUsulan.DITERIMA]),
        ("Ditolak penilai", keadaan[KeadaanUsulan.DITOLAK]),
        ("Tidak dijawab", keadaan[KeadaanUsulan.GUGUR]),
    ]
    return tuple((label, str(n)) for label, n in angka)


def _items(usulan: list[Usulan], keadaan: KeadaanUsulan) -> tuple[ButirUsulan, ...]:
    return tuple(
        ButirUsulan(
            nama=satu.evaluasi.skp.pegawai.nama,
            perubahan=_change(satu),
            alasan=satu.alasan,
            pengusul=f"{satu.pengusul.pegawai.nama} ({satu.pengusul.get_peran_display().lower()})",
            penilai=satu.evaluasi.penilai.nama,
            jawaban=satu.jawaban,
        )
        for satu in usulan
        if satu.keadaan == keadaan
    )


def _change(satu: Usulan) -> str:
    bagian = []
    if satu.dari_hasil != satu.rating_hasil:
        bagian.append(
            f"hasil kerja {satu.get_dari_hasil_display()} menjadi {satu.get_rating_hasil_display()}"
        )
    if satu.dari_perilaku != satu.rating_perilaku:
        bagian.append(
            f"perilaku kerja {satu.get_dari_perilaku_display()} menjadi {satu.get_rating_perilaku_display()}"
        )
    return "; ".join(bagian).lower()
