"""Hidden tests of twice."""

from judge.authoring import FunctionTests, st


def model(x):
    return x + x


def valid(x):
    return isinstance(x, int) and not isinstance(x, bool)


tests = FunctionTests(model=model, valid=valid)


@tests.property("small numbers", share=1)
def small_numbers():
    return st.integers(-100, 100)


@tests.property("numbers of any size", share=1)
def all_numbers():
    return st.integers()
