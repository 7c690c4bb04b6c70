"""Files seen from the zygote: what a box may read, and how its folder is removed afterwards."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Callable

THIRD_PARTY = ("site-packages", "dist-packages")

LIBRARY_FOLDERS = (
    "/lib/x86_64-linux-gnu",
    "/usr/lib/x86_64-linux-gnu",
    "/lib/aarch64-linux-gnu",
    "/usr/lib/aarch64-linux-gnu",
    "/lib64",
    "/usr/lib64",
)
"""Where extension modules of the standard library find the shared objects that they need."""

LOADER_CACHE = "/etc/ld.so.cache"


def readable_entries(stdlib: list[str]) -> list[str]:
    """Return the files and folders that a box may read: no third-party package is among them."""
    found: list[str] = []
    for folder in stdlib:
        names = os.listdir(folder)
        if any(name in THIRD_PARTY for name in names):
            found += [os.path.join(folder, name) for name in names if name not in THIRD_PARTY]
        else:
            found.append(folder)
    for folder in library_folders():
        if third_party_folders(folder):
            found += [os.path.join(folder, name) for name in os.listdir(folder) if ".so" in name]
        else:
            found.append(folder)
    if os.path.exists(LOADER_CACHE):
        found.append(LOADER_CACHE)
    return found


def library_folders() -> list[str]:
    """Return the folders of the system's shared objects, each once, links resolved."""
    real = dict.fromkeys(os.path.realpath(folder) for folder in LIBRARY_FOLDERS)
    return [folder for folder in real if os.path.isdir(folder)]


def third_party_folders(folder: str) -> list[str]:
    """Return the folders of third-party packages in a library's folder, one level of it included."""
    found = []
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        if name in THIRD_PARTY:
            found.append(path)
        elif name.startswith("python"):
            found += [
                os.path.join(path, each) for each in THIRD_PARTY if os.path.isdir(os.path.join(path, each))
            ]
    return found


def is_passable(path: str) -> bool:
    """Whether any uid may walk to `path`."""
    while True:
        if not os.stat(path).st_mode & 0o001:
            return False
        above = os.path.dirname(path)
        if above == path:
            return True
        path = above


def remember_listings() -> None:
    """Have the import system list the standard library now.

    Landlock will let a box read all files of that folder but not list it, because whoever may list
    a folder may list site-packages below it.
    """
    sys.meta_path[-1].find_spec("there_is_no_such_module", None)


def find_installed(names: list[str]) -> dict[str, str]:
    """Return where packages lie in this interpreter's own site folders, as the judge does outside.

    Raises OSError for one that is not there.
    """
    found: dict[str, str] = {}
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    folders = [
        f"{prefix}/lib/{each}/{third_party}"
        for prefix in dict.fromkeys((sys.prefix, "/usr/local", "/usr"))
        for each in (version, "python3")
        for third_party in THIRD_PARTY
    ]
    for name in names:
        for folder in folders:
            for place in (f"{folder}/{name}", f"{folder}/{name}.py"):
                if name not in found and os.path.exists(place):
                    found[name] = place
                    if os.path.isdir(f"{folder}/{name}.libs"):
                        found[f"{name}.libs"] = f"{folder}/{name}.libs"
        if name not in found:
            raise OSError(2, f"the image has no package {name}: use a base image that has it")
    return found


def move_packages(places: dict[str, str]) -> None:
    """Have packages that are loaded already look for their other modules under the new paths."""
    for module in list(sys.modules.values()):
        for at, path in enumerate(getattr(module, "__path__", None) or ()):
            for old, new in places.items():
                if path.startswith(old + "/"):
                    module.__path__[at] = new + path[len(old) :]


class PackageFinder:
    """Finds the packages that a problem names, each at its own place, and no neighbour of theirs."""

    def __init__(self, places: dict[str, str]) -> None:
        self._places = places

    def find_spec(self, name: str, path: object = None, target: object = None) -> object:
        from importlib.machinery import PathFinder
        from importlib.util import spec_from_file_location

        place = self._places.get(name)
        if place is None:
            return None
        if not os.path.isdir(place):
            return spec_from_file_location(name, place)
        start = os.path.join(place, "__init__.py")
        if not os.path.exists(start):
            return PathFinder.find_spec(name, [os.path.dirname(place)])
        return spec_from_file_location(name, start, submodule_search_locations=[place])


def offer_packages(places: dict[str, str]) -> None:
    """Make `import name` work for each name; the paths are those of top-level modules or folders."""
    import importlib.util  # noqa: F401  while the old paths still can be opened

    sys.meta_path.append(PackageFinder(places))  # type: ignore[arg-type]


def own_children() -> list[int]:
    """Pids of this process's children, as this process sees them."""
    try:
        with open(f"/proc/self/task/{os.getpid()}/children", "rb") as file:
            return [int(pid) for pid in file.read().split()]
    except OSError:  # built without CONFIG_PROC_CHILDREN, or no /proc: pid namespaces see to it
        return []


LONG_PATH = 2_000
"""Folders nested deeper than this many characters are moved up before they are emptied: PATH_MAX."""


def remove_tree(path: str) -> None:
    """Remove a folder and all below it; follows no link, and needs no recursion however deep it is."""
    folders = [path]
    for number, folder in enumerate(folders):
        if len(folder) > len(path) + LONG_PATH:
            moved = f"{path}/.{number}"
            try:
                os.rename(folder, moved)
                folders[number] = folder = moved
            except OSError:  # tried as it is
                pass
        try:
            os.chmod(folder, 0o700)
            entries = list(os.scandir(folder))
        except OSError:
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
            else:
                _quietly(os.unlink, entry.path)
    for folder in reversed(folders):
        _quietly(os.rmdir, folder)


def _quietly(remove: Callable[[str], None], path: str) -> None:
    try:
        remove(path)
    except OSError:
        pass
