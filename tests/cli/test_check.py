"""`flaxdrills check`, called as a learner calls it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from flaxdrills.journal.journal import EntryKind
from tests.cli.conftest import KEYS, RIGHT, Answer, Installation, have_twins

pytestmark = pytest.mark.process


def objects(answer: Answer) -> list[dict[str, Any]]:
    """The objects that `check --json` printed, a line each, each with the keys that were promised."""
    found: list[dict[str, Any]] = [json.loads(line) for line in answer.out.splitlines()]
    for one in found:
        assert list(one) == list(KEYS)
        for key, kind in KEYS.items():
            assert isinstance(one[key], kind), key
        assert list(one["seconds"]) == ["prepare", "run", "total"]
        for check in one["checks"]:
            assert list(check) == ["name", "kind", "passed", "message"]
            assert check["kind"] in ("case", "mechanism")
        if one["error"] is not None:
            assert list(one["error"]) == ["type", "message", "cause", "frames"]
            for frame in one["error"]["frames"]:
                assert list(frame) == ["line", "function", "text"]
    return found


def make_binary(path: Path) -> None:
    path.write_bytes(b"x = 1\n\xff")


def make_folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.worker
def test_check_offers_the_twin_after_a_pass(installed: Installation) -> None:
    have_twins(installed)
    path = Path(installed.call("path", "sum-up").out.strip())
    assert "The same idea" not in installed.call("check", "sum-up").out
    path.write_text(RIGHT)
    assert installed.call("check", "sum-up").out.endswith("\nThe same idea in Second: sum-last\n\n")
    assert installed.call("check", "sum-up", "--json").json["verdict"] == "passed"


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: None, "There is no file {}."),
        (make_folder, "{} is a folder"),
        (make_binary, "{} is not UTF-8 text: line 2"),
    ],
    ids=["missing", "folder", "not UTF-8"],
)
def test_a_file_that_cannot_be_judged_ends_with_2_and_is_named(
    installed: Installation, tmp_path: Path, make: Any, reason: str
) -> None:
    make(tmp_path / "mine.py")
    answer = installed.call("check", "sum-up", tmp_path / "mine.py", "--json")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith(f"flaxdrills: {reason.format(tmp_path / 'mine.py')}")
    assert len(answer.err.splitlines()) == 1


def test_an_own_file_that_is_no_text_ends_with_2_and_is_no_attempt(installed: Installation) -> None:
    path = Path(installed.call("path", "sum-up").out.strip())
    path.write_bytes(b"\xff")
    answer = installed.call("check", "sum-up")
    assert (answer.status, answer.out) == (2, "")
    assert f"{path} is not UTF-8 text" in answer.err
    assert installed.recorded(EntryKind.ATTEMPT) == []


@pytest.mark.worker
def test_named_files_are_judged_in_order_and_not_recorded(installed: Installation, tmp_path: Path) -> None:
    (tmp_path / "empty.py").write_text("")
    (tmp_path / "raises.py").write_text("def sum_up(x):\n    return x + nothing\n")
    files = [
        installed.problem("sum-up") / "solution.py",
        tmp_path / "empty.py",
        tmp_path / "raises.py",
        installed.problem("sum-up") / "wrong" / "scalar.py",
    ]
    answer = installed.call("check", "sum-up", *files, "--json")
    assert (answer.status, answer.err) == (1, "")
    good, empty, raises, scalar = objects(answer)
    assert [one["file"] for one in (good, empty, raises, scalar)] == list(map(str, files))
    assert [one["verdict"] for one in (good, empty, raises, scalar)] == ["passed", "error", "error", "failed"]
    assert good["message"] == "all 5 checks hold"
    assert good["device"] == "cpu"
    assert set(good["versions"]) >= {"jax", "flax"}
    assert [check["kind"] for check in good["checks"]] == ["case", "case", "case", "mechanism", "mechanism"]
    assert good["seconds"]["total"] > good["seconds"]["prepare"] > good["seconds"]["run"] > 0
    assert "defines no function sum_up" in empty["message"]
    assert raises["error"] == {
        "type": "NameError",
        "message": "name 'nothing' is not defined",
        "cause": None,
        "frames": [{"line": 2, "function": "sum_up", "text": "return x + nothing"}],
    }
    assert (scalar["wrong"], scalar["diagnosis"]) == ("scalar", "The sum has no axis.")
    assert installed.journal.read().entries == ()
    assert not (installed.home / "data" / "solutions").exists()
    lines = installed.call("check", "sum-up", *files).out.splitlines()
    starts = [lines.index(str(file)) for file in files]
    assert starts == sorted(starts)
    assert [lines[start + 1].split()[0] for start in starts] == ["PASSED", "ERROR", "ERROR", "FAILED"]
    assert lines[-1] == "4 files: PASSED 1, FAILED 1, ERROR 2"


@pytest.mark.worker
def test_the_own_file_is_judged_and_recorded(installed: Installation) -> None:
    path = Path(installed.call("path", "sum-up").out.strip())
    path.write_text(RIGHT)
    answer = installed.call("check", "sum-up")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith("PASSED  sum-up  (")
    assert "printed:\n  hello" in answer.out
    [entry] = installed.journal.read().entries
    assert (entry.kind, entry.problem, entry.fields["verdict"]) == (EntryKind.ATTEMPT, "sum-up", "passed")
    assert installed.call("progress", "--json").json["solved"] == 1
    assert installed.call("next").out == "sum-more\n"


@pytest.mark.worker
def test_a_stub_that_was_not_touched_is_an_attempt_that_ends_with_1(installed: Installation) -> None:
    answer = installed.call("check", "sum-up", "--json")
    assert answer.status == 1
    [one] = objects(answer)
    assert (one["verdict"], one["error"]["type"]) == ("error", "NotImplementedError")
    assert one["unfinished"] is True
    assert one["file"] == installed.call("path", "sum-up").out.strip()
    assert installed.recorded(EntryKind.ATTEMPT) == ["sum-up"]


@pytest.mark.worker
def test_a_broken_problem_ends_with_3_and_is_no_attempt(installed: Installation) -> None:
    (installed.problem("sum-up") / "checks.py").write_text("CASES = [nothing]\n")
    answer = installed.call("check", "sum-up")
    assert (answer.status, answer.out.split("  ")[0]) == (3, "BROKEN PROBLEM")
    assert "name 'nothing' is not defined" in " ".join(answer.out.split())
    assert installed.recorded(EntryKind.ATTEMPT) == []


@pytest.mark.worker
def test_a_shipped_mistake_that_does_not_parse_keeps_no_verdict_back(installed: Installation) -> None:
    (installed.problem("sum-up") / "wrong" / "by_hand.py").write_text("def (")
    answer = installed.call("check", "sum-up", installed.problem("sum-up") / "wrong" / "scalar.py", "--json")
    assert answer.status == 1
    [one] = objects(answer)
    assert (one["verdict"], one["wrong"]) == ("failed", None)


@pytest.mark.worker
def test_a_problem_that_ships_is_judged_and_its_mistakes_told_apart(content: Path, tmp_path: Path) -> None:
    folder = content / "nnx" / "nnx-mutability"
    wrong = sorted((folder / "wrong").glob("*.py"))[:2]
    answer = Installation(content.parent, tmp_path).call("check", folder.name, folder / "solution.py", *wrong, "--json")
    assert (answer.status, answer.err) == (1, "")
    solution, *mistakes = objects(answer)
    assert solution["verdict"] == "passed"
    assert [one["wrong"] for one in mistakes] == [path.stem for path in wrong]


@pytest.mark.worker
def test_one_of_many_that_cannot_be_read_has_a_report_and_the_others_are_judged(
    installed: Installation, tmp_path: Path
) -> None:
    good, bad, gone = tmp_path / "good.py", tmp_path / "bad.py", tmp_path / "gone.py"
    good.write_text(RIGHT)
    make_binary(bad)
    answer = installed.call("check", "sum-up", bad, good, gone, "--json")
    assert answer.status == 2
    first, second, third = objects(answer)
    assert [one["verdict"] for one in (first, second, third)] == ["error", "passed", "error"]
    assert f"{bad} is not UTF-8 text: line 2" in first["message"]
    assert f"There is no file {gone}" in third["message"]
    assert installed.call("check", "sum-up", bad).status == 2


@pytest.mark.worker
def test_a_file_in_an_encoding_that_it_names_is_judged(installed: Installation, tmp_path: Path) -> None:
    file = tmp_path / "latin.py"
    file.write_bytes(b"# -*- coding: latin-1 -*-\n" + RIGHT.replace("hello", "\u00e9t\u00e9").encode("latin-1"))
    report = installed.call("check", "sum-up", file, "--json").json
    assert report["verdict"] == "passed"
    assert "\u00e9t\u00e9" in report["output"]
