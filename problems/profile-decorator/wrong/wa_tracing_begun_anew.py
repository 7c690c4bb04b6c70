# The outermost call stops a tracing that it found and starts its own, for a peak from zero.
import functools
import inspect
import time
import tracemalloc

most, open_calls = [0], []


def profile(function):
    def measure(seconds, run, /, *args, **kwargs):
        found = tracemalloc.is_tracing()
        if not open_calls:
            tracemalloc.stop()
        open_calls.append(run)
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
            open_calls.pop()
            if not found:
                tracemalloc.stop()

    def call(*args, **kwargs):
        seconds = []
        try:
            return measure(seconds, function, *args, **kwargs)
        finally:
            end(seconds)

    def generate(*args, **kwargs):
        seconds, generator = [], function(*args, **kwargs)
        resume, value = generator.send, None
        try:
            while True:
                item = measure(seconds, resume, value)
                try:
                    resume, value = generator.send, (yield item)
                except BaseException as error:
                    resume, value = generator.throw, error
        except StopIteration as stop:
            return stop.value
        finally:
            end(seconds)

    def end(seconds):
        wrapper.calls += 1
        wrapper.last_seconds = sum(seconds)
        wrapper.total_seconds += wrapper.last_seconds

    wrapper = functools.wraps(function)(generate if inspect.isgeneratorfunction(function) else call)
    wrapper.calls = wrapper.peak_bytes = 0
    wrapper.last_seconds = wrapper.total_seconds = 0.0
    return wrapper
