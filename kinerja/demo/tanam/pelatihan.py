"""The catalogue everywhere, and classes in every state with the cast in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta

from django.core.files.base import ContentFile

from kinerja.akun.models import User
from kinerja.demo.baca import find_pemeran
from kinerja.demo.baca.berkas import read_csv
from kinerja.demo.tanam.dunia import Dunia
from kinerja.demo.tanam.kalender import admin_of
from kinerja.demo.tanam.sisip import insert_many
from kinerja.kepegawaian.models import Instansi, Pegawai
from kinerja.kompetensi.models import Kompetensi
from kinerja.metode.saran_pelatihan import pelatihan_dari_baris
from kinerja.pelatihan import actions
from kinerja.pelatihan.actions import IsianJawaban, IsianKelas, IsianSertifikat
from kinerja.pelatihan.impor.katalog import split_codes
from kinerja.pelatihan.istilah import CaraHadir, CaraKelas, KeadaanPeserta, Pemakaian, Perubahan
from kinerja.pelatihan.models import (
    KehadiranPelatihan,
    KelasPelatihan,
    Pelatihan,
    PesertaPelatihan,
    Sertifikat,
)
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.rekap.models import RekapBelajar

SUMBER = "Katalog contoh demo; cocokkan dengan kurikulum penyelenggara"
_BIAYA = {"bimtek-skp": 450_000, "pelayanan-prima": 600_000, "komunikasi-pelayanan": 750_000}


def plant_katalog() -> None:
    """The same catalogue in every instansi; competences only where its dictionary has them."""
    baris = list(read_csv("pelatihan.csv"))
    kode: dict[int, set[str]] = {}
    for instansi_id, satu in Kompetensi.objects.order_by("id").values_list("instansi_id", "kode"):
        kode.setdefault(instansi_id, set()).add(satu)
    Pelatihan.objects.bulk_create(
        [
            _training(isi, instansi, kode.get(instansi.pk, set()))
            for instansi in Instansi.objects.order_by("id")
            for isi in baris
        ]
    )


def _training(isi: dict[str, str], instansi: Instansi, dikenal: set[str]) -> Pelatihan:
    satu = pelatihan_dari_baris(isi, kode=isi["kode"])
    return Pelatihan(
        instansi=instansi,
        kode=satu.kode,
        nama=satu.nama,
        bentuk=satu.bentuk,
        jenis_kompetensi=satu.jenis_kompetensi,
        jp=satu.jp,
        sasaran=isi["sasaran"],
        daftar_kode=sorted(
            set(split_codes(isi["kompetensi"])) & (dikenal | {nilai.value for nilai in NilaiDasar})
        ),
        sumber=SUMBER,
    )


def plant_kelas_selesai(
    pelatihan: Pelatihan,
    daftar_pegawai: Sequence[Pegawai],
    *,
    mulai_on: date,
    selesai_on: date,
    nama: str = "Angkatan I",
    biaya: int = 0,
    by: User,
) -> list[Sertifikat]:
    """A class that is over and that everybody passed, with certificates and hours: for a year of history.

    The people are put in by the set; the end goes through the action that everybody uses.
    """
    diajukan, selesai = _hour(mulai_on - timedelta(days=21), 2), _hour(selesai_on, 9)
    kelas = KelasPelatihan.objects.create(
        pelatihan=pelatihan,
        nama=nama,
        mulai_on=mulai_on,
        selesai_on=selesai_on,
        batas_daftar_on=mulai_on - timedelta(days=7),
        cara=CaraKelas.TATAP_MUKA,
        tempat="Ruang pelatihan BKPSDM",
        kursi=max(len(daftar_pegawai), 1),
        biaya=biaya,
        jp=pelatihan.jp or 16,
        penyelenggara="Badan Kepegawaian dan Pengembangan SDM",
        keadaan="dibuka",
        created_at=diajukan,
    )
    peserta = [
        PesertaPelatihan(
            kelas=kelas,
            pegawai=pegawai,
            asal="penilai",
            keadaan=KeadaanPeserta.DITERIMA,
            nomor_kursi=nomor,
            diajukan_at=diajukan,
            disetujui_at=diajukan,
            diputus_at=diajukan,
        )
        for nomor, pegawai in enumerate(daftar_pegawai, start=1)
    ]
    insert_many(PesertaPelatihan, peserta)
    insert_many(KehadiranPelatihan, _presence(kelas, peserta, by=by))
    return actions.finish_kelas(kelas, daftar_lulus=[satu.pk for satu in peserta], by=by, at=selesai)


def _presence(
    kelas: KelasPelatihan, peserta: Iterable[PesertaPelatihan], *, by: User
) -> list[KehadiranPelatihan]:
    hari = [kelas.mulai_on + timedelta(days=n) for n in range((kelas.selesai_on - kelas.mulai_on).days + 1)]
    return [
        KehadiranPelatihan(
            peserta=satu, hari_on=h, cara=CaraHadir.DAFTAR, dicatat_at=_hour(h, 2), dicatat_oleh=by
        )
        for satu in peserta
        for h in hari
    ]


def plant_pelatihan(dunia: Dunia) -> None:
    """One class that takes people, one that runs today, one long over in Pekanbaru; two in each of the other places."""
    _open_class(dunia)
    _running_class(dunia)
    _over_class(dunia)
    for slug_admin, kode, peserta in (
        ("admin-pontianak", "bimtek-skp", ("analis-pontianak", "kabid-kinerja-pontianak")),
        ("admin-lampung-utara", "pelayanan-prima", ("petugas-kotabumi-ilir", "operator-dukcapil")),
        ("admin-tebo", "bhd", ("bidan-tebo",)),
    ):
        _two_elsewhere(slug_admin, kode, peserta, dunia)
    _from_outside(dunia)


def _two_elsewhere(slug_admin: str, kode: str, peserta: tuple[str, ...], dunia: Dunia) -> None:
    admin = _account(slug_admin)
    pelatihan = _find(_person(slug_admin).instansi, kode)
    lama = dunia.on - timedelta(days=130)
    plant_kelas_selesai(pelatihan, [_person(s) for s in peserta], mulai_on=lama, selesai_on=lama, by=admin)
    kelas = _class(
        pelatihan, "Angkatan II", mulai=dunia.on + timedelta(days=25), hari=2, kursi=20, dunia=dunia
    )
    _asks(kelas, peserta[0], "Ingin melanjutkan yang dipelajari di angkatan pertama.", dunia)


def _open_class(dunia: Dunia) -> None:
    """Two seats are taken, one waits, one is with the committee and one with his penilai."""
    pelatihan = _find(Instansi.objects.get(kode="PKU"), "komunikasi-pelayanan")
    kelas = _class(
        pelatihan, "Angkatan III", mulai=dunia.on + timedelta(days=20), hari=3, kursi=2, dunia=dunia
    )
    admin = admin_of(pelatihan.instansi)
    for slug, penilai, alasan in (
        ("bu-dewi", "bu-sari", "Keluhan di ruang tunggu KIA sering sampai kepada saya."),
        ("bu-novi", "kapus-rejosari", "Ingin lebih tenang menghadapi antrean."),
        ("pak-joko", "kapus-rejosari", "Melayani loket setiap pagi."),
    ):
        peserta = actions.approve_peserta(
            _asks(kelas, slug, alasan, dunia), by=_account(penilai), at=_before(dunia, 6)
        )
        actions.accept_peserta(peserta, by=admin, at=_before(dunia, 5))
    kedua = _asks(kelas, "bu-yanti", "Tata usaha menerima semua keluhan tertulis.", dunia)
    actions.approve_peserta(kedua, by=_account("bu-sari"), at=_before(dunia, 4))
    _asks(kelas, "dokter-fajar", "Ingin menjelaskan rujukan dengan lebih mudah dipahami.", dunia)


def _running_class(dunia: Dunia) -> None:
    """Yesterday, today and tomorrow; Bu Lenny looks after it."""
    pelatihan = _find(Instansi.objects.get(kode="PKU"), "pelayanan-prima")
    admin, petugas = admin_of(pelatihan.instansi), _person("bu-lenny")
    kelas = _class(
        pelatihan, "Angkatan II", mulai=dunia.on - timedelta(days=1), hari=3, kursi=25, dunia=dunia, petugas=petugas
    )  # fmt: skip
    peserta = []
    for slug, penilai in (
        ("pak-budi", "bu-sari"),
        ("bu-rina", "lurah-rejosari"),
        ("pak-dimas", "lurah-rejosari"),
        ("bu-melati", "camat-tenayan-raya"),
    ):
        ajuan = _asks(kelas, slug, "Melayani warga setiap hari.", dunia, hari=20)
        ajuan = actions.approve_peserta(ajuan, by=_account(penilai), at=_before(dunia, 18))
        peserta.append(actions.accept_peserta(ajuan, by=admin, at=_before(dunia, 15)))
    hadir = [satu.pk for satu in peserta[:3]]
    actions.save_attendance(
        kelas, hari_on=kelas.mulai_on, daftar_hadir=hadir, by=_account("bu-lenny"), at=_before(dunia, 1)
    )


def _over_class(dunia: Dunia) -> None:
    """Old enough to be looked back on: one has answered, the others are asked."""
    pelatihan = _find(Instansi.objects.get(kode="PKU"), "bimtek-skp")
    hari = dunia.on - timedelta(days=125)
    peserta = [
        _person(slug) for slug in ("bu-sari", "pak-budi", "bu-dewi", "pak-hafiz", "camat-tenayan-raya")
    ]
    plant_kelas_selesai(
        pelatihan, peserta, mulai_on=hari, selesai_on=hari + timedelta(days=1), biaya=_BIAYA[pelatihan.kode],
        by=admin_of(pelatihan.instansi),
    )  # fmt: skip
    dewi = PesertaPelatihan.objects.get(pegawai=peserta[2], kelas__pelatihan=pelatihan)
    catatan = "Indikator saya sekarang menyebut mutu, bukan hanya jumlah."
    isian = IsianJawaban(pemakaian=Pemakaian.SERING, perubahan=Perubahan.LEBIH_BAIK, catatan=catatan)
    actions.answer_tindak_lanjut(dewi, isian, by=_account("bu-dewi"), at=_before(dunia, 2))


def _from_outside(dunia: Dunia) -> None:
    """Handed in, and waiting for the admin."""
    hari = dunia.on - timedelta(days=12)
    isian = IsianSertifikat(
        nama="Webinar Nilai Dasar BerAKHLAK",
        penyelenggara="Lembaga Administrasi Negara",
        nomor="0412/WEB/LAN",
        jp=3,
        mulai_on=hari,
        selesai_on=hari,
        berkas=ContentFile(_PDF, name="sertifikat webinar.pdf"),
        pelatihan=_find(Instansi.objects.get(kode="PKU"), "berakhlak"),
    )
    actions.submit_sertifikat(isian, by=_account("bu-rina"), at=_before(dunia, 3))


def _class(
    pelatihan: Pelatihan,
    nama: str,
    *,
    mulai: date,
    hari: int,
    kursi: int,
    dunia: Dunia,
    petugas: Pegawai | None = None,
) -> KelasPelatihan:
    admin = admin_of(pelatihan.instansi)
    at = min(_hour(mulai - timedelta(days=40), 2), _before(dunia, 10))
    isian = IsianKelas(
        nama=nama,
        mulai_on=mulai,
        selesai_on=mulai + timedelta(days=hari - 1),
        batas_daftar_on=mulai - timedelta(days=5),
        kursi=kursi,
        jp=pelatihan.jp or 16,
        biaya=_BIAYA.get(pelatihan.kode, 500_000),
        penyelenggara="Badan Kepegawaian dan Pengembangan SDM",
        tempat="Ruang pelatihan BKPSDM",
        petugas=petugas,
    )
    return actions.open_kelas(actions.save_kelas(pelatihan, isian, by=admin, at=at), by=admin, at=at)


def _asks(kelas: KelasPelatihan, slug: str, alasan: str, dunia: Dunia, *, hari: int = 8) -> PesertaPelatihan:
    at = _before(dunia, hari)
    return actions.register_peserta(kelas, pegawai=_person(slug), alasan=alasan, by=_account(slug), at=at)


def set_rekap_until(dunia: Dunia) -> None:
    """This year's recaps tell of the months that have ended, so that later certificates come on top."""
    akhir = dunia.on.replace(day=1) - timedelta(days=1)
    RekapBelajar.objects.filter(tahun=dunia.on.year).update(sampai_on=akhir)


def _find(instansi: Instansi, kode: str) -> Pelatihan:
    return Pelatihan.objects.select_related("instansi").get(instansi=instansi, kode=kode)


def _person(slug: str) -> Pegawai:
    return Pegawai.objects.select_related("instansi").get(nip=find_pemeran(slug).nip)


def _account(slug: str) -> User:
    return User.objects.get(nip=find_pemeran(slug).nip)


def _before(dunia: Dunia, hari: int) -> datetime:
    return min(dunia.at, _hour(dunia.on - timedelta(days=hari), 3))


def _hour(on: date, jam: int) -> datetime:
    return datetime.combine(on, time(jam), UTC)


_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 420]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font"
    b"/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n4 0 obj<</Length 74>>stream\n"
    b"BT /F1 22 Tf 90 240 Td (Contoh sertifikat demo: Webinar BerAKHLAK) Tj ET  \nendstream endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)
