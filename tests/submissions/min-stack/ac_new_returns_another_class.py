# __new__ returns an instance of another class
"""The public class is a factory: __new__ picks the implementation."""
from abc import ABC, abstractmethod


class _Stack(ABC):
    @abstractmethod
    def push(self, val): ...
    @abstractmethod
    def getMin(self): ...


class _ListStack(_Stack):
    __slots__ = ("_values", "_minima")

    def __init__(self):
        self._values, self._minima = [], []

    def push(self, val):
        self._values.append(val)
        if not self._minima or val <= self._minima[-1]:
            self._minima.append(val)

    def pop(self):
        if self._values.pop() == self._minima[-1]:
            self._minima.pop()

    def top(self):
        return self._values[-1]

    def getMin(self):
        return self._minima[-1]


class MinStack:
    def __new__(cls):
        return _ListStack()
