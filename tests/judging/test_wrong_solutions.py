"""Telling a learner's mistake by its likeness to one that ships with the problem."""

from __future__ import annotations

import math
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from flaxdrills.judging.events import Broke, CheckKind, CheckResult, Killed, Limit, Raised
from flaxdrills.judging.report import Report
from flaxdrills.judging.wrong_solutions import Mistake, MistakeSignature, WrongSolutionCache, recognised
from flaxdrills.problems.catalogue import load_catalogue
from flaxdrills.problems.problem import Problem
from flaxdrills.system import cache_key as installed_module

VALUES = CheckResult("values", CheckKind.CASE, False, "mine", (1.0, 2.0), "other values")
HOW = CheckResult("how", CheckKind.MECHANISM, True)
FAILED = Report("sum-up", expected_checks=("values", "how"), checks=(VALUES, HOW), done=True)
ERROR = Report("sum-up", error=Raised("TypeError", "no <object at 0x7f12ab>"), done=True)


def mistake_of(report: Report, name: str = "shipped") -> Mistake:
    return Mistake(name, "why", MistakeSignature.of(report))


def with_values(**changes: object) -> Report:
    return replace(FAILED, checks=(replace(VALUES, **changes), HOW))  # type: ignore[arg-type]


@pytest.fixture
def problem(tiny_content: Path, tmp_path: Path) -> Problem:
    return load_catalogue(shutil.copytree(tiny_content, tmp_path / "content")).problem("sum-up")


@pytest.mark.parametrize(
    "one, other",
    [
        ("f() takes 2 positional arguments but 4 were given", "f() takes 1 positional argument but 5 were given"),
        ("left over: {'a': Param(\n  1\n)}. Use `...`", "left over: {'mine': BatchStat(2)}. Use `...`"),
    ],
)
def test_an_error_is_recognised_whatever_was_counted_or_held(one: str, other: str) -> None:
    shipped = mistake_of(replace(ERROR, error=Raised("TypeError", one)))
    assert recognised(replace(ERROR, error=Raised("TypeError", other)), (shipped,)) == shipped


@pytest.mark.parametrize(
    "report",
    [
        FAILED,
        with_values(message="in other words"),
        with_values(sketch=(1.0005, 1.9995)),
        replace(FAILED, run_s=9.0, output="hello", notes=("old",), prepare_s=3.0),
    ],
    ids=["itself", "other words", "nearly the same values", "another run"],
)
def test_the_same_mistake_is_recognised(report: Report) -> None:
    assert recognised(report, (mistake_of(FAILED),)) == mistake_of(FAILED)


@pytest.mark.parametrize(
    "report",
    [
        with_values(finding="other shape"),
        with_values(sketch=(1.0, 2.1)),
        with_values(sketch=(1.0,)),
        with_values(sketch=(1.0, math.nan)),
        replace(FAILED, checks=(VALUES, replace(HOW, passed=False))),
        replace(FAILED, checks=(VALUES,)),
        replace(FAILED, error=Raised("TypeError", "no")),
        ERROR,
    ],
    ids=["finding", "value", "number of values", "nan", "another check fails", "fewer checks", "raised", "error"],
)
def test_another_mistake_is_not_taken_for_it(report: Report) -> None:
    assert recognised(report, (mistake_of(FAILED),)) is None


def test_an_error_is_recognised_by_its_words_without_addresses() -> None:
    again = replace(ERROR, error=Raised("TypeError", "no <object at 0x55d0>"))
    assert recognised(again, (mistake_of(ERROR),)) is not None
    other = replace(ERROR, error=Raised("ValueError", "no <object at 0x7f12ab>"))
    assert recognised(other, (mistake_of(ERROR),)) is None


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_is_like_itself(number: float) -> None:
    report = with_values(sketch=(number, 2.0))
    assert recognised(report, (mistake_of(report),)) is not None


def test_the_first_of_two_alike_is_taken() -> None:
    found = recognised(FAILED, (mistake_of(ERROR, "a"), mistake_of(FAILED, "b"), mistake_of(FAILED, "c")))
    assert found is not None and found.wrong == "b"


@pytest.mark.parametrize(
    "report",
    [
        replace(FAILED, checks=(replace(VALUES, passed=True), HOW)),
        replace(FAILED, broke=Broke("ours")),
        replace(FAILED, killed=Killed(Limit.TIME, "slow")),
        replace(FAILED, done=False),
    ],
    ids=["passed", "broken", "timeout", "not done"],
)
def test_only_failures_and_errors_are_mistakes(report: Report) -> None:
    assert recognised(report, (mistake_of(report),)) is None


def test_a_new_cache_knows_nothing(problem: Problem, tmp_path: Path) -> None:
    assert WrongSolutionCache(tmp_path / "cache").load(problem, "cpu") is None


def test_what_is_saved_is_known_to_the_next_app(problem: Problem, tmp_path: Path) -> None:
    mistakes = (mistake_of(FAILED), mistake_of(ERROR, "other"))
    WrongSolutionCache(tmp_path / "cache").save(problem, "cpu", mistakes)
    assert WrongSolutionCache(tmp_path / "cache").load(problem, "cpu") == mistakes


def test_numbers_that_are_none_survive_the_cache(problem: Problem, tmp_path: Path) -> None:
    report = with_values(sketch=(math.nan, -math.inf))
    WrongSolutionCache(tmp_path / "cache").save(problem, "cpu", (mistake_of(report),))
    again = WrongSolutionCache(tmp_path / "cache").load(problem, "cpu")
    assert again is not None
    assert recognised(report, again) is not None


@pytest.mark.parametrize("name", ["solution.py", "checks.py", "wrong/scalar.py", "wrong/new.py"])
def test_another_text_of_the_problem_makes_what_was_known_void(problem: Problem, tmp_path: Path, name: str) -> None:
    cache = WrongSolutionCache(tmp_path / "cache")
    cache.save(problem, "cpu", (mistake_of(FAILED),))
    (problem.folder / name).write_text("# new\n")
    assert cache.load(problem, "cpu") is None


def test_each_device_has_its_own(problem: Problem, tmp_path: Path) -> None:
    cache = WrongSolutionCache(tmp_path / "cache")
    cache.save(problem, "cpu", (mistake_of(FAILED),))
    assert cache.load(problem, "NVIDIA H200") is None


def test_what_is_void_is_removed_when_something_new_is_saved(problem: Problem, tmp_path: Path) -> None:
    WrongSolutionCache(tmp_path / "cache").save(problem, "cpu", ())
    (problem.folder / "checks.py").write_text("# new\n")
    WrongSolutionCache(tmp_path / "cache").save(problem, "cpu", ())
    assert len(list((tmp_path / "cache").iterdir())) == 1


def test_a_problem_whose_id_begins_like_another_leaves_that_ones_mistakes_alone(
    problem: Problem, tmp_path: Path
) -> None:
    longer = replace(problem, id="sum-up-0123456789abcdef")
    WrongSolutionCache(tmp_path / "cache").save(longer, "cpu", (mistake_of(FAILED),))
    WrongSolutionCache(tmp_path / "cache").save(problem, "cpu", ())
    assert WrongSolutionCache(tmp_path / "cache").load(longer, "cpu") == (mistake_of(FAILED),)


@pytest.mark.parametrize("text", ["", "{", "[3]", '[{"wrong": "a"}]', "null", "\udcff"])
def test_a_damaged_cache_is_no_cache(problem: Problem, tmp_path: Path, text: str) -> None:
    WrongSolutionCache(tmp_path / "cache").save(problem, "cpu", (mistake_of(FAILED),))
    [file] = (tmp_path / "cache").iterdir()
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert WrongSolutionCache(tmp_path / "cache").load(problem, "cpu") is None


def test_a_cache_that_cannot_be_written_still_serves_this_app(problem: Problem, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = WrongSolutionCache(tmp_path / "file" / "cache")
    cache.save(problem, "cpu", (mistake_of(FAILED),))
    assert cache.load(problem, "cpu") == (mistake_of(FAILED),)


def test_looks_of_another_version_of_this_app_are_not_used(
    problem: Problem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    WrongSolutionCache(tmp_path / "kept").save(problem, "cpu", (mistake_of(FAILED),))
    assert WrongSolutionCache(tmp_path / "kept").load(problem, "cpu") is not None
    monkeypatch.setattr(installed_module, "installation_key", lambda: "of another version")
    assert WrongSolutionCache(tmp_path / "kept").load(problem, "cpu") is None
