"""One mutation each: permission, rule, write, audit record."""

from kinerja.talenta.actions.ip import CannotKeepDataIP, IsianIP, keep_data_ip
from kinerja.talenta.actions.potensi import CannotRecordPotensi, IsianPotensi, cancel_potensi, record_potensi
from kinerja.talenta.actions.suksesi import (
    CannotDecideCalon,
    CannotMarkKunci,
    IsianCalon,
    decide_calon,
    mark_kunci,
    release_kunci,
    remove_calon,
)
from kinerja.talenta.actions.terbitan import publish_ip

__all__ = [
    "CannotDecideCalon",
    "CannotKeepDataIP",
    "CannotMarkKunci",
    "CannotRecordPotensi",
    "IsianCalon",
    "IsianIP",
    "IsianPotensi",
    "cancel_potensi",
    "decide_calon",
    "keep_data_ip",
    "mark_kunci",
    "publish_ip",
    "record_potensi",
    "release_kunci",
    "remove_calon",
]
