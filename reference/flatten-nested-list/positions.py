# A stack of lists and positions in them, with type hints and a generator that the function collects.
from typing import Iterator, Union

Element = Union[int, str]


def elements_of(nested: list) -> Iterator[Element]:
    stack: list[list] = [[nested, 0]]
    while stack:
        here, at = stack[-1]
        if at == len(here):
            stack.pop()
            continue
        stack[-1][1] += 1
        if isinstance(here[at], list):
            stack.append([here[at], 0])
        else:
            yield here[at]


def flatten(nested: list) -> list[Element]:
    return list(elements_of(nested))
