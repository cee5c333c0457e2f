"""`make bench BESAR=1`: a whole period of a hundred thousand people, on SQLite and, where BENCH_POSTGRES names one, PostgreSQL.

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
JUDUL = "\n## A whole period\n"
ORANG = os.environ.get("ORANG", "100000")
BATAS = {"Close a period": 60, "Try a draft": 10}


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
        subprocess.run([sys.executable, "-m", "tests.bench.besar", ORANG], env=env, check=True)
        beban = os.getloadavg()[0]
        perintah = [sys.executable, "-m", "tests.bench.ukur_periode"]
        keluaran = subprocess.run(perintah, env=env, check=True, capture_output=True, text=True).stdout
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    hasil: dict[str, Any] = json.loads(keluaran) | {"beban": beban}
    return hasil


def section(hasil: dict[str, dict[str, Any]]) -> str:
    beban = ", ".join(f"{nama} {satu['beban']:.1f}" for nama, satu in hasil.items())
    teks = f"""{JUDUL}
Six results with seven indicators, three months of figures, feedback, attendance, and the answers of colleagues and staff for
every person. *Close*: suggestions, quadrant and trace computed and stored by one worker of the queue. *Try*: everything that
the page of a draft shows. Goals: 60 s, 10 s and 1,000 MB. CPU counts our process, not that of PostgreSQL.
Load of the machine ({os.cpu_count()} cores) just before: {beban}.

| Work | Database | People | Seconds | CPU s | Memory at its peak, MB |
|---|---|--:|--:|--:|--:|
"""
    for basis, satu in hasil.items():
        for kerja, batas in BATAS.items():
            n = satu[kerja]
            detik = f"**{n['detik']:.1f}**" if n["detik"] > batas else f"{n['detik']:.1f}"
            teks += f"| {kerja} | {basis} | {n['orang']:,} | {detik} | {n['cpu']:.1f} | {n['mb']:.0f} |\n"
    return teks


if __name__ == "__main__":
    main()
