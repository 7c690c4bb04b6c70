"""Can this machine judge, and how well isolated? The layers of every backend, tried for real."""

from __future__ import annotations

import platform
import sys
from dataclasses import dataclass

from judge.judgement import SCHEMA
from judge.sandbox.contract import Layer


@dataclass(frozen=True, slots=True)
class Finding:
    """One backend, looked at."""

    backend: str
    layers: tuple[Layer, ...]
    isolated: bool


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What `judge doctor` found out."""

    system: str
    python: str
    findings: tuple[Finding, ...]
    default: str
    """The backend that `--sandbox auto` takes here."""
    chosen: str
    """The backend that was asked about; the default where none was named."""
    isolated: bool
    """Whether the chosen backend isolates: the exit code of `judge doctor` is 0 exactly then."""
    advice: str
    """One line: what to do, or that nothing need be done."""

    def to_dict(self) -> dict[str, object]:
        """Return the document that `judge doctor --json` prints."""
        return {
            "schema": SCHEMA,
            "system": self.system,
            "python": self.python,
            "default": self.default,
            "chosen": self.chosen,
            "isolated": self.isolated,
            "advice": self.advice,
            "backends": [
                {
                    "name": finding.backend,
                    "isolated": finding.isolated,
                    "layers": [
                        {
                            "name": layer.name,
                            "active": layer.active,
                            "detail": layer.detail,
                            "repair": layer.repair,
                        }
                        for layer in finding.layers
                    ],
                }
                for finding in self.findings
            ],
        }


def examine(sandbox: str = "auto") -> Diagnosis:
    """Try everything; takes some tens of milliseconds, or a second where Docker answers.

    `sandbox`: the backend that the answer is about. Raises UsageError for an unknown one.
    """
    from judge.sandbox.choose import choose
    from judge.sandbox.docker import DockerBackend
    from judge.sandbox.local import HIDING, REQUIRED, LocalBackend

    local = LocalBackend().probe()
    standing = {layer.name for layer in local if layer.active}
    docker = DockerBackend().probe()
    findings = (
        Finding("local", local, standing >= REQUIRED and bool(standing & HIDING)),
        Finding("docker", docker, all(layer.active for layer in docker)),
    )
    default, chosen = choose("auto").name, choose(sandbox).name
    isolated = any(each.isolated for each in findings if each.backend == chosen)
    return Diagnosis(
        system=f"{platform.system()} {platform.release()} {platform.machine()}",
        python=platform.python_version(),
        findings=findings,
        default=default,
        chosen=chosen,
        isolated=isolated,
        advice=_advise(findings, chosen, isolated),
    )


def _advise(findings: tuple[Finding, ...], chosen: str, isolated: bool) -> str:
    if isolated:
        return f"submissions are isolated by the {chosen} backend; nothing to do"
    for finding in findings:
        if finding.isolated:
            return f"use --sandbox {finding.backend}: it isolates here, {chosen} does not"
    for finding in findings:
        if finding.backend == chosen or not sys.platform.startswith("linux"):
            for layer in finding.layers:
                if not layer.active and layer.repair:
                    return f"nothing isolates submissions here; start with this: {layer.repair}"
    return "nothing isolates submissions here"
