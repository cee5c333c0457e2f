"""`python -m tests.bench.cari`: searching among 20,000 people, and a map of 5,000 results, on SQLite and on BENCH_POSTGRES.

BENCH_POSTGRES is the address of an empty scratch database; it is filled.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.bench.bagian import put

TUJUAN = Path("docs/dev/kinerja.md")
ORANG, BUTIR, KALI = 20_000, 5_000, 7
BATAS_CARI = 50.0


def main() -> None:
    hasil = {"SQLite": measure("")}
    if alamat := os.environ.get("BENCH_POSTGRES", ""):
        hasil["PostgreSQL"] = measure(alamat)
    teks = section(hasil)
    TUJUAN.write_text(put(TUJUAN.read_text(encoding="utf-8"), teks), encoding="utf-8")
    print(teks)


def measure(alamat: str) -> dict[str, Any]:
    folder = tempfile.mkdtemp(prefix="kinerja-bench-")
    env = os.environ | {
        "KINERJA_DATA": folder, "KINERJA_DATABASE": alamat, "DJANGO_SETTINGS_MODULE": "config.settings.dev",
    }  # fmt: skip
    try:
        print(f"Menanam {ORANG} pegawai…", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "tests.bench.besar", str(ORANG)], env=env, check=True)
        perintah = [sys.executable, "-m", "tests.bench.ukur_cari"]
        keluaran = subprocess.run(perintah, env=env, check=True, stdout=subprocess.PIPE, text=True).stdout
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    hasil: dict[str, Any] = json.loads(keluaran)
    return hasil


def section(hasil: dict[str, dict[str, Any]]) -> str:
    beban = ", ".join(f"{nama} {satu['beban']:.1f}" for nama, satu in hasil.items())
    teks = f"""
## Searching, and the map

{ORANG:,} people with six results and seven indicators each; what the search adds to its empty page, and the whole page of a map of
{BUTIR:,} results. The best of {KALI}; CPU counts our process, not that of PostgreSQL. Goal of the search: {BATAS_CARI:.0f} ms.
Load of the machine ({os.cpu_count()} cores): {beban}.

| What | Who | Database | ms | CPU ms |
|---|---|---|--:|--:|
"""
    for basis, satu in hasil.items():
        for kunci, (ms, cpu) in satu["cari"].items():
            siapa, apa = kunci.split("|")
            tebal = (
                f"**{ms:.1f}**"
                if cpu > BATAS_CARI or (basis != "SQLite" and ms > BATAS_CARI)
                else f"{ms:.1f}"
            )
            teks += f"| search: {apa} | {siapa} | {basis} | {tebal} | {cpu:.1f} |\n"
        for apa, (ms, cpu) in satu["peta"].items():
            teks += f"| map: {apa} | leader of the house | {basis} | {ms:.0f} | {cpu:.0f} |\n"
    return teks


if __name__ == "__main__":
    main()
