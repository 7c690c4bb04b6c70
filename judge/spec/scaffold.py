"""`judge new`: a problem folder to start from.

What is written is a whole small problem that loads and can be judged, with a TODO(author) wherever the author
has something to say; `judge verify` refuses a folder in which one is left.
"""

from __future__ import annotations

import re
from keyword import iskeyword
from pathlib import Path

from judge.errors import UsageError
from judge.spec import new_class, new_function
from judge.spec.load import is_litter, show
from judge.spec.new_problem import REFERENCE
from judge.spec.problem import Problem

MARK = "TODO(author)"
KINDS = ("class", "function")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def scaffold(root: Path, slug: str, kind: str) -> list[Path]:
    """Write a new problem below `root` and its reference beside it; return the files.

    Raises UsageError for a slug that is malformed, taken or no name in Python, or a folder that cannot be
    written.
    """
    names = {
        "SLUG": slug,
        "TITLE": " ".join(word.capitalize() for word in slug.split("-")),
        "CLASS": "".join(word.capitalize() for word in slug.split("-")),
        "FUNCTION": _function_name(slug),
    }
    if not names["CLASS"][:1].isalpha():
        names["CLASS"] = "Problem" + names["CLASS"]
    name = names["CLASS" if kind == "class" else "FUNCTION"]
    if iskeyword(name):
        raise UsageError(
            f"{slug!r}: {name} is a keyword of Python, so no {kind}'s name; add a word to the slug"
        )
    files = new_class.FILES if kind == "class" else new_function.FILES
    return _write(root, slug, {name: _filled(text, names) for name, text in files.items()})


def scaffold_from(root: Path, slug: str, source: Problem) -> list[Path]:
    """Copy an existing problem under a new slug, with a TODO(author) at the top of each file."""
    texts: dict[str, str] = {}
    for folder, prefix in ((source.folder, ""), (source.reference_folder, REFERENCE)):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not is_litter(path) and path.suffix in (".py", ".toml", ".md"):
                name = prefix + str(path.relative_to(folder))
                texts[name] = _adapted(path.read_text(encoding="utf-8"), path.suffix, source.slug)
    return _write(root, slug, texts)


def _function_name(slug: str) -> str:
    first, *rest = slug.split("-")
    name = first + "".join(word.capitalize() for word in rest)
    return name if name.isidentifier() else f"solve{name}"


def _filled(text: str, names: dict[str, str]) -> str:
    return re.sub(r"@(SLUG|TITLE|CLASS|FUNCTION)@", lambda found: names[found[1]], text)


def _adapted(text: str, suffix: str, slug: str) -> str:
    if suffix == ".md":
        return f"<!-- {MARK}: this is the statement of {slug}; write your own -->\n{text}"
    return f"# {MARK}: copied from {slug}; adapt it, then remove this line\n{text}"


def _write(root: Path, slug: str, texts: dict[str, str]) -> list[Path]:
    if not _SLUG.fullmatch(slug):
        raise UsageError(f"{slug!r} is not a slug; write small letters, digits and hyphens, like min-stack")
    folder, reference = root / slug, root.parent / "reference" / slug
    for taken in (folder, reference):
        if taken.exists():
            raise UsageError(f"{show(taken)}: exists already; choose another slug or remove it")
    written = []
    try:
        for name, text in texts.items():
            path = reference / name.removeprefix(REFERENCE) if name.startswith(REFERENCE) else folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            written.append(path)
            path.write_text(text, encoding="utf-8")
    except OSError as error:
        for path in written:
            path.unlink(missing_ok=True)
        for emptied in (folder / "wrong", folder, reference):
            if emptied.is_dir() and not any(emptied.iterdir()):
                emptied.rmdir()
        raise UsageError(f"{show(folder)}: cannot be written ({error.strerror})") from None
    return written
