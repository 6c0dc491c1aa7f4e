"""The problems, read from the content folder."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from flaxdrills.problems.catalogue import Catalogue, UnknownProblem, load_catalogue
from flaxdrills.problems.problem import Chapter, Environment, Form
from flaxdrills.problems.problem_files import CatalogueError, read_file, read_texts, split_hints, wrong_files
from flaxdrills.problems.run_limits import Limits
from flaxdrills.system.settings import Platform

BASE = 'title = "A"\nsummary = "a"\ndifficulty = 1\nfunction = "f"\n'


@pytest.fixture
def folder(tiny_content: Path, tmp_path: Path) -> Path:
    return shutil.copytree(tiny_content, tmp_path / "content")


def ids(catalogue: Catalogue) -> list[str]:
    return [problem.id for problem in catalogue]


def test_tracks_and_problems_stand_in_the_order_of_the_listing(folder: Path) -> None:
    catalogue = load_catalogue(folder)
    assert ids(catalogue) == ["sum-up", "sum-more", "sum-last"]
    assert [(track.id, track.title, track.summary) for track in catalogue.tracks] == [
        ("first", "First", "Where to begin."),
        ("second", "Second", ""),
    ]
    assert [(problem.track, problem.position) for problem in catalogue] == [("first", 1), ("first", 2), ("second", 1)]
    assert catalogue.faults == ()
    assert len(catalogue) == 3


def test_a_problem_is_what_its_file_says(folder: Path) -> None:
    (folder / "first/sum-up/problem.toml").write_text(
        """title = "A title"
summary = "A sentence."
difficulty = 5
function = "f"
concepts = ["nnx.Param", "jit"]
prerequisites = ["sum-last"]
twin = "sum-more"
form = "extend"
stub_says = "a count of 1"
[limits]
run_s = 2.5
memory_mib = 512
[needs]
devices = 8
platform = "cpu"
tree_mode = true
[not_demanded]
grad = "It rounds."
"""
    )
    problem = load_catalogue(folder).problem("sum-up")
    assert (problem.title, problem.summary, problem.difficulty) == ("A title", "A sentence.", 5)
    assert problem.function == "f"
    assert problem.concepts == ("nnx.Param", "jit")
    assert problem.prerequisites == ("sum-last",)
    assert problem.twin == "sum-more"
    assert problem.limits == Limits(run_s=2.5, memory_mib=512)
    assert problem.environment == Environment(devices=8, platform=Platform.CPU, tree_mode=True)
    assert problem.not_demanded == ("grad",)
    assert (problem.form, problem.stub_says) == (Form.EXTEND, "a count of 1")
    assert problem.folder == folder / "first/sum-up"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("title = ", "Invalid value"),
        ("\x00", "Invalid statement"),
        (BASE.replace("title", "titel"), "unknown key 'titel'"),
        (BASE + 'tags = ["a"]', "unknown key 'tags'"),
        ('title = "A"', "'summary' is missing"),
        (BASE.replace('"A"', "3"), "a text was expected, and 3 found"),
        (BASE.replace('"A"', '" "'), "a text was expected, and ' ' found"),
        (BASE.replace("= 1", "= 6"), "difficulty must be a number from 1 to 5, and is 6"),
        (BASE.replace("= 1", "= true"), "difficulty must be a number from 1 to 5, and is True"),
        (BASE + 'concepts = "nnx"', "a list of texts was expected, and 'nnx' found"),
        (BASE + "prerequisites = [3]", "a text was expected, and 3 found"),
        (BASE + 'form = "solve"', "form must be one of write, fix, extend, refactor, port, and is 'solve'"),
        (BASE + "form = []", "form must be one of write, fix, extend, refactor, port, and is []"),
        (BASE + 'form = "fix"', "the form fix needs stub_says"),
        (BASE + 'form = "fix"\nstub_says = 3', "a text was expected, and 3 found"),
        (BASE + 'stub_says = "no"', "stub_says is for stubs that are whole programs, and the form is write"),
        (BASE + "twin = 3", "a text was expected, and 3 found"),
        (BASE + "[limits]\nrun = 3", "unknown key 'run' in [limits]"),
        (BASE + '[limits]\nrun_s = "10"', "run_s must be a number above 0, up to 1,000,000, and is '10'"),
        (BASE + "[limits]\nrun_s = inf", "run_s must be a number above 0, up to 1,000,000, and is inf"),
        (BASE + "[limits]\nmemory_mib = 9.5", "memory_mib must be a whole number above 0, up to 1,000,000, and is 9.5"),
        (BASE + f"[limits]\nrun_s = {10**400}", "run_s must be a number above 0, up to 1,000,000, and is 1000"),
        (BASE + f"[limits]\nrun_s = {10**5000:#x}", "and is a value that cannot be shown"),
        (BASE + "twin = " + 5000 * "7", "not valid TOML: Exceeds the limit"),
        (BASE + "twin = " + 2000 * "[" + 2000 * "]", "nested too deeply"),
        (BASE + "[limits]\nrun_s = 0", "run_s must be a number above 0, up to 1,000,000, and is 0"),
        (BASE + "limits = 3", "limits must be a table, and is 3"),
        (BASE + "[needs]\ndevice = 3", "unknown key 'device' in [needs]"),
        (BASE + "[needs]\ndevices = 0", "devices must be a whole number from 1 to 64, and is 0"),
        (BASE + '[needs]\nplatform = "tpu"', "platform must be 'cpu' or 'gpu', and is 'tpu'"),
        (BASE + "[needs]\nplatform = []", "platform must be 'cpu' or 'gpu', and is []"),
        (BASE + "[needs]\ntree_mode = 1", "tree_mode must be true or false, and is 1"),
        (BASE + "needs = 3", "needs must be a table, and is 3"),
        (BASE + '[not_demanded]\nvmap = "no"', "unknown key 'vmap' in [not_demanded]"),
        (BASE + "[not_demanded]\njit = true", "jit in [not_demanded] must be the reason, a text, and is True"),
        (BASE + '[not_demanded]\njit = " "', "jit in [not_demanded] must be the reason, a text, and is ' '"),
    ],
)
def test_a_problem_that_does_not_parse_is_named_with_the_reason_and_the_others_work(
    folder: Path, text: str, reason: str
) -> None:
    path = folder / "first/sum-up/problem.toml"
    path.write_text(text)
    catalogue = load_catalogue(folder)
    assert ids(catalogue) == ["sum-more", "sum-last"]
    [fault] = catalogue.faults
    assert fault.startswith(f"{path}: ")
    assert reason in fault


def test_a_problem_whose_file_is_missing_or_not_text_is_named_and_the_others_work(folder: Path) -> None:
    (folder / "first/sum-up/problem.toml").write_bytes(b'title = "\xff"')
    (folder / "first/sum-more/problem.toml").unlink()
    shutil.rmtree(folder / "second/sum-last")
    catalogue = load_catalogue(folder)
    assert ids(catalogue) == []
    for fault, place in zip(catalogue.faults, ("first/sum-up", "first/sum-more", "second/sum-last"), strict=True):
        assert fault.startswith(f"{folder / place / 'problem.toml'}: ")
    assert "not UTF-8 text" in catalogue.faults[0]
    assert "No such file" in catalogue.faults[1]


def test_an_id_that_is_listed_twice_is_one_problem_and_a_fault(folder: Path) -> None:
    listing = folder / "tracks.toml"
    listing.write_text(listing.read_text().replace('["sum-last"]', '["sum-last", "sum-up"]'))
    catalogue = load_catalogue(folder)
    assert ids(catalogue) == ["sum-up", "sum-more", "sum-last"]
    assert catalogue.faults == (f"{listing}: 'sum-up' is listed twice",)


CHAPTERS = """[[track]]
id = "first"
title = "First"

[[track.chapter]]
title = "Sums"
summary = "Adding up."
problems = ["sum-up"]

[[track.chapter]]
title = "More"
problems = ["sum-more"]
"""


def test_a_track_may_have_chapters_and_its_problems_are_counted_through_them(folder: Path) -> None:
    (folder / "tracks.toml").write_text(CHAPTERS)
    catalogue = load_catalogue(folder)
    (track,) = catalogue.tracks
    first, second = track.problems
    assert track.chapters == (Chapter("Sums", "Adding up.", (first,)), Chapter("More", "", (second,)))
    assert track.chapter_of(second) == track.chapters[1]
    assert [problem.position for problem in catalogue] == [1, 2]


def test_a_track_without_chapters_has_none(folder: Path) -> None:
    track, _ = load_catalogue(folder).tracks
    assert track.chapters == ()
    assert track.chapter_of(track.problems[0]) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "track = 3",
        CHAPTERS.replace('title = "Sums"\n', ""),
        CHAPTERS.replace('problems = ["sum-more"]\n', ""),
        "[[track]",
        '[track]\nid = "first"',
        '[[track]]\nid = "first"\nproblems = []',
        '[[track]]\nid = "first"\ntitle = "F"',
        '[[track]]\nid = "first"\ntitle = "F"\nproblems = 3',
        '[[track]]\nid = "first"\ntitle = 3\nproblems = []',
        '[[track]]\nid = "../first"\ntitle = "F"\nproblems = []',
        "track = 0x" + 5000 * "f",
        "track = " + 5000 * "7",
        "track = " + 2000 * "[" + 2000 * "]",
        "track = []",
    ],
)
def test_without_a_usable_listing_there_is_no_catalogue_and_the_file_is_named(folder: Path, text: str) -> None:
    (folder / "tracks.toml").write_text(text)
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(folder)
    assert str(caught.value).startswith(f"{folder / 'tracks.toml'} cannot be used: ")


def test_a_missing_content_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"tracks\.toml cannot be used: No such file or directory"):
        load_catalogue(tmp_path / "nothing")


@pytest.mark.parametrize(
    ("asked", "advice"),
    [
        ("sum-upp", "Did you mean sum-up"),
        ("sumlast", "Did you mean sum-last"),
        ("more", "sum-more"),
        ("last", "sum-last"),
        ("qqqqqqqq", "`flaxdrills list` shows them all."),
        ("", "`flaxdrills list` shows them all."),
    ],
)
def test_an_unknown_id_is_answered_with_the_nearest(folder: Path, asked: str, advice: str) -> None:
    with pytest.raises(UnknownProblem) as caught:
        load_catalogue(folder).problem(asked)
    assert str(caught.value).startswith(f"There is no problem {asked!r}.")
    assert advice in str(caught.value)


def test_neighbours_go_on_over_the_ends_of_tracks_and_not_past_the_last(folder: Path) -> None:
    catalogue = load_catalogue(folder)
    first, second, third = catalogue
    assert catalogue.neighbour(second, 1) == third
    assert catalogue.neighbour(third, -1) == second
    assert catalogue.neighbour(third, 1) is None
    assert catalogue.neighbour(first, -1) is None


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("", ()),
        ("---\n---\n", ()),
        ("one\n---\ntwo\nlines\n---\nthree", ("one", "two\nlines", "three")),
        ("\n---\n\none\n\n  ---  \n---\ntwo\n---\n", ("one", "two")),
        ("a --- b\n\n----\n", ("a --- b\n\n----",)),
    ],
)
def test_hints_stand_between_lines_of_three_hyphens(text: str, hints: tuple[str, ...]) -> None:
    assert split_hints(text) == hints


def test_the_texts_of_a_problem_are_read_from_its_folder(folder: Path) -> None:
    texts = read_texts(load_catalogue(folder).problem("sum-more"))
    assert texts.lesson.startswith("# Sums")
    assert texts.task.startswith("Write `sum_more(x)`")
    assert len(texts.hints) == 3
    assert texts.stub.startswith('"""sum_more(x)')


def test_a_text_that_cannot_be_read_is_named(folder: Path) -> None:
    problem = load_catalogue(folder).problem("sum-up")
    (problem.folder / "task.md").write_bytes(b"\xff")
    (problem.folder / "stub.py").unlink()
    with pytest.raises(CatalogueError, match=r"sum-up/task\.md: 'utf-8' codec"):
        read_texts(problem)
    with pytest.raises(CatalogueError, match=r"sum-up/stub\.py: No such file or directory"):
        read_file(problem, "stub.py")


def test_wrong_files_are_the_python_files_by_name(folder: Path) -> None:
    problem = load_catalogue(folder).problem("sum-up")
    (problem.folder / "wrong/notes.txt").write_text("no solution")
    assert list(wrong_files(problem)) == ["by_hand", "scalar"]
    assert wrong_files(problem)["scalar"] == problem.folder / "wrong/scalar.py"


def test_a_problem_without_wrong_files_has_none(folder: Path) -> None:
    problem = load_catalogue(folder).problem("sum-up")
    shutil.rmtree(problem.folder / "wrong")
    assert wrong_files(problem) == {}


def test_all_that_ships_can_be_read(catalogue: Catalogue) -> None:
    assert catalogue.faults == ()
    for problem in catalogue:
        assert read_texts(problem).hints


@pytest.mark.parametrize("problem_id", ["3", '"sum\\u0000up"', '"../second/sum-last"', '""', '["sum-up"]', "nan"])
def test_what_is_no_id_is_a_fault_and_the_others_work(folder: Path, problem_id: str) -> None:
    listing = folder / "tracks.toml"
    listing.write_text(listing.read_text().replace('"sum-up"', problem_id))
    catalogue = load_catalogue(folder)
    assert ids(catalogue) == ["sum-more", "sum-last"]
    [fault] = catalogue.faults
    assert fault.startswith(f"{listing}: ")
    assert fault.endswith(" is no id of a problem")


@pytest.mark.parametrize("name", ["tracks.toml", "first/sum-up/problem.toml"])
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(folder: Path, name: str) -> None:
    (folder / name).unlink()
    os.mkfifo(folder / name)
    try:
        said = load_catalogue(folder).faults[0]
    except CatalogueError as error:
        said = str(error)
    assert "It is a pipe, not a file on disk" in said
