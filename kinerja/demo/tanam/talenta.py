"""Assessments, data of the index, key posts and decisions at two places; the other two have not begun yet."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from kinerja.akun.models import User
from kinerja.demo.baca import daftar_pemeran
from kinerja.demo.tanam.dunia import Dunia, acak_untuk
from kinerja.demo.tanam.kalender import admin_of
from kinerja.demo.tanam.sisip import insert_many
from kinerja.kepegawaian.istilah import StatusPegawai
from kinerja.kepegawaian.models import Instansi, Jabatan, Pegawai, Penempatan
from kinerja.metode.ip_asn import JP_TEKNIS, Diklat, Hukuman, Pendidikan
from kinerja.pelatihan.queries.jp import jp_tahun
from kinerja.peraturan.talenta import UnsurPotensial
from kinerja.setelan.actions import Dasar, set_setelan
from kinerja.setelan.queries import nilai
from kinerja.talenta import actions
from kinerja.talenta.istilah import PutusanCalon
from kinerja.talenta.models import DataIP, JabatanKunci, PenilaianPotensi, PoolSuksesi
from kinerja.talenta.queries.penempatan import Aturan, peta_talenta, tahun_kinerja
from kinerja.talenta.queries.suksesi import pertimbangan
from kinerja.talenta.setelan import TALENTA

_PUSAT = {
    "PKU": "UPT Penilaian Kompetensi Provinsi Riau",
    "PTK": "UPT Penilaian Kompetensi Provinsi Kalimantan Barat",
}
# Person → competence, potential, track record; everybody else is drawn.
_NILAI = {
    "pak-budi": (84, 82, 88),
    "bu-dewi": (88, 86, 92),
    "bu-lenny": (91, 87, 94),
    "pak-reza": (79, 81, 75),
    "analis-pontianak": (90, 88, 89),
    "kabid-kinerja-pontianak": (86, 83, 90),
    "pak-ucok": (58, 55, 61),
}
_BELUM = ("bu-intan", "pak-dimas")
_KUNCI = {
    "PKU": (
        ("PKU-DINKES-PKM-TENAYANRAYA", "Puskesmas induk kecamatan; pelayanan tidak boleh berhenti."),
        ("PKU-BKPSDM", "Memimpin manajemen ASN seluruh kota."),
        ("PKU-BKPSDM-MUTASI", "Sudah lama dijabat pelaksana tugas."),
    ),
    "PTK": (
        ("PTK-BKPSDM", "Memimpin manajemen ASN seluruh kota."),
        ("PTK-BKPSDM-KINERJA", "Mengelola penilaian kinerja seluruh perangkat daerah."),
    ),
}
_ALASAN = (
    "Memimpin pekerjaan lintas bidang dengan hasil yang konsisten, dan sudah pernah menggantikan pimpinannya.",
    "Belum pernah memimpin tim. Disarankan memimpin satu kelompok kerja lebih dahulu, lalu dilihat lagi.",
)


def plant_talenta(dunia: Dunia) -> None:
    slug = {orang.nip: orang.slug for orang in daftar_pemeran()}
    for instansi in Instansi.objects.filter(kode__in=_KUNCI).order_by("pk"):
        admin = admin_of(instansi)
        daftar = list(
            Penempatan.objects.berlaku(dunia.on)
            .filter(pegawai__instansi=instansi, jenis="definitif")
            .exclude(pegawai__status__in=(StatusPegawai.PEJABAT_NEGARA, StatusPegawai.BERHENTI))
            .select_related("pegawai", "jabatan")
            .order_by("pk")
        )
        jam = jp_tahun([t.pegawai_id for t in daftar], dunia.on.year - 1)
        insert_many(
            PenilaianPotensi,
            [p for t in daftar for p in _assessments(t, slug.get(t.pegawai.nip, ""), instansi, admin, dunia)],
        )
        insert_many(
            DataIP,
            [d for t in daftar if (d := _index_data(t, slug.get(t.pegawai.nip, ""), jam, admin, dunia))],
        )
        _plant_setelan(instansi, admin, dunia)
        actions.publish_ip(instansi, at=dunia.at)
        _plant_suksesi(instansi, admin, dunia)


def _assessments(
    tempat: Penempatan, siapa: str, instansi: Instansi, admin: User, dunia: Dunia
) -> list[PenilaianPotensi]:
    acak = acak_untuk("talenta", tempat.pegawai.nip)
    if siapa in _BELUM or (siapa not in _NILAI and acak.random() < 0.12):
        return []
    angka = _NILAI.get(siapa) or tuple(
        round(min(97, max(42, acak.gauss(tengah, 11)))) for tengah in (74, 72, 78)
    )
    lama = 4 if siapa not in _NILAI and acak.random() < 0.05 else 1
    hari = date(dunia.on.year - lama, 1 + acak.randrange(10), 3 + acak.randrange(22))
    daftar = [
        PenilaianPotensi(
            pegawai=tempat.pegawai,
            unsur=unsur,
            nilai=Decimal(nilai_unsur),
            penilai="Tim rekam jejak BKPSDM"
            if unsur == UnsurPotensial.REKAM_JEJAK
            else _PUSAT[instansi.kode],
            pusat_asesmen=unsur != UnsurPotensial.REKAM_JEJAK,
            dinilai_on=hari,
            sumber=f"Contoh demo: laporan {hari.year}/{instansi.kode}/{tempat.pk}",
            dicatat_at=dunia.pukul(hari + timedelta(days=30)),
            dicatat_oleh=admin,
        )
        for unsur, nilai_unsur in zip(UnsurPotensial, angka, strict=True)
    ]
    return daftar[:2] if siapa not in _NILAI and acak.random() < 0.06 else daftar


def _index_data(
    tempat: Penempatan, siapa: str, jam: dict[int, int], admin: User, dunia: Dunia
) -> DataIP | None:
    """A training of twenty hours only for those whose year holds twenty."""
    acak = acak_untuk("ip", tempat.pegawai.nip)
    if siapa in _BELUM or acak.random() < 0.15:
        return None
    lengkap = siapa in _NILAI or acak.random() < 0.8
    return DataIP(
        pegawai=tempat.pegawai,
        pendidikan=_education(tempat, acak),
        daftar_diklat=sorted(
            d
            for d in Diklat
            if acak.random() < 0.78 and (d is not Diklat.TEKNIS or jam.get(tempat.pegawai_id, 0) >= JP_TEKNIS)
        )
        if lengkap or acak.random() < 0.5
        else None,
        nilai_kinerja=Decimal(acak.randint(74, 94)) if lengkap else None,
        hukuman=Hukuman.TIDAK_ADA,
        per_on=date(dunia.on.year - 1, 12, 31),
        sumber="Contoh demo: SIASN, keadaan akhir tahun",
        diubah_at=dunia.pukul(dunia.on - timedelta(days=20)),
        diubah_oleh=admin,
    )


def _education(tempat: Penempatan, acak: Random) -> Pendidikan:
    if "M." in tempat.pegawai.nama:
        return Pendidikan.S2
    if "A.Md" in tempat.pegawai.nama:
        return Pendidikan.D3
    return acak.choice(
        (Pendidikan.S1, Pendidikan.S1, Pendidikan.S1, Pendidikan.S2, Pendidikan.D3, Pendidikan.SLTA)
    )


def _plant_setelan(instansi: Instansi, admin: User, dunia: Dunia) -> None:
    if instansi.kode != "PTK":
        return
    dasar = Dasar(
        sumber="Contoh demo: berita acara tim manajemen talenta",
        alasan="Supaya kotak atas tidak terlalu penuh.",
    )
    set_setelan(
        instansi,
        kelompok=TALENTA,
        isi={"batas_tinggi": "82", "nilai_baik": "81"},
        dasar=dasar,
        by=admin,
        at=dunia.at,
    )


def _plant_suksesi(instansi: Instansi, admin: User, dunia: Dunia) -> None:
    aturan = Aturan.from_setelan(nilai(instansi.pk, TALENTA), tahun=tahun_kinerja(dunia.on), on=dunia.on)
    akar = dunia.akar[instansi.pk]
    peta = peta_talenta([akar.jalur], aturan=aturan, on=dunia.on)
    for unit, alasan in _KUNCI[instansi.kode]:
        jabatan = Jabatan.objects.filter(unit_kerja__kode=unit, kepala=True).order_by("pk").first()
        if jabatan is None:
            continue
        kunci = actions.mark_kunci(jabatan, alasan=alasan, by=admin, at=dunia.at)
        dibaca = [satu for satu in pertimbangan(peta, kunci, sudah=[]) if satu.di_kotak]
        ya = [satu.titik.orang.pegawai_id for satu in dibaca if satu.diusulkan]
        _decide(kunci, admin, ya, [satu.titik.orang.pegawai_id for satu in dibaca], dunia)
    _plant_moved(admin, dunia)


def _decide(kunci: JabatanKunci, admin: User, ya: list[int], daftar: list[int], dunia: Dunia) -> None:
    """The first one that is proposed in, another of the same office not yet."""
    atas = kunci.jabatan.unit_kerja.jalur
    dekat = Pegawai.objects.filter(
        daftar_penempatan__unit_kerja__jalur__startswith=atas, daftar_penempatan__selesai_on=None
    ).exclude(user=admin)
    seunit = set(dekat.filter(pk__in=daftar).order_by("pk").values_list("pk", flat=True))
    masuk = next((n for n in (*(n for n in ya if n in seunit), *ya)), None)
    belum = next((n for n in daftar if n in seunit and n != masuk), None)
    for nomor, putusan, alasan in zip((masuk, belum), PutusanCalon, _ALASAN, strict=False):
        pegawai = Pegawai.objects.exclude(user=admin).filter(pk=nomor or 0).first()
        if pegawai is None:
            continue
        isian = actions.IsianCalon(putusan=putusan, alasan=alasan)
        actions.decide_calon(kunci, pegawai, isian=isian, by=admin, at=dunia.at)


def _plant_moved(admin: User, dunia: Dunia) -> None:
    """Bu Nurul was a candidate in the office that she has left since."""
    lama = (
        Penempatan.objects.filter(
            pegawai__nama__startswith="Nurul", selesai_on__lt=dunia.on, unit_kerja__kode="PKU-BKPSDM-MUTASI"
        )
        .select_related("pegawai")
        .order_by("pk")
        .first()
    )
    kunci = JabatanKunci.objects.filter(jabatan__unit_kerja__kode="PKU-BKPSDM-MUTASI").order_by("pk").first()
    if (
        lama is None
        or kunci is None
        or lama.selesai_on is None
        or PoolSuksesi.objects.filter(pegawai=lama.pegawai).exists()
    ):
        return
    PoolSuksesi.objects.create(
        jabatan_kunci=kunci,
        pegawai=lama.pegawai,
        penempatan=lama,
        putusan=PutusanCalon.MASUK,
        kotak=8,
        daftar_langkah=[],
        alasan="Menguasai mutasi dan promosi dari awal sampai akhir.",
        diputus_at=dunia.pukul(lama.selesai_on - timedelta(days=14)),
        diputus_oleh=admin,
        berlaku_sampai_on=lama.selesai_on + timedelta(days=351),
    )
