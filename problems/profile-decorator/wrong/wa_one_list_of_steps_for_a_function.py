# A generator's steps are kept for its function, where a second generator of it begins anew.
import functools
import inspect
import time
import tracemalloc

most = [0]


def profile(function):
    def measure(seconds, run, /, *args, **kwargs):
        found = tracemalloc.is_tracing()
        tracemalloc.start()
        base, peak = tracemalloc.get_traced_memory()
        before, most[0] = max(most[0], peak), base
        tracemalloc.reset_peak()
        begin = time.perf_counter()
        try:
            return run(*args, **kwargs)
        finally:
            seconds.append(time.perf_counter() - begin)
            peak = max(most[0], tracemalloc.get_traced_memory()[1])
            wrapper.peak_bytes, most[0] = max(wrapper.peak_bytes, peak - base), max(before, peak)
            if not found:
                tracemalloc.stop()

    def call(*args, **kwargs):
        seconds = []
        try:
            return measure(seconds, function, *args, **kwargs)
        finally:
            end(seconds)

    steps = []

    def generate(*args, **kwargs):
        generator = function(*args, **kwargs)
        resume, value = generator.send, None
        steps.clear()
        try:
            while True:
                item = measure(steps, resume, value)
                try:
                    resume, value = generator.send, (yield item)
                except BaseException as error:
                    resume, value = generator.throw, error
        except StopIteration as stop:
            return stop.value
        finally:
            end(steps)

    def end(seconds):
        wrapper.calls += 1
        wrapper.last_seconds = sum(seconds)
        wrapper.total_seconds += wrapper.last_seconds

    wrapper = functools.wraps(function)(generate if inspect.isgeneratorfunction(function) else call)
    wrapper.calls = wrapper.peak_bytes = 0
    wrapper.last_seconds = wrapper.total_seconds = 0.0
    return wrapper
