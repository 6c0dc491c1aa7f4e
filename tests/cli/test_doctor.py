"""`flaxdrills doctor`: what it counts."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from flaxdrills.cli.doctor_checks import DoctorFinding, FindingState, look_around, look_at_progress
from flaxdrills.journal.journal import EntryKind, Journal
from flaxdrills.problems.catalogue import Catalogue, load_catalogue
from flaxdrills.progress.live_progress import LiveProgress
from flaxdrills.progress.overview import overview_of
from flaxdrills.sandbox.landlock import LandlockSupport
from flaxdrills.system.paths import Paths
from flaxdrills.system.settings import Settings
from tests.cli.conftest import Installation, settings


@pytest.fixture
def content(tiny_content: Path, tmp_path: Path) -> Path:
    return shutil.copytree(tiny_content, tmp_path / "content")


def around(tmp_path: Path, catalogue: Catalogue, name: str, notices: tuple[str, ...] = ()) -> list[DoctorFinding]:
    places = Paths(tmp_path / "config", tmp_path / "data", tmp_path / "cache")
    return [one for one in look_around(places, Settings(), catalogue, notices) if one.name == name]


def test_problems_are_counted_and_each_that_cannot_be_read_is_a_thing_of_its_own(tmp_path: Path, content: Path) -> None:
    assert [(one.state, one.text) for one in around(tmp_path, load_catalogue(content), "Content")] == [
        (FindingState.FINE, "3 problems in 2 tracks")
    ]
    for problem_id in ("sum-up", "sum-more"):
        (content / "first" / problem_id / "problem.toml").unlink()
    whole, *broken = around(tmp_path, load_catalogue(content), "Content")
    assert whole.text == "1 problem in 2 tracks"
    assert [one.state for one in broken] == [FindingState.WRONG] * 2
    assert "sum-up" in broken[0].text and "sum-more" in broken[1].text


def test_settings_that_are_wrong_are_not_fine_as_well(tmp_path: Path, content: Path) -> None:
    found = around(tmp_path, load_catalogue(content), "Settings", ("One.", "Two."))
    assert [(one.state, one.text) for one in found] == [(FindingState.WRONG, "One."), (FindingState.WRONG, "Two.")]


def test_what_was_done_is_counted_and_what_cannot_be_read_of_it_is_listed(tmp_path: Path, content: Path) -> None:
    now = datetime.now().astimezone()
    for days, problem_id in ((30, "sum-up"), (29, "sum-up"), (29, "sum-more")):
        Journal(tmp_path / "journal", lambda days=days: now - timedelta(days=days)).append(  # type: ignore[misc]
            EntryKind.ATTEMPT, problem_id, verdict="passed"
        )
    [file] = (tmp_path / "journal").iterdir()
    file.write_text(f"{file.read_text()}garbage\nmore\n")
    (content / "second" / "sum-last" / "problem.toml").unlink()
    catalogue, recorded = load_catalogue(content), LiveProgress(Journal(tmp_path / "journal"))
    recorded.refresh()
    overview = overview_of(catalogue, recorded.progress(), now, Settings(reviews_a_day=1), recorded.faults)
    progress, *journal = look_at_progress(overview, catalogue)
    assert progress.text == "2 solved, 1 to review today, 2 due in all; 3 runs recorded"
    assert [one.name for one in journal] == ["Journal", "Journal"]
    assert ["line 4" in journal[0].text, "line 5" in journal[1].text] == [True, True]


@pytest.mark.parametrize(("has_groups", "said"), [(True, "limited by the kernel (cgroup)"), (False, "measured")])
def test_who_limits_memory_is_said(
    tmp_path: Path, content: Path, monkeypatch: pytest.MonkeyPatch, has_groups: bool, said: str
) -> None:
    monkeypatch.setattr("flaxdrills.cli.doctor_checks.limits_memory", lambda: has_groups)
    (found,) = around(tmp_path, load_catalogue(content), "Sandbox")
    assert f"; memory is {said}; " in found.text


@pytest.mark.parametrize("fenced", [True, False])
def test_what_a_solution_can_do_to_other_programs_is_said(
    tmp_path: Path, content: Path, monkeypatch: pytest.MonkeyPatch, fenced: bool
) -> None:
    monkeypatch.setattr("flaxdrills.cli.doctor_checks.can_filter_system_calls", lambda: fenced)
    monkeypatch.setattr("flaxdrills.cli.doctor_checks.landlock_support", lambda: LandlockSupport(6 if fenced else 5))
    (found,) = around(tmp_path, load_catalogue(content), "Sandbox")
    held, _, free = found.text.partition("A solution can still ")
    assert ("limits and priorities of other programs stay" in held) is fenced
    assert ("limits and priorities of your other programs, and end your other programs" in free) is not fenced


@pytest.mark.worker
def test_the_last_line_counts_what_is_wrong(installed: Installation) -> None:
    settings(installed, 'device = "moon"\n')
    answer = installed.call("doctor")
    assert (answer.status, answer.out.count("✗")) == (3, 1)
    assert answer.out.endswith("\n1 thing needs your attention.\n")
    assert "✓ Progress   0 solved; 0 runs recorded\n" in answer.out
