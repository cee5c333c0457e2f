"""The index of the words of plans: ADR 0023. SQLite reads the sentences themselves and needs none."""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_VEKTOR = "to_tsvector('simple', regexp_replace(lower(teks), '[^[:alnum:]]+', ' ', 'g'))"
_INDEKS = {
    "cari_kata_rhk": "perencanaan_rencanahasilkerja",
    "cari_kata_indikator": "perencanaan_indikatorkinerja",
}


def create(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "postgresql":
        for nama, tabel in _INDEKS.items():
            editor.execute(f"CREATE INDEX {nama} ON {tabel} USING gin ({_VEKTOR})")


def drop(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "postgresql":
        for nama in _INDEKS:
            editor.execute(f"DROP INDEX {nama}")


class Migration(migrations.Migration):
    initial = True
    dependencies = [("perencanaan", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
