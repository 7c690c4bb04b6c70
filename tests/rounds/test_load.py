"""Rounds as data: the shipped ones, and what a broken file is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from judge.errors import ProblemError, UsageError
from judge.rounds.load import LEAST_POINTS, MOST_POINTS, SHIPPED, files, load, load_all, parse, to_document
from judge.rounds.records import DISCUSSION, PROBLEM

PROJECT = Path(__file__).parents[2]

GOOD = """
title = "T"
company = "C"
role = "R"
minutes = 45

[[parts]]
kind = "problem"
problem = "min-stack"
follow_ups = ["max-stack"]

[[parts]]
kind = "discussion"
title = "D"
prompt = "P"
checklist = ["1", "2", "3", "4", "5", "6", "7", "8"]
"""


def test_the_shipped_rounds_load_and_ask_what_they_should():
    """Each shipped round has the problems that the interview had, in its order."""
    assert {round.name: round.slugs() for round in load_all()} == {
        "data-structures": ("lru-cache", "sliding-window-maximum", "trie"),
        "interview-1": ("min-stack",),
        "interview-2": ("max-stack", "streaming-median", "median-stack"),
        "interview-3": ("upward-path-sum",),
    }


@pytest.mark.parametrize("name", sorted(path.stem for path in SHIPPED.glob("*.toml")))
def test_every_problem_of_a_shipped_round_exists(name):
    """A shipped round names problems of the project only."""
    for slug in load(name).slugs():
        assert (PROJECT / "problems" / slug / "problem.toml").is_file()


def test_checklists_have_points_worth_ticking():
    """Every discussion has 8 to 15 different points, each a sentence."""
    talks = [part for round in load_all() for part in round.parts if part.kind == DISCUSSION]
    assert len(talks) == 7
    for part in talks:
        assert LEAST_POINTS <= len(set(part.checklist)) <= MOST_POINTS
        assert all(len(point.split()) >= 8 and point.endswith(".") for point in part.checklist)


def test_a_round_survives_being_written_down():
    """A round's document makes the same round again."""
    for round in load_all():
        assert parse(round.name, to_document(round)) == round


def test_rounds_of_the_workspace_come_as_files_and_as_folders(tmp_path):
    """A workspace's rounds/NAME.toml and rounds/NAME/round.toml are found first."""
    folder = tmp_path / "rounds"
    (folder / "mine").mkdir(parents=True)
    (folder / "mine" / "round.toml").write_text(GOOD)
    (folder / "interview-1.toml").write_text(GOOD)
    assert load("mine", tmp_path).parts[0].kind == PROBLEM
    assert files(tmp_path)["interview-1"] == folder / "interview-1.toml"


def test_a_named_folder_that_is_none_is_told(tmp_path, monkeypatch):
    """A misspelt JUDGE_ROUNDS is an error: its rounds would be missing in silence."""
    monkeypatch.setenv("JUDGE_ROUNDS", str(tmp_path / "nowhere"))
    with pytest.raises(UsageError, match="nowhere: is not a folder of rounds; JUDGE_ROUNDS names it"):
        files()


def test_an_unknown_name_is_told_the_nearest():
    """A misspelt name gets the right one."""
    with pytest.raises(UsageError, match="did you mean interview-"):
        load("intervew-1")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("minutes = 45", "minutes = 0", "minutes must be a number over 0"),
        ("minutes = 45", "minutes = true", "minutes must be a number over 0"),
        ("minutes = 45", "minuts = 45", "unknown key 'minuts'; did you mean 'minutes'?"),
        ('title = "T"', 'title = ""', "the round needs a text 'title'"),
        ('kind = "problem"', 'kind = "quiz"', "parts[0].kind must be 'problem' or 'discussion' (got 'quiz')"),
        ('follow_ups = ["max-stack"]', "follow_ups = [3]", "parts[0].follow_ups must be a list of texts"),
        (', "8"]', "]", "parts[1].checklist must have 8 to 15 points (got 7)"),
        ('prompt = "P"', 'promt = "P"', "parts[1] has an unknown key 'promt'; did you mean 'prompt'?"),
        ("[[parts]]", "[parts]", "parts"),
        ("minutes = 45", "minutes = = 45", "is not TOML"),
    ],
)
def test_a_broken_round_names_the_file_and_the_repair(tmp_path, old, new, expected):
    """Each mistake is a ProblemError that starts with the file."""
    path = tmp_path / "rounds" / "mine.toml"
    path.parent.mkdir()
    assert old in GOOD
    path.write_text(GOOD.replace(old, new))
    with pytest.raises(ProblemError) as caught:
        load("mine", tmp_path)
    assert str(caught.value).startswith(f"{path}: ")
    assert expected in str(caught.value)
