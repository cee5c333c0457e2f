"""The measured figures as a page of the documentation."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from typing import Any

BATAS_QUERY, BATAS_CPU, BATAS_CPU_TULIS = 8, 20, 30

_KEPALA = """# Performance

Written by `make bench` on {hari}: {cpu} cores, Python {python}, granian, SQLite, {besar} people planted in
{tumbuh} s of CPU.
Do not edit by hand.

- One server, one run. *Empty* is a page that passes every middleware for a signed-in person and returns nothing;
  `×` is the CPU of a page divided by the CPU of that page (medians of 40 requests of each in turn, told by the server in
  `Server-Timing`).
- p50, p95 and requests/s: {detik:.0f} seconds of load by one client and by sixteen, on the same cores as the server.
- `{kecil}→{besar}` divides `×` by that with a demo of {kecil} people: nothing should grow with the number of employees.
- Goals: at most {query} queries and {batas} × for a page ({tulis} × for a write), 15 kB a page, 60 kB at first load,
  20 PDF a second and core. A figure beyond its goal is **bold**.

| Page | As | Queries | SQL ms | CPU ms | × | p50 ms | p95 ms | req/s | p50 ms (16) | p95 ms (16) | req/s (16) | bytes gz | {kecil}→{besar} |
|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
"""


def document(
    *, kecil: dict[str, Any], besar: dict[str, Any], jumlah: tuple[int, int], tumbuh: str, detik: float
) -> str:
    kepala = _KEPALA.format(
        hari=datetime.now(UTC).date().isoformat(),  # noqa: TID251 - a command is the edge
        cpu=os.cpu_count(), python=platform.python_version(),
        kecil=jumlah[0], besar=jumlah[1], tumbuh=tumbuh, detik=detik,
        query=BATAS_QUERY, batas=BATAS_CPU, tulis=BATAS_CPU_TULIS,
    )  # fmt: skip
    baris = [_row({"url": "(empty)", "slug": "pak-budi", "tulis": False, **besar["kosong"]}, kecil["kosong"])]
    baris += [
        _row(satu, lama)
        for satu, lama in zip(besar["halaman"], kecil["halaman"], strict=True)
        if "galat" not in satu
    ]
    return kepala + "\n".join(baris) + "\n" + _below(besar)


def _below(besar: dict[str, Any]) -> str:
    pdf, muat = besar["pdf"], besar["muat_pertama"]
    laju, ms = pdf["per_detik"], pdf["ms"]
    teks = (
        f"\nFirst load (sign-in page with style, script and icons): {_mark(muat, 60_000, f'{muat:,}')} bytes.\n"
        f"PDF: {_mark(-laju, -20, f'{laju:.0f}')} forms a second and core ({ms:.1f} ms each).\n"
    )
    teks += votes(besar["suara"])
    tidak = [satu for satu in besar["halaman"] if "galat" in satu]
    if tidak:
        teks += "\n## Not measured\n\n" + "".join(
            f"- `{satu['url']}` as {satu['slug']}: {satu['galat']}\n" for satu in tidak
        )
    return teks


def votes(suara: dict[str, Any]) -> str:
    """Goal: 100 votes a second stored, p95 below 200 ms, beside normal use."""
    laju, p95 = suara["per_detik"], suara["p95"]
    return (
        f"Public form: {_mark(-laju, -95, f'{laju:.0f}')} votes a second, {suara['tersimpan']:,} stored, "
        f"{len(suara['gagal'])} refused; p50 {suara['p50']:.0f} ms, p95 {_mark(p95, 200, f'{p95:.0f}')} ms from the moment "
        f"at which each should leave; a home page meanwhile: p95 {suara['halaman_p95']:.0f} ms. "
        f"Load of the machine afterwards: {suara['beban_mesin']:.1f}.\n"
    )


def _row(satu: dict[str, Any], lama: dict[str, Any]) -> str:
    kali = satu["cpu"] / satu["kosong"]
    batas = BATAS_CPU_TULIS if satu["tulis"] else BATAS_CPU
    tumbuh = kali / (lama["cpu"] / lama["kosong"]) if lama.get("cpu") else None
    kolom = [
        f"`{satu['url']}`" + (" (write)" if satu["tulis"] else ""),
        satu["slug"],
        _mark(satu["query"], 99 if satu["tulis"] else BATAS_QUERY, str(satu["query"])),
        f"{satu['sql']:.1f}",
        f"{satu['cpu']:.1f}",
        _mark(kali, batas, f"{kali:.1f}"),
        *(_figure(satu, nama) for nama in ("p50_1", "p95_1", "rps1", "p50_16", "p95_16", "rps16")),
        _mark(satu["gz"], 15_000, f"{satu['gz']:,}"),
        _mark(tumbuh, 1.3, f"{tumbuh:.2f}") if tumbuh else "–",
    ]
    return f"| {' | '.join(kolom)} |"


def _figure(satu: dict[str, Any], nama: str) -> str:
    if nama not in satu:
        return f"{satu['p50']:.1f}" if nama == "p50_1" else "–"
    return f"{satu[nama]:.0f}" if nama.startswith("rps") else f"{satu[nama]:.1f}"


def _mark(nilai: float, batas: float, teks: str) -> str:
    return f"**{teks}**" if nilai > batas else teks
