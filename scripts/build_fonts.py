"""Makes the four Tinos faces that official documents are set in, from the npm package.

The package ships each face cut by alphabet as woff2; typst and Word want one TTF with
latin, latin-ext and vietnamese together.
"""

import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "node_modules/@fontsource/tinos/files"
TARGET = ROOT / "dondoc/documents/fonts"
FACES = {
    "Tinos-Regular": "400-normal",
    "Tinos-Bold": "700-normal",
    "Tinos-Italic": "400-italic",
    "Tinos-BoldItalic": "700-italic",
}


def main() -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, face in FACES.items():
            merge(
                [unpack(part, face, Path(folder)) for part in ("latin", "latin-ext", "vietnamese")],
                name,
            )


def unpack(part: str, face: str, folder: Path) -> str:
    font = TTFont(SOURCE / f"tinos-{part}-{face}.woff2")
    font.flavor = None
    path = folder / f"{part}-{face}.ttf"
    font.save(path)
    return str(path)


def merge(parts: list[str], name: str) -> None:
    font = Merger().merge(parts)
    font.save(TARGET / f"{name}.ttf")


if __name__ == "__main__":
    main()
