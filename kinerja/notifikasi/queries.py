"""What somebody chose, or what holds for whoever chose nothing."""

from __future__ import annotations

from collections.abc import Iterable

from kinerja.notifikasi.models import PilihanNotifikasi


def pilihan_dari(user_id: int) -> PilihanNotifikasi:
    return pilihan_banyak([user_id])[user_id]


def pilihan_banyak(daftar_user: Iterable[int]) -> dict[int, PilihanNotifikasi]:
    daftar_user = list(daftar_user)
    tersimpan = {
        pilihan.user_id: pilihan
        for pilihan in PilihanNotifikasi.objects.filter(user_id__in=daftar_user).order_by("user_id")
    }
    return {nomor: tersimpan.get(nomor) or PilihanNotifikasi(user_id=nomor) for nomor in daftar_user}
