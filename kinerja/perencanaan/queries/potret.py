"""A plan as it stands, as data: kept with every version, compared in pairs, brought back when a change is dropped."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from kinerja.lib.angka import format_angka, format_rentang
from kinerja.lib.tanggal import format_tanggal, nama_bulan, parse_tanggal
from kinerja.peraturan.capaian import Arah
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.skp import (
    Aspek,
    JenisHasilKerja,
    JenisLampiran,
    KategoriSKP,
    Pendekatan,
    Perspektif,
    TingkatKendali,
)
from kinerja.perencanaan.models import SKP, IndikatorKinerja, RencanaHasilKerja

# A snapshot is JSON: text, numbers, lists and dicts, shaped by this module alone.
Potret = dict[str, Any]

_MANUAL = ("tujuan", "definisi", "formula", "satuan", "kendali", "sumber_data", "periode_pelaporan")
_WORKBLOCK = (
    "judul",
    "pemilik",
    "pihak_terlibat",
    "waktu",
    "penerima_manfaat",
    "tujuan",
    "anggaran",
    "strategi_rutin",
    "strategi_transformatif",
    "keluaran_rutin",
    "keluaran_transformatif",
)
LABEL_BANDING = {
    "daftar_rhk": "Hasil kerja",
    "daftar_indikator": "Indikator",
    "daftar_aksi": "Rencana aksi",
    "daftar_ekspektasi": "Ekspektasi khusus",
    "daftar_lampiran": "Lampiran",
    "uraian": "Uraian",
    "jenis": "Jenis",
    "rhk_pimpinan": "RHK pimpinan yang diintervensi",
    "penugasan_dari": "Penugasan dari",
    "tugas_plt": "Tugas Plt. atau Plh.",
    "batas": "Batas waktu",
    "angka_awal": "Angka awal (baseline)",
    "target_bulanan": "Target per bulan",
    "manual": "Manual indikator",
    "kendali": "Tingkat kendali",
    "pihak_terlibat": "Pihak yang terlibat",
}


def potret_skp(skp: SKP) -> Potret:
    """The whole content with its row numbers. Reads prefetched rows when there are any (`with_content`)."""
    return {
        "pegawai": {"nama": skp.pegawai.nama, "nip": skp.pegawai.nip},
        "jabatan": skp.penempatan.jabatan.nama,
        "unit_kerja": skp.unit_kerja.nama,
        "penilai": {"nama": skp.penilai.nama, "nip": skp.penilai.nip} if skp.penilai else None,
        "tahun": skp.tahun,
        "mulai_on": skp.mulai_on.isoformat(),
        "selesai_on": skp.selesai_on.isoformat(),
        "kategori": skp.kategori,
        "pendekatan": skp.pendekatan,
        "daftar_rhk": [_rhk(rhk) for rhk in skp.daftar_rhk.all()],
        "daftar_ekspektasi": [{"id": e.nilai, "teks": e.teks} for e in skp.daftar_ekspektasi.all()],
        "daftar_lampiran": [
            {"id": b.pk, "jenis": b.jenis, "urutan": b.urutan, "teks": b.teks}
            for b in skp.daftar_lampiran.all()
        ],
    }


def potret_terbaca(isi: Mapping[str, Any]) -> Potret:
    """A snapshot with labels instead of codes and one sentence per target: what `banding` compares."""
    if not isi:  # a plan that came in from another system as a bare line
        return {}
    return {
        "jabatan": isi["jabatan"],
        "penilai": (isi["penilai"] or {}).get("nama", ""),
        "pendekatan": Pendekatan(isi["pendekatan"]).label,
        "kategori": KategoriSKP(isi["kategori"]).label,
        "daftar_rhk": [_rhk_terbaca(rhk) for rhk in isi["daftar_rhk"]],
        "daftar_ekspektasi": [
            {"id": e["id"], "nama": NilaiDasar(e["id"]).label, "ekspektasi": e["teks"]}
            for e in isi["daftar_ekspektasi"]
        ],
        "daftar_lampiran": [
            {"id": b["id"], "uraian": b["teks"], "bagian": JenisLampiran(b["jenis"]).label}
            for b in isi["daftar_lampiran"]
        ],
    }


def _rhk(rhk: RencanaHasilKerja) -> Potret:
    return {
        "id": rhk.pk,
        "urutan": rhk.urutan,
        "jenis": rhk.jenis,
        "teks": rhk.teks,
        "rhk_pimpinan_id": rhk.rhk_pimpinan_id,
        "rhk_pimpinan": rhk.rhk_pimpinan.teks if rhk.rhk_pimpinan else rhk.rhk_pimpinan_teks,
        "rhk_pimpinan_teks": rhk.rhk_pimpinan_teks,
        "penugasan_dari": rhk.penugasan_dari,
        "tugas_plt": rhk.tugas_plt,
        "daftar_indikator": [_indikator(i) for i in rhk.daftar_indikator.all()],
        "daftar_aksi": [
            {
                "id": a.pk,
                "urutan": a.urutan,
                "teks": a.teks,
                "batas_on": a.batas_on.isoformat() if a.batas_on else None,
                "selesai_at": a.selesai_at.isoformat() if a.selesai_at else None,
            }
            for a in rhk.daftar_aksi.all()
        ],
    }


def _indikator(i: IndikatorKinerja) -> Potret:
    manual, workblock = getattr(i, "manual", None), getattr(i, "workblock", None)
    return {
        "id": i.pk,
        "urutan": i.urutan,
        "aspek": i.aspek,
        "teks": i.teks,
        "satuan": i.satuan,
        "target_bawah": _tulis(i.target_bawah),
        "target_atas": _tulis(i.target_atas),
        "target_teks": i.target_teks,
        "arah": i.arah,
        "perspektif": i.perspektif,
        "baseline": _tulis(i.baseline),
        "pengecualian_mutlak": i.pengecualian_mutlak,
        "target_bulanan": i.target_bulanan,
        "manual": {nama: getattr(manual, nama) for nama in _MANUAL} if manual else None,
        "workblock": {nama: getattr(workblock, nama) for nama in _WORKBLOCK} if workblock else None,
        "daftar_sel": [[s.penempatan_id, s.peran_hasil] for s in i.daftar_sel.all()],
    }


def _rhk_terbaca(rhk: Mapping[str, Any]) -> Potret:
    return {
        "id": rhk["id"],
        "uraian": rhk["teks"],
        "jenis": JenisHasilKerja(rhk["jenis"]).label,
        "rhk_pimpinan": rhk["rhk_pimpinan"],
        "penugasan_dari": rhk["penugasan_dari"],
        "tugas_plt": rhk["tugas_plt"],
        "daftar_indikator": [_indikator_terbaca(i) for i in rhk["daftar_indikator"]],
        "daftar_aksi": [
            {
                "id": a["id"],
                "uraian": a["teks"],
                "batas": format_tanggal(parse_tanggal(a["batas_on"])) if a["batas_on"] else "",
            }
            for a in rhk["daftar_aksi"]
        ],
    }


def _indikator_terbaca(i: Mapping[str, Any]) -> Potret:
    manual = dict(i["manual"] or {})
    if manual.get("kendali"):
        manual["kendali"] = TingkatKendali(manual["kendali"]).label
    return {
        "id": i["id"],
        "uraian": i["teks"],
        "aspek": Aspek(i["aspek"]).label if i["aspek"] else "",
        "target": " ".join(filter(None, (_rentang(i["target_bawah"], i["target_atas"]), i["satuan"]))),
        "kalimat_target": i["target_teks"],
        "arah": Arah(i["arah"]).label,
        "perspektif": Perspektif(i["perspektif"]).label if i["perspektif"] else "",
        "angka_awal": format_angka(Decimal(i["baseline"])) if i["baseline"] else "",
        "target_bulanan": "; ".join(
            f"{nama_bulan(int(bulan))} {_rentang(*batas)}"
            for bulan, batas in sorted(i["target_bulanan"].items(), key=lambda pasang: int(pasang[0]))
        ),
        "manual": manual,
        "workblock": i["workblock"] or {},
    }


def _rentang(bawah: str | None, atas: str | None) -> str:
    if bawah and atas:
        return format_rentang(Decimal(bawah), Decimal(atas))
    if bawah:
        return f"paling sedikit {format_angka(Decimal(bawah))}"
    return f"paling banyak {format_angka(Decimal(atas))}" if atas else ""


def _tulis(angka: Decimal | None) -> str | None:
    """Without the zeros of the column, so that 80 and 80.0000 compare as the same."""
    return None if angka is None else f"{angka.normalize():f}"
