"""The image of the docker backend: its name, its context, and how it is built."""

from __future__ import annotations

import hashlib
import io
import os
import tarfile
from pathlib import Path

from judge.errors import SandboxError
from judge.sandbox.engine import connect, explain

DEFAULT_BASE = "python:3.12-slim"
NAME = "judge-sandbox"
BASE_VARIABLE = "JUDGE_DOCKER_BASE"

JUDGE = Path(__file__).resolve().parent.parent
CONTENT = ("__init__.py", "wire", "worker")
"""What of the judge goes into the image, relative to its package."""


def content_files() -> list[Path]:
    """Return the files that run inside, in a fixed order."""
    files: list[Path] = []
    for name in CONTENT:
        place = JUDGE / name
        files += [place] if place.is_file() else sorted(place.glob("*.py"))
    return files


def image_tag() -> str:
    """Return the image's name; its tag changes with every file that runs inside."""
    digest = hashlib.sha256()
    for file in (*content_files(), JUDGE / "sandbox" / "Dockerfile"):
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return f"{NAME}:{digest.hexdigest()[:16]}"


def build_image(base: str | None = None) -> str:
    """Build the image on `base` (any image with Python 3.11 or newer as python3); return its name.

    A base that is already present is used as it is, and no registry is asked. Raises SandboxError.
    """
    base = base or os.environ.get(BASE_VARIABLE) or DEFAULT_BASE
    client = connect()
    from docker.errors import APIError, BuildError, DockerException

    context = io.BytesIO()
    with tarfile.open(fileobj=context, mode="w") as archive:
        archive.add(JUDGE / "sandbox" / "Dockerfile", "Dockerfile", filter=_plain)
        for file in content_files():
            archive.add(file, f"judge/{file.relative_to(JUDGE)}", filter=_plain)
    context.seek(0)
    try:
        image, _ = client.images.build(
            fileobj=context,
            custom_context=True,
            tag=image_tag(),
            buildargs={"BASE": base},
            network_mode="none",
            rm=True,
            forcerm=True,
        )
    except (BuildError, APIError) as error:
        raise SandboxError(
            f"the image cannot be built on {base}: {error}; "
            "name a base that is there: judge sandbox build --base IMAGE"
        ) from error
    except (DockerException, OSError) as error:
        raise SandboxError(explain(error)) from error
    finally:
        client.close()
    return str(image.tags[0] if image.tags else image_tag())


def _plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Readable by the user inside, whatever the umask here was, and the same on every machine."""
    entry.mode = 0o644
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mtime = 0
    return entry
