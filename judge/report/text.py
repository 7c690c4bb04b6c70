"""The judgement on a terminal: the verdict first, then the smallest failing case, complexity, resources."""

from __future__ import annotations

from collections.abc import Iterator

from judge.judgement import Counterexample, Judgement, OperationCost
from judge.report.page import Page, clipped
from judge.report.units import count, seconds, size
from judge.verdict import Verdict
from judge.wire.lines import lines_of, one_line, printable

_OUTPUT_LINES = 12
_VALUE_LETTERS = 400
_WIDE = 72
_STYLES = {Verdict.AC: "green", Verdict.CX: "yellow", Verdict.IE: "red"}


def render(judgement: Judgement, page: Page, *, source: str = "", plot_all: bool = False) -> str:
    """Return the whole report, without a final new line.

    `source` is the submission, for the lines that the report points at; `plot_all` draws a plot for every
    measured operation instead of the exceeded ones only.
    """
    lines = lines_of(source)
    blocks = [
        _verdict(judgement, page),
        _warnings(judgement, page),
        _counterexample(judgement, lines, page),
        _printed(judgement, page),
        _complexity(judgement, lines, page),
        plots(judgement, page, every=plot_all),
        _facts(judgement, page),
    ]
    return "\n\n".join(block for block in blocks if block)


def headline(judgement: Judgement, page: Page) -> str:
    """The verdict, code and words: `WA, wrong answer`."""
    verdict = judgement.verdict
    return page.paint(f"{verdict}, {verdict.words}", "bold", _STYLES.get(verdict, "red"))


def _verdict(judgement: Judgement, page: Page) -> str:
    first = f"{headline(judgement, page)}   {judgement.problem}"
    message = printable(judgement.whole_message).strip()
    return f"{first}\n{message}" if message else first


def _warnings(judgement: Judgement, page: Page) -> str:
    said = []
    told = any("isolated" in note for note in judgement.notes)
    if not judgement.sandbox.isolated and not told and judgement.verdict is not Verdict.IE:
        said.append(
            "NOT ISOLATED: the submission ran without walls, with your own rights; `judge doctor` says what "
            "this machine can enforce"
        )
    said += [printable(note) for note in judgement.notes]
    return "\n".join(page.paint(page.wrap(text, "! ", "  "), "yellow") for text in said)


def _counterexample(judgement: Judgement, lines: list[str], page: Page) -> str:
    example = judgement.counterexample
    if example is None:
        return ""
    return "\n".join(_example_lines(example, lines, page))


_CODE_LINES = 60
_CODE_LETTERS = 400
"""What a terminal shows of a counterexample; a case that is large by nature would fill it."""


def _example_lines(example: Counterexample, lines: list[str], page: Page) -> Iterator[str]:
    yield page.wrap(printable(example.words or example.property) + ", but not here:")
    if not example.shrunk:
        yield page.wrap("(this case was not made as small as it can be)")
    yield ""
    code = example.code.splitlines()
    left_out = len(code) - _CODE_LINES
    if left_out > 0:
        code[_CODE_LINES // 2 : -_CODE_LINES // 2] = [f"# ... {left_out} lines more ..."]
    for line in code:
        yield "    " + page.paint(clipped(printable(line), _CODE_LETTERS), "cyan")
    if left_out > 0 or any(len(line) > _CODE_LETTERS for line in code):
        yield page.wrap("(cut for the terminal; `judge report --json` has the code whole)")
    yield ""
    yield "  expected  " + page.paint(_value(example.expected), "green")
    yield "  actual    " + page.paint(_value(example.actual), "red")
    if example.state:
        yield page.wrap(f"before    {clipped(printable(example.state), _VALUE_LETTERS)}", "  ", " " * 12)
    if example.line:
        yield f"  line {_pointed(example.line, lines, page)}"
    if example.printed.strip():
        yield "  it printed"
        yield from _shown(example.printed, page)


def _value(text: str) -> str:
    """On one line: a line of a stranger's text must not pass for a line of the report."""
    return clipped(printable(one_line(text)), _VALUE_LETTERS)


def _pointed(number: int, lines: list[str], page: Page) -> str:
    text = lines[number - 1].strip() if 0 < number <= len(lines) else ""
    return f"{number}" + (f": {clipped(printable(text), max(20, page.width - 16))}" if text else "")


def _printed(judgement: Judgement, page: Page) -> str:
    out = []
    for name, text in (("stdout", judgement.stdout), ("stderr", judgement.stderr)):
        if text.strip():
            out.append(f"Your program wrote to {name}:")
            out += _shown(text, page)
    if out and judgement.truncated:
        out.append("    (cut: it printed more than is kept)")
    return "\n".join(out)


def _shown(text: str, page: Page) -> list[str]:
    lines = printable(text.rstrip("\n")).split("\n")
    shown = ["    " + clipped(line, max(20, page.width - 4)) for line in lines[:_OUTPUT_LINES]]
    if len(lines) > _OUTPUT_LINES:
        shown.append(f"    … and {count(len(lines) - _OUTPUT_LINES, 'line')} more (all of it: --json)")
    return shown


def _complexity(judgement: Judgement, lines: list[str], page: Page) -> str:
    costs = (*judgement.complexity, *judgement.space)
    if not costs:
        return ""
    if all(cost.status == "not-measured" and not cost.reason for cost in costs):
        return page.wrap("complexity not measured; required: " + _required_words(costs))
    from judge.report.table import table

    rows = [_cost_row(cost, page) for cost in costs]
    sure = "confidence" if page.width >= _WIDE else "conf."
    drawn = table(rows, ["operation", "required", "measured", "status", sure], page, flexible="operation")
    words = [said for cost in costs for said in _cost_words(cost, lines, page)]
    noise = [page.wrap(printable(f"noise: {judgement.noise}"), "", "  ")] if judgement.noise else []
    return "\n".join([drawn, *([""] if words or noise else []), *words, *noise])


def _required_words(costs: tuple[OperationCost, ...]) -> str:
    bounds = {cost.required for cost in costs}
    if len(bounds) == 1:
        return bounds.pop()
    return ", ".join(f"{cost.operation} {cost.required}" for cost in costs)


def _cost_row(cost: OperationCost, page: Page) -> list[str]:
    measured = cost.status in ("within", "exceeded")
    style = {"within": "green", "exceeded": "red"}.get(cost.status, "yellow")
    return [
        cost.operation,
        cost.required + (" am." if cost.amortized else ""),
        _measured(cost),
        page.paint(cost.status, style),
        f"{cost.confidence:.0%}" if measured else "-",
    ]


def _measured(cost: OperationCost) -> str:
    """The class; with a question mark where it is not believed."""
    doubt = "?" if cost.measured and cost.status == "inconclusive" else ""
    return f"{cost.measured}{doubt}" or "-"


def _cost_words(cost: OperationCost, lines: list[str], page: Page) -> Iterator[str]:
    said = []
    if cost.status == "exceeded":
        if cost.growth:
            said.append(cost.growth)
        if cost.shape:
            said.append(f"worst shape: {cost.shape}")
        if cost.line:
            said.append(cost.line_words or f"line {_pointed(cost.line, lines, page)}")
    if cost.reason and cost.status != "within":
        said.append(cost.reason)
        if cost.status == "inconclusive" and cost.shape and cost.shape not in cost.reason:
            said.append(f"doubtful shape: {cost.shape}")
    for at, text in enumerate(said):
        lead = f"{cost.operation}: " if at == 0 else "  "
        yield page.wrap(printable(text), lead, "  ")


def plots(judgement: Judgement, page: Page, *, every: bool) -> str:
    """Plots of the operations that exceed their bound, or of every measured one."""
    wanted = [
        cost
        for cost in (*judgement.complexity, *judgement.space)
        if len(cost.points) > 1 and (every or cost.status == "exceeded")
    ]
    if not wanted:
        return ""
    from judge.report.plot import MISSING, available, draw

    if not available():
        return page.wrap(MISSING)
    space = set(judgement.space)
    return "\n\n".join(draw(cost, page, unit="bytes" if cost in space else "s") for cost in wanted)


def _facts(judgement: Judgement, page: Page) -> str:
    rows: list[tuple[str, str]] = []
    if judgement.properties or judgement.passed or judgement.failed:
        rows.append(("tests", _tests(judgement)))
    rows += _resources(judgement)
    rows.append(("sandbox", _sandbox(judgement)))
    rows.append(("judging", f"{judgement.id}, seed {judgement.seed}"))
    return "\n".join(page.wrap(words, f"{name:<9} ", " " * 10) for name, words in rows)


_BROKEN_NAMES = 4
"""Failing properties that are named; a program that is wrong everywhere fails them all."""


def _tests(judgement: Judgement) -> str:
    failed = f"{judgement.failed:,} failed" if judgement.failed else "none failed"
    said = f"{judgement.passed:,} cases passed, {failed}"
    fresh = f"; {judgement.explored:,} fresh cases explored" if judgement.explored else ""
    shown = judgement.counterexample.property if judgement.counterexample is not None else ""
    failing = [p for p in judgement.properties if p.outcome not in (Verdict.AC, Verdict.CX)]
    broken = [f"{p.name} {p.outcome}" for p in sorted(failing, key=lambda p: p.name != shown)]
    if broken:
        more = len(broken) - _BROKEN_NAMES
        rest = f" and {count(more, 'property', 'properties')} more" if more > 0 else ""
        return f"{said} ({', '.join(broken[:_BROKEN_NAMES])}{rest}){fresh}"
    return f"{said} ({count(len(judgement.properties), 'property', 'properties')}){fresh}"


def _resources(judgement: Judgement) -> list[tuple[str, str]]:
    used, limits = judgement.resources, judgement.limits
    rows = []
    if used.cpu_s or used.wall_s:
        cpu = f"{seconds(used.cpu_s)} of {seconds(limits.cpu_s)}"
        if used.reference_cpu_s > 0:
            ratio = used.cpu_s / used.reference_cpu_s
            cpu += f" ({ratio:.1f} × the reference's {seconds(used.reference_cpu_s)})"
        rows.append(("CPU time", cpu))
        rows.append(("wall time", f"{seconds(used.wall_s)} of {seconds(limits.wall_s)}"))
    if used.peak_memory_bytes:
        rows.append(("memory", f"{size(used.peak_memory_bytes)} of {size(limits.memory_bytes)}"))
    return rows


def _sandbox(judgement: Judgement) -> str:
    box = judgement.sandbox
    walls = ", ".join(box.layers) if box.layers else "no walls"
    return f"{box.backend or 'none'}: {walls}" + ("" if box.isolated else " (NOT ISOLATED)")
