# Prints its numbers instead of offering them.
import functools
import time


def profile(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        begin = time.perf_counter()
        try:
            return function(*args, **kwargs)
        finally:
            print(function.__name__, "took", time.perf_counter() - begin)

    return wrapper
