# A callable object without __get__ is no method: self is missing.
import functools
import time
import tracemalloc


class profile:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function = function
        self.calls, self.last_seconds, self.total_seconds, self.peak_bytes = 0, 0.0, 0.0, 0

    def __call__(self, *args, **kwargs):
        tracemalloc.start()
        begin = time.perf_counter()
        try:
            return self.function(*args, **kwargs)
        finally:
            self.last_seconds = time.perf_counter() - begin
            self.total_seconds += self.last_seconds
            self.peak_bytes = max(self.peak_bytes, tracemalloc.get_traced_memory()[1])
            self.calls += 1
            tracemalloc.stop()
