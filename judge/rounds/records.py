"""A round and its parts, as immutable records."""

from __future__ import annotations

from dataclasses import dataclass

PROBLEM = "problem"
DISCUSSION = "discussion"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a round: a coding problem with follow-ups, or a discussion prompt with a checklist."""

    kind: str
    """`problem` or `discussion`"""
    title: str
    """The slug of a problem."""
    prompt: str = ""
    """Discussions: what the interviewer asks."""
    checklist: tuple[str, ...] = ()
    """Discussions: points that a strong answer covers."""
    follow_ups: tuple[str, ...] = ()
    """Problems: slugs that open, one after the other, once this one is accepted."""


@dataclass(frozen=True, slots=True)
class Round:
    """One round."""

    name: str
    title: str
    company: str
    role: str
    minutes: float
    parts: tuple[Part, ...]

    def slugs(self) -> tuple[str, ...]:
        """Every problem that the round may ask, in its order."""
        return tuple(
            slug for part in self.parts if part.kind == PROBLEM for slug in (part.title, *part.follow_ups)
        )
