"""`judge new`."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from judge.cli.options import command
from judge.cli.place import Place
from judge.cli.target import shown
from judge.errors import UsageError
from judge.wire.lines import printable


@command("new")
@click.argument("slug")
@click.option("--kind", type=click.Choice(["class", "function"]), help="What contestants write.")
@click.option("--from", "source", metavar="SLUG", help="Start from a copy of an existing problem.")
def new_command(place: Place, slug: str, kind: str | None, source: str | None) -> None:
    """Scaffold a new problem folder, with a TODO(author) wherever you have something to say.

    \b
    judge new two-stack-queue --kind class
    judge new kth-largest --from min-heap
    """
    from judge.spec.discover import current_folder, first_named
    from judge.spec.scaffold import scaffold, scaffold_from

    current_folder()  # what is refused is refused before anything is written
    named = first_named(place.problems)
    # A folder that is named may be a new one, which is no root before it is written
    before = () if named else place.roots.folders
    root = named or place.roots.workspace / "problems"
    if source is not None:
        if kind is not None:
            raise UsageError("give --kind or --from, not both: a copy has the kind of what it is copied from")
        written = scaffold_from(root, slug, place.roots.load(source))
    elif kind is None:
        raise UsageError("give --kind class or --kind function, or --from SLUG")
    else:
        written = scaffold(root, slug, kind)
    _tell_namesakes(place, root / slug, before)
    files = [str(shown(path.resolve())) for path in written]
    place.answer({"slug": slug, "files": files}, lambda: _next_steps(place, slug, files))


def _tell_namesakes(place: Place, folder: Path, before: tuple[Path, ...]) -> None:
    """Warn of problems of the same slug in other roots: only one of them is ever found."""
    from judge.spec.discover import Roots

    after = Roots.find(place.problems).folders
    named = [root / folder.name for root in dict.fromkeys((*after, *before)) if (root / folder.name).is_dir()]
    others = [str(shown(each)) for each in named if each != folder.resolve()]
    if others:
        place.terminal.warn(
            f"there is a {folder.name} already: {', '.join(others)}; commands take {shown(named[0])}, "
            "whose root comes first"
        )


def _next_steps(place: Place, slug: str, files: list[str]) -> str:
    listed = "\n".join(f"  {printable(name)}" for name in files)
    roots = "".join(f" --problems {shlex.quote(root)}" for root in place.problems)
    return (
        f"{listed}\n\n"
        "Each TODO(author) says what to write. Then, until nothing is left to mend:\n"
        f"  judge verify {slug}{roots}\n"
    )
