"""The judgement as its JSON document (schema 1, see docs/json.md)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from judge.judgement import SCHEMA, Judgement


def render(judgement: Judgement) -> str:
    """Return one JSON document, ASCII only, without a final new line."""
    return write(judgement.to_document())


def render_all(judgements: Iterable[Judgement]) -> str:
    """Return one JSON document with all judgements."""
    return write({"schema": SCHEMA, "judgings": [judgement.to_document() for judgement in judgements]})


def write(document: Mapping[str, object]) -> str:
    """Spell any document of ours. ASCII only, so that no terminal or pipe can garble it."""
    return json.dumps(document, indent=2, allow_nan=False, default=str)
