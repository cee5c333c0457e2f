"""A system of Pak Anton's with a token, and a webhook whose message never arrived."""

from __future__ import annotations

from datetime import date

from kinerja.akun.enkripsi import encrypt
from kinerja.integrasi.models import Pengiriman, Sistem, TokenAPI, Webhook
from kinerja.kepegawaian.models import Pegawai
from tests.conftest import SEKARANG


def plant_integrasi(anton: Pegawai) -> dict[str, object]:
    oleh = {"created_at": SEKARANG, "dibuat_oleh": anton.user}
    sistem = Sistem.objects.create(
        instansi=anton.instansi, nama="Presensi Kota", tujuan="Rekap hadir", **oleh
    )
    token = TokenAPI.objects.create(
        sistem=sistem, nama="Utama", awalan="knj_abc", sidik="0" * 64, sampai_on=date(2026, 12, 31),
        daftar_cakupan=["baca:unit"], **oleh,
    )  # fmt: skip
    webhook = Webhook.objects.create(
        sistem=sistem, alamat="https://presensi.contoh.go.id/kinerja", daftar_peristiwa=["skp.ditetapkan"],
        rahasia=encrypt("whs_rahasia"), **oleh,
    )  # fmt: skip
    pengiriman = Pengiriman.objects.create(
        webhook=webhook, peristiwa="skp.ditetapkan", keadaan="menyerah", percobaan=10, coba_at=SEKARANG,
        galat="Tidak dapat dihubungi.", created_at=SEKARANG,
    )  # fmt: skip
    return {
        "sistem_id": sistem.pk,
        "token_id": token.pk,
        "webhook_id": webhook.pk,
        "pengiriman_id": pengiriman.pk,
    }
