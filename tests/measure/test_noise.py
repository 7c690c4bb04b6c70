"""The machine, as measuring sees it."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest

from judge.measure.noise import idle_ticks, quiet_cores


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="processes have no cores here")
def test_a_core_that_another_program_keeps_busy_is_avoided() -> None:
    """The core with the fewest idle ticks is not the one that is measured on."""
    cores = sorted(os.sched_getaffinity(0))
    if len(cores) < 2 or not idle_ticks():
        pytest.skip("one core, or /proc/stat does not tell")
    for busy in cores[0], cores[-1]:
        spin = f"import os\nos.sched_setaffinity(0, {{{busy}}})\nwhile True: pass"
        process = subprocess.Popen([sys.executable, "-c", spin])
        try:
            time.sleep(0.3)
            before = idle_ticks()
            time.sleep(0.3)
            ticks = idle_ticks()
            chosen = quiet_cores(before)
        finally:
            process.kill()
            process.wait()
        assert sorted(chosen) == cores
        others = [ticks[core] - before[core] for core in cores if core != busy]
        if max(others) > 5:  # nobody else keeps all the others busy
            assert chosen[0] != busy


def test_without_figures_an_allowed_core_is_taken() -> None:
    """Where /proc/stat tells nothing, the allowed cores are taken all the same."""
    if hasattr(os, "sched_getaffinity"):
        assert set(quiet_cores({})) == os.sched_getaffinity(0)
