"""From evidence to a class: counts say what grows, the clock says what the counts did not see.

    1. counts over n give a class (fit.py)
    2. rho(n) = seconds(n) / events(n): flat or falling, and the counts tell the whole story; rising over a
       factor of 64 in n, and there is hidden work, whose power is read from the times themselves
    3. counts that accuse must show on the clock: the growing part has to be a real share of the time

Memory hierarchies make rho rise by themselves (honest O(1) code reaches log-log slopes of 0.67), which is
why the bar for hidden work is high, and why between the bars the answer is that there is none.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from judge.measure.counting import FAR_BEYOND, FAR_FOR_A_LOGARITHM, FEW_EVENTS, LEVEL, Counts
from judge.measure.fit import (
    STEADY,
    Fit,
    classify,
    fit_growth,
    is_exponential,
    next_lower,
    rises_on,
    slope,
)
from judge.spec.bounds import CONSTANT, CUBE, EXPONENTIAL, LADDER, LINEAR, SQRT, SQUARE, Growth

RHO_FLAT = 0.35
RHO_HIDDEN = 0.55
RHO_SPAN = 64
SCREEN_FLAT = 0.25
"""A quick ladder with a slope below this needs no longer look."""
HIDDEN_POWERS = ((2.5, CUBE), (1.5, SQUARE), (0.6, LINEAR))
VISIBLE_SHARE = 0.2
"""The share of the time at the largest n that the growing part must have to accuse."""
CLEAR_RESIDUAL = 0.1
"""Single calls are only believed where their class fits this well."""
ENOUGH_SINGLES = 5
PROPORTIONAL = 2.0
SINGLES_SPAN = 64
"""Or where they stay within this factor of n, over so large a factor in n."""
SPIKE = 8.0
"""The costliest single call is this much dearer than the mean, or it is none."""
CLEAR_LOG_RESIDUAL = 0.04
CLEAR_FACTOR = 2.0
CLEAR_FACTOR_NEAR = 4.0
"""An accusation needs the classes within the bound to fit this much worse than the best: near classes,
which are less than a power of n apart, by more."""
CONTRADICTED_RESIDUAL = 0.06
AS_GOOD = 1.5
MOST_OF_IT = 0.5
"""The counted class is not contradicted where, with a lower term beside it, it fits the times within this
factor as well, and makes up so much of the time at the largest n."""
LEAST_RISE = 1.0
"""The last doubling of n adds at least so many times what the one before it did; the root of n 1.4 times."""
SQUARE_RISE = 0.5
"""A square of n or more has added at least so many events for each of the n: less of it is a single step, as
of a table that begins large and was just replaced."""

ROOT_RISE = 0.15
"""A root of n has added at least so many events for each of its units: a table that is replaced by one of ten
times the size rises and falls by less."""

SURE = 0.995
LIKELY = 0.9
UNSURE = 0.5


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one shape of one operation showed."""

    counts: Counts
    times: tuple[tuple[int, float], ...]
    """(n, CPU seconds per call of the batch)"""
    thorough: bool
    amortized: bool = True
    """The bound is on the mean over many calls; otherwise the costliest single call counts."""
    parts: frozenset[int] = frozenset()
    """Sizes at which only the first calls of a batch were timed."""

    @property
    def whole(self) -> tuple[tuple[int, float], ...]:
        """The times of whole batches: what is counted is the mean of all calls."""
        return tuple((n, s) for n, s in self.times if n not in self.parts)


@dataclass(frozen=True, slots=True)
class Reading:
    """A class read from evidence, and how far to believe it."""

    growth: Growth
    confidence: float
    hidden: bool
    """Whether the class comes from the clock, not from counts."""
    rho: float
    """Log-log slope of seconds per event."""
    reason: str
    """Why the confidence is low; empty where it is not."""
    single: bool = False
    """Whether the class is that of single calls, while the mean of many is lower."""
    of_clock: bool = False
    """Whether it is the clock that leaves the doubt: more samples could end it."""


def read_evidence(evidence: Evidence, allowed: Growth) -> Reading:
    """Return the class that the evidence shows, for an operation that may grow as `allowed`."""
    counts, times = evidence.counts, evidence.times
    if len(counts.points) < 3:
        return _read_times(times, allowed, counts.reason)
    growth, fits = classify(counts.points)
    if levels_off(counts):
        growth = CONSTANT
    batch_growth, batch_fits = classify(counts.batch)
    rho = _rho(times, batch_growth, batch_fits, counts)
    if growth.exponential:
        return Reading(growth, SURE, False, rho, "")
    if len(times) < 3:
        if growth > allowed and _told_by_counts(counts, fits, growth, allowed):
            return Reading(growth, SURE, False, rho, "")
        return Reading(growth, LIKELY, False, rho, "too few sizes could be timed")
    spikes = CONSTANT if evidence.amortized else read_singles(counts)
    mean = _read_mean(growth, fits, allowed, evidence, rho) if growth > allowed else None
    if spikes > allowed and (mean is None or mean.confidence < SURE or spikes > growth):
        return Reading(spikes, SURE, False, rho, "", single=True)
    if mean is not None:
        return mean
    if rho <= RHO_FLAT:
        return Reading(growth, SURE, False, rho, "")
    if counts.fronts:
        words = "the first key of a dict or set is asked for, which walks over deleted ones"
        return Reading(growth, LIKELY, False, rho, words)
    if evidence.parts and evidence.amortized and _has_dear_calls(counts):
        words = "single calls are dear, and only the first of a batch could be timed"
        return Reading(growth, LIKELY, False, rho, words)
    power = slope(_top(times, 16))
    hidden = next((found for least, found in HIDDEN_POWERS if power >= least), CONSTANT)
    if rho > RHO_HIDDEN and hidden > growth and _rises_throughout(times):
        return Reading(hidden, SURE, True, rho, "")
    if hidden <= allowed and not _steeper_at_the_end(times, allowed):
        return Reading(growth, LIKELY, False, rho, "")
    words = "time grows somewhat faster than the work that was counted"
    return Reading(growth, UNSURE, False, rho, words, of_clock=True)


def _has_dear_calls(counts: Counts) -> bool:
    """Whether the costliest single call was much dearer than the mean, as where many others pay for it."""
    if not counts.singles:
        return False
    n, events = counts.singles[-1]
    return events > SPIKE * dict(counts.points)[n]


def read_singles(counts: Counts) -> Growth:
    """The class of the costliest single call, where it is clearly at least a root of n; else constant.

    What happens at every thousandth call is not seen at small n: then the last sizes speak for themselves.
    Growth of a list or dict is the interpreter's, and is not counted at all.
    """
    points = [(n, float(events)) for n, events in counts.singles]
    if _is_proportional(points) and points[-1][1] >= SPIKE * dict(counts.points)[points[-1][0]]:
        return LINEAR
    whole, last = points, points[-ENOUGH_SINGLES:]
    for seen in (whole, last):
        if len(seen) < ENOUGH_SINGLES or seen[-1][1] < SPIKE * dict(counts.points)[seen[-1][0]]:
            continue
        growth, fits = classify(seen)
        if growth.exponential or growth.power < 0.5 or fits[growth].residual >= CLEAR_RESIDUAL:
            continue
        if seen is whole or _rises_at_every_step(seen, growth):
            return growth
    return CONSTANT


def _is_proportional(points: Sequence[tuple[int, float]]) -> bool:
    """Whether they follow n up and down within a factor: a table that is replaced by one of half as much more
    moves n to 1.5 n elements at once, wherever that falls between two sizes."""
    if len(points) < ENOUGH_SINGLES or points[-1][0] < SINGLES_SPAN * points[0][0]:
        return False
    each = [events / n for n, events in points]
    return max(each) <= PROPORTIONAL * min(each)


def _rises_at_every_step(points: Sequence[tuple[int, float]], growth: Growth) -> bool:
    """Whether few sizes rise as the class says each time; what depends on chance does so now and then."""
    pairs = zip(points, points[1:], strict=False)
    return all(after >= before * (m / n) ** (STEADY * growth.power) for (n, before), (m, after) in pairs)


def needs_longer_look(reading: Reading, evidence: Evidence, allowed: Growth) -> bool:
    """Whether a thorough ladder could change what a quick one showed."""
    if evidence.thorough:
        return False
    if reading.confidence < SURE:
        return True
    if reading.growth > allowed:
        return reading.hidden
    return reading.rho > SCREEN_FLAT


def _read_mean(
    growth: Growth, fits: dict[Growth, Fit], allowed: Growth, evidence: Evidence, rho: float
) -> Reading:
    """Hold counts that accuse against the clock: against whole batches, and against all that was timed."""
    counts, times, whole = evidence.counts, evidence.times, evidence.whole
    reading = _accuse(growth, fits, allowed, counts, times, rho)
    if reading.confidence < SURE and 3 <= len(whole) < len(times):
        reading = _accuse(growth, fits, allowed, counts, whole, rho)
    if reading.confidence < SURE and len(whole) < 3 and _told_by_counts(counts, fits, growth, allowed):
        return Reading(growth, SURE, False, rho, "")
    return reading


def _told_by_counts(counts: Counts, fits: dict[Growth, Fit], growth: Growth, allowed: Growth) -> bool:
    """Whether counts accuse without a clock; what C code moves may be too quick to matter, or soon full."""
    if len(counts.points) < 5 or _doubt(growth, fits, allowed, counts):
        return False
    return classify(counts.priced(counts.batch, math.inf))[0] > allowed


def _accuse(
    growth: Growth,
    fits: dict[Growth, Fit],
    allowed: Growth,
    counts: Counts,
    times: tuple[tuple[int, float], ...],
    rho: float,
) -> Reading:
    doubt = _doubt(growth, fits, allowed, counts)
    if doubt:
        return Reading(growth, UNSURE, False, rho, doubt)
    if growth.power == 0:  # logarithms drown in caches: exact counts are the better witness
        return Reading(growth, SURE, False, rho, "")
    if _clock_contradicts(times, growth, allowed):
        words = "the counts say more than the clock does"
        return Reading(growth, UNSURE, False, rho, words, of_clock=True)
    if _visible_share(counts, times) < VISIBLE_SHARE:
        words = "the growth that was counted does not show on the clock yet"
        return Reading(growth, UNSURE, False, rho, words, of_clock=True)
    return Reading(growth, SURE, False, rho, "")


def _doubt(growth: Growth, fits: dict[Growth, Fit], allowed: Growth, counts: Counts) -> str:
    """Why counts by themselves do not accuse; empty where they do."""
    if not _clear(fits, allowed):
        return "the counts fit a class within the bound as well"
    rises = _is_a_logarithm(counts, fits[growth]) if growth.power == 0 else _goes_on(counts.points, growth)
    if rises and _goes_on_further(counts, growth):
        return ""
    if growth.power == 0:
        return "the counts rise, but not as a logarithm does"
    return "the counts rise in a step, or level off at the end"


def _is_a_logarithm(counts: Counts, fit: Fit) -> bool:
    """Whether counts rise steadily and fit closely: a sawtooth of resized tables rises and falls."""
    values = [events for _, events in counts.points[-9:]]
    steady = all(after >= before * 0.99 for before, after in zip(values, values[1:], strict=False))
    return steady and values[-1] > 1.3 * values[0] and fit.residual < CLEAR_LOG_RESIDUAL


def _clear(fits: dict[Growth, Fit], allowed: Growth) -> bool:
    """Whether every class within the bound fits clearly worse than the best one beyond it."""
    within = [fit.residual for growth, fit in fits.items() if growth <= allowed]
    beyond = [fit.residual for growth, fit in fits.items() if growth > allowed]
    if not within or not beyond:
        return bool(beyond)
    best = next(growth for growth, fit in fits.items() if fit.residual == min(beyond))
    factor = CLEAR_FACTOR if best.power >= allowed.power + 1 else CLEAR_FACTOR_NEAR
    return min(within) > max(factor * min(beyond), 0.03)


def _goes_on(points: tuple[tuple[int, float], ...], growth: Growth) -> bool:
    """Whether the counts rise to the end as a power of n does, not in a step, and not up to a level."""
    if growth.power == 0 or len(points) < 4:
        return True
    if growth >= SQUARE and points[-1][1] - points[0][1] < SQUARE_RISE * points[-1][0]:
        return False
    if growth == SQRT and points[-1][1] - points[0][1] < ROOT_RISE * points[-1][0] ** 0.5:
        return False

    def near(n: float) -> tuple[int, float]:
        return min(points[:-1], key=lambda point: abs(math.log(point[0] / n)))

    last, half = points[-1], near(points[-1][0] / 2)
    quarter = near(half[0] / 2)
    if not quarter[0] < half[0]:
        return True
    rises = [(b[1] - a[1]) / math.log(b[0] / a[0]) for a, b in ((quarter, half), (half, last))]
    return rises[1] > 0 and rises[1] >= LEAST_RISE * rises[0]


def levels_off(counts: Counts) -> bool:
    """Whether few events, counted further, rise no more: those of a table that was still filling up."""
    return counts.further > 0 and counts.points[-1][1] <= LEVEL * counts.points[-2][1]


def _goes_on_further(counts: Counts, growth: Growth) -> bool:
    """Whether few events, counted further, rise as the class says, to the end or far beyond the ladder's."""
    if not counts.further or growth.exponential:
        return True
    points = counts.points
    if growth.power:
        enough = points[-1][1] >= min(FEW_EVENTS, FAR_BEYOND * points[-1 - counts.further][1])
    else:
        enough = points[-1][0] >= FAR_FOR_A_LOGARITHM
    if not enough and not counts.at_the_end:
        return False
    (b, _), (c, _) = points[-2:]
    # The point as far below b as c is above it
    before = min(points[:-2], key=lambda point: abs(math.log(point[0] * c / b / b)))
    return rises_on((before, *points[-2:]), growth)


def _clock_contradicts(times: tuple[tuple[int, float], ...], growth: Growth, allowed: Growth) -> bool:
    """Whether the times fit a class within the bound far better than the class that was counted, also where
    what each element costs anyway stands beside that."""
    if len(times) < 3 or growth.exponential:
        return False
    counted = fit_growth(times, growth).residual
    within = min(fit_growth(times, g).residual for g in LADDER if g <= allowed and not g.exponential)
    if counted <= CONTRADICTED_RESIDUAL or within >= counted / 2:
        return False
    beside = fit_growth(times, growth, next_lower(growth))
    return beside.residual > AS_GOOD * within or beside.share(times[-1][0]) < MOST_OF_IT


def _visible_share(counts: Counts, times: tuple[tuple[int, float], ...]) -> float:
    """The share of the time at the largest n that grows with the counts: a + b counts, fitted."""
    fit = _carry(counts)
    rows = [(n, s, fit(n)) for n, s in times]
    low, high = rows[0], rows[-1]
    if high[2] <= low[2]:
        return 0.0
    return max(0.0, high[1] - low[1]) / high[1]


def _carry(counts: Counts):  # type: ignore[no-untyped-def]
    """Return counts per call of the batch as a function of n, past their own ladder by their fit."""
    known = dict(counts.batch)
    growth, fits = classify(counts.batch)
    if growth.exponential:
        return lambda n: known.get(n, 2.0**n)
    fit = fits.get(growth) or fit_growth(counts.batch, growth)
    return lambda n: known.get(n, fit.at(n))


def _rho(
    times: tuple[tuple[int, float], ...],
    growth: Growth,
    fits: dict[Growth, Fit],
    counts: Counts,
) -> float:
    """Theil-Sen slope of log(seconds / events) over the last factor of 64 in n."""
    if len(times) < 3 or growth.exponential or not counts.batch:
        return 0.0
    events = _carry(counts)
    return slope([(n, s / max(events(n), 1e-9)) for n, s in _top(times, RHO_SPAN)])


def _top(times: tuple[tuple[int, float], ...], span: float) -> list[tuple[int, float]]:
    """The points within the last factor `span` of n, at least three."""
    kept = [(n, s) for n, s in times if n * span >= times[-1][0]]
    return kept if len(kept) >= 3 else list(times[-3:])


def _rises_throughout(times: tuple[tuple[int, float], ...]) -> bool:
    """Whether the time keeps rising to the end, as work does and a step between caches does not."""
    top = _top(times, RHO_SPAN)
    if top[-1][1] < 4 * top[0][1]:
        return False
    logs = [(math.log(n), math.log(s)) for n, s in top]
    late = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in zip(logs, logs[1:], strict=False)][-2:]
    return min(late) > 0.4


def _steeper_at_the_end(times: tuple[tuple[int, float], ...], allowed: Growth) -> bool:
    """Whether the last sizes rise by far more than the bound says, as where a square overtakes what each
    element costs anyway. Below a power of n a step between caches does that too."""
    return allowed.power >= 1 and slope(_top(times, 4)) > allowed.power + HIDDEN_POWERS[-1][0]


def _read_times(times: tuple[tuple[int, float], ...], allowed: Growth, why: str) -> Reading:
    """Only the clock: a coarse class, and an accusation only where it is far beyond the bound."""
    if len(times) < 3:
        return Reading(CONSTANT, 0.0, True, 0.0, why or "too few sizes could be timed")
    if is_exponential(times):
        return Reading(EXPONENTIAL, SURE if allowed.power < 3 else LIKELY, True, 0.0, "")
    power = slope(_top(times, RHO_SPAN))
    found = next((g for least, g in HIDDEN_POWERS if power >= least), CONSTANT)
    words = f"the work could not be counted ({why}): the clock alone tells powers of n apart"
    if found <= allowed:
        if times[-1][0] < RHO_SPAN * times[0][0]:  # few small sizes, as when time was short, look level
            return Reading(found, UNSURE, True, power, words)
        return Reading(found, LIKELY, True, power, "")
    beyond = power > allowed.power + RHO_HIDDEN + 0.2 and _rises_throughout(times)
    return Reading(found, SURE if beyond else UNSURE, True, power, "" if beyond else words)
