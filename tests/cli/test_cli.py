"""The commands, called as a learner calls them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import flaxdrills
from flaxdrills.journal.journal import EntryKind, Journal
from flaxdrills.practice.solution_files import SolutionFiles, sha256_of
from flaxdrills.problems.catalogue import load_catalogue
from tests.conftest import locations_at

pytestmark = pytest.mark.process

IDS = ["sum-up", "sum-more", "sum-last"]
RIGHT = """from flax import nnx


def sum_up(x):
    print("hello")
    layer = nnx.Linear(x.shape[0], 1, kernel_init=nnx.initializers.ones, rngs=nnx.Rngs(0))
    return layer(x)
"""


@dataclass(frozen=True)
class Answer:
    """What a call came to."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass(frozen=True)
class House:
    """A copy of the program beside content of its own, and a home for what it writes."""

    folder: Path
    home: Path

    def call(self, *arguments: str | Path, answers: str = "", **environ: str) -> Answer:
        """`flaxdrills` with these arguments, not on a terminal. No call ever ends in a traceback."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
        done = subprocess.run(
            [sys.executable, "-m", "flaxdrills", *map(str, arguments)],
            cwd=self.folder,
            env=kept | {"PYTHONPATH": str(self.folder), "FLAXDRILLS_HOME": str(self.home), "LANG": "C.UTF-8"} | environ,
            input=answers,
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert "Traceback" not in done.stdout + done.stderr, done.stderr
        return Answer(done.returncode, done.stdout, done.stderr)

    @property
    def journal(self) -> Journal:
        return Journal(self.home / "data" / "journal")

    def recorded(self, kind: EntryKind) -> list[str | None]:
        """The problems of the entries of that kind."""
        return [entry.problem for entry in self.journal.read().entries if entry.kind == kind]

    def record_pass(self, *problem_ids: str) -> None:
        for problem_id in problem_ids:
            self.journal.append(EntryKind.ATTEMPT, problem_id, verdict="passed")

    def problem(self, problem_id: str) -> Path:
        [folder] = (self.folder / "content").glob(f"*/{problem_id}")
        return folder


@pytest.fixture
def house(tiny_content: Path, tmp_path: Path, compiled: Path, request: pytest.FixtureRequest) -> House:
    if request.node.get_closest_marker("worker"):
        locations_at(tmp_path / "home", compiled)
    package = Path(flaxdrills.__file__).parent
    shutil.copytree(package, tmp_path / "house" / "flaxdrills", ignore=shutil.ignore_patterns("__pycache__", "ui"))
    shutil.copytree(tiny_content, tmp_path / "house" / "content")
    return House(tmp_path / "house", tmp_path / "home")


def test_list_shows_every_problem_in_order(house: House) -> None:
    answer = house.call("list")
    assert (answer.status, answer.err) == (0, "")
    assert [line.split()[:2] for line in answer.out.splitlines()] == [["·", name] for name in IDS]


def test_list_as_json_says_where_each_problem_stands(house: House) -> None:
    house.record_pass("sum-more")
    answer = house.call("list", "--json")
    assert answer.json[1] == {
        "id": "sum-more",
        "track": "first",
        "position": 2,
        "title": "Sum with a layer",
        "difficulty": 1,
        "status": "solved",
    }
    assert [row["id"] for row in answer.json] == IDS


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["--track", "first"], ["sum-up", "sum-more"]),
        (["--status", "solved"], ["sum-more", "sum-last"]),
        (["--status", "new"], ["sum-up"]),
        (["--status", "tried"], []),
        (["--status", "due"], []),
        (["--track", "second", "--status", "solved"], ["sum-last"]),
    ],
)
def test_list_shows_only_what_is_asked_for(house: House, options: list[str], ids: list[str]) -> None:
    house.record_pass("sum-more", "sum-last")
    answer = house.call("list", "--json", *options)
    assert (answer.status, [row["id"] for row in answer.json]) == (0, ids)


def test_list_says_so_when_nothing_is_in_that_state(house: House) -> None:
    answer = house.call("list", "--status", "due")
    assert (answer.status, answer.out, answer.err) == (0, "", "No problem is in that state.\n")


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
def test_a_call_that_is_off_ends_with_2_and_says_what_there_is(house: House, arguments: list[str], advice: str) -> None:
    answer = house.call(*arguments)
    assert (answer.status, answer.out) == (2, "")
    assert advice in answer.err


@pytest.mark.parametrize("command", ["open", "show", "path", "edit", "check", "watch", "hint", "solution", "reset"])
def test_an_unknown_id_ends_with_2_and_names_the_nearest(house: House, command: str) -> None:
    answer = house.call(command, "sum-mor")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("flaxdrills: There is no problem 'sum-mor'. Did you mean sum-more or ")
    assert len(answer.err.splitlines()) == 1
    assert not house.home.exists()


def test_verify_of_an_unknown_id_ends_with_2(house: House) -> None:
    answer = house.call("verify", "sum-up", "nonsense")
    assert (answer.status, answer.out) == (2, "")
    assert "There is no problem 'nonsense'" in answer.err


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="there is no /dev/full here")
@pytest.mark.parametrize("arguments", [["list"], ["progress", "--json"], ["export", "-"]])
def test_an_output_that_is_full_is_said(house: House, arguments: list[str]) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "flaxdrills", *arguments],
            cwd=house.folder,
            env=dict(os.environ) | {"PYTHONPATH": str(house.folder), "FLAXDRILLS_HOME": str(house.home)},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert done.returncode == 2
    assert done.stderr.startswith("flaxdrills: ") and done.stderr.endswith("No space left on device.\n")
    assert len(done.stderr.splitlines()) == 1


def test_an_id_that_would_steer_the_terminal_is_shown_as_text(house: House) -> None:
    answer = house.call("show", "\x1b[2Jsum")
    assert answer.status == 2
    assert "\x1b" not in answer.err


@pytest.mark.parametrize("arguments", [[], ["open", "sum-up"]])
def test_the_app_without_a_terminal_says_what_works_instead(house: House, arguments: list[str]) -> None:
    answer = house.call(*arguments)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("flaxdrills: The app needs a terminal.")
    assert len(answer.err.splitlines()) == 1


def test_help_names_every_command(house: House) -> None:
    answer = house.call("--help")
    assert answer.status == 0
    for command in ("open", "list", "show", "path", "edit", "check", "watch", "hint", "solution", "reset", "next"):
        assert f"\n  {command} " in answer.out


def test_the_shell_completes_ids(house: House) -> None:
    asked = {"COMP_WORDS": "flaxdrills show sum-", "COMP_CWORD": "2", "_FLAXDRILLS_COMPLETE": "bash_complete"}
    assert [line.split(",")[1] for line in house.call(**asked).out.split()] == IDS


def test_show_is_plain_text_when_not_on_a_terminal(house: House) -> None:
    answer = house.call("show", "sum-up")
    lesson, task = (house.problem("sum-up") / name for name in ("lesson.md", "task.md"))
    assert answer.out == f"{lesson.read_text()}\n## The task\n\n{task.read_text()}"
    assert answer.status == 0


def test_path_makes_the_file_from_the_stub_and_leaves_it_from_then_on(house: House) -> None:
    answer = house.call("path", "sum-up")
    path = Path(answer.out.strip())
    assert (answer.status, answer.err) == (0, "")
    assert path.read_text() == (house.problem("sum-up") / "stub.py").read_text()
    path.write_text("mine")
    assert house.call("path", "sum-up").out == answer.out
    assert path.read_text() == "mine"


def test_path_obeys_the_setting_for_solution_files(house: House, tmp_path: Path) -> None:
    settings(house, f'solutions = "{tmp_path / "mine"}"')
    assert house.call("path", "sum-up").out == f"{tmp_path / 'mine' / 'first' / 'sum_up.py'}\n"


def test_hints_come_one_a_call_and_then_all(house: House) -> None:
    answers = [house.call("hint", "sum-up") for _ in range(4)]
    assert {answer.status for answer in answers} == {0}
    assert answers[0].out == "Hint 1 of 3\n\nWhich layer multiplies?\n\n"
    assert [answer.out.splitlines()[0] for answer in answers[1:]] == [
        "Hint 2 of 3",
        "Hint 3 of 3",
        "You have all 3 hints of sum-up:",
    ]
    assert [line for line in answers[3].out.splitlines() if line.startswith("Hint")] == [
        f"Hint {number} of 3" for number in (1, 2, 3)
    ]
    assert house.recorded(EntryKind.HINT) == ["sum-up"] * 3


@pytest.mark.parametrize("answers", ["", "n\n", "\n"], ids=["end of input", "no", "enter"])
def test_solution_asks_while_unsolved_and_shows_nothing_without_a_yes(house: House, answers: str) -> None:
    answer = house.call("solution", "sum-up", answers=answers)
    assert (answer.status, answer.out) == (1, "")
    assert "You have not solved this one yet." in answer.err
    assert house.recorded(EntryKind.REVEALED) == []


@pytest.mark.parametrize(("options", "answers"), [(["--yes"], ""), ([], "y\n")])
def test_solution_shows_the_reference_after_a_yes_and_records_it(
    house: House, options: list[str], answers: str
) -> None:
    answer = house.call("solution", "sum-up", *options, answers=answers)
    assert (answer.status, answer.out) == (0, (house.problem("sum-up") / "solution.py").read_text())
    assert house.recorded(EntryKind.REVEALED) == ["sum-up"]


def test_solution_does_not_ask_once_it_is_solved(house: House) -> None:
    house.record_pass("sum-up")
    answer = house.call("solution", "sum-up")
    assert (answer.status, answer.err) == (0, "")
    assert house.recorded(EntryKind.REVEALED) == []


def test_reset_asks_and_does_nothing_without_a_yes(house: House) -> None:
    path = Path(house.call("path", "sum-up").out.strip())
    path.write_text("mine")
    assert house.call("reset", "sum-up").status == 1
    assert path.read_text() == "mine"


def test_reset_makes_a_fresh_stub_and_says_where_the_old_file_is(house: House) -> None:
    path = Path(house.call("path", "sum-up").out.strip())
    path.write_text("mine")
    answer = house.call("reset", "sum-up", "--yes")
    assert (answer.status, answer.out) == (0, f"{path}\n")
    assert path.read_text() == (house.problem("sum-up") / "stub.py").read_text()
    assert Path(answer.err.removeprefix("Your file before is now ").strip()).read_text() == "mine"


def test_next_is_the_first_unsolved_problem(house: House) -> None:
    assert house.call("next") == Answer(0, "sum-up\n", "")
    house.record_pass("sum-up")
    assert house.call("next") == Answer(0, "sum-more\n", "")
    house.record_pass("sum-more", "sum-last")
    assert house.call("next") == Answer(0, "", "You have solved every problem, and nothing is due.\n")


def have_twins(house: House) -> None:
    """Make the first and the last problem twins."""
    for one, other in (("sum-up", "sum-last"), ("sum-last", "sum-up")):
        with (house.problem(one) / "problem.toml").open("a") as file:
            file.write(f'twin = "{other}"\n')


def test_next_tells_of_a_twin_beside_the_id(house: House) -> None:
    have_twins(house)
    house.record_pass("sum-up")
    assert house.call("next") == Answer(0, "sum-more\n", "The same idea in Second: sum-last\n")
    house.record_pass("sum-last")
    assert house.call("next") == Answer(0, "sum-more\n", "")


@pytest.mark.worker
def test_check_offers_the_twin_after_a_pass(house: House) -> None:
    have_twins(house)
    path = Path(house.call("path", "sum-up").out.strip())
    assert "The same idea" not in house.call("check", "sum-up").out
    path.write_text(RIGHT)
    assert house.call("check", "sum-up").out.endswith("\nThe same idea in Second: sum-last\n\n")
    assert house.call("check", "sum-up", "--json").json["verdict"] == "passed"


@pytest.mark.worker
def test_verify_proves_what_changed_and_what_is_named(house: House) -> None:
    (house.folder / "content" / "tracks.toml").write_text(
        '[[track]]\nid = "first"\ntitle = "First"\nproblems = ["sum-up"]\n'
    )
    first = house.call("verify")
    assert (first.status, first.err) == (0, "1/1 sum-up: proven\n")
    assert first.out.startswith("1 problem proven in ")
    kept = "1 problem proven before and not changed (--all runs everything again).\n"
    assert house.call("verify") == Answer(0, kept, "")
    for again in (["--all"], ["sum-up"]):
        assert house.call("verify", *again).err == first.err
    lesson = house.problem("sum-up") / "lesson.md"
    lesson.write_text(lesson.read_text().replace("3.0", "4.0"))
    off = house.call("verify")
    assert (off.status, off.err) == (1, "1/1 sum-up: 1 thing does not hold\n")
    assert off.out.startswith("\nsum-up/lesson.md: line 10: this block prints\n3.0\nand the lesson says\n4.0\n")
    assert off.out.endswith("\n1 thing does not hold.\n")
    assert house.call("verify").err == off.err


def test_progress_counts_attempts_and_solved_problems(house: House) -> None:
    house.record_pass("sum-up", "sum-up", "sum-last")
    found = house.call("progress", "--json").json
    assert {
        "attempts": 3,
        "solved": 2,
        "problems": 3,
        "streak": {"current": 1, "longest": 1},
        "due": [],
        "reviews_today": [],
        "tracks": [
            {"id": "first", "problems": 2, "solved": 1, "due": 0},
            {"id": "second", "problems": 1, "solved": 1, "due": 0},
        ],
        "first_tries": {"passed": 2, "of": 2},
        "concepts": [],
    }.items() <= found.items()
    assert [(day["attempts"], day["passed"]) for day in found["days"]] == [(3, 3)]
    assert (len(found["coming"]), sum(day["due"] for day in found["coming"])) == (14, 2)
    assert [one["problem"] for one in found["latest"]] == ["sum-last", "sum-up", "sum-up"]
    assert "solved    2 of 3\nstreak    1 day (longest 1 day)\nattempts  3\n" in house.call("progress").out


def solved_long_ago(house: House, *problem_ids: str) -> None:
    """They were solved a month ago, each a day after the one before."""
    for number, problem_id in enumerate(problem_ids):
        then = datetime.now().astimezone() - timedelta(days=30 - number)
        journal = Journal(house.home / "data" / "journal", lambda then=then: then)  # type: ignore[misc]
        journal.append(EntryKind.ATTEMPT, problem_id, verdict="passed")


def test_what_is_due_comes_first_the_hardest_to_remember_before_all(house: House) -> None:
    solved_long_ago(house, "sum-last", "sum-up")
    answer = house.call("list", "--status", "due", "--json")
    assert [row["id"] for row in answer.json] == ["sum-last", "sum-up"]
    assert house.call("next").out == "sum-last\n"
    assert house.call("progress", "--json").json["due"] == ["sum-last", "sum-up"]
    settings(house, "reviews_a_day = 0")
    assert house.call("next").out == "sum-more\n"


def test_a_review_begins_with_a_fresh_stub_and_goes_on_when_it_is_asked_for_again(house: House) -> None:
    solved_long_ago(house, "sum-up", "sum-more")
    file = Path(house.call("path", "sum-up").out.strip())
    # Its file was gone, so a fresh one is a review already.
    assert house.recorded(EntryKind.RESET) == ["sum-up"]
    other = house.home / "data" / "solutions" / "first" / "sum_more.py"
    other.write_text("# old\n")
    answer = house.call("review", "sum-more")
    assert (answer.status, answer.out) == (0, f"{other}\n")
    assert "Your file before is now" in answer.err and "# old" not in other.read_text()
    other.write_text("# begun\n")
    assert house.call("review", "sum-more").err == ""
    assert other.read_text() == "# begun\n"
    assert house.call("review").out == f"{file}\n"
    assert house.call("review", "sum-last").status == 2


def test_without_anything_due_there_is_no_review(house: House) -> None:
    assert house.call("review") == Answer(0, "", "Nothing is due.\n")


def test_a_grade_can_be_changed(house: House) -> None:
    assert "sum-up has no grade" in house.call("grade", "sum-up", "easy").err
    house.record_pass("sum-up")
    days = {house.call("grade", "sum-up", grade).out for grade in ("again", "good", "easy")}
    assert len(days) == 3
    assert house.recorded(EntryKind.GRADED) == ["sum-up"] * 3


def test_the_history_of_a_problem_can_be_read_and_compared(house: House) -> None:
    assert house.call("history", "sum-up") == Answer(0, "", "It was not run yet.\n")
    workspace = SolutionFiles(house.home / "data" / "solutions", house.home / "data" / "history")
    problem = load_catalogue(house.folder / "content").problem("sum-up")
    for verdict, text in (("failed", "x = 1\n"), ("passed", "x = 2\n")):
        workspace.keep(problem, text)
        house.journal.append(EntryKind.ATTEMPT, "sum-up", verdict=verdict, sha256=sha256_of(text), seconds=0.5)
    lines = house.call("history", "sum-up").out.splitlines()
    assert [line.split()[1] for line in lines] == ["✗", "✓"]
    assert lines[1].endswith("graded hard")
    assert house.call("history", "sum-up", "1").out == "x = 1\n"
    assert house.call("history", "sum-up", "1", "2").out == "@@\n-x = 1\n+x = 2\n"
    assert house.call("history", "sum-up", "2", "2").err == "The two texts are the same.\n"
    assert [one["verdict"] for one in house.call("history", "sum-up", "--json").json] == ["failed", "passed"]
    answer = house.call("history", "sum-up", "3")
    assert (answer.status, answer.err) == (2, "flaxdrills: There is no attempt 3; there are 1 to 2.\n")


def settings(house: House, text: str) -> Path:
    path = house.home / "config" / "settings.toml"
    path.parent.mkdir(parents=True)
    path.write_text(text)
    return path


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("device =", "is not valid TOML"),
        ('devise = "cpu"', "there is no setting 'devise'. Did you mean 'device'?"),
        ('device = "tpu"', "device must be"),
    ],
)
def test_broken_settings_are_one_clear_line_and_the_command_works(house: House, text: str, reason: str) -> None:
    path = settings(house, text)
    answer = house.call("list")
    assert answer.status == 0
    assert len(answer.out.splitlines()) == 3
    assert len(answer.err.splitlines()) == 1
    assert answer.err.startswith(f"flaxdrills: {path}")
    assert reason in answer.err


@pytest.mark.parametrize("command", ["list", "progress"])
def test_a_damaged_journal_line_is_named_and_the_rest_counts(house: House, command: str) -> None:
    house.record_pass("sum-up")
    [file] = (house.home / "data" / "journal").iterdir()
    file.write_text(file.read_text() + "garbage\n")
    house.record_pass("sum-more")
    answer = house.call(command, "--json")
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
        (["hint", "sum-up"], 2),
        (["solution", "sum-up", "--yes"], 2),
        (["reset", "sum-up", "--yes"], 2),
        (["check", "sum-up"], 2),
        (["watch", "sum-up"], 2),
        (["edit", "sum-up"], 2),
        (["doctor"], 3),
    ],
)
def test_a_home_that_cannot_be_written_is_said_in_a_clear_line(
    house: House, tmp_path: Path, arguments: list[str], status: int
) -> None:
    (tmp_path / "file").write_text("in the way")
    house = House(house.folder, tmp_path / "file" / "home")
    answer = house.call(*arguments)
    assert answer.status == status
    if status == 2:
        last = answer.err.splitlines()[-1]
        assert last.startswith("flaxdrills: ") or last.startswith("This could not be recorded")
        assert str(house.home) in last
        assert "Not a directory" in last or "File exists" in last
    if status == 3:
        assert "Not a directory" in answer.out


@pytest.mark.worker
def test_where_nothing_can_be_written_a_file_is_judged_all_the_same(house: House, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    house = House(house.folder, tmp_path / "file" / "home")
    answer = house.call("check", "sum-up", house.problem("sum-up") / "wrong" / "scalar.py", "--json")
    assert (answer.status, answer.json["wrong"]) == (1, "scalar")
    assert answer.err.splitlines()[-1] == (
        f"flaxdrills: {house.home / 'cache' / 'xla'} cannot be written (Not a directory). "
        "What is compiled is not kept, which costs time."
    )


@pytest.mark.worker
@pytest.mark.parametrize("unwritable", ["cache", "data/journal", "data/history"])
def test_what_can_be_written_is_written_and_the_rest_is_said(house: House, unwritable: str) -> None:
    file = Path(house.call("path", "sum-up").out.strip())
    file.write_text(RIGHT)
    shutil.rmtree(house.home / unwritable, ignore_errors=True)
    (house.home / unwritable).write_text("in the way")
    answer = house.call("check", "sum-up")
    # A report is wrapped, also within a path.
    told = "".join((answer.out + answer.err).split())
    assert (answer.status, answer.out.split()[0]) == (0, "PASSED")
    assert told.count(str(house.home / unwritable)) == 1
    assert "Notadirectory" in told
    assert house.recorded(EntryKind.ATTEMPT) == ([] if unwritable == "data/journal" else ["sum-up"])


def test_a_home_of_a_user_who_is_not_known_is_no_traceback(house: House) -> None:
    assert House(house.folder, Path("~no-such-user-here/x")).call("list").status == 0


def test_content_that_does_not_parse_is_named_and_the_others_work(house: House) -> None:
    (house.problem("sum-more") / "problem.toml").write_text("title =")
    answer = house.call("list")
    assert (answer.status, len(answer.out.splitlines())) == (0, 2)
    assert answer.err.startswith(f"flaxdrills: {house.problem('sum-more') / 'problem.toml'}: ")
    assert house.call("check", "sum-more").status == 2
    assert house.call("path", "sum-up").status == 0


def test_a_text_of_the_content_that_is_missing_is_named(house: House) -> None:
    for name in ("lesson.md", "hints.md", "stub.py", "solution.py"):
        (house.problem("sum-up") / name).unlink()
    for command, name in (("show", "lesson.md"), ("path", "stub.py"), ("hint", "hints.md"), ("reset", "stub.py")):
        answer = house.call(command, "sum-up", *(["--yes"] if command == "reset" else []))
        assert (answer.status, answer.out) == (2, "")
        assert answer.err == f"flaxdrills: {house.problem('sum-up') / name}: No such file or directory\n"


def test_without_content_every_command_says_so(house: House) -> None:
    shutil.rmtree(house.folder / "content")
    for arguments in (["list"], ["show", "sum-up"], ["next"], []):
        answer = house.call(*arguments)
        assert (answer.status, answer.out) == (2, "")
        assert "tracks.toml cannot be used: No such file or directory" in answer.err


def test_a_new_problem_is_begun_and_verify_talks_through_it(house: House) -> None:
    answer = house.call("new", "second", "sum-new")
    folder = house.problem("sum-new")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.splitlines()[0] == str(folder)
    proof = house.call("verify", "sum-new")
    assert proof.status == 1
    for path in folder.rglob("*.*"):
        assert f"\nsum-new/{path.relative_to(folder)}: line " in proof.out
    assert proof.out.endswith("9 things do not hold.\n")


def make_folder(path: Path) -> None:
    path.mkdir()


def make_binary(path: Path) -> None:
    path.write_bytes(b"x = 1\n\xff")


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
    house: House, tmp_path: Path, make: Any, reason: str
) -> None:
    make(tmp_path / "mine.py")
    answer = house.call("check", "sum-up", "content/first/sum-up/solution.py", tmp_path / "mine.py", "--json")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith(f"flaxdrills: {reason.format(tmp_path / 'mine.py')}")
    assert len(answer.err.splitlines()) == 1


def test_an_own_file_that_is_no_text_ends_with_2_and_is_no_attempt(house: House) -> None:
    path = Path(house.call("path", "sum-up").out.strip())
    path.write_bytes(b"\xff")
    answer = house.call("check", "sum-up")
    assert (answer.status, answer.out) == (2, "")
    assert f"{path} is not UTF-8 text" in answer.err
    assert house.recorded(EntryKind.ATTEMPT) == []


KEYS = {
    "problem": str,
    "file": str,
    "verdict": str,
    "message": str,
    "checks": list,
    "wrong": str | None,
    "diagnosis": str | None,
    "error": dict | None,
    "notes": list,
    "output": str,
    "output_truncated": bool,
    "seconds": dict,
    "device": str,
    "versions": dict,
}
"""What an object of `check --json` holds."""


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
            assert list(one["error"]) == ["type", "message", "frames"]
            for frame in one["error"]["frames"]:
                assert list(frame) == ["line", "function", "text"]
    return found


@pytest.mark.worker
def test_named_files_are_judged_in_order_and_not_recorded(house: House, tmp_path: Path) -> None:
    (tmp_path / "empty.py").write_text("")
    (tmp_path / "raises.py").write_text("def sum_up(x):\n    return x + nothing\n")
    files = [
        house.problem("sum-up") / "solution.py",
        tmp_path / "empty.py",
        tmp_path / "raises.py",
        house.problem("sum-up") / "wrong" / "scalar.py",
    ]
    answer = house.call("check", "sum-up", *files, "--json")
    assert (answer.status, answer.err) == (1, "")
    good, empty, raises, scalar = objects(answer)
    assert [one["file"] for one in (good, empty, raises, scalar)] == list(map(str, files))
    assert [one["verdict"] for one in (good, empty, raises, scalar)] == ["passed", "error", "error", "failed"]
    assert good["message"] == "all 4 checks hold"
    assert good["device"] == "cpu"
    assert set(good["versions"]) >= {"jax", "flax"}
    assert [check["kind"] for check in good["checks"]] == ["case", "case", "case", "mechanism"]
    assert good["seconds"]["total"] > good["seconds"]["prepare"] > good["seconds"]["run"] > 0
    assert "defines no function sum_up" in empty["message"]
    assert raises["error"] == {
        "type": "NameError",
        "message": "name 'nothing' is not defined",
        "frames": [{"line": 2, "function": "sum_up", "text": "return x + nothing"}],
    }
    assert (scalar["wrong"], scalar["diagnosis"]) == ("scalar", "The sum has no axis.")
    assert house.journal.read().entries == ()
    assert not (house.home / "data" / "solutions").exists()
    lines = house.call("check", "sum-up", *files).out.splitlines()
    starts = [lines.index(str(file)) for file in files]
    assert starts == sorted(starts)
    assert [lines[start + 1].split()[0] for start in starts] == ["PASSED", "ERROR", "ERROR", "FAILED"]
    assert lines[-1] == "4 files: PASSED 1, FAILED 1, ERROR 2"


@pytest.mark.worker
def test_the_own_file_is_judged_and_recorded(house: House) -> None:
    path = Path(house.call("path", "sum-up").out.strip())
    path.write_text(RIGHT)
    answer = house.call("check", "sum-up")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith("PASSED  sum-up  (")
    assert "printed:\n  hello" in answer.out
    [entry] = house.journal.read().entries
    assert (entry.kind, entry.problem, entry.fields["verdict"]) == (EntryKind.ATTEMPT, "sum-up", "passed")
    assert house.call("progress", "--json").json["solved"] == 1
    assert house.call("next").out == "sum-more\n"


@pytest.mark.worker
def test_a_stub_that_was_not_touched_is_an_attempt_that_ends_with_1(house: House) -> None:
    answer = house.call("check", "sum-up", "--json")
    assert answer.status == 1
    [one] = objects(answer)
    assert (one["verdict"], one["error"]["type"]) == ("error", "NotImplementedError")
    assert one["file"] == house.call("path", "sum-up").out.strip()
    assert house.recorded(EntryKind.ATTEMPT) == ["sum-up"]


@pytest.mark.worker
def test_a_broken_problem_ends_with_3_and_is_no_attempt(house: House) -> None:
    (house.problem("sum-up") / "checks.py").write_text("CASES = [nothing]\n")
    answer = house.call("check", "sum-up")
    assert (answer.status, answer.out.split("  ")[0]) == (3, "BROKEN PROBLEM")
    assert "name 'nothing' is not defined" in " ".join(answer.out.split())
    assert house.recorded(EntryKind.ATTEMPT) == []


@pytest.mark.worker
def test_a_shipped_mistake_that_does_not_parse_keeps_no_verdict_back(house: House) -> None:
    (house.problem("sum-up") / "wrong" / "by_hand.py").write_text("def (")
    answer = house.call("check", "sum-up", house.problem("sum-up") / "wrong" / "scalar.py", "--json")
    assert answer.status == 1
    [one] = objects(answer)
    assert (one["verdict"], one["wrong"]) == ("failed", None)


@pytest.mark.worker
def test_a_problem_that_ships_is_judged_and_its_mistakes_told_apart(content: Path, tmp_path: Path) -> None:
    folder = content / "nnx" / "nnx-mutability"
    wrong = sorted((folder / "wrong").glob("*.py"))[:2]
    answer = House(content.parent, tmp_path).call("check", folder.name, folder / "solution.py", *wrong, "--json")
    assert (answer.status, answer.err) == (1, "")
    solution, *mistakes = objects(answer)
    assert solution["verdict"] == "passed"
    assert [one["wrong"] for one in mistakes] == [path.stem for path in wrong]


def test_what_one_home_exports_another_imports(house: House, tmp_path: Path) -> None:
    other = House(house.folder, tmp_path / "other")
    file = Path(house.call("path", "sum-up").out.strip())
    file.write_text("mine\n")
    house.record_pass("sum-up")
    answer = house.call("export", tmp_path / "all.tar.gz")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == f"{tmp_path / 'all.tar.gz'} holds 1 journal, 1 solution file and 0 files of history.\n"
    assert (tmp_path / "all.tar.gz").stat().st_mode & 0o777 == 0o600
    answer = other.call("import", tmp_path / "all.tar.gz")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == "Added 1 event, 1 solution file and 0 files of history.\n"
    assert other.call("list").out == house.call("list").out
    theirs = Path(other.call("path", "sum-up").out.strip())
    assert theirs.read_text() == "mine\n"
    for name in ("sum-up-block-1.py", "sum-up-block-2.py"):
        (copy := house.home / "data" / "scratch" / name).parent.mkdir(exist_ok=True)
        copy.write_text("print(1)\n")
    answer = house.call("export", tmp_path / "tried.tar.gz")
    told = "1 solution file, 0 files of history and 2 files of changed code from lessons.\n"
    assert answer.out == f"{tmp_path / 'tried.tar.gz'} holds 1 journal, {told}"
    answer = other.call("import", tmp_path / "tried.tar.gz")
    assert answer.out == f"Added 0 events (1 were here already), {told.replace('1 solution file', '0 solution files')}"
    theirs.write_text("theirs\n")
    answer = other.call("import", tmp_path / "all.tar.gz")
    assert "Added 0 events (1 were here already)" in answer.out
    assert f"{theirs} holds something else and stays. The imported text is {other.home}" in answer.out
    assert theirs.read_text() == "theirs\n"


def test_an_export_replaces_no_file_unless_it_is_told_to(house: House, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("dear diary")
    answer = house.call("export", tmp_path / "notes.txt")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == (
        f"flaxdrills: There is a {tmp_path / 'notes.txt'} already. Name another file, or replace it with --force.\n"
    )
    assert (tmp_path / "notes.txt").read_text() == "dear diary"
    assert house.call("export", "--force", tmp_path / "notes.txt").status == 0
    assert house.call("import", tmp_path / "notes.txt").status == 0


def test_an_archive_goes_through_a_pipe(house: House, tmp_path: Path) -> None:
    house.record_pass("sum-up")
    program = f"{sys.executable} -m flaxdrills"
    other = tmp_path / "other"
    done = subprocess.run(
        f"{program} export - | FLAXDRILLS_HOME={other} {program} import -",
        shell=True,
        cwd=house.folder,
        env=dict(os.environ) | {"PYTHONPATH": str(house.folder), "FLAXDRILLS_HOME": str(house.home)},
        capture_output=True,
        text=True,
    )
    assert done.stdout == "Added 1 event, 0 solution files and 0 files of history.\n"
    assert done.stderr == "The archive holds 1 journal, 0 solution files and 0 files of history.\n"
    assert House(house.folder, other).recorded(EntryKind.ATTEMPT) == ["sum-up"]


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (["export", "/no/such/folder/x"], "flaxdrills: /no/such/folder/x could not be written: No such file"),
        (["import", "/no/such/file"], "flaxdrills: /no/such/file cannot be read: No such file"),
        (["import", "/"], "flaxdrills: / cannot be read: Is a directory"),
        (["import", "/dev/null"], "flaxdrills: /dev/null is a device, and no export of flaxdrills."),
        (["import", "content/tracks.toml"], "is cut off, damaged, or no export of flaxdrills. Nothing"),
        (["import", "/dev/zero"], "flaxdrills: /dev/zero is a device, and no export of flaxdrills."),
        (["export", "--force", "/"], "flaxdrills: / is no file that could be replaced."),
        (["export", "--force", "/dev/null"], "flaxdrills: /dev/null is no file that could be replaced."),
        (["import"], "Missing argument 'FILE'"),
    ],
)
def test_an_archive_that_cannot_be_is_said_in_a_clear_line(house: House, command: list[str], why: str) -> None:
    answer = house.call(*command)
    assert (answer.status, answer.out) == (2, "")
    assert why in answer.err


def test_an_archive_may_come_through_a_named_pipe(house: House, tmp_path: Path) -> None:
    house.record_pass("sum-up")
    os.mkfifo(tmp_path / "pipe")
    sending = [sys.executable, "-m", "flaxdrills", "export", "-"]
    environ = dict(os.environ) | {"PYTHONPATH": str(house.folder), "FLAXDRILLS_HOME": str(house.home)}
    # A shell opens the pipe, and waits there for the reader.
    with subprocess.Popen(["sh", "-c", f'exec "$@" > {tmp_path / "pipe"} 2> /dev/null', "sh", *sending], env=environ):
        answer = House(house.folder, tmp_path / "other").call("import", tmp_path / "pipe")
    assert answer == Answer(0, "Added 1 event, 0 solution files and 0 files of history.\n", "")


def test_what_an_export_must_leave_out_is_said(house: House, tmp_path: Path) -> None:
    file = Path(house.call("path", "sum-up").out.strip())
    os.mkfifo(file.with_name("pipe.py"))
    answer = house.call("export", tmp_path / "all.tar.gz")
    assert answer.status == 1
    assert answer.err == f"flaxdrills: {file.with_name('pipe.py')} is left out: it is not a file.\n"


def test_an_import_into_a_home_that_cannot_be_written_is_said(house: House, tmp_path: Path) -> None:
    house.record_pass("sum-up")
    house.call("export", tmp_path / "all.tar.gz")
    (tmp_path / "file").write_text("in the way")
    answer = House(house.folder, tmp_path / "file" / "home").call("import", tmp_path / "all.tar.gz")
    assert (answer.status, answer.out) == (2, "")
    assert f"could not be merged: {tmp_path / 'file'}" in answer.err
    assert "Nothing was changed." in answer.err
