from abc import ABC, abstractmethod
from typing import Generic, TypeVar
T = TypeVar("T")


class Queue(ABC, Generic[T]):
    @abstractmethod
    def push(self, x: T) -> None: ...
    @abstractmethod
    def pop(self) -> T: ...
    @abstractmethod
    def peek(self) -> T: ...
    @abstractmethod
    def empty(self) -> bool: ...


class MyQueue(Queue[int]):
    def __init__(self):
        self.a, self.b = [], []

    def push(self, x):
        self.a.append(x)

    def pop(self):
        self.peek()
        return self.b.pop()

    def peek(self):
        if not self.b:
            while self.a:
                self.b.append(self.a.pop())
        return self.b[-1]

    def empty(self):
        return not (self.a or self.b)
