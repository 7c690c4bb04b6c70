"""The files that `judge new --kind function` writes: a small problem that works, to be turned into another.

@SLUG@, @TITLE@, @CLASS@ and @FUNCTION@ stand for names.
"""

from __future__ import annotations

from judge.spec.new_problem import HEAD, REFERENCE

_TOML = (
    HEAD
    + """
# TODO(author): the interface. Types: int, float, bool, str, list[int], dict[int, list[int]], TreeNode,
# ListNode. Without `Solution.` it is a function of the module.
[entry]
functions = ["Solution.@FUNCTION@(nums: list[int]) -> int"]

# TODO(author): what is required: O(1), O(log n), O(n), O(n log n) ...; add `space = "O(1)"` where memory is
# bounded. Each needs a workload in workload.py.
[complexity]
@FUNCTION@ = "O(n)"
"""
)

_STATEMENT = """\
# @TITLE@

<!-- TODO(author): one sentence that says what to compute; then what happens at the edges -->

Given a list of integers, return the length of its longest run of equal neighbours; 0 for an empty list.

Implement `Solution.@FUNCTION@(nums)`.

**It must be O(n).**

## Examples

<!-- TODO(author): at least two calls; the gate checks them against your model -->

```python
>>> Solution().@FUNCTION@([3, 3, 1, 1, 1, 3])
3
```

```python
>>> Solution().@FUNCTION@([])
0
```

## Constraints

<!-- TODO(author): the range of every argument -->

- Up to 100,000 numbers, each a 32-bit integer.
"""

_STARTER = '''\
class Solution:
    def @FUNCTION@(self, nums: list[int]) -> int:
        """Return the length of the longest run of equal neighbours."""
        # TODO


# TODO(author): the signatures of problem.toml with a docstring each; what contestants begin with
'''

_TESTS = '''\
"""Hidden tests of @SLUG@."""

from judge.authoring import FunctionTests, arrays, st, values


# TODO(author): a model that is obviously right, however slow: answers are compared with it
def model(nums):
    """Try every start and every end."""
    best = 0
    for start in range(len(nums)):
        for end in range(start + 1, len(nums) + 1):
            if len(set(nums[start:end])) == 1:
                best = max(best, end - start)
    return best


# TODO(author): which inputs are legal? Every generated and every shrunk case passes this
def valid(nums):
    return all(-(2**31) <= number < 2**31 for number in nums)


# TODO(author): where several answers are right, give checker_for_all= (judge.authoring: close, unordered,
# any_valid); unchanged=True where the arguments must be left as they are
tests = FunctionTests(model=model, valid=valid)


# TODO(author): a property for each kind of input in which mistakes hide; it returns the strategy of the
# argument, or of the tuple of all arguments. Its words are shown when it fails
@tests.property("any numbers", share=2)
def any_numbers():
    return arrays(values(), 0, 25)


@tests.property("few different numbers, so that runs are long")
def long_runs():
    return st.lists(st.integers(-1, 1), max_size=12)
'''

_WORKLOAD = '''\
"""Workloads of @SLUG@: arguments of size n."""

from judge.authoring import ascending, equal_values, stage, workloads

# TODO(author): the shapes in which slow solutions show: sorted, reversed, equal, a miss, the far end
KINDS = {"different values": ascending, "equal values": equal_values}


@workloads("@FUNCTION@", KINDS)
def _(n, values):
    return stage(arguments=(values(n),))
'''

_REFERENCE = '''\
"""Walk once and count the run that ends here. Each number is looked at once: O(n).

TODO(author): the idea and its complexity in a few sentences; this file is shown as the solution.
"""


class Solution:
    def @FUNCTION@(self, nums: list[int]) -> int:
        best = run = 0
        before = None
        for number in nums:
            run = run + 1 if number == before else 1
            best = max(best, run)
            before = number
        return best
'''

_OTHER = '''\
"""TODO(author): another right solution in another style: the tests must not ask for the reference's way."""

from itertools import groupby


class Solution:
    def @FUNCTION@(self, nums):
        return max((sum(1 for _ in run) for _, run in groupby(nums)), default=0)
'''

_WA = """\
# Wrong: the last run is never compared.
# TODO(author): six files or more, each with one mistake that people really make. The prefix is the
# verdict that it must earn: wa_, rte_, cx_, tle_, mle_
class Solution:
    def @FUNCTION@(self, nums):
        best = run = 0
        for at, number in enumerate(nums):
            if at > 0 and nums[at - 1] == number:
                run += 1
            else:
                best, run = max(best, run), 1
        return best
"""

_CX = """\
# Wrong: counts the run anew from every start, O(n^2) where the runs are long.
# TODO(author): a cx_ file answers right, only slowly, and in at least one of them in one shape alone
class Solution:
    def @FUNCTION@(self, nums):
        best = 0
        for start in range(len(nums)):
            end = start
            while end < len(nums) and nums[end] == nums[start]:
                end += 1
            best = max(best, end - start)
        return best
"""

FILES = {
    "problem.toml": _TOML,
    "statement.md": _STATEMENT,
    "starter.py": _STARTER,
    "tests.py": _TESTS,
    "workload.py": _WORKLOAD,
    "wrong/wa_last_run_not_compared.py": _WA,
    "wrong/cx_counted_from_every_start.py": _CX,
    REFERENCE + "solution.py": _REFERENCE,
    REFERENCE + "groups.py": _OTHER,
}
