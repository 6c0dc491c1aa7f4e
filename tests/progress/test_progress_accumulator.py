"""What events add up to: whatever their order, however often, and in however many pieces they come."""

from __future__ import annotations

import json
import random
import tempfile
from collections.abc import Sequence
from dataclasses import fields
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flaxdrills.journal.journal import Entry, EntryKind, Journal
from flaxdrills.progress.daily_activity import DayActivity
from flaxdrills.progress.grade import Grade
from flaxdrills.progress.live_progress import LiveProgress
from flaxdrills.progress.practice_time import PracticePeriods
from flaxdrills.progress.problem_progress import ProblemProgress, Status
from flaxdrills.progress.progress_accumulator import LATEST, Progress, ProgressAccumulator, progress_of
from flaxdrills.progress.progress_cache import CachedProgress, load_cache, save_cache
from flaxdrills.progress.progress_events import ProgressEvents, progress_event_of
from flaxdrills.progress.reviews import Memory, Review

START = datetime(2026, 3, 10, 12, tzinfo=UTC)
DAY_END = time(4)
PROBLEMS = ("nnx-a", "nnx-b", "nnx-c")
FIELDS: dict[str, st.SearchStrategy[dict[str, object]]] = {
    "attempt": st.fixed_dictionaries(
        {"verdict": st.sampled_from(["passed", "failed", "timeout", "broken", "of-a-newer-version", 3])},
        optional={
            "wrong": st.sampled_from(["by_hand", "scalar", None]),
            "seconds": st.just(0.5),
            "untouched": st.sampled_from([True, False, 1]),
            "unfinished": st.sampled_from([True, False, 1]),
        },
    ),
    "graded": st.fixed_dictionaries(
        {"of": st.sampled_from(["a", "b", 3]), "grade": st.sampled_from(["again", "easy", "so-so", None])}
    ),
    "hint": st.fixed_dictionaries({"index": st.sampled_from([0, 1, 2, -1, 10**30, "1"])}),
    "revealed": st.just({}),
    "opened": st.just({}),
    "reset": st.just({}),
    "dreamt": st.fixed_dictionaries({"depth": st.integers()}),
}
checked = settings(max_examples=80, deadline=None, database=None, suppress_health_check=list(HealthCheck))


def an_entry(ids: st.SearchStrategy[str]) -> st.SearchStrategy[Entry]:
    return st.sampled_from(sorted(FIELDS)).flatmap(
        lambda kind: st.builds(
            Entry,
            ids,
            st.one_of(st.integers(0, 6), st.integers(0, 10**6)).map(lambda minutes: START + timedelta(minutes=minutes)),
            st.sampled_from([0, 540, -480]),
            st.just(kind),
            st.sampled_from([*PROBLEMS, None]),
            FIELDS[kind],
        )
    )


IDS = st.one_of(st.uuids().map(lambda one: one.hex), st.text(min_size=1, max_size=40))
ENTRIES = st.lists(an_entry(IDS), max_size=40, unique_by=lambda entry: entry.id)
CLASHING = st.lists(an_entry(st.sampled_from(["a", "b", "c"])), max_size=12)


def line(entry: Entry) -> bytes:
    table = {
        "v": 1,
        "id": entry.id,
        "at": entry.at.isoformat(),
        "offset_min": entry.offset_min,
        "kind": entry.kind,
        "problem": entry.problem,
    }
    return json.dumps(table | dict(entry.fields)).encode() + b"\n"


@checked
@given(ENTRIES, st.randoms(use_true_random=False))
def test_the_order_of_events_does_not_matter(entries: list[Entry], chance: random.Random) -> None:
    shuffled = chance.sample(entries, len(entries))
    assert progress_of(shuffled) == progress_of(sorted(entries, key=lambda entry: entry.at))


@checked
@given(CLASHING, st.randoms(use_true_random=False))
def test_not_even_where_events_of_one_id_say_different_things(entries: list[Entry], chance: random.Random) -> None:
    assert progress_of(chance.sample(entries, len(entries))) == progress_of(entries)


@checked
@given(ENTRIES, st.randoms(use_true_random=False))
def test_merging_twice_changes_nothing(entries: list[Entry], chance: random.Random) -> None:
    assert progress_of([*entries, *chance.sample(entries, len(entries))]) == progress_of(entries)


@checked
@given(ENTRIES, st.integers(0, 40), st.booleans())
def test_a_prefix_and_the_rest_give_the_whole(entries: list[Entry], cut: int, by_snapshot: bool) -> None:
    accumulator = ProgressAccumulator(DAY_END)
    for entry in entries[:cut]:
        accumulator.add(entry)
    if by_snapshot:
        accumulator = kept(accumulator)
    for entry in entries[cut:]:
        accumulator.add(entry)
    assert accumulator.progress() == progress_of(entries)
    assert events(accumulator) == events(whole(entries))


@checked
@given(ENTRIES, st.lists(st.integers(0, 3), min_size=40, max_size=40), st.permutations("wxyz"), st.booleans())
def test_files_in_any_order_and_any_pieces_give_the_same(
    entries: list[Entry], places: list[int], names: Sequence[str], is_restarted: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        live = LiveProgress(Journal(Path(folder)), None)
        for step, (entry, place) in enumerate(zip(entries, places, strict=False)):
            with Path(folder, f"{names[place]}.jsonl").open("ab") as file:
                file.write(line(entry))
            if step % 5 == 4:
                live.refresh()
        if is_restarted:
            live = LiveProgress(Journal(Path(folder)), None)
        live.refresh()
        assert live.progress() == progress_of(entries)
        assert live.faults == ()


@checked
@given(st.lists(st.integers(0, 40_000), max_size=60), st.randoms(use_true_random=False))
def test_periods_do_not_depend_on_order_or_repetition(times: list[int], chance: random.Random) -> None:
    def periods(times: Sequence[int]) -> list[tuple[int, int]]:
        found = PracticePeriods()
        for at in times:
            found.add(at, 0)
        return [(period.began, period.ended) for period in found]

    expected: list[tuple[int, int]] = []
    for at in sorted(times):
        if expected and at - expected[-1][1] <= 900:
            expected[-1] = expected[-1][0], at
        else:
            expected.append((at, at))
    assert periods([*times, *chance.sample(times, len(times))]) == expected


def whole(entries: Sequence[Entry]) -> ProgressAccumulator:
    accumulator = ProgressAccumulator(DAY_END)
    for entry in entries:
        accumulator.add(entry)
    return accumulator


def kept(accumulator: ProgressAccumulator) -> ProgressAccumulator:
    """`accumulator` as a snapshot gives it back."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "snapshot")
        save_cache(path, CachedProgress(accumulator), Path("/journal"), DAY_END)
        state = load_cache(path, Path("/journal"), DAY_END)
        assert state is not None
        return state.accumulator


def events(accumulator: ProgressAccumulator) -> dict[str, list[object]]:
    return {problem_id: list(held) for problem_id, held in accumulator.events.items()}


def test_many_latecomers_find_their_places() -> None:
    entries = [Entry(str(n), START + timedelta(seconds=n), 0, "opened", "p", {}) for n in range(20_000)]
    entries.reverse()
    assert progress_of(entries) == progress_of(reversed(entries))
    held = ProgressEvents()
    for entry in entries:
        moment = progress_event_of(entry)
        assert moment is not None
        held.add(moment)
    assert len(held) == 20_000
    assert [moment.at for moment in held] == [entry.at for entry in reversed(entries)]


def test_every_field_of_a_problems_progress_survives_a_snapshot() -> None:
    at = START + timedelta(microseconds=1)
    memory, before = Memory(2.3, 5.1, at.date(), date(2026, 4, 1)), Memory(1.7, 6.2, date(2026, 3, 1), at.date())
    review = Review(memory, 2, 1, False, at, 3, 2, True, at.date(), True, Grade.HARD, "0f" * 16, before)
    filled = ProblemProgress(Status.SOLVED, 3, 2, True, at, at + timedelta(days=1), review, (True, False), 2)
    for value in (review, filled):
        assert all(getattr(value, field.name) not in (field.default, Review()) for field in fields(value))
    accumulator = whole([Entry("1", START, 0, EntryKind.OPENED, "p", {})])
    accumulator.problems["p"] = filled
    assert kept(accumulator).progress().problem("p") == filled


def test_the_time_of_a_sitting_stands_at_the_day_when_it_began() -> None:
    def at(minutes: int) -> Entry:
        return Entry(str(minutes), START + timedelta(minutes=minutes), 0, EntryKind.OPENED, "p", {})

    progress = progress_of([at(0), at(10), at(25), at(100), at(16 * 60), at(16 * 60 + 5)])
    assert progress.days == {
        START.date(): DayActivity(practised_s=25 * 60),
        START.date() + timedelta(days=1): DayActivity(practised_s=5 * 60),
    }


def test_nothing_kept_is_nothing_done() -> None:
    assert kept(ProgressAccumulator(DAY_END)).progress() == Progress()


@checked
@given(st.randoms(use_true_random=False), st.integers(0, LATEST + 5))
def test_the_latest_attempts_are_the_same_whatever_came_first(chance: random.Random, cut: int) -> None:
    fields = {"verdict": "passed"}
    entries = [
        Entry(f"{number:032x}", START + timedelta(minutes=number // 2), 0, "attempt", chance.choice(PROBLEMS), fields)
        for number in range(LATEST + 5)
    ]
    shuffled = chance.sample(entries, len(entries))
    accumulator = kept(whole(shuffled[:cut]))
    for entry in shuffled[cut:]:
        accumulator.add(entry)
    assert [run.id for run in accumulator.progress().latest] == [entry.id for entry in reversed(entries[5:])]
