import sys


class MinStack(object):

	def __init__(self):
		self.s = []
		self.m = []

	def push(self, val: int) -> None:
		print("push", val, file=sys.stderr)
		self.s.append(val)
		if len(self.m) == 0 or self.m[-1] >= val:
			self.m.append(val)

	def pop(self) -> None:
		if self.s.pop() == self.m[-1]:
			self.m.pop()
		print(self.s[:3], "...")

	def top(self) -> int:
		return self.s[-1]

	def getMin(self) -> int:
		return self.m[-1]


if __name__ == "__main__":
	n = int(input("how many? "))
	s = MinStack()
	for _ in range(n):
		s.push(int(input()))
	assert s.getMin() <= s.top()
	sys.exit(0)
