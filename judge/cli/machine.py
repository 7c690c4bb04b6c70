"""`judge doctor` and `judge sandbox`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from judge.cli.options import command, sandbox_option
from judge.cli.place import Place
from judge.report.page import Page
from judge.wire.lines import printable

if TYPE_CHECKING:
    from judge.doctor import Diagnosis

_NOT_ISOLATED = 1


@command("doctor")
@sandbox_option("submissions")
def doctor_command(place: Place, sandbox: str) -> int:
    """Can this machine judge, and how well isolated?

    Every layer of every backend is tried for real. Ends with 0 where --sandbox isolates submissions, else
    with 1.
    """
    from judge.doctor import examine

    diagnosis = examine(sandbox)
    place.answer(diagnosis.to_dict(), lambda: _text(diagnosis, place.terminal.page))
    return 0 if diagnosis.isolated else _NOT_ISOLATED


def _text(diagnosis: Diagnosis, page: Page) -> str:
    from judge.report.table import table

    blocks = [f"{diagnosis.system}, Python {diagnosis.python}"]
    for finding in diagnosis.findings:
        words = "isolates" if finding.isolated else "does not isolate here"
        chosen = ", the default" if finding.backend == diagnosis.default else ""
        head = page.paint(
            f"{finding.backend}: {words}{chosen}", "bold", "green" if finding.isolated else "yellow"
        )
        rows = [
            [
                layer.name,
                page.paint("yes", "green") if layer.active else page.paint("no", "red"),
                printable(layer.detail),
            ]
            for layer in finding.layers
        ]
        lines = [head, table(rows, ["layer", "stands", "why"], page, flexible="why")]
        repairs = dict.fromkeys(layer.repair for layer in finding.layers if not layer.active and layer.repair)
        lines += [page.wrap(printable(repair), "repair: ", "  ") for repair in repairs]
        blocks.append("\n".join(lines))
    blocks.append(page.wrap(printable(diagnosis.advice)))
    return "\n\n".join(blocks)


@click.group("sandbox")
def sandbox_command() -> None:
    """Prepare what the sandbox needs."""


@command("build")
@click.option("--base", metavar="IMAGE", help="The image with Python to build on.")
def build_sandbox(place: Place, base: str | None) -> None:
    """Build the image of the docker backend."""
    from judge.sandbox.image import build_image

    image = build_image(base)
    place.answer({"image": str(image)}, lambda: f"built: {image}")


sandbox_command.add_command(build_sandbox)
