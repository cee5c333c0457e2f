"""Issuing an official document: its place in the register, its version, and the address where it can be checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models, transaction

from kinerja.dokumen.bentuk import DAFTAR_BENTUK
from kinerja.dokumen.isian import Isian, Verifikasi
from kinerja.dokumen.simpan import isian_as_dict
from kinerja.dokumen.tampilan import tampilan_dokumen
from kinerja.jejak.actions.catatan import record
from kinerja.jejak.models import DokumenTerbit, token_baru
from kinerja.jejak.sidik import kode_periksa, sidik_dari
from kinerja.peraturan.formulir import DAFTAR_FORMULIR

if TYPE_CHECKING:
    from kinerja.akun.models import User

# What differs from one print of the same content to the next.
_BUKAN_ISI = ("verifikasi", "dibuat_pada", "versi", "pratinjau")

# Forms of which an object has one at a time: a decision makes D.1.3 of D.1.1, another approach A.1.6 of A.1.7.
_KELUARGA = (
    frozenset({"A.1.1", "A.1.2", "A.1.6", "A.1.7"}),
    frozenset({"B.1.3", "B.1.4", "B.1.5"}),
    frozenset({"C.1.1", "C.1.2", "C.1.3"}),
    frozenset({"D.1.1", "D.1.2", "D.1.3"}),
)


class CannotIssueDocument(Exception):
    """The document may not leave the house yet; the message is fit for the user."""


def sidik_isian(isian: Isian) -> str:
    """Fingerprint of what the paper says, whoever prints it and whenever."""
    return sidik_dari({nama: isi for nama, isi in isian_as_dict(isian).items() if nama not in _BUKAN_ISI})


@transaction.atomic
def issue_document(
    isian: Isian,
    *,
    objek: models.Model,
    instansi_id: int,
    by: User,
    at: datetime,
    alamat_verifikasi: Callable[[str], str],
    bagian: str = "",
) -> DokumenTerbit:
    """The same content gives the document already issued; other content a new version that supersedes it.

    Whoever may see the object may print it, so the caller has fetched it through `visible_to`. `bagian` tells apart
    papers of one form about one object, such as the periods of a plan.
    """
    if isian.draf:
        raise CannotIssueDocument(
            "Dokumen ini masih draf, jadi belum dapat diterbitkan. Tunggu sampai ditetapkan; sementara itu gunakan pratinjau."
        )
    # Two presses at once queue up behind the object, so that a version is given out once.
    type(objek)._base_manager.select_for_update().get(pk=objek.pk)
    bentuk = DAFTAR_BENTUK[type(isian)]
    objek_id = f"{objek.pk}/{bagian}" if bagian else str(objek.pk)
    lama = _last(bentuk.kode, objek, objek_id)
    sidik = sidik_isian(isian)
    if lama is not None and (lama.kode, lama.sidik) == (bentuk.kode, sidik):
        return lama
    token, versi = token_baru(), lama.versi + 1 if lama else 1
    verifikasi = Verifikasi(alamat=alamat_verifikasi(token), kode=kode_periksa(token))
    resmi = replace(isian, versi=str(versi), dibuat_pada=at, pratinjau=False, verifikasi=verifikasi)
    baru = DokumenTerbit.objects.create(
        token=token,
        kode=bentuk.kode,
        judul=DAFTAR_FORMULIR[bentuk.kode].judul,
        objek_jenis=objek._meta.label_lower,
        objek_id=objek_id,
        instansi_id=instansi_id,
        versi=versi,
        sidik=sidik,
        tampilan=list(tampilan_dokumen(resmi).items()),
        isian=isian_as_dict(resmi),
        diterbitkan_at=at,
        diterbitkan_oleh=by,
    )
    if lama is not None:
        lama.digantikan_oleh = baru
        lama.save(update_fields=["digantikan_oleh"])
    rincian = {"kode": bentuk.kode, "versi": versi, "token": token}
    record("dokumen.terbitkan", objek, by=by, at=at, rincian=rincian)
    return baru


def _last(kode: str, objek: models.Model, objek_id: str) -> DokumenTerbit | None:
    keluarga = next((satu for satu in _KELUARGA if kode in satu), {kode})
    daftar = DokumenTerbit.objects.filter(
        kode__in=keluarga, objek_jenis=objek._meta.label_lower, objek_id=objek_id
    )
    return daftar.order_by("-versi").first()


def register_document(
    isi: dict[str, Any],
    *,
    kode: str,
    judul: str,
    tampilan: list[tuple[str, str]],
    objek: models.Model,
    instansi_id: int,
    by: User,
    at: datetime,
) -> DokumenTerbit:
    """A paper of the house that is no form of the law: registered once, when what it speaks of is closed for good.

    `tampilan` is what anybody with the code may read, so it names nobody who is rated.
    """
    dokumen = DokumenTerbit.objects.create(
        token=token_baru(),
        kode=kode,
        judul=judul,
        objek_jenis=objek._meta.label_lower,
        objek_id=str(objek.pk),
        instansi_id=instansi_id,
        versi=1,
        sidik=sidik_dari(isi),
        tampilan=tampilan,
        isian=isi,
        diterbitkan_at=at,
        diterbitkan_oleh=by,
    )
    record("dokumen.terbitkan", objek, by=by, at=at, rincian={"kode": kode, "token": dokumen.token})
    return dokumen


def succeed_document(lama: DokumenTerbit, *, oleh: DokumenTerbit) -> None:
    """The earlier paper says from now on that it was succeeded, and the later one counts on."""
    oleh.versi = lama.versi + 1
    oleh.save(update_fields=["versi"])
    lama.digantikan_oleh = oleh
    lama.save(update_fields=["digantikan_oleh"])
