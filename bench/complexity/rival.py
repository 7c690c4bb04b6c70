"""big_O from PyPI on the benchmark's operations: the same states, the same sizes, in this process.

Only the benchmark's own solutions run here. big_O times each size with wall clocks and fits every class by
least squares; its answer is the class with the least residual.
"""

from __future__ import annotations

import gc
import json
import multiprocessing
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.complexity.families import Family, load_families
from judge.authoring.workload import FUNCTION, Workload
from judge.spec.bounds import LADDER
from judge.wire.nodes import ListNode, Tree, TreeNode

NAMES = {
    "Constant": "O(1)",
    "Logarithmic": "O(log n)",
    "Linear": "O(n)",
    "Linearithmic": "O(n log n)",
    "Quadratic": "O(n^2)",
    "Cubic": "O(n^3)",
    "Exponential": "O(2^n)",
    "Polynomial": "O(n^p)",
}
LONGEST_S = 20.0


def fit_all(
    rows: list[dict[str, Any]], families: dict[str, Family], manifest: dict[str, Any], here: Path
) -> None:
    """Add `big_o` and `big_o_above` to the fair rows of the first repeat: one answer per operation."""
    order = [growth.text() for growth in LADDER]
    for row in rows:
        if row["kind"] != "fair" or row["repeat"] or len(row["points"]) < 2:
            continue
        entry = manifest[row["solution"]]
        source = str(here / "solutions" / entry["set"] / f"{row['solution']}.py")
        sizes = [n for n, _ in row["points"]]
        answer = _in_a_process(source, entry["family"], row["operation"], min(sizes), max(sizes))
        row["big_o"] = answer
        if answer in order:
            row["big_o_above"] = order.index(answer) > order.index(row["truth"])


def _in_a_process(source: str, family: str, operation: str, least: int, most: int) -> str:
    queue: Any = multiprocessing.Queue()
    child = multiprocessing.Process(
        target=_fit, args=(queue, source, family, operation, least, most), daemon=True
    )
    child.start()
    child.join(LONGEST_S)
    if child.is_alive():
        child.terminate()
        child.join()
        return "too slow"
    return str(queue.get()) if not queue.empty() else "failed"


def _fit(queue: Any, source: str, family: str, operation: str, least: int, most: int) -> None:
    """Fit the worst shape as big_O sees it: the one with the slowest batch at the largest size."""
    import big_o

    sys.setrecursionlimit(100_000)
    module = ModuleType("solution")
    module.__dict__.update(TreeNode=TreeNode, ListNode=ListNode)
    sys.modules["solution"] = module
    exec(compile(Path(source).read_text(), source, "exec"), module.__dict__)
    declared = load_families()[family]
    shapes = [w for w in declared.workloads if w.operation == operation]
    answers = []
    for shape in shapes:
        best, _ = big_o.big_o(
            _run, _generator(module, declared, shape), min_n=least, max_n=most, n_measures=8, n_repeats=1
        )
        answers.append(NAMES.get(type(best).__name__, type(best).__name__))
    order = list(NAMES.values())
    gc.collect()
    queue.put(max(answers, key=lambda a: order.index(a) if a in order else -1))


def _generator(module: ModuleType, family: Family, shape: Workload) -> Any:
    def make(n: int) -> Any:
        stage = shape.stage(int(n))
        if family.entry.kind == "function":
            args = [a.build(TreeNode) if isinstance(a, Tree) else a for a in stage.timed[0][1:]]
            return [(module.__dict__["solve"], args)]
        instance = module.__dict__[family.entry.class_name](*stage.construct)
        for name, *args in stage.build:
            getattr(instance, str(name))(*args)
        return [(getattr(instance, str(name)), args) for name, *args in stage.timed[:200] if name != FUNCTION]

    return make


def _run(calls: Any) -> None:
    for function, args in calls:
        function(*args)


def main() -> int:
    """Fit the operations of a finished run: `python -m bench.complexity.rival bench/results/NAME.json`."""
    path = Path(sys.argv[1])
    document = json.loads(path.read_text())
    here = Path(__file__).parent
    fit_all(document["rows"], {}, json.loads((here / "manifest.json").read_text()), here)
    fitted = [r for r in document["rows"] if r.get("big_o")]
    exact = sum(r["big_o"] == r["truth"] for r in fitted) / max(1, len(fitted))
    above = sum(bool(r.get("big_o_above")) for r in fitted) / max(1, len(fitted))
    print(f"big_O on {len(fitted)} operations: exact {exact:.1%}, a class too slow {above:.1%}")
    document["big_o"] = {"operations": len(fitted), "exact": exact, "above": above}
    path.write_text(json.dumps(document) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
