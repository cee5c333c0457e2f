"""Colleagues in great numbers: a unit with its own policy, a leader and people under him, all with a plan."""

from __future__ import annotations

from datetime import UTC, date, datetime

from kinerja.akun.models import User
from kinerja.kebijakan.models import Kebijakan, Periode, SumberKebijakan, Tahap
from kinerja.kebijakan.queries import metode_dari
from kinerja.kepegawaian.models import HubunganPenilai, Jabatan, Pegawai, Penempatan, UnitKerja
from kinerja.metode.agregasi import Sumber
from kinerja.perencanaan.models import SKP
from kinerja.sumber.actions import Jawaban, answer_hak
from kinerja.sumber.models import HakMenilai, Putaran
from kinerja.sumber.queries import daftar_butir

# The first quarter ends on 31 March 2026; colleagues answer until 7 April.
DIUNDI_AT = datetime(2026, 3, 25, 2, 0, tzinfo=UTC)
DIISI_AT = datetime(2026, 4, 2, 2, 0, tzinfo=UTC)
LEWAT_AT = datetime(2026, 4, 8, 2, 0, tzinfo=UTC)


def unit_kotabumi() -> UnitKerja:
    return UnitKerja.objects.get(kode="LU-KEC-KOTABUMI")


def triwulan(unit: UnitKerja) -> Periode:
    return Periode.objects.get(
        instansi=unit.instansi, tahun=2026, tahap=Tahap.PERIODIK, jenis="triwulanan", urutan=1
    )


def buat_orang(unit: UnitKerja, nomor: int, *, penilai: Pegawai, jenis: str = "pelaksana") -> SKP:
    nip = f"19900101209911{nomor:04d}"
    nama = f"Pegawai Uji {nomor}"
    user = User.objects.create(nip=nip, nama=nama, wajib_ganti_sandi=False)
    pegawai = Pegawai.objects.create(instansi=unit.instansi, user=user, nip=nip, nama=nama)
    jabatan = Jabatan.objects.create(
        unit_kerja=unit, kode=f"uji-{nomor}", nama="Petugas Layanan", jenis=jenis
    )
    penempatan = Penempatan.objects.create(
        pegawai=pegawai, jabatan=jabatan, unit_kerja=unit, mulai_on=date(2025, 1, 2)
    )
    HubunganPenilai.objects.create(penempatan=penempatan, penilai=penilai, mulai_on=date(2025, 1, 2))
    return buat_skp_ringkas(penempatan, penilai=penilai)


def buat_skp_ringkas(penempatan: Penempatan, *, penilai: Pegawai | None) -> SKP:
    """A plan without content: the draw only asks who works where, and under whom."""
    return SKP.objects.create(
        instansi_id=penempatan.unit_kerja.instansi_id,
        pegawai=penempatan.pegawai,
        penempatan=penempatan,
        unit_kerja=penempatan.unit_kerja,
        penilai=penilai,
        tahun=2026,
        mulai_on=date(2026, 1, 1),
        selesai_on=date(2026, 12, 31),
        kategori="pegawai",
        pendekatan="kuantitatif",
        status="ditetapkan",
        versi=1,
    )


def buat_kelompok(unit: UnitKerja, *, penilai: Pegawai, banyak: int) -> list[SKP]:
    return [buat_orang(unit, nomor, penilai=penilai) for nomor in range(1, banyak + 1)]


def ask_bawahan(unit: UnitKerja, *, minimum: int = 3) -> Kebijakan:
    """The unit's policy, with staff as a source as well."""
    kebijakan = Kebijakan.objects.get(unit_kerja=unit)
    SumberKebijakan.objects.create(kebijakan=kebijakan, sumber=Sumber.BAWAHAN, bobot=0, minimum=minimum)
    for aspek in kebijakan.daftar_aspek.filter(jenis="berakhlak"):
        aspek.sumber = [*aspek.sumber, Sumber.BAWAHAN.value]
        aspek.save(update_fields=["sumber"])
    return kebijakan


def kode_butir(putaran: Putaran, sumber: Sumber = Sumber.REKAN) -> list[str]:
    kebijakan = Kebijakan.objects.with_method().get(pk=putaran.kebijakan_id)
    return [butir.kode for butir in daftar_butir(metode_dari(kebijakan), sumber)]


def jawab(
    hak: HakMenilai, langkah: int | dict[str, int] = 3, *, kalimat: str = "", at: datetime = DIISI_AT
) -> None:
    user = hak.penilai.user
    assert user is not None
    kode = kode_butir(hak.putaran, Sumber(hak.sumber))
    isi = dict.fromkeys(kode, langkah) if isinstance(langkah, int) else dict.fromkeys(kode, 3) | langkah
    answer_hak(hak, Jawaban(langkah=isi, kalimat=kalimat), by=user, at=at)


def hak_tentang(putaran: Putaran, nomor: int = 0) -> list[HakMenilai]:
    skp_id = sorted(set(putaran.daftar_hak.values_list("dinilai_id", flat=True)))[nomor]
    daftar = putaran.daftar_hak.filter(dinilai_id=skp_id).select_related(
        "penilai__user", "putaran", "dinilai"
    )
    return list(daftar.order_by("id"))
