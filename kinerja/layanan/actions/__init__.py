"""One mutation each: permission, rule, write, audit record. The public's vote has no permission and no actor."""

from kinerja.layanan.actions.kode import KodeBaru, print_kode, void_kode
from kinerja.layanan.actions.layanan import (
    CannotAssign,
    CannotSetUp,
    IsianLayanan,
    assign_petugas,
    change_layanan,
    create_layanan,
    end_petugas,
)
from kinerja.layanan.actions.moderasi import (
    CannotModerate,
    drop_sumber,
    hide_kalimat,
    release_sumber,
    show_kalimat,
    write_tanggapan,
)
from kinerja.layanan.actions.suara import (
    CannotVote,
    IsianSuara,
    Kiriman,
    cast_vote,
    forget_sources,
)

__all__ = [
    "CannotAssign",
    "CannotModerate",
    "CannotSetUp",
    "CannotVote",
    "IsianLayanan",
    "IsianSuara",
    "Kiriman",
    "KodeBaru",
    "assign_petugas",
    "cast_vote",
    "change_layanan",
    "create_layanan",
    "drop_sumber",
    "end_petugas",
    "forget_sources",
    "hide_kalimat",
    "print_kode",
    "release_sumber",
    "show_kalimat",
    "void_kode",
    "write_tanggapan",
]
