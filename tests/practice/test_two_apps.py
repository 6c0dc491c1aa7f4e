"""Two apps that watch the same file."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from flaxdrills.journal.journal import Journal
from flaxdrills.progress.grade import Grade
from tests.practice.conftest import PracticeHome, ignore, practice_at


@pytest.fixture
def other(practice: PracticeHome) -> PracticeHome:
    """A second app on the same home, whose clock goes on with the first."""
    other = practice_at(practice.home)
    other.clock.time = practice.clock.time
    return other


async def save(text: str, *apps: PracticeHome) -> None:
    """Save `text`, which all of `apps` hear of."""
    apps[0].write(text)
    for app in apps:
        app.clock.time = max(app.clock.time for app in apps)
    await asyncio.gather(*(app.session.submitter.submit(app.problem, ignore) for app in apps))


async def test_one_save_is_one_attempt(practice: PracticeHome, other: PracticeHome) -> None:
    await save("fail", practice, other)
    await save("pass", practice, other)
    assert [entry.fields["verdict"] for entry in practice.attempts] == ["failed", "passed"]
    practice.session.progress.refresh()
    for app in (practice, other):
        progress = app.session.standing(app.problem).progress
        assert (progress.attempts, progress.review.grade, progress.review.rounds) == (2, Grade.HARD, 1)


async def test_both_apps_say_how_a_pass_was_graded(practice: PracticeHome, other: PracticeHome) -> None:
    practice.write("pass")
    both = [await app.session.submit(app.problem, lambda _: None) for app in (practice, other)]
    assert [one.after_pass is not None and one.after_pass.was_graded for one in both] == [True, True]
    assert len(practice.attempts) == 1


async def test_what_one_app_runs_twice_is_two_attempts(practice: PracticeHome) -> None:
    await save("fail", practice)
    await save("fail", practice)
    assert len(practice.attempts) == 2


async def test_the_same_text_later_another_text_and_another_verdict_are_attempts(
    practice: PracticeHome, other: PracticeHome
) -> None:
    await save("fail", practice)
    other.clock.time += timedelta(minutes=1)
    await save("fail", other)
    assert len(practice.attempts) == 2
    practice.clock.time = other.clock.time
    await save("error", practice)
    await save("fail otherwise", other)
    assert len(practice.attempts) == 4
    other.workers.script["timeout"] = other.workers.script["pass"]
    await save("timeout", practice, other)
    assert {entry.fields["verdict"] for entry in practice.attempts[4:]} == {"timeout", "passed"}


_RECORD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from flaxdrills.journal.journal import Journal
from flaxdrills.progress.live_progress import LiveProgress

live = LiveProgress(Journal(Path(sys.argv[1])))
for number in range(20):
    print(number, flush=True)
    sys.stdin.readline()
    live.record_attempt("p", datetime.now(UTC), verdict="failed", sha256=str(number))
"""


@pytest.mark.process
def test_processes_that_record_at_the_same_time_record_once(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal")
    journal.folder.mkdir()
    apps = [
        subprocess.Popen(
            [sys.executable, "-c", _RECORD, str(journal.folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    for _ in range(20):
        for app in apps:
            assert app.stdout is not None
            app.stdout.readline()
        for app in apps:
            assert app.stdin is not None
            app.stdin.write("go\n")
            app.stdin.flush()
    for app in apps:
        app.communicate()
    assert [app.returncode for app in apps] == [0, 0, 0]
    recorded = [str(entry.fields["sha256"]) for entry in journal.read().entries]
    assert sorted(recorded, key=int) == [str(number) for number in range(20)]
