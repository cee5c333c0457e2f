"""Where the files lie, and how YAML and CSV are opened."""

import csv
from pathlib import Path
from typing import Any

import yaml

FOLDER_CONTOH = Path(__file__).parent.parent / "contoh"
FOLDER_ISI = Path(__file__).parent.parent / "isi"

# Any: YAML carries any shape; the dataclasses refuse keys they do not know.
Peta = dict[str, Any]


def read_yaml(path: Path) -> Any:  # noqa: ANN401 - any shape, see above
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def read_csv(nama: str | Path) -> list[dict[str, str]]:
    """A file of the demo by its name, or one of the product by its path."""
    with (FOLDER_ISI / nama).open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))
