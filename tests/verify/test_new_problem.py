"""Beginning a new problem."""

from __future__ import annotations

import ast
import shutil
import tomllib
from pathlib import Path

import pytest

from flaxdrills.problems.catalogue import Catalogue, load_catalogue
from flaxdrills.problems.lesson import blocks_of
from flaxdrills.problems.problem_files import read_texts, wrong_files
from flaxdrills.verify.new_problem import NewProblemError, new_problem


@pytest.fixture
def content(tiny_content: Path, tmp_path: Path) -> Path:
    return shutil.copytree(tiny_content, tmp_path / "content")


def begin(content: Path, track: str, problem_id: str) -> Path:
    return new_problem(content, load_catalogue(content), track, problem_id)


def ids(catalogue: Catalogue) -> list[str]:
    return [problem.id for problem in catalogue]


def test_a_new_problem_is_the_last_of_its_track(content: Path) -> None:
    folder = begin(content, "first", "sum-new")
    catalogue = load_catalogue(content)
    assert ids(catalogue) == ["sum-up", "sum-more", "sum-new", "sum-last"]
    assert catalogue.faults == ()
    assert catalogue.problem("sum-new").folder == folder == content / "first" / "sum-new"


def test_a_new_problem_has_every_file_and_each_can_be_read(content: Path) -> None:
    begin(content, "second", "sum-new")
    problem = load_catalogue(content).problem("sum-new")
    texts = read_texts(problem)
    assert problem.function == "sum_new"
    assert len(texts.hints) == 3
    assert len(blocks_of(texts.lesson)) == 1
    assert len(wrong_files(problem)) == 2
    for path in problem.folder.rglob("*.py"):
        assert ast.get_docstring(ast.parse(path.read_text()))
    for name in ("stub.py", "solution.py"):
        names = [node.name for node in ast.parse((problem.folder / name).read_text()).body if hasattr(node, "name")]
        assert names == ["sum_new"]


def test_each_file_says_what_belongs_in_it(content: Path) -> None:
    folder = begin(content, "first", "sum-new")
    for path in folder.rglob("*.*"):
        assert "TODO: " in path.read_text(), path
        assert "FUNCTION" not in path.read_text(), path


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[]", '[\n  "sum-new",\n]'),
        ('["sum-last"]', '["sum-last",\n  "sum-new",\n]'),
        ('["sum-last", "sum-up"]', '["sum-last", "sum-up",\n  "sum-new",\n]'),
        ('[\n  "sum-last",\n]', '[\n  "sum-last",\n  "sum-new",\n]'),
        ('[\n  "sum-last"\n]', '[\n  "sum-last",\n  "sum-new",\n]'),
        ('[\n  "sum-last" # the last\n]', '[\n  "sum-last", # the last\n  "sum-new",\n]'),
        ('[\n  "sum-last", # see [1]\n]', '[\n  "sum-last", # see [1]\n  "sum-new",\n]'),
        ('[\n  # "soon",\n]', '[\n  # "soon",\n  "sum-new",\n]'),
    ],
)
def test_the_listing_keeps_its_comments_and_its_other_ids(content: Path, before: str, after: str) -> None:
    listing = content / "tracks.toml"
    listing.write_text(listing.read_text().replace('["sum-last"]', before))
    old = tomllib.loads(listing.read_text())["track"]
    catalogue = load_catalogue(content)
    kept = listing.read_text()
    new_problem(content, catalogue, "second", "sum-new")
    assert listing.read_text() == kept.replace(before, after)
    new = tomllib.loads(listing.read_text())["track"]
    assert new[0] == old[0]
    assert new[1] == old[1] | {"problems": [*old[1]["problems"], "sum-new"]}


def test_in_a_track_with_chapters_it_comes_to_the_end_of_the_last(content: Path) -> None:
    listing = content / "tracks.toml"
    divided = (
        '[[track.chapter]]\ntitle = "A"\nproblems = ["sum-last"]\n\n[[track.chapter]]\ntitle = "B"\nproblems = []\n'
    )
    listing.write_text(listing.read_text().replace('problems = ["sum-last"]\n', divided))
    begin(content, "second", "sum-new")
    _, track = load_catalogue(content).tracks
    assert [[problem.id for problem in chapter.problems] for chapter in track.chapters] == [["sum-last"], ["sum-new"]]


def test_several_problems_can_be_begun(content: Path) -> None:
    for number in ("one", "two", "three"):
        begin(content, "first", f"new-{number}")
    assert ids(load_catalogue(content))[2:5] == ["new-one", "new-two", "new-three"]


@pytest.mark.parametrize(
    ("track", "problem_id", "reason"),
    [
        ("third", "sum-new", "no track 'third'"),
        ("first", "sum-up", "'sum-up' already"),
        ("first", "sum-last", "'sum-last' already"),
        ("first", "Sum", "'Sum' is no id"),
        ("first", "", "'' is no id"),
        ("first", "sum_new", "is no id"),
        ("first", "sum--new", "is no id"),
        ("first", "sum-", "is no id"),
        ("first", "../sum", "is no id"),
        ("first", "2d-conv", "a letter first"),
        ("first", "sum\n", "is no id"),
    ],
)
def test_what_cannot_be_begun_is_refused_and_nothing_changes(
    content: Path, track: str, problem_id: str, reason: str
) -> None:
    before = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
    with pytest.raises(NewProblemError, match=reason):
        begin(content, track, problem_id)
    assert {path: path.read_bytes() for path in content.rglob("*") if path.is_file()} == before


def test_a_folder_that_is_not_listed_is_not_written_over(content: Path) -> None:
    (content / "first/sum-new").mkdir()
    (content / "first/sum-new/notes.txt").write_text("mine")
    with pytest.raises(NewProblemError, match="'sum-new' already"):
        begin(content, "first", "sum-new")
    assert [path.name for path in (content / "first/sum-new").iterdir()] == ["notes.txt"]


def test_a_track_without_a_list_that_can_be_added_to_is_refused(content: Path) -> None:
    listing = content / "tracks.toml"
    listing.write_text(listing.read_text().replace("problems = [", "problems=[").replace("# The", "# the"))
    with pytest.raises(NewProblemError, match="no list"):
        begin(content, "first", "sum-new")
    assert not (content / "first/sum-new").exists()


def test_a_disk_that_says_no_is_named(content: Path) -> None:
    catalogue = load_catalogue(content)
    shutil.rmtree(content / "second")
    (content / "second").write_text("in the way")
    with pytest.raises(NewProblemError, match=r"second/sum-new.*: (Not a directory|File exists)"):
        new_problem(content, catalogue, "second", "sum-new")
