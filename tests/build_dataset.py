"""Write the bundled dataset anew: what the rules of today read in the bundled texts.

Run: python tests/build_dataset.py

Needed after each change of what is read; `tests/test_bundled.py` fails until it was done.
"""

from pathlib import Path
from typing import Final

from qwenfacts import Dataset, read
from qwenfacts.bundled import PINNED

FOLDER: Final = Path(__file__).parents[1] / "src" / "qwenfacts" / "data" / "reports"


def main() -> None:
    """Read each text in the checkout and write the canonical JSON beside them."""
    path = FOLDER / "dataset.json"
    before = path.read_bytes() if path.exists() else b""
    dataset = Dataset.of(*(read(FOLDER / f"{day}.txt") for day in PINNED))
    dataset.to_json(path)
    print(f"{path}: {dataset}, {'unchanged' if path.read_bytes() == before else 'changed'}")


if __name__ == "__main__":
    main()
