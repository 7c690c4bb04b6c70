# The wrapper is an object with __call__, and a descriptor so that methods are bound; generators are driven by hand.
import time
import tracemalloc
from contextlib import contextmanager
from functools import update_wrapper
from inspect import isgeneratorfunction
from types import MethodType


class profile:
    highest_of_open_calls = []

    def __init__(self, function):
        update_wrapper(self, function)
        self.function = function
        self.calls = 0
        self.last_seconds, self.total_seconds = 0.0, 0.0
        self.peak_bytes = 0

    def __get__(self, instance, owner=None):
        return self if instance is None else MethodType(self, instance)

    def __call__(self, /, *args, **kwargs):
        run = self.generate if isgeneratorfunction(self.function) else self.call
        return run(self.function, args, kwargs)

    def call(self, function, args, kwargs):
        seconds = []
        try:
            with self.step(seconds):
                return function(*args, **kwargs)
        finally:
            self.end(seconds)

    def generate(self, function, args, kwargs):
        seconds = []
        generator = function(*args, **kwargs)
        resume, value = generator.send, None
        try:
            while True:
                with self.step(seconds):
                    try:
                        item = resume(value)
                    except StopIteration as stop:
                        return stop.value
                try:
                    resume, value = generator.send, (yield item)
                except BaseException as error:
                    resume, value = generator.throw, error
        finally:
            self.end(seconds)

    @contextmanager
    def step(self, seconds):
        found_tracing = tracemalloc.is_tracing()
        if not found_tracing:
            tracemalloc.start()
        self.look()
        tracemalloc.reset_peak()
        base, _ = tracemalloc.get_traced_memory()
        self.highest_of_open_calls.append(base)
        begin = time.perf_counter()
        try:
            yield
        finally:
            seconds.append(time.perf_counter() - begin)
            self.look()
            peak = self.highest_of_open_calls.pop() - base
            self.peak_bytes = max(self.peak_bytes, peak)
            if not found_tracing:
                tracemalloc.stop()

    def look(self):
        peak = tracemalloc.get_traced_memory()[1]
        for at, highest in enumerate(self.highest_of_open_calls):
            self.highest_of_open_calls[at] = max(highest, peak)

    def end(self, seconds):
        self.calls += 1
        self.last_seconds = sum(seconds)
        self.total_seconds += self.last_seconds
