"""`make bench`: plants 500 and 2,000 people, serves each, measures, and writes docs/dev/kinerja.md."""

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
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tests.bench import alokasi, api, cari, karier, laporan, pantau
from tests.bench.periode import JUDUL
from tests.bench.tabel import document

KECIL, BESAR = 500, int(os.environ.get("ORANG", "2000"))
DETIK = float(os.environ.get("DETIK", "2"))
TUJUAN = Path("docs/dev/kinerja.md")


def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="kinerja-bench-"))
    try:
        kecil, _ = measure(KECIL, folder / "kecil", beban=0)
        besar, tumbuh = measure(BESAR, folder / "besar", beban=DETIK)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    teks = document(kecil=kecil, besar=besar, jumlah=(KECIL, BESAR), tumbuh=tumbuh, detik=DETIK)
    TUJUAN.parent.mkdir(parents=True, exist_ok=True)
    if TUJUAN.exists():
        # The figures of a whole period are measured apart.
        teks += "".join(TUJUAN.read_text(encoding="utf-8").partition(JUDUL)[1:])
    TUJUAN.write_text(teks, encoding="utf-8")
    print(teks)
    api.main()
    karier.main()
    alokasi.main()
    cari.main()
    pantau.main()
    laporan.main()


def measure(orang: int, data: Path, *, beban: float) -> tuple[dict[str, Any], str]:
    env = {**os.environ, "KINERJA_DATA": str(data), "KINERJA_BENCH": "1", "KINERJA_DATABASE": ""}
    print(f"Menanam {orang} pegawai…", file=sys.stderr)
    manage("siapkan", env=env)
    keluaran = manage("perbesar", "--orang", str(orang), env=env)
    lama = re.search(r"\(([\d,]+) detik CPU\)", keluaran)
    with serve(env) as port:
        print(f"Mengukur {orang} pegawai…", file=sys.stderr)
        perintah = [sys.executable, "-m", "tests.bench.ukur", str(port), "--beban", str(beban)]
        if beban:
            perintah.append("--pdf")
        hasil = _json(perintah, env)
        if beban:
            # Last: afterwards the demo has a thousand votes more.
            hasil["suara"] = _json([sys.executable, "-m", "tests.bench.suara", str(port)], env)
    return hasil, lama[1] if lama else "?"


def _json(perintah: list[str], env: dict[str, str]) -> dict[str, Any]:
    hasil = subprocess.run(perintah, env=env, capture_output=True, text=True, check=False)
    if hasil.returncode:
        raise SystemExit(hasil.stderr)
    isi: dict[str, Any] = json.loads(hasil.stdout)
    return isi


def manage(*argumen: str, env: dict[str, str]) -> str:
    return subprocess.run(
        [sys.executable, "manage.py", *argumen], env=env, check=True, capture_output=True, text=True
    ).stdout


@contextmanager
def serve(env: dict[str, str]) -> Iterator[int]:
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        port: int = soket.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "manage.py", "layani", "--port", str(port)],
        env=env, stdout=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        _wait(port)
        yield port
    finally:
        _stop(server)


def _stop(server: subprocess.Popen[bytes]) -> None:
    """The worker beside it too, before the folder that both of them use goes."""
    os.killpg(server.pid, signal.SIGTERM)
    server.wait(15)
    with suppress(ProcessLookupError):
        for _ in range(100):
            os.killpg(server.pid, 0)
            time.sleep(0.1)


def _wait(port: int) -> None:
    for _ in range(200):
        with socket.socket() as soket:
            if soket.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("Peladen tidak menyala.")


if __name__ == "__main__":
    main()
