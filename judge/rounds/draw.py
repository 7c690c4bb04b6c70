"""A round drawn at random: problems that fill the time, and a discussion where some is left."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from judge.errors import UsageError
from judge.rounds.records import DISCUSSION, PROBLEM, Part, Round

MINUTES = {"easy": 15, "medium": 25, "hard": 40}
"""What an interview usually gives a problem of each difficulty."""
_DISCUSSION_MINUTES = 10


def draw(
    problems: Mapping[str, str],
    discussions: Sequence[Part],
    *,
    minutes: float,
    difficulty: str | None,
    seed: int,
) -> Round:
    """Draw a round. `problems` maps slugs to difficulties; the same seed draws the same round.

    At least one problem is drawn, even where it does not fit; further ones only where they do. Raises
    UsageError where no problem has the difficulty.
    """
    chance = random.Random(seed)
    candidates = sorted(slug for slug, level in problems.items() if difficulty in (None, level))
    if not candidates:
        raise UsageError(
            f"there is no {difficulty + ' ' if difficulty else ''}problem to draw; try another --difficulty"
        )
    chance.shuffle(candidates)
    chosen: list[Part] = []
    left = minutes
    for slug in candidates:
        cost = MINUTES.get(problems[slug], 40)
        if not chosen or cost <= left:
            chosen.append(Part(PROBLEM, slug))
            left -= cost
    talks = [part for part in discussions if part.kind == DISCUSSION]
    if talks and left >= _DISCUSSION_MINUTES:
        chosen.insert(0, chance.choice(talks))
    level = f"{difficulty} " if difficulty else ""
    return Round("random", f"A random {level}round", "No company", "Any role", minutes, tuple(chosen))
