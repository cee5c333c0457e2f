"""Work that takes longer than a page may: a queue in the database (docs/adr/0013-antrean-pekerjaan.md)."""
