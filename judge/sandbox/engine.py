"""Speaking with the Docker engine, and saying what is wrong when it does not answer."""

from __future__ import annotations

import os
import sys

from judge.errors import SandboxError

TYPE_CHECKING = False

if TYPE_CHECKING:
    from docker import DockerClient

TIMEOUT_S = 20
"""For one request to the engine."""


def connect(timeout_s: int = TIMEOUT_S) -> DockerClient:
    """Return a client of an engine that answers. Raises SandboxError with the repair."""
    try:
        import docker
        from docker.errors import DockerException
    except ImportError as error:
        raise SandboxError(
            "the docker backend needs the docker package: pip install 'interview-judge[docker]'"
        ) from error
    try:
        client = docker.from_env(timeout=timeout_s)
        client.ping()
    except (DockerException, OSError) as error:
        raise SandboxError(explain(error)) from error
    return client


def explain(error: BaseException) -> str:
    """Say in one line why the engine cannot be used, and what to do."""
    where = os.environ.get("DOCKER_HOST", "unix:///var/run/docker.sock")
    text = str(error)
    if "Permission denied" in text or "PermissionError" in text:
        return f"no permission to use Docker at {where}: sudo usermod -aG docker $USER, then log in again"
    if any(sign in text for sign in ("FileNotFound", "No such file", "refused", "ConnectionError")):
        start = (
            "sudo systemctl start docker (or install it: your distribution's docker package)"
            if sys.platform.startswith("linux")
            else "start Docker Desktop"
        )
        return f"no Docker engine answers at {where}: {start}"
    return f"the Docker engine at {where} failed: {text.splitlines()[0][:300] if text else error!r}"
