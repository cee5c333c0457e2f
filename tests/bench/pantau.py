"""`python -m tests.bench.pantau`: the screen of a leader of 50,000 people, and a thousand watchers; writes its section."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.bench.bagian import put

TUJUAN = Path("docs/dev/kinerja.md")
ORANG = os.environ.get("ORANG_PANTAU", "50000")
_KEPALA = """## The live screen

{orang} people of one instansi. *Screen*: the first view of the whole instansi. *News*: what a page without a live line asks for
every fifteen seconds. *Watchers*: open lines to the live process at one screen, idle and with a change every five seconds;
the delay is from the commit to the last of them. SQLite. Goals: 8 queries, × 20, × 2, 10 % of a core, 3 s. Load of the
machine ({inti} cores) just before: {beban:.1f}. Counting everything from the start: {ulang:.1f} s CPU.

| What | Queries | CPU ms | × the empty view |
|---|--:|--:|--:|
"""


def main() -> None:
    folder = os.environ.get("BENCH_PANTAU_DATA") or tempfile.mkdtemp(prefix="kinerja-bench-")
    try:
        hasil = measure(folder, tanam="BENCH_PANTAU_DATA" not in os.environ)
    finally:
        if "BENCH_PANTAU_DATA" not in os.environ:
            shutil.rmtree(folder, ignore_errors=True)
    teks = section(hasil)
    TUJUAN.write_text(put(TUJUAN.read_text(encoding="utf-8"), teks), encoding="utf-8")
    print(teks)


def measure(folder: str, *, tanam: bool) -> dict[str, Any]:
    env = os.environ | {
        "KINERJA_DATA": folder, "KINERJA_DATABASE": "", "KINERJA_BENCH": "1", "DJANGO_SETTINGS_MODULE": "config.settings.dev",
    }  # fmt: skip
    if tanam:
        print(f"Menanam {ORANG} pegawai…", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "tests.bench.besar", ORANG], env=env, check=True)
    beban, awal = os.getloadavg()[0], os.times()
    subprocess.run([sys.executable, "manage.py", "hitung_ulang"], env=env, check=True, stdout=sys.stderr)
    usai = os.times()
    ulang = usai.children_user + usai.children_system - awal.children_user - awal.children_system
    port = _free()
    server = subprocess.Popen(
        [sys.executable, "manage.py", "layani", "--port", str(port), "--tanpa-pekerja"],
        env=env, stdout=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        _wait(port)
        hidup = _live(server.pid)
        perintah = [sys.executable, "-m", "tests.bench.ukur_pantau", str(port), str(hidup)]
        keluaran = subprocess.run(perintah, env=env, capture_output=True, text=True, check=False)
        if keluaran.returncode:
            raise SystemExit(keluaran.stderr)
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(15)
        time.sleep(2)  # both of them have to leave the folder before it goes
    hasil: dict[str, Any] = json.loads(keluaran.stdout)
    return hasil | {"beban": beban, "ulang": ulang}


def _free() -> int:
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        return int(soket.getsockname()[1])


def _wait(port: int) -> None:
    for _ in range(300):
        with socket.socket() as soket:
            if soket.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("Peladen tidak menyala.")


def _live(induk: int) -> int:
    """The port of the live process that follows this server, once it answers."""
    for _ in range(300):
        for berkas in Path("/proc").glob("[0-9]*/cmdline"):
            baris = berkas.read_text(errors="replace") if berkas.exists() else ""
            cocok = re.search(r"hidupkan\0--port\0(\d+)", baris)
            if cocok and f"--induk\0{induk}\0" in baris:
                with socket.socket() as soket:
                    if soket.connect_ex(("127.0.0.1", int(cocok[1]))) == 0:
                        return int(cocok[1])
        time.sleep(0.1)
    raise SystemExit("Proses hidup tidak menyala.")


def section(hasil: dict[str, Any]) -> str:
    kosong = hasil["kosong"]["cpu"]
    teks = _KEPALA.format(
        orang=f"{int(ORANG):,}", inti=os.cpu_count(), beban=hasil["beban"], ulang=hasil["ulang"]
    )
    for nama, kunci, batas in (("Screen", "layar", 20), ("News", "kabar", 2)):
        satu = hasil[kunci]
        kali = satu["cpu"] / kosong
        tebal = f"**{kali:.1f}**" if kali > batas else f"{kali:.1f}"
        teks += f"| {nama} | {satu['query']} | {satu['cpu']:.1f} | {tebal} |\n"
    satu = hasil["penonton"]
    teks += f"""
| Watchers | Idle, % of a core | With changes, % of a core | Delay, s (median, longest) | Memory, MB |
|--:|--:|--:|--:|--:|
| {satu["banyak"]:,} | {satu["diam"]:.1f} | {satu["sibuk"]:.1f} | {satu["lama"]:.2f}, {satu["terlama"]:.2f} | {satu["mb"]:.0f} |
"""
    return teks


if __name__ == "__main__":
    main()
