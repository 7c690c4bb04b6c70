"""Workload of twice: a number is a number."""

from judge.authoring import stage, workload


@workload("twice", shape="any number")
def numbers(n):
    return stage(arguments=(n,))
