"""Calls that cannot be carried out, or not wholly, called as a learner calls it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from flaxdrills.journal.journal import EntryKind
from tests.cli.conftest import RIGHT, Installation

pytestmark = pytest.mark.process


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (["list", "--track", "third"], "first, second"),
        (["list", "--status", "done"], "'solved'"),
        (["lost"], "No such command 'lost'"),
        (["show"], "Missing argument 'ID'"),
        (["check", "sum-up", "--device", "tpu"], "'gpu'"),
        (["new", "third", "sum-new"], "There is no track 'third'"),
        (["new", "first", "sum-up"], "There is a problem 'sum-up' already."),
        (["new", "first", "Sum"], "'Sum' is no id"),
    ],
)
def test_a_call_that_is_off_ends_with_2_and_says_what_there_is(
    installed: Installation, arguments: list[str], advice: str
) -> None:
    answer = installed.call(*arguments)
    assert (answer.status, answer.out) == (2, "")
    assert advice in answer.err


@pytest.mark.parametrize("command", ["open", "show", "path", "edit", "check", "watch", "hint", "solution", "reset"])
def test_an_unknown_id_ends_with_2_and_names_the_nearest(installed: Installation, command: str) -> None:
    answer = installed.call(command, "sum-mor")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("flaxdrills: There is no problem 'sum-mor'. Did you mean sum-more or ")
    assert len(answer.err.splitlines()) == 1
    assert not installed.home.exists()


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="there is no /dev/full here")
@pytest.mark.parametrize("arguments", [["list"], ["progress", "--json"], ["export", "-"]])
def test_an_output_that_is_full_is_said(installed: Installation, arguments: list[str]) -> None:
    # Buffered, as it is for most people.
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "flaxdrills", *arguments],
            cwd=installed.folder,
            env=environ | {"PYTHONPATH": str(installed.folder), "FLAXDRILLS_HOME": str(installed.home)},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert done.returncode == 2
    assert done.stderr.startswith("flaxdrills: ") and done.stderr.endswith("No space left on device.\n")
    assert len(done.stderr.splitlines()) == 1


def test_an_id_that_would_steer_the_terminal_is_shown_as_text(installed: Installation) -> None:
    answer = installed.call("show", "\x1b[2Jsum")
    assert answer.status == 2
    assert "\x1b" not in answer.err


@pytest.mark.parametrize("command", ["list", "progress"])
def test_a_damaged_journal_line_is_named_and_the_rest_counts(installed: Installation, command: str) -> None:
    installed.record_pass("sum-up")
    [file] = (installed.home / "data" / "journal").iterdir()
    file.write_text(file.read_text() + "garbage\n")
    installed.record_pass("sum-more")
    answer = installed.call(command, "--json")
    assert answer.status == 0
    assert answer.err.startswith(f"flaxdrills: {file}, line 2, is skipped and kept: ")
    assert len(answer.err.splitlines()) == 1
    solved = answer.json["solved"] if command == "progress" else sum(row["status"] == "solved" for row in answer.json)
    assert solved == 2
    assert "garbage\n" in file.read_text()


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["list"], 0),
        (["progress"], 0),
        (["next"], 0),
        (["show", "sum-up"], 0),
        (["path", "sum-up"], 2),
        (["hint", "sum-up"], 4),
        (["solution", "sum-up", "--yes"], 4),
        (["reset", "sum-up", "--yes"], 2),
        (["check", "sum-up"], 2),
        (["watch", "sum-up"], 2),
        (["edit", "sum-up"], 2),
        (["doctor"], 3),
    ],
)
def test_a_home_that_cannot_be_written_is_said_in_a_clear_line(
    installed: Installation, tmp_path: Path, arguments: list[str], status: int
) -> None:
    (tmp_path / "file").write_text("in the way")
    installed = Installation(installed.folder, tmp_path / "file" / "home")
    answer = installed.call(*arguments)
    assert answer.status == status
    if status == 2:
        last = answer.err.splitlines()[-1]
        assert last.startswith("flaxdrills: ") or last.startswith("This could not be recorded")
        assert str(installed.home) in last
        assert "Not a directory" in last or "File exists" in last
    if status == 3:
        assert "Not a directory" in answer.out


@pytest.mark.worker
def test_where_nothing_can_be_written_a_file_is_judged_all_the_same(installed: Installation, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    installed = Installation(installed.folder, tmp_path / "file" / "home")
    answer = installed.call("check", "sum-up", installed.problem("sum-up") / "wrong" / "scalar.py", "--json")
    assert (answer.status, answer.json["wrong"]) == (1, "scalar")
    assert answer.err.splitlines()[-1] == (
        f"flaxdrills: {installed.home / 'cache' / 'xla'} cannot be written (Not a directory). "
        "What is compiled is not kept, which costs time."
    )


@pytest.mark.worker
@pytest.mark.parametrize("unwritable", ["cache", "data/journal", "data/history"])
def test_what_can_be_written_is_written_and_the_rest_is_said(
    installed: Installation, unwritable: str, tmp_path: Path
) -> None:
    file = Path(installed.call("path", "sum-up").out.strip())
    file.write_text(RIGHT)
    shutil.rmtree(installed.home / unwritable, ignore_errors=True)
    (installed.home / unwritable).write_text("in the way")
    answer = installed.call("check", "sum-up", TMPDIR=str(tmp_path))
    # A report is wrapped, also within a path.
    told = "".join((answer.out + answer.err).split())
    assert (answer.status, answer.out.split()[0]) == (4 if unwritable == "data/journal" else 0, "PASSED")
    assert told.count(str(installed.home / unwritable)) == 1
    assert "Notadirectory" in told
    assert installed.recorded(EntryKind.ATTEMPT) == ([] if unwritable == "data/journal" else ["sum-up"])


def test_a_home_of_a_user_who_is_not_known_is_no_traceback(installed: Installation) -> None:
    assert Installation(installed.folder, Path("~no-such-user-here/x")).call("list").status == 0


def test_content_that_does_not_parse_is_named_and_the_others_work(installed: Installation) -> None:
    (installed.problem("sum-more") / "problem.toml").write_text("title =")
    answer = installed.call("list")
    assert (answer.status, len(answer.out.splitlines())) == (0, 2)
    assert answer.err.startswith(f"flaxdrills: {installed.problem('sum-more') / 'problem.toml'}: ")
    assert installed.call("check", "sum-more").status == 2
    assert installed.call("path", "sum-up").status == 0


def test_a_text_of_the_content_that_is_missing_is_named(installed: Installation) -> None:
    for name in ("lesson.md", "hints.md", "stub.py", "solution.py"):
        (installed.problem("sum-up") / name).unlink()
    for command, name in (("show", "lesson.md"), ("path", "stub.py"), ("hint", "hints.md"), ("reset", "stub.py")):
        answer = installed.call(command, "sum-up", *(["--yes"] if command == "reset" else []))
        assert (answer.status, answer.out) == (2, "")
        assert answer.err == f"flaxdrills: {installed.problem('sum-up') / name}: No such file or directory\n"


def test_without_content_every_command_says_so(installed: Installation) -> None:
    shutil.rmtree(installed.folder / "content")
    for arguments in (["list"], ["show", "sum-up"], ["next"], []):
        answer = installed.call(*arguments)
        assert (answer.status, answer.out) == (2, "")
        assert "tracks.toml cannot be used: No such file or directory" in answer.err
