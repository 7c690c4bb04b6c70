from typing import Generic, List, Optional, TypeVar

T = TypeVar("T")


class Stack(Generic[T]):
    def __init__(self) -> None:
        self._items: List[T] = []

    def put(self, item: T) -> None:
        self._items.append(item)

    def take(self) -> T:
        return self._items.pop()

    def is_empty(self) -> bool:
        return len(self._items) == 0


class MyQueue:
    """Keeps the front apart, so that peek never moves anything."""

    def __init__(self) -> None:
        self.new: Stack[int] = Stack()
        self.old: Stack[int] = Stack()
        self.front: Optional[int] = None

    def push(self, x: int) -> None:
        if self.front is None:
            self.front = x
        else:
            self.new.put(x)

    def pop(self) -> int:
        found = self.front
        if self.old.is_empty():
            while not self.new.is_empty():
                self.old.put(self.new.take())
        self.front = None if self.old.is_empty() else self.old.take()
        print("popped", found)
        return found

    def peek(self) -> int:
        return self.front

    def empty(self) -> bool:
        return self.front is None
