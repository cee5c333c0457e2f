"""Every printable paper of a plan, chapter by chapter, with when it is used and what was issued."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from kinerja.jejak.models import DokumenTerbit
from kinerja.kebijakan.models import Periode, Tahap
from kinerja.lib.sekaligus import read_together
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi, StatusSKP
from kinerja.peraturan.formulir import DAFTAR_FORMULIR
from kinerja.perencanaan.formulir.kepala import RESMI
from kinerja.perencanaan.models import SKP, SelMatriks
from kinerja.tindak_lanjut.formulir import kode_dokumen_evaluasi
from kinerja.www.dokumen.sumber import SETAHUN, kode_of

if TYPE_CHECKING:
    from kinerja.akun.models import User


@dataclass(frozen=True, kw_only=True)
class Lembar:
    """One paper; `bagian` names its period or evaluation in the address."""

    kode: str
    nama: str
    kapan: str = ""
    bagian: str = ""
    resmi: bool = False
    terbitan: list[DokumenTerbit] = field(default_factory=list)

    @property
    def terakhir(self) -> DokumenTerbit | None:
        return self.terbitan[0] if self.terbitan else None


@dataclass(frozen=True, kw_only=True)
class Bab:
    judul: str
    keterangan: str
    daftar: list[Lembar]
    per_periode: list[Lembar] = field(default_factory=list)


Terbitan = dict[tuple[str, str, str], list[DokumenTerbit]]

_KAPAN = {
    "A.1.3": "Menjelaskan arti dan asal angka setiap indikator.",
    "A.1.4": "Dipakai saat menyusun strategi pencapaian indikator.",
    "A.1.5": "Membagi indikator pimpinan menjadi peran setiap orang.",
    "A.1.8": "Disepakati bersama SKP: sumber daya, pertanggungjawaban, konsekuensi.",
    "B.1.1": "Langkah menuju setiap hasil kerja.",
}


def daftar_bab(skp: SKP, *, user: User, on: date) -> list[Bab]:
    """A fixed number of queries, however many periods and evaluations there are."""
    baca = read_together(
        evaluasi=Evaluasi.objects.visible_to(user)
        .filter(skp=skp)
        .defer("jejak_hitung")
        .select_related("periode", "keberatan")
        .order_by("periode__selesai_on", "id"),
        periode=_periods(skp, on),
    )
    evaluasi, periode = baca["evaluasi"], baca["periode"]
    terbitan = _issued(skp, evaluasi)
    return [
        Bab(
            judul="Perencanaan",
            keterangan="Bab II. Dicetak setelah SKP ditetapkan; sebelum itu tercetak sebagai draf.",
            daftar=list(_plan(skp, terbitan)),
        ),
        _execution(skp, periode, terbitan),
        _evaluations(
            "Evaluasi",
            "Bab IV. Tersedia bagi pegawai setelah penilai menyerahkannya.",
            [
                (e, _evaluation(kode_of(skp).evaluasi, e, terbitan, f"Hasil evaluasi {e.periode.nama}"))
                for e in evaluasi
            ],
        ),
        _evaluations(
            "Dokumen evaluasi dan keberatan",
            "Bab V. Ditandatangani kedua pihak; memuat putusan bila ada keberatan.",
            [
                (e, _evaluation(kode_dokumen_evaluasi(e), e, terbitan, f"Dokumen evaluasi {e.periode.nama}"))
                for e in evaluasi
            ],
        ),
    ]


def _evaluations(judul: str, keterangan: str, daftar: list[tuple[Evaluasi, Lembar]]) -> Bab:
    """The annual one in front; those of single periods folded away behind it."""
    tahunan = [lembar for e, lembar in daftar if e.periode.tahap == Tahap.TAHUNAN]
    periodik = [lembar for e, lembar in daftar if e.periode.tahap != Tahap.TAHUNAN]
    if not tahunan:
        return Bab(judul=judul, keterangan=keterangan, daftar=periodik)
    return Bab(judul=judul, keterangan=keterangan, daftar=tahunan, per_periode=periodik)


def _plan(skp: SKP, terbitan: Terbitan) -> Iterator[Lembar]:
    yield _sheet(
        kode_of(skp).skp,
        skp,
        terbitan,
        nama="Sasaran Kinerja Pegawai",
        kapan="Dokumen utama: disepakati pegawai dan pejabat penilai.",
    )
    daftar = [i for rhk in skp.daftar_rhk.all() for i in rhk.daftar_indikator.all()]
    ada = {
        "A.1.3": any(hasattr(i, "manual") for i in daftar),
        "A.1.4": any(hasattr(i, "workblock") for i in daftar),
        "A.1.5": SelMatriks.objects.filter(indikator__rhk__skp=skp).exists(),
        "A.1.8": bool(skp.daftar_lampiran.all()),
    }
    for kode in (kode for kode, isi in ada.items() if isi):
        yield _sheet(kode, skp, terbitan, nama=DAFTAR_FORMULIR[kode].judul, kapan=_KAPAN[kode])


def _execution(skp: SKP, periode: list[Periode], terbitan: Terbitan) -> Bab:
    kode = kode_of(skp).umpan_balik
    rekaman = [
        _sheet(kode, skp, terbitan, nama=f"Rekaman umpan balik {p.nama}", bagian=f"p{p.pk}")
        for p in periode
        if p.tahap == Tahap.PERIODIK
    ]
    bulanan = [
        _sheet("B.1.2", skp, terbitan, nama=f"Pendokumentasian {p.nama}", bagian=f"p{p.pk}")
        for p in periode
        if p.tahap == Tahap.DOKUMENTASI
    ]
    return Bab(
        judul="Pelaksanaan",
        keterangan="Bab III. Rencana aksi, catatan realisasi, dan umpan balik.",
        daftar=[
            _sheet("B.1.1", skp, terbitan, nama="Rencana Aksi", kapan=_KAPAN["B.1.1"]),
            _sheet(
                "B.1.2",
                skp,
                terbitan,
                nama="Pendokumentasian kinerja setahun",
                kapan="Realisasi terakhir setiap indikator beserta bukti dukungnya.",
                bagian=SETAHUN,
            ),
            _sheet(
                kode,
                skp,
                terbitan,
                nama="Rekaman umpan balik setahun",
                kapan="Semua umpan balik yang diterima tahun ini.",
                bagian=SETAHUN,
            ),
        ],
        per_periode=[*rekaman, *bulanan],
    )


def _sheet(
    kode: str, skp: SKP, terbitan: Terbitan, *, nama: str, kapan: str = "", bagian: str = ""
) -> Lembar:
    nomor = f"{skp.pk}/{bagian}" if bagian else str(skp.pk)
    return Lembar(
        kode=kode,
        nama=nama,
        kapan=kapan,
        bagian=bagian,
        resmi=StatusSKP(skp.status) in RESMI and skp.approved_at is not None,
        terbitan=terbitan.get((kode, skp._meta.label_lower, nomor), []),
    )


def _evaluation(kode: str, evaluasi: Evaluasi, terbitan: Terbitan, nama: str) -> Lembar:
    return Lembar(
        kode=kode,
        nama=nama,
        kapan=f"Status: {StatusEvaluasi(evaluasi.status).label}.",
        bagian=f"e{evaluasi.pk}",
        resmi=evaluasi.ditetapkan_at is not None,
        terbitan=terbitan.get((kode, evaluasi._meta.label_lower, str(evaluasi.pk)), []),
    )


def _periods(skp: SKP, on: date) -> QuerySet[Periode]:
    return Periode.objects.filter(
        instansi_id=skp.instansi_id,
        tahun=skp.tahun,
        tahap__in=(Tahap.DOKUMENTASI, Tahap.PERIODIK),
        mulai_on__lte=min(on, skp.closed_on or skp.selesai_on),
        selesai_on__gte=skp.mulai_on,
    ).order_by("mulai_on", "id")


def _issued(skp: SKP, daftar: list[Evaluasi]) -> Terbitan:
    """Newest first; of evaluations only those that this person may see."""
    rencana = Q(objek_jenis=SKP._meta.label_lower) & (
        Q(objek_id=str(skp.pk)) | Q(objek_id__startswith=f"{skp.pk}/")
    )
    evaluasi = Q(objek_jenis=Evaluasi._meta.label_lower, objek_id__in=[str(e.pk) for e in daftar])
    terbitan: Terbitan = defaultdict(list)
    for dokumen in (
        DokumenTerbit.objects.filter(rencana | evaluasi).defer("isian", "tampilan").order_by("-id")
    ):
        terbitan[dokumen.kode, dokumen.objek_jenis, dokumen.objek_id].append(dokumen)
    return terbitan
