"""Try every layer for real, and say why one does not stand and what would repair it."""

from __future__ import annotations

import os
import platform
import sys

from judge.errors import SandboxError
from judge.sandbox.contract import Layer

TYPE_CHECKING = False

if TYPE_CHECKING:
    from judge.sandbox.local import LocalBackend

ALWAYS = {
    "process-group": "own session and process group, killed as a whole",
    "no-new-privs": "no set-uid program or file capability takes effect",
    "rlimits": "address space, CPU, files, descriptors, threads, no core dumps",
}


def read_text(path: str) -> str:
    """Return a small file's text without its last newline; empty where it cannot be read."""
    try:
        with open(path, encoding="utf-8") as file:
            return file.read().strip()
    except OSError:
        return ""


def examine_local(backend: LocalBackend) -> tuple[Layer, ...]:
    """Open one box with all that this machine offers, and name each layer that stands or does not."""
    if not sys.platform.startswith("linux"):
        why = f"this is {sys.platform}, and these walls are Linux's"
        return (Layer("linux", False, why, docker_advice()),)
    from judge.sandbox.contract import Launch, Limits

    try:
        with backend.start() as sandbox:
            sandbox.open(Launch(Limits())).close()
            standing, missing = set(sandbox.layers()), sandbox.missing()
    except SandboxError as error:
        return (Layer("box", False, str(error), "run `judge doctor` again after an upgrade"),)
    layers = [Layer(name, name in standing, words) for name, words in ALWAYS.items()]
    layers.append(_landlock(standing, missing))
    layers.append(_seccomp(standing, missing))
    layers.append(_namespaces(standing, missing))
    layers.append(_cgroup(standing, missing))
    if os.geteuid() == 0:
        layers.append(Layer("uid-drop", "uid-drop" in standing, "boxes run under a private uid"))
    else:
        layers.append(Layer("uid-drop", False, "not needed: the judge does not run as root"))
    return tuple(layers)


def _landlock(standing: set[str], missing: dict[str, str]) -> Layer:
    if "landlock" in standing:
        return Layer("landlock", True, "reads the standard library, writes its work folder, no more")
    why = missing.get("landlock", "left out")
    release = tuple(int(part) for part in platform.release().split("-")[0].split(".")[:2])
    if release < (5, 13):
        repair = f"a kernel from 5.13 on (this is {platform.release()}): upgrade the system"
    else:
        active = read_text("/sys/kernel/security/lsm")
        repair = f"boot with lsm=landlock{',' + active if active else ''} on the kernel command line"
    return Layer("landlock", False, why, repair)


def _seccomp(standing: set[str], missing: dict[str, str]) -> Layer:
    if "seccomp" in standing:
        return Layer("seccomp", True, "system calls that an interpreter needs, and no others")
    why = missing.get("seccomp", "left out")
    return Layer("seccomp", False, why, "a kernel with CONFIG_SECCOMP_FILTER, on x86-64 or aarch64")


def _namespaces(standing: set[str], missing: dict[str, str]) -> Layer:
    if "namespaces" in standing:
        words = "own processes, network, IPC and a read-only root with nothing else in it"
        return Layer("namespaces", True, words)
    why = missing.get("namespaces", "left out")
    return Layer("namespaces", False, why, _namespaces_repair())


def _namespaces_repair() -> str:
    if read_text("/proc/sys/kernel/apparmor_restrict_unprivileged_userns") == "1":
        return (
            "Ubuntu's AppArmor restricts user namespaces: "
            "sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0 "
            "(to keep it: write that setting to /etc/sysctl.d/60-userns.conf)"
        )
    if read_text("/proc/sys/kernel/unprivileged_userns_clone") == "0":
        return "sudo sysctl -w kernel.unprivileged_userns_clone=1"
    if read_text("/proc/sys/user/max_user_namespaces") == "0":
        return "sudo sysctl -w user.max_user_namespaces=15000"
    if in_container():
        return (
            "this is a container: start it with --security-opt seccomp=unconfined "
            "--security-opt apparmor=unconfined, or with --cap-add SYS_ADMIN"
        )
    if "microsoft" in platform.release().lower():
        return "WSL1 has no namespaces: `wsl --set-version DISTRIBUTION 2` in Windows, then `wsl --update`"
    return "a kernel with CONFIG_USER_NS, CONFIG_PID_NS and CONFIG_NET_NS"


def in_container() -> bool:
    """Whether this looks like the inside of a container."""
    if os.path.exists("/.dockerenv") or os.path.exists("/run/.containerenv"):
        return True
    return "docker" in read_text("/proc/1/cgroup")


def _cgroup(standing: set[str], missing: dict[str, str]) -> Layer:
    if "cgroup" in standing:
        return Layer("cgroup", True, "memory and processes are counted, and killed, as a whole")
    return Layer("cgroup", False, missing.get("cgroup", "left out"), _cgroup_repair())


def _cgroup_repair() -> str:
    mount = "/sys/fs/cgroup"
    enable = f"echo '+memory +pids' >{mount}/cgroup.subtree_control"
    if os.path.exists(f"{mount}/cgroup.controllers"):
        is_whole = not os.path.exists(f"{mount}/cgroup.type")  # which every group but the machine's first has
        if is_whole and "memory" not in read_text(f"{mount}/cgroup.controllers").split():
            return "boot with cgroup_enable=memory on the kernel command line (Raspberry Pis leave it off)"
        if os.geteuid() == 0:
            if not os.access(f"{mount}/cgroup.subtree_control", os.W_OK):
                return f"{mount} is read-only: a container may write there if it is started with --privileged"
            if is_whole:
                return enable
            # A group that gives controllers to others may not hold processes itself
            return (
                f"mkdir -p {mount}/main; for pid in $(cat {mount}/cgroup.procs); "
                f"do echo $pid >{mount}/main/cgroup.procs; done; {enable}"
            )
    if os.geteuid() == 0:
        return f"mount cgroup2 at {mount} with the memory and pids controllers enabled"
    return "systemd-run --user --scope -p Delegate=yes judge ..."


def docker_advice() -> str:
    """What to do where only Docker isolates."""
    if sys.platform == "darwin":
        return "install Docker Desktop or colima, start it, then `judge sandbox build`"
    if sys.platform == "win32":
        return "use WSL2 (`wsl --install`), or Docker Desktop and then `judge sandbox build`"
    return "install Docker, start it, then `judge sandbox build`"
