"""Bu Dewi is there for the puskesmas; Pak Budi asks her how to change a target."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from kinerja.akun.models import User
from kinerja.kepegawaian.models import Pegawai, UnitKerja
from kinerja.tanya import actions
from kinerja.tanya.models import FAQ, Penggerak, Pertanyaan
from tests.conftest import SEKARANG

Orang = Callable[[str], Pegawai]
PUSKESMAS = "PKU-DINKES-PKM-TENAYANRAYA"
TEKS = "Bagaimana mengubah target bila jumlah pasien turun jauh di bulan puasa?"
JAWABAN = "Ubah SKP lewat Usulkan perubahan, lalu bicarakan dengan Bu Sari."
JUDUL = "Bolehkah target SKP diubah di tengah tahun?"


def user(orang: Orang, slug: str) -> User:
    akun = orang(slug).user
    assert akun is not None
    return akun


def tunjuk(orang: Orang, slug: str = "bu-dewi", kode: str = PUSKESMAS, **ganti: object) -> Penggerak:
    isi = {
        "pegawai": orang(slug),
        "unit": UnitKerja.objects.get(kode=kode),
        "mulai_on": date(2026, 3, 1),
        **ganti,
    }
    return actions.appoint_penggerak(
        isian=actions.IsianPenggerak(**isi),  # type: ignore[arg-type]
        by=user(orang, "pak-anton"),
        at=SEKARANG,
    )


def tanya(orang: Orang, slug: str = "pak-budi", teks: str = TEKS, *, at: datetime = SEKARANG) -> Pertanyaan:
    return actions.ask_tanya(teks=teks, tentang="pegawai", by=user(orang, slug), at=at)


def jawab(
    orang: Orang, pertanyaan: Pertanyaan, slug: str = "bu-dewi", *, at: datetime = SEKARANG, dilihat: int = 0
) -> Pertanyaan:
    return actions.answer_tanya(pertanyaan, teks=JAWABAN, dilihat=dilihat, by=user(orang, slug), at=at)


def terbitkan(orang: Orang, pertanyaan: Pertanyaan, *, judul: str = JUDUL, topik: str = "pegawai") -> FAQ:
    isian = actions.IsianFAQ(judul=judul, jawaban="Boleh, setelah dibicarakan dengan penilai.", topik=topik)
    faq = actions.propose_faq(pertanyaan, isian=isian, by=user(orang, "pak-anton"), at=SEKARANG)
    return actions.publish_faq(faq, by=user(orang, "pak-anton"), at=SEKARANG)


def dunia_tanya(orang: Orang) -> dict[str, object]:
    penggerak, pertanyaan = tunjuk(orang), tanya(orang)
    faq = terbitkan(orang, jawab(orang, pertanyaan))
    return {"penggerak_id": penggerak.pk, "tanya_id": pertanyaan.pk, "faq_id": faq.pk}
