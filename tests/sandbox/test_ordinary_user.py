"""The same walls for a user who is not root."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parents[2]

PROGRAM = """
import json, sys
sys.path[:0] = sys.argv[1:3]
from attacks import MUST_FAIL, ROOMY, STILL_WORKS, attack_source, perform

from judge.sandbox.local import LocalBackend
found = {"expected": len(MUST_FAIL)}
for name, without in (("every wall", ()), ("no namespaces", ("namespaces",)), ("no landlock", ("landlock",))):
    with LocalBackend(without=frozenset(without)).start() as sandbox:
        found[name] = {
            "isolated": sandbox.isolated(),
            "missing": sandbox.missing(),
            "attacks": perform(sandbox, attack_source(sys.argv[1]), ROOMY).stdout,
            "works": perform(sandbox, STILL_WORKS, ROOMY).stdout,
            "spin": perform(sandbox, "while True: pass").message,
        }
print(json.dumps(found))
"""


def readable_interpreter() -> str | None:
    """An interpreter that any user may start, with its standard library."""
    for name in (sys.executable, "/usr/bin/python3", "/usr/local/bin/python3"):
        test = "import sys, json; sys.exit(sys.version_info < (3, 11))"
        try:
            done = subprocess.run([name, "-S", "-c", test], user=65534, group=65534, extra_groups=[])
        except OSError:
            continue
        if done.returncode == 0:
            return name
    return None


@pytest.mark.skipif(os.geteuid() != 0, reason="the other tests run as an ordinary user already")
def test_walls_hold_for_an_ordinary_user() -> None:
    """Started by nobody, without a capability, the local backend keeps all of its promises."""
    interpreter = readable_interpreter()
    if interpreter is None:
        pytest.skip("no Python 3.11 or newer that an ordinary user may start")
    done = subprocess.run(
        [interpreter, "-B", "-c", PROGRAM, str(REPO), str(Path(__file__).parent)],
        user=65534,
        group=65534,
        extra_groups=[],
        env={"PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    expected = f"tried {found.pop('expected')}\n"
    for name, seen in found.items():
        if name == "every wall":
            assert seen["isolated"], seen["missing"]
        if not seen["isolated"]:
            continue
        assert seen["attacks"] == expected, (name, seen)
        assert seen["works"] == "works\n", (name, seen)
        assert "CPU time limit" in seen["spin"], (name, seen)
