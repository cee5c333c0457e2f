"""`python -m tests.bench.karier`: the list of who may be proposed, for 20,000 people; writes its section of the page.

KARIER_POSTGRES names an empty scratch database for a second measurement; it is filled.
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
ORANG = os.environ.get("ORANG_KARIER", "20000")
BATAS = 5
_KEPALA = """## Eligibility lists

{orang} functional officers of one instansi on eight levels: rank, old PAK, two annual results and three of this year each, a
test for every third. *List* is everything that the page shows: each condition of each person, the counts, the order.
*Sheet* adds the XLSX of all of them. Goal: {batas} s. Load of the machine ({inti} cores) just before: {beban}.

| Work | Database | People | Queries | Seconds | CPU s | Memory at its peak, MB |
|---|---|--:|--:|--:|--:|--:|
"""


def main() -> None:
    hasil = {"SQLite": measure("")}
    if alamat := os.environ.get("KARIER_POSTGRES", ""):
        hasil["PostgreSQL"] = measure(alamat)
    bagian = section(hasil)
    TUJUAN.write_text(put(TUJUAN.read_text(encoding="utf-8"), bagian), encoding="utf-8")
    print(bagian)


def measure(alamat: str) -> dict[str, Any]:
    folder = tempfile.mkdtemp(prefix="kinerja-bench-")
    env = os.environ | {
        "KINERJA_DATA": folder, "KINERJA_DATABASE": alamat, "DJANGO_SETTINGS_MODULE": "config.settings.dev",
    }  # fmt: skip
    beban = os.getloadavg()[0]
    try:
        print(f"Menanam {ORANG} pejabat fungsional…", file=sys.stderr)
        perintah = [sys.executable, "-m", "tests.bench.ukur_karier", ORANG]
        keluaran = subprocess.run(perintah, env=env, check=True, capture_output=True, text=True).stdout
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    hasil: dict[str, Any] = json.loads(keluaran) | {"beban": beban}
    return hasil


def section(hasil: dict[str, dict[str, Any]]) -> str:
    beban = ", ".join(f"{nama} {satu['beban']:.1f}" for nama, satu in hasil.items())
    teks = _KEPALA.format(orang=f"{int(ORANG):,}", batas=BATAS, inti=os.cpu_count(), beban=beban)
    for basis, satu in hasil.items():
        for kerja in ("List: pangkat", "List: jenjang", "Sheet: jenjang"):
            n = satu[kerja]
            lewat = n["detik"] > BATAS and kerja.startswith("List")
            detik = f"**{n['detik']:.1f}**" if lewat else f"{n['detik']:.1f}"
            teks += f"| {kerja} | {basis} | {n['orang']:,} | {n['kueri']} | {detik} | {n['cpu']:.1f} | {n['mb']:.0f} |\n"
    return teks


if __name__ == "__main__":
    main()
