"""Reading problem folders: each way to be invalid is one line, and the others still load."""

from __future__ import annotations

import errno
import re
import shutil
from pathlib import Path

import pytest

from judge.errors import ProblemError, UsageError
from judge.spec.discover import Roots
from judge.spec.load import load_problem
from judge.spec.scaffold import MARK, scaffold, scaffold_from
from judge.spec.signature import parse_signature
from judge.verify.folder import check_folder

REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A root with min-stack in it, as the current folder's problems/."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JUDGE_PROBLEMS", raising=False)
    for room in ("problems", "reference"):
        shutil.copytree(REPOSITORY / room / "min-stack", tmp_path / room / "min-stack")
    return tmp_path / "problems"


def spoil_toml(root: Path, old: str, new: str) -> None:
    path = root / "min-stack/problem.toml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def load_message(root: Path) -> str:
    with pytest.raises(ProblemError) as caught:
        load_problem(root / "min-stack", root.parent / "reference/min-stack")
    return str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("title =", "titel =", "titel is not a known key; did you mean title?"),
        ('title = "Min Stack"\n', "", "title is missing; add it"),
        ('difficulty = "easy"', 'difficulty = "simple"', "difficulty"),
        ('push = "O(1)"', 'push = "1"', "is not a bound; write it as O(1)"),
        ('push = "O(1)"', 'peek = "O(1)"', "complexity.peek: no such operation"),
        ('push = "O(1)"', 'push = "O(nlogn)"', "complexity.push: O(nlogn): write O(n log n)"),
        ('push = "O(1)"', 'push = {bound = "O(logn)"}', "complexity.push: O(logn): write O(log n)"),
        ('push = "O(1)"', 'push = "O(1)"\nspace = "O(5)"', "complexity.space: O(5): 5 is no growth"),
        ("[complexity]", "[limits]\nwall_s = inf\n\n[complexity]", "limits.wall_s"),
        ("[complexity]", "[limits]\nwall_s = 1e9\n\n[complexity]", "limits.wall_s"),
        ("push(val: int)", "push(val)", "must be written as `name: type`"),
        (
            "[complexity]",
            "[limits]\ntime_factor = 0\n\n[complexity]",
            "limits.time_factor must be > 0 (got 0)",
        ),
        ("[complexity]", "[complexity", "is not valid TOML"),
        ('class = "MinStack"', 'class = "MinStack"\nfunctions = ["f() -> int"]', "either class and methods"),
    ],
)
def test_invalid_toml_is_one_line(root: Path, old: str, new: str, words: str) -> None:
    """The message names the file, what is wrong and the repair."""
    spoil_toml(root, old, new)
    message = load_message(root)
    assert words in message
    assert message.startswith("problems/min-stack/problem.toml")
    assert "\n" not in message


def test_unknown_key_comes_with_its_line(root: Path) -> None:
    """Where the file sets the key is said."""
    spoil_toml(root, "title =", "titel =")
    assert load_message(root).startswith("problems/min-stack/problem.toml:1:")


def test_missing_and_misspelt_files_are_named(root: Path) -> None:
    """A missing file is named with what it is probably called now."""
    (root / "min-stack/workload.py").rename(root / "min-stack/workloads.py")
    assert "workload.py: is missing; rename workloads.py to workload.py" in load_message(root)


def test_unexpected_file_is_an_error(root: Path) -> None:
    """What does not belong to a problem folder is not silently ignored."""
    (root / "min-stack/notes.txt").write_text("x")
    assert "notes.txt: is not part of a problem folder" in load_message(root)


@pytest.mark.parametrize(
    "name",
    [".DS_Store", "Thumbs.db", "desktop.ini", "tests.py~", ".tests.py.swp", ".#tests.py", "._tests.py"],
)
def test_what_desktops_and_editors_leave_is_passed_over(root: Path, name: str) -> None:
    """Nobody put it there; it is no part of the problem, nor of its version."""
    reference = root.parent / "reference/min-stack"
    before = load_problem(root / "min-stack", reference)
    for folder in (root / "min-stack", root / "min-stack/wrong", reference):
        (folder / name).write_bytes(b"\xff")
    after = load_problem(root / "min-stack", reference)
    assert (after, after.wrong(), after.accepted()) == (before, before.wrong(), before.accepted())
    assert not any(name in fault for fault in check_folder(after).faults)


def test_a_key_that_is_near_to_none_is_to_be_removed(root: Path) -> None:
    """A bad guess is worse than none."""
    spoil_toml(root, "title =", 'colour = "red"\ntitle =')
    assert load_message(root).endswith("colour is not a known key; remove it")


def test_wrong_solution_needs_a_verdict(root: Path) -> None:
    """The prefix of a wrong solution is the verdict that it must earn."""
    (root / "min-stack/wrong/slow.py").write_text("x")
    assert "must earn" in load_message(root)


def test_missing_reference_is_named(root: Path) -> None:
    """A problem without a trusted solution cannot be judged."""
    (root.parent / "reference/min-stack/solution.py").unlink()
    assert "solution.py: is missing" in load_message(root)


def test_other_problems_still_load(root: Path) -> None:
    """One invalid folder does not take the others away."""
    shutil.copytree(root / "min-stack", root / "other-stack")
    (root / "other-stack/tests.py").unlink()
    problems, errors = Roots.find(cwd=root.parent).load_all()
    assert [problem.slug for problem in problems] == ["min-stack"]
    assert len(errors) == 1


def test_unknown_slug_names_the_nearest(root: Path) -> None:
    """A misspelt slug is answered with the one that was probably meant."""
    with pytest.raises(UsageError, match="did you mean min-stack"):
        Roots.find(cwd=root.parent).load("minstack")


def test_several_roots_are_searched_in_order(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A private set stands before ours, whether it is named by option or by variable."""
    private = tmp_path / "private/problems"
    for room in ("problems", "reference"):
        shutil.copytree(root.parent / room / "min-stack", tmp_path / "private" / room / "secret-stack")
    assert Roots.find([private], root.parent).slugs() == ["min-stack", "secret-stack"]
    monkeypatch.setenv("JUDGE_PROBLEMS", str(private))
    assert Roots.find(cwd=root.parent).load("secret-stack").folder == private / "secret-stack"


def test_version_changes_with_everything_that_can_change_a_verdict(root: Path) -> None:
    """Tests, wrong solutions and references are part of the version."""
    reference = root.parent / "reference/min-stack"
    seen = {load_problem(root / "min-stack", reference).version}
    for path in (
        root / "min-stack/tests.py",
        root / "min-stack/wrong/wa_strict_less.py",
        reference / "solution.py",
    ):
        path.write_text(path.read_text() + "\n")
        seen.add(load_problem(root / "min-stack", reference).version)
    assert len(seen) == 4


def test_damaged_cache_is_not_trusted(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A parsed file that was changed in the cache is parsed again."""
    monkeypatch.setenv("JUDGE_CACHE", str(tmp_path / "cache"))
    reference = root.parent / "reference/min-stack"
    before = load_problem(root / "min-stack", reference)
    for path in (tmp_path / "cache/spec").iterdir():
        path.write_bytes(path.read_bytes().replace(b"Min Stack", b"Max Stack"))
    assert load_problem(root / "min-stack", reference) == before


@pytest.mark.parametrize("text", ["push", "push(", "push(a b)", "", "push(a: int) ->"])
def test_malformed_signature_is_refused(text: str) -> None:
    """A signature says name, types and result."""
    with pytest.raises(ValueError, match=r"signature|must be written"):
        parse_signature(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("f(value: intt)", "intt is not a known type; did you mean int?"),
        ("f(a: list[bol])", "bol is not a known type; did you mean bool?"),
        ("f() -> voidd", "did you mean void?"),
        ("f(a: void)", "void can only be what is returned"),
        ("f() -> list[void]", "void can only be what is returned"),
        ("f(a: dict[int])", "write dict[int, str]"),
        ("f(a: int[3])", "write int"),
        ("f(a: int int)", "'int int' is not a type"),
        ("f(a: int = 3)", "a has a default; remove it"),
        ("f(a: int, a: str)", "two parameters are called a"),
    ],
)
def test_misspelt_types_are_refused(text: str, words: str) -> None:
    """A type is spelt as it is known, or is the author's own; nothing has a default, no name is there twice."""
    with pytest.raises(ValueError, match=re.escape(words)):
        parse_signature(text)


def test_a_faulty_signature_comes_with_its_key(root: Path) -> None:
    """The file, the line and the key of the signature are said."""
    path = root / "min-stack/problem.toml"
    kept = path.read_text()
    line = next(at for at, row in enumerate(kept.splitlines(), 1) if row.startswith("methods"))
    spoil_toml(root, "push(val: int) -> void", "push(val: int) -> voidd")
    assert load_message(root).startswith(f"problems/min-stack/problem.toml:{line}: entry.methods: in 'push(")
    path.write_text(kept.replace("[entry]", '[entry]\nconstructor = "(a: intt)"'))
    assert f"problem.toml:{line - 1}: entry.constructor: in 'constructor(a" in load_message(root)
    path.write_text(kept.replace('"pop() -> void"', '"pop() -> void", "pop() -> int"'))
    assert "entry.methods: pop is there twice" in load_message(root)


@pytest.mark.parametrize("kind", ["List[int]", "Optional[TreeNode]", "Dict[str, List[int]]", "Node", "point"])
def test_types_as_other_places_write_them_pass(kind: str) -> None:
    """Or of an author's own: nothing depends on them."""
    assert parse_signature(f"f(a: {kind})").parameters == (("a", kind),)


def test_signature_with_nested_types() -> None:
    """Commas inside brackets do not separate parameters."""
    found = parse_signature("Solution.f(graph: dict[int, list[int]], a: int) -> list[int]")
    assert found.parameters == (("graph", "dict[int, list[int]]"), ("a", "int"))
    assert (found.owner, found.name, found.returns) == ("Solution", "f", "list[int]")


@pytest.mark.parametrize("kind", ["class", "function"])
def test_scaffold_loads_and_asks_for_the_rest(root: Path, kind: str) -> None:
    """What is written is a valid folder in which every file says what its author must write."""
    written = scaffold(root, "two-stack-queue", kind)
    problem = Roots.find(cwd=root.parent).load("two-stack-queue")
    assert problem.entry.kind == kind
    assert all(MARK in path.read_text() for path in written)
    for path in written:
        if path.suffix == ".py":
            compile(path.read_text(), str(path), "exec")


def test_scaffold_from_an_existing_problem_loads(root: Path) -> None:
    """A copy has everything of the original, and a mark in each file."""
    source = Roots.find(cwd=root.parent).load("min-stack")
    written = scaffold_from(root, "max-queue", source)
    copy = Roots.find(cwd=root.parent).load("max-queue")
    assert [p.name for p in copy.wrong()] == [p.name for p in source.wrong()]
    assert all(MARK in path.read_text() for path in written)


@pytest.mark.parametrize("slug", ["Min", "a b", "../x", "", "-a", "min-stack"])
def test_scaffold_refuses_a_slug(root: Path, slug: str) -> None:
    """A malformed slug, or one that is taken, is a usage error, and nothing is overwritten."""
    before = (root / "min-stack/tests.py").read_text()
    with pytest.raises(UsageError):
        scaffold(root, slug, "class")
    assert (root / "min-stack/tests.py").read_text() == before


@pytest.mark.parametrize(("slug", "kind"), [("none", "class"), ("import", "function")])
def test_scaffold_refuses_a_keyword(root: Path, slug: str, kind: str) -> None:
    """A slug that makes no name in Python is a usage error with its repair, and nothing is written."""
    with pytest.raises(UsageError, match=r"keyword of Python.*add a word"):
        scaffold(root, slug, kind)
    assert not (root / slug).exists()


def test_a_current_folder_that_was_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who stands in a deleted folder is told so."""
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    with pytest.raises(UsageError, match="current folder was deleted; go to"):
        Roots.find()


def test_an_unknown_operation_comes_with_its_line(root: Path) -> None:
    """The bounds are checked against the file as a whole, and the line is said all the same."""
    spoil_toml(root, 'push = "O(1)"', 'peek = "O(1)"')
    number = (root / "min-stack/problem.toml").read_text().splitlines().index('peek = "O(1)"') + 1
    assert load_message(root).startswith(f"problems/min-stack/problem.toml:{number}: complexity.peek")


def test_a_byte_order_mark_is_passed_over(root: Path) -> None:
    """Editors on Windows write one before the first key."""
    path = root / "min-stack/problem.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert Roots.find(cwd=root.parent).load("min-stack").title == "Min Stack"


def test_other_encodings_come_with_line_and_repair(root: Path) -> None:
    """A file that an editor saved as Latin-1."""
    path = root / "min-stack/problem.toml"
    path.write_bytes(b"# one\n# caf\xe9\n" + path.read_bytes())
    assert (
        load_message(root) == "problems/min-stack/problem.toml:2: is not UTF-8 (byte 0xe9); save it as UTF-8"
    )


@pytest.mark.parametrize("name", ["statement.md", "starter.py", "tests.py", "workload.py"])
def test_every_file_of_the_folder_is_utf_8(root: Path, name: str) -> None:
    """What is shown to people must be text, whatever was read of the folder before."""
    load_problem(root / "min-stack", root.parent / "reference/min-stack")
    (root / "min-stack" / name).write_bytes(b"# caf\xff\n")
    assert load_message(root) == f"problems/min-stack/{name}:1: is not UTF-8 (byte 0xff); save it as UTF-8"


def test_a_reference_is_utf_8_and_a_wrong_solution_what_it_declares(root: Path) -> None:
    """A reference is shown as the solution; a wrong solution is judged as submissions are."""
    (root / "min-stack/wrong/wa_latin_1.py").write_bytes(b"# coding: latin-1\n# caf\xe9\n")
    load_problem(root / "min-stack", root.parent / "reference/min-stack")
    (root.parent / "reference/min-stack/solution.py").write_bytes(b"x = 1\n# caf\xff\n")
    assert load_message(root).startswith("reference/min-stack/solution.py:2: is not UTF-8 (byte 0xff)")


def test_a_file_called_wrong_is_told_apart(root: Path) -> None:
    """It has the right name."""
    shutil.rmtree(root / "min-stack/wrong")
    (root / "min-stack/wrong").write_text("x")
    assert "problems/min-stack/wrong: is no folder; make it one" in load_message(root)


def test_folders_that_may_not_be_read_are_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Permissions are the author's to mend, and no bug of ours. (Root may read all: so refused by hand.)"""

    def refuse(folder: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(folder))

    real = Path.iterdir
    with monkeypatch.context() as patched:
        patched.setattr(Path, "iterdir", lambda self: refuse(self) if self.name == "wrong" else real(self))
        assert load_message(root).startswith("problems/min-stack/wrong: cannot be read (Permission denied)")
    with monkeypatch.context() as patched:
        patched.setattr("os.scandir", refuse)
        with pytest.raises(ProblemError, match=r"problems: cannot be read \(Permission denied\)"):
            Roots.find().slugs()


def test_the_workspace_is_the_nearest_folder_with_a_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looked for upwards, but not from below in home, nor above it or a repository, nor where all may write."""
    here = tmp_path / "home/project/answers/min-stack"
    here.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert Roots.find(cwd=here).workspace == here
    (tmp_path / ".judge").mkdir()
    assert Roots.find(cwd=here).workspace == here
    (tmp_path / "home/.judge").mkdir()
    assert Roots.find(cwd=here).workspace == here
    assert Roots.find(cwd=tmp_path / "home").workspace == tmp_path / "home"
    (tmp_path / "home/project/.judge").mkdir()
    assert Roots.find(cwd=here).workspace == tmp_path / "home/project"
    (tmp_path / "home/project/answers/.git").mkdir()
    assert Roots.find(cwd=here).workspace == here
    (tmp_path / "home/project/answers/.git").rmdir()
    assert Roots.find(cwd=here).workspace == tmp_path / "home/project"
    (tmp_path / "home/project").chmod(0o777)
    assert Roots.find(cwd=here).workspace == here
    assert Roots.find(cwd=tmp_path / "home/project").workspace == tmp_path / "home/project"


def test_a_folder_with_submissions_is_a_workspace(tmp_path: Path) -> None:
    """It is nearer than one above it that has a history, for it and for all below it."""
    (tmp_path / ".judge").mkdir()
    here = tmp_path / "mine/submissions/min-stack"
    here.mkdir(parents=True)
    for place in (here, here.parent, tmp_path / "mine"):
        assert Roots.find(cwd=place).workspace == tmp_path / "mine"
    assert Roots.find(cwd=tmp_path).workspace == tmp_path
