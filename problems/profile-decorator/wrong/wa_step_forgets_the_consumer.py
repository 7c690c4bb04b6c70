# A generator's step resets the peak, and nobody tells the function that consumes it.
import functools
import inspect
import time
import tracemalloc

_open = []
"""The spans under way, outermost first, as lists [bytes at the start, highest bytes so far]."""


def profile(function):
    def record(span):
        wrapper.calls += 1
        wrapper.last_seconds = span.seconds
        wrapper.total_seconds += span.seconds
        wrapper.peak_bytes = max([wrapper.peak_bytes, *span.peaks])

    @functools.wraps(function)
    def call(*args, **kwargs):
        span = _Span()
        try:
            with span:
                return function(*args, **kwargs)
        finally:
            record(span)

    @functools.wraps(function)
    def generate(*args, **kwargs):
        span = _Span(outer_peaks=False)
        try:
            return (yield from _Steps(function(*args, **kwargs), span))
        finally:
            record(span)

    wrapper = generate if inspect.isgeneratorfunction(function) else call
    wrapper.calls = 0
    wrapper.last_seconds = wrapper.total_seconds = 0.0
    wrapper.peak_bytes = 0
    return wrapper


class _Span:
    """Adds up the seconds, and keeps the peaks, of the times that it is entered."""

    def __init__(self, outer_peaks=True):
        self._outer_peaks = outer_peaks
        self.seconds = 0.0
        self.peaks = []

    def __enter__(self):
        self._starts_tracing = not tracemalloc.is_tracing()
        if self._starts_tracing:
            tracemalloc.start()
        if self._outer_peaks:
            _note_peak()
        tracemalloc.reset_peak()
        now, _ = tracemalloc.get_traced_memory()
        _open.append([now, now])
        self._begin = time.perf_counter()

    def __exit__(self, *error):
        self.seconds += time.perf_counter() - self._begin
        _note_peak()
        start, highest = _open.pop()
        self.peaks.append(highest - start)
        if self._starts_tracing:
            tracemalloc.stop()


def _note_peak():
    """Let every open span know the highest amount since the last reset."""
    _, peak = tracemalloc.get_traced_memory()
    for span in _open:
        span[1] = max(span[1], peak)


class _Steps:
    """A generator whose every step runs inside a span."""

    def __init__(self, generator, span):
        self._generator = generator
        self._span = span

    def __iter__(self):
        return self

    def __next__(self):
        return self.send(None)

    def send(self, value):
        with self._span:
            return self._generator.send(value)

    def throw(self, *error):
        with self._span:
            return self._generator.throw(*error)

    def close(self):
        with self._span:
            self._generator.close()
