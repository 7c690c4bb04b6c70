"""`judge doctor` and `judge sandbox`."""

from __future__ import annotations

import subprocess
import sys


def test_doctor_tells_each_layer_of_each_backend(desk):
    """The document names the default backend and every layer; the exit code says whether it isolates."""
    answer = desk.run("doctor", "--json")
    document = answer.document()
    assert answer.code == (0 if document["isolated"] else 1)
    backends = {backend["name"]: backend for backend in document["backends"]}
    assert {"local", "docker"} <= backends.keys()
    for backend in backends.values():
        for layer in backend["layers"]:
            assert layer["active"] or layer["repair"] or layer["detail"]


def test_doctor_answers_about_the_backend_that_is_asked_for(desk):
    """`--sandbox none` isolates nothing, wherever that is: exit code 1, and the default is still told."""
    default = desk.run("doctor", "--json").document()["default"]
    answer = desk.run("doctor", "--sandbox", "none", "--json")
    document = answer.document()
    assert (answer.code, document["isolated"], document["chosen"]) == (1, False, "none")
    assert document["default"] == default
    assert "nothing to do" not in document["advice"]


def test_doctor_on_a_narrow_terminal(desk):
    """At 60 columns the tables fit, and each layer is named with a yes or a no."""
    answer = desk.run("doctor", COLUMNS="60")
    assert max(map(len, answer.out.splitlines())) <= 60
    assert any(
        line.split()[:2] in (["seccomp", "yes"], ["seccomp", "no"]) for line in answer.out.splitlines()
    )


def test_building_an_image_without_an_engine_is_a_clear_line(desk):
    """No Docker engine: exit code 3 and one line, nothing on stdout."""
    answer = desk.run("sandbox", "build", DOCKER_HOST="unix:///nowhere/docker.sock")
    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith("judge: ")
    assert "Traceback" not in answer.err


def test_the_package_runs_as_a_module():
    """`python -m judge` is the command too."""
    done = subprocess.run(
        [sys.executable, "-m", "judge", "list", "--json"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0 and '"min-stack"' in done.stdout
