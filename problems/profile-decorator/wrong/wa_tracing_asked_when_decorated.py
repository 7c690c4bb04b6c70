# Asks at decoration whether tracemalloc is tracing, not at the call: a tracing that the user starts later is stopped by the first call. Fails: decorate, tracemalloc.start(), call, is_tracing() is False.
import functools
import inspect
import time
import tracemalloc

_open = []


class _Span:
    def __init__(self, started):
        self.started = started and not _open

    def __enter__(self):
        if self.started:
            tracemalloc.start()
        now, peak = tracemalloc.get_traced_memory()
        if _open:
            _open[-1].high = max(_open[-1].high, peak)
        tracemalloc.reset_peak()
        self.base = self.high = now
        _open.append(self)
        self.begin = time.perf_counter()
        return self

    def __exit__(self, *exc):
        self.seconds = time.perf_counter() - self.begin
        self.high = max(self.high, tracemalloc.get_traced_memory()[1])
        self.bytes = self.high - self.base
        _open.pop()
        if _open:
            _open[-1].high = max(_open[-1].high, self.high)
        if self.started:
            tracemalloc.stop()


class _Steps:
    def __init__(self, generator, started):
        self.generator, self.seconds, self.bytes, self.started = generator, 0.0, 0, started

    def __iter__(self):
        return self

    def _step(self, method, *args):
        span = _Span(self.started)
        try:
            with span:
                return method(*args)
        finally:
            self.seconds += span.seconds
            self.bytes = max(self.bytes, span.bytes)

    def __next__(self):
        return self._step(next, self.generator)

    def send(self, value):
        return self._step(self.generator.send, value)

    def throw(self, *args):
        return self._step(self.generator.throw, *args)

    def close(self):
        return self._step(self.generator.close)


def profile(function):
    start = not tracemalloc.is_tracing()

    def record(seconds, peak):
        wrapper.calls += 1
        wrapper.last_seconds = seconds
        wrapper.total_seconds += seconds
        wrapper.peak_bytes = max(wrapper.peak_bytes, peak)

    if inspect.isgeneratorfunction(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            steps = _Steps(function(*args, **kwargs), start)
            try:
                return (yield from steps)
            finally:
                record(steps.seconds, steps.bytes)
    else:
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            span = _Span(start)
            try:
                with span:
                    return function(*args, **kwargs)
            finally:
                record(span.seconds, span.bytes)

    wrapper.calls, wrapper.last_seconds, wrapper.total_seconds, wrapper.peak_bytes = 0, 0.0, 0.0, 0
    return wrapper
