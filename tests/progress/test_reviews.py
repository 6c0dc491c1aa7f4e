"""When a solved problem is due again."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import reduce
from zoneinfo import ZoneInfo

import pytest

from flaxdrills.journal.journal import Entry, EntryKind
from flaxdrills.progress.calendar_day import local_day
from flaxdrills.progress.grade import Grade
from flaxdrills.progress.progress_events import progress_event_of
from flaxdrills.progress.reviews import Memory, Review
from tests.entries import Diary

TODAY = date(2026, 3, 9)


def _after(review: Review, entry: Entry, day_end: time = time(4)) -> Review:
    moment = progress_event_of(entry)
    return review.after(moment, local_day(entry.at, entry.offset_min, day_end)) if moment else review


def review_of(diary: Diary) -> Review:
    return reduce(_after, diary.entries, Review())


def memory_of(diary: Diary) -> Memory:
    memory = review_of(diary).memory
    assert memory is not None
    return memory


def days_until_due(diary: Diary) -> int:
    memory = memory_of(diary)
    return (memory.due_on - memory.graded_on).days


@pytest.fixture
def diary() -> Diary:
    return Diary()


@pytest.fixture
def solved(diary: Diary) -> Diary:
    """Solved, ten days ago."""
    diary.attempt()
    return diary.wait(days=10)


def test_nothing_is_due_before_it_was_solved(diary: Diary) -> None:
    diary.write(EntryKind.OPENED)
    diary.attempt("failed")
    diary.write(EntryKind.REVEALED)
    review = review_of(diary)
    assert (review.memory, review.grade, review.is_due(date(2099, 1, 1)), review.is_review) == (
        None,
        None,
        False,
        False,
    )


def test_the_first_try_is_good_and_easy_if_it_was_quick(diary: Diary) -> None:
    diary.write(EntryKind.OPENED)
    diary.wait(minutes=4)
    diary.attempt()
    assert review_of(diary).grade is Grade.GOOD
    quick = Diary()
    quick.write(EntryKind.OPENED)
    quick.wait(minutes=2)
    quick.attempt()
    assert review_of(quick).grade is Grade.EASY


def test_a_pass_out_of_the_blue_is_not_taken_for_a_quick_one(diary: Diary) -> None:
    diary.attempt()
    assert review_of(diary).grade is Grade.GOOD


@pytest.mark.parametrize("verdict", ["failed", "error", "timeout", "memory", "crashed", "of-a-newer-version"])
def test_several_attempts_are_hard(diary: Diary, verdict: str) -> None:
    diary.attempt(verdict)
    diary.attempt()
    assert review_of(diary).grade is Grade.HARD


def test_a_hint_is_hard(diary: Diary) -> None:
    diary.write(EntryKind.HINT, index=0)
    diary.attempt()
    assert review_of(diary).grade is Grade.HARD


@pytest.mark.parametrize(
    "fields",
    [
        {"verdict": "broken"},
        {"verdict": "failed", "unfinished": True},
        {"verdict": "error", "unfinished": True},
        # As an older version wrote it.
        {"verdict": "failed", "untouched": True},
    ],
)
def test_what_is_our_fault_and_a_half_written_file_are_no_tries(diary: Diary, fields: dict[str, object]) -> None:
    diary.write(EntryKind.ATTEMPT, "p", **fields)
    diary.wait(minutes=4)
    diary.attempt()
    assert review_of(diary).grade is Grade.GOOD


def test_a_solution_that_was_shown_is_again(diary: Diary) -> None:
    diary.write(EntryKind.REVEALED)
    diary.attempt()
    assert review_of(diary).grade is Grade.AGAIN
    assert days_until_due(diary) == 1


def test_the_better_the_grade_the_later_it_is_due(diary: Diary) -> None:
    entry = diary.attempt()
    days = []
    for grade in Grade:
        diary.write(EntryKind.GRADED, of=entry.id, grade=str(grade))
        days.append(days_until_due(diary))
    assert days == [1, 1, 2, 8]


def test_a_grade_that_is_changed_leaves_no_trace_of_the_one_before(diary: Diary) -> None:
    entry = diary.attempt()
    as_it_was = review_of(diary)
    for grade in ("again", "easy", "good"):
        diary.write(EntryKind.GRADED, of=entry.id, grade=grade)
    assert review_of(diary) == as_it_was


@pytest.mark.parametrize(
    "fields", [{}, {"of": "0" * 32}, {"of": "0" * 32, "grade": "so-so"}, {"of": 0, "grade": "easy"}]
)
def test_a_grade_that_says_nothing_changes_nothing(diary: Diary, fields: dict[str, object]) -> None:
    diary.write(EntryKind.GRADED, "p", **fields)
    diary.attempt()
    before = review_of(diary)
    diary.write(EntryKind.GRADED, "p", **fields)
    assert review_of(diary) == before


def test_a_grade_for_an_older_round_is_too_late(solved: Diary) -> None:
    solved.write(EntryKind.RESET)
    solved.attempt()
    before = review_of(solved)
    solved.write(EntryKind.GRADED, of=solved.entries[0].id, grade="again")
    assert review_of(solved) == before


def test_it_is_due_from_the_first_moment_of_the_learners_day(diary: Diary) -> None:
    diary.clock = diary.clock.replace(hour=23)
    diary.attempt()
    assert memory_of(diary).due_on == date(2026, 3, 11)
    assert [review_of(diary).is_due(date(2026, 3, day)) for day in (10, 11, 12)] == [False, True, True]


def test_running_the_old_solution_is_no_review(solved: Diary) -> None:
    before = review_of(solved)
    solved.attempt()
    solved.attempt("failed")
    solved.write(EntryKind.HINT, index=0)
    assert review_of(solved) == before
    assert before.is_due(TODAY + timedelta(days=10))


def test_a_review_begins_with_a_fresh_stub_and_ends_with_a_pass(solved: Diary) -> None:
    solved.write(EntryKind.RESET)
    assert review_of(solved).is_review
    assert review_of(solved).is_due(TODAY + timedelta(days=10))
    solved.wait(minutes=10)
    solved.attempt()
    review = review_of(solved)
    assert (review.is_review, review.grade, review.rounds, review.first_tries) == (False, Grade.GOOD, 2, 2)
    assert review.was_reviewed_on(TODAY + timedelta(days=10))
    assert days_until_due(solved) > 10


def test_hints_and_failures_of_the_round_before_do_not_count(diary: Diary) -> None:
    diary.write(EntryKind.HINT, index=2)
    diary.attempt("failed")
    diary.attempt()
    diary.wait(days=3)
    diary.write(EntryKind.RESET)
    assert review_of(diary).hints == 0
    diary.wait(minutes=5)
    diary.attempt()
    assert (review_of(diary).grade, review_of(diary).first_tries) == (Grade.GOOD, 1)


def test_a_reset_before_the_pass_changes_nothing(diary: Diary) -> None:
    diary.attempt("failed")
    diary.write(EntryKind.HINT, index=0)
    before = review_of(diary)
    diary.write(EntryKind.RESET)
    assert review_of(diary) == before


def test_looking_at_the_solution_gives_a_review_up_at_once(solved: Diary) -> None:
    solved.write(EntryKind.RESET)
    solved.write(EntryKind.REVEALED)
    given_up = review_of(solved)
    assert (given_up.grade, given_up.is_review, days_until_due(solved)) == (Grade.AGAIN, True, 1)
    solved.attempt()
    passed = review_of(solved)
    assert (passed.memory, passed.is_review, passed.first_tries) == (given_up.memory, False, 1)


def test_looking_first_and_then_beginning_is_no_better(solved: Diary) -> None:
    solved.write(EntryKind.REVEALED)
    solved.write(EntryKind.RESET)
    solved.attempt()
    assert review_of(solved).grade is Grade.AGAIN
    solved.wait(days=2)
    solved.write(EntryKind.RESET)
    solved.attempt()
    assert review_of(solved).grade is Grade.EASY


def test_whoever_sleeps_over_it_remembers_it_better_than_on_the_same_day(diary: Diary) -> None:
    diary.clock = diary.clock.replace(hour=22)
    diary.attempt()
    diary.wait(minutes=30)
    diary.write(EntryKind.RESET)
    at_once = Diary(diary.clock, list(diary.entries))
    at_once.wait(minutes=4).attempt()
    # Ten hours later, though not a whole day.
    next_day = Diary(diary.clock, list(diary.entries))
    next_day.wait(minutes=600).attempt()
    assert memory_of(next_day).stability > memory_of(at_once).stability


def test_a_journey_west_on_the_day_of_the_pass_harms_nothing(diary: Diary) -> None:
    diary.clock = datetime(2026, 3, 10, 9, tzinfo=ZoneInfo("Pacific/Auckland"))
    diary.attempt()
    diary.clock = datetime(2026, 3, 9, 20, tzinfo=ZoneInfo("Pacific/Honolulu"))
    diary.write(EntryKind.RESET)
    diary.wait(minutes=5)
    diary.attempt()
    assert memory_of(diary).graded_on == date(2026, 3, 9)


def test_nothing_is_put_off_for_more_than_a_year(diary: Diary) -> None:
    for _ in range(12):
        diary.write(EntryKind.RESET)
        diary.attempt()
        diary.wait(days=days_until_due(diary))
    assert days_until_due(diary) == 365


def test_what_fades_faster_has_faded_more() -> None:
    weak = Memory(2.0, 5.0, TODAY, TODAY + timedelta(days=2))
    firm = Memory(20.0, 5.0, TODAY - timedelta(days=10), TODAY)
    later = TODAY + timedelta(days=4)
    assert weak.faded(later) > firm.faded(later)
    assert weak.faded(TODAY) < firm.faded(TODAY)


def test_the_day_ends_when_the_settings_say() -> None:
    entry = Diary(datetime(2026, 3, 10, 2, tzinfo=ZoneInfo("UTC"))).attempt()
    graded = [_after(Review(), entry, day_end).memory for day_end in (time(4), time(0))]
    assert [memory and memory.graded_on for memory in graded] == [date(2026, 3, 9), date(2026, 3, 10)]


def test_the_order_of_two_machines_does_not_matter(diary: Diary) -> None:
    """Sorted by time, then id, the same entries come to the same, whoever read them first."""
    for day in range(5):
        diary.write(EntryKind.RESET)
        diary.attempt("failed" if day % 2 else "passed")
        diary.attempt()
        diary.wait(days=day)
    first, second = diary.entries[::2], diary.entries[1::2]

    def merged(*parts: list[Entry]) -> Review:
        entries = sorted((entry for part in parts for entry in part), key=lambda entry: (entry.at, entry.id))
        return reduce(_after, entries, Review())

    assert merged(first, second) == merged(second, first) == review_of(diary)
