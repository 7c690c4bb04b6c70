"""Where the packages that a problem names lie on disk, and nothing else of site-packages."""

from __future__ import annotations

import os

from judge.errors import SandboxError


def find_packages(names: tuple[str, ...]) -> dict[str, str]:
    """Return import name -> path of its folder or file, with the shared objects it was packed with.

    A wheel's bundled libraries lie beside the package as `name.libs`. Nothing is imported.
    Raises SandboxError for a name that is not installed.
    """
    from importlib.machinery import PathFinder

    found: dict[str, str] = {}
    for name in names:
        spec = PathFinder.find_spec(name)
        places = list(spec.submodule_search_locations or ()) if spec is not None else []
        if spec is None or not (places or spec.origin):
            raise SandboxError(
                f"the problem needs the package {name}, which is not installed: pip install {name}"
            )
        place = places[0] if places else str(spec.origin)
        found[name] = os.path.realpath(place)
        bundled = os.path.join(os.path.dirname(found[name]), f"{name}.libs")
        if os.path.isdir(bundled):
            found[f"{name}.libs"] = bundled
    return found
