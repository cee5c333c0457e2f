"""`python -m tests.bench.api`: a list of the API against the shortest way that Django has; writes its section of the page."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.bagian import put

TUJUAN = Path("docs/dev/kinerja.md")
BATAS = 3
POLOS = "/kosong/json/"
DAFTAR = (POLOS, "/api/v1/unit", "/api/v1/pegawai", "/api/v1/pelatihan/jp?tahun=2026")
_KEPALA = """## The API

A hundred people as JSON by `values()` and `JsonResponse` are the measure; lists of the API bring a hundred, too, with token, scope, rate,
cursor and ETag. Median of 200, asked in turn; CPU of the thread, all of the middleware included. Goal: at most {batas} ×. Load of the machine
({inti} cores) just before: {beban:.1f}.

| Address | Rows | CPU ms | × | Queries |
|---|--:|--:|--:|--:|
"""


def main() -> None:
    folder, beban = tempfile.mkdtemp(prefix="kinerja-bench-"), os.getloadavg()[0]
    env = os.environ | {
        "KINERJA_DATA": folder, "KINERJA_BENCH": "1", "KINERJA_DATABASE": "", "KINERJA_API_LAJU_BACA": "1000000",
        "KINERJA_HOSTS": "testserver", "DJANGO_SETTINGS_MODULE": "config.settings.dev",
    }  # fmt: skip
    try:
        perintah = [sys.executable, "-m", "tests.bench.ukur_api", *DAFTAR]
        keluaran = subprocess.run(perintah, env=env, check=True, stdout=subprocess.PIPE, text=True).stdout
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    bagian = section(json.loads(keluaran), beban)
    TUJUAN.write_text(put(TUJUAN.read_text(encoding="utf-8"), bagian), encoding="utf-8")
    print(bagian)


def section(hasil: dict[str, tuple[int, float, int]], beban: float) -> str:
    teks = _KEPALA.format(batas=BATAS, inti=os.cpu_count(), beban=beban)
    polos = hasil[POLOS][1]
    for path, (baris, cpu, query) in hasil.items():
        kali = f"{cpu / polos:.1f}"
        teks += f"| {path} | {baris} | {cpu:.2f} | {kali if cpu <= BATAS * polos else f'**{kali}**'} | {query} |\n"
    return teks


if __name__ == "__main__":
    main()
