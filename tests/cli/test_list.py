"""`flaxdrills list`, called as a learner calls it."""

from __future__ import annotations

import pytest

from flaxdrills.cli.list import _track
from flaxdrills.problems.catalogue import Catalogue
from tests.cli.conftest import IDS, Installation

pytestmark = pytest.mark.process


def test_list_shows_every_problem_in_order(installed: Installation) -> None:
    answer = installed.call("list")
    assert (answer.status, answer.err) == (0, "")
    assert [line.split()[:2] for line in answer.out.splitlines()] == [["·", name] for name in IDS]


def test_list_as_json_says_where_each_problem_stands(installed: Installation) -> None:
    installed.record_pass("sum-more")
    answer = installed.call("list", "--json")
    assert answer.json[1] == {
        "id": "sum-more",
        "track": "first",
        "chapter": "",
        "position": 2,
        "title": "Sum with a layer",
        "form": "write",
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
def test_list_shows_only_what_is_asked_for(installed: Installation, options: list[str], ids: list[str]) -> None:
    installed.record_pass("sum-more", "sum-last")
    answer = installed.call("list", "--json", *options)
    assert (answer.status, [row["id"] for row in answer.json]) == (0, ids)


def test_list_names_the_chapters_of_a_track_that_is_divided(installed: Installation) -> None:
    listing = installed.folder / "content" / "tracks.toml"
    parts = "".join(
        f'[[track.chapter]]\ntitle = "{title}"\nproblems = ["{name}"]\n'
        for title, name in (("Easy", "sum-up"), ("Hard", "sum-more"))
    )
    listing.write_text(f'[[track]]\nid = "first"\ntitle = "First"\n{parts}')
    lines = installed.call("list").out.splitlines()
    assert [line.split("  ")[0] for line in lines] == ["First: Easy", "· sum-up", "", "First: Hard", "· sum-more"]
    assert [row["chapter"] for row in installed.call("list", "--json").json] == ["Easy", "Hard"]


def test_list_says_so_when_nothing_is_in_that_state(installed: Installation) -> None:
    answer = installed.call("list", "--status", "due")
    assert (answer.status, answer.out, answer.err) == (0, "", "No problem is in that state.\n")


def test_a_track_has_the_name_that_its_ids_begin_with_as_well(catalogue: Catalogue) -> None:
    assert [_track(catalogue, name) for name in ("nnx", "linen", "flax")] == ["nnx", "linen", "linen"]


def test_a_track_that_is_none_is_said_with_those_that_there_are(installed: Installation) -> None:
    # The ids of both tracks begin with this.
    answer = installed.call("list", "--track", "sum")
    assert (answer.status, answer.out) == (2, "")
    assert "there is no track 'sum'; there are first, second." in answer.err
