from typing import Callable


def profile(function: Callable) -> Callable:
    """Return a wrapper with calls, last_seconds, total_seconds and peak_bytes."""
    # TODO
    function.calls = 0
    function.last_seconds = function.total_seconds = 0.0
    function.peak_bytes = 0
    return function
