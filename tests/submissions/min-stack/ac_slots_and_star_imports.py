from typing import *
from collections import *
from dataclasses import dataclass, field

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Frame(Generic[T]):
    value: T
    smallest: T
    parent: Optional["Frame[T]"] = field(default=None, repr=False)


class MinStack:
    __slots__ = ("_frame",)

    def __init__(self) -> None:
        self._frame: Optional[Frame[int]] = None

    def push(self, val: int) -> None:
        low = val if self._frame is None or val < self._frame.smallest else self._frame.smallest
        self._frame = Frame(val, low, self._frame)

    def pop(self) -> None:
        assert self._frame is not None
        self._frame = self._frame.parent

    def top(self) -> int:
        return self._frame.value

    def getMin(self) -> int:
        return self._frame.smallest
