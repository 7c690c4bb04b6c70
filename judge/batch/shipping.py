"""The problem set as one archive, named by its content, so that every worker judges by the same tests."""

from __future__ import annotations

import hashlib
import io
import shutil
import tempfile
import zipfile
from pathlib import Path

from judge import cache
from judge.errors import JudgeError
from judge.spec.discover import Roots


def pack(roots: Roots) -> bytes:
    """Return all problems and references as a zip archive, the same bytes for the same contents."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for slug in roots.slugs():
            root = next(folder for folder in roots.folders if (folder / slug).is_dir())
            for room, folder in (("problems", root / slug), ("reference", root.parent / "reference" / slug)):
                for path in sorted(folder.rglob("*")):
                    inside = path.relative_to(folder)
                    if path.is_file() and "__pycache__" not in inside.parts:
                        name = f"{room}/{slug}/{inside.as_posix()}"
                        archive.writestr(zipfile.ZipInfo(name), path.read_bytes())  # of a fixed date
    return out.getvalue()


def digest_of(archive: bytes) -> str:
    """Return the name of an archive."""
    return hashlib.sha256(archive).hexdigest()[:32]


def unpack(archive: bytes) -> Roots:
    """Put an archive's problems into the cache, once for each content, and return their roots."""
    name = digest_of(archive)
    home = cache.folder() / "problem-sets"
    place = home / name
    if not place.is_dir():
        home.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{name}.", dir=home))
        try:
            with zipfile.ZipFile(io.BytesIO(archive)) as opened:
                opened.extractall(fresh)
            fresh.rename(place)
        except OSError as error:
            shutil.rmtree(fresh, ignore_errors=True)
            if not place.is_dir():  # else another worker was first
                raise JudgeError(f"{home}: the problems cannot be unpacked there ({error})") from None
    return Roots((place / "problems",), place)
