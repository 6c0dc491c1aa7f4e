"""Choosing a problem."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from flaxdrills.journal.journal import EntryKind
from flaxdrills.problems.catalogue import Catalogue, load_catalogue
from flaxdrills.system.settings import Settings
from flaxdrills.ui.screens.browse_screen import BrowseScreen
from flaxdrills.ui.screens.help_screen import HelpScreen
from flaxdrills.ui.screens.practice.practice_screen import PracticeScreen
from flaxdrills.ui.widgets.problem_list import ProblemList
from tests.ui.conftest import SIZES, Home, focused, home_at, settled, shown, until


@pytest.mark.parametrize("size", [(60, 15), *SIZES])
async def test_every_problem_is_listed_under_its_track(home: Home, size: tuple[int, int]) -> None:
    async with home.play(size=size) as pilot:
        text = await until(pilot, "First", "Second")
        assert text.index("First") < text.index("Sum with a layer") < text.index("Second")
        assert "0 of 3 solved" in text


async def test_titles_ids_difficulty_and_the_legend_are_told(home: Home) -> None:
    async with home.play(size=(80, 24)) as pilot:
        text = await until(pilot, "sum-up", "sum-more", "sum-last")
        assert "●○○○○" in text
        assert "· new   ~ tried   ✓ solved   ! due" in text
        assert "Let a Linear layer add numbers up." in text


async def test_where_ids_would_be_cut_there_are_none_and_titles_are_whole(tmp_path: Path, tiny_content: Path) -> None:
    content = shutil.copytree(tiny_content, tmp_path / "content")
    long = "sum-of-all-that-came-last-of-all"
    (last,) = content.glob("*/sum-last")
    last.rename(last.with_name(long))
    tracks = content / "tracks.toml"
    tracks.write_text(tracks.read_text().replace("sum-last", long))
    home = home_at(tmp_path / "home", content)
    titles = [problem.title for problem in home.problems]
    async with home.play(size=(60, 15)) as pilot:
        text = await until(pilot, *titles)
        assert "sum-" not in text
        await pilot.press("down")
        await pilot.resize_terminal(80, 24)
        await until(pilot, *titles, "sum-up", "sum-more", long)
        assert pilot.app.screen.query_one(ProblemList).chosen == "sum-more"
        await pilot.resize_terminal(60, 15)
        await settled(pilot, lambda: "sum-" not in shown(pilot))
        await until(pilot, *titles)


async def test_a_long_title_is_whole_beside_its_id_where_there_is_room(tmp_path: Path, tiny_content: Path) -> None:
    content = shutil.copytree(tiny_content, tmp_path / "content")
    title = "A sum of everything that a layer has ever added up"
    (last,) = content.glob("*/sum-last/problem.toml")
    last.write_text(last.read_text().replace("Sum with a layer", title))
    async with home_at(tmp_path / "home", content).play(size=(120, 40)) as pilot:
        await until(pilot, title, "sum-last")


async def test_states_are_told_by_signs(home: Home) -> None:
    first, second, _ = home.problems
    home.journal.append(EntryKind.ATTEMPT, first.id, verdict="passed")
    home.journal.append(EntryKind.ATTEMPT, second.id, verdict="failed")
    home.session.progress.refresh()
    async with home.play(size=(80, 24)) as pilot:
        lines = (await until(pilot, "1 of 3 solved", "1 day in a row, longest 1")).splitlines()
        signs = {line.split()[-1]: line.split()[0] for line in lines if "●○○○○" in line}
        assert signs == {"sum-up": "✓", "sum-more": "~", "sum-last": "·"}


async def test_it_opens_where_the_learner_left_off(home: Home) -> None:
    home.journal.append(EntryKind.OPENED, "sum-more")
    home.session.progress.refresh()
    async with home.play() as pilot:
        await pilot.press("enter")
        await settled(pilot, lambda: pilot.app.screen.title == home.problems[1].title)
        assert home.journal.read().entries[-1].problem == "sum-more"


async def test_the_filter_shows_what_has_all_of_the_words(home: Home) -> None:
    async with home.play() as pilot:
        await pilot.press("slash", *"MORE sum")
        text = await until(pilot, "sum-more")
        assert "sum-up" not in text and "Second" not in text


async def test_the_filter_opens_the_first_that_fits(home: Home) -> None:
    async with home.play() as pilot:
        await pilot.press("slash", *"last", "enter")
        await settled(pilot, lambda: isinstance(pilot.app.screen, PracticeScreen))
        assert home.journal.read().entries[-1].problem == "sum-last"


async def test_after_coming_back_to_what_was_filtered_the_list_has_the_keys(home: Home) -> None:
    async with home.play() as pilot:
        await pilot.press("slash", *"last", "enter")
        await settled(pilot, lambda: isinstance(pilot.app.screen, PracticeScreen))
        await pilot.press("escape")
        await until(pilot, "sum-last", "esc Show all")
        assert focused(pilot).id == "problems"
        await pilot.press("q")
        assert not pilot.app.is_running


async def test_letters_that_move_in_vim_move_here(home: Home) -> None:
    async with home.play() as pilot:
        rows = pilot.app.screen.query_one(ProblemList)
        await settled(pilot, lambda: rows.chosen == "sum-up")
        await pilot.press("j", "j", "k")
        await settled(pilot, lambda: rows.chosen == "sum-more")
        await pilot.press("slash", "j", "k")
        await until(pilot, "No problem has “jk”.")


async def test_arrows_choose_among_what_was_filtered(home: Home) -> None:
    async with home.play() as pilot:
        await pilot.press("slash", *"sum", "down", "enter")
        await settled(pilot, lambda: isinstance(pilot.app.screen, PracticeScreen))
        assert home.journal.read().entries[-1].problem == "sum-more"


async def test_escape_shows_all_again(home: Home) -> None:
    async with home.play() as pilot:
        await pilot.press("slash", *"more")
        await pilot.press("escape")
        text = await until(pilot, "sum-up", "sum-last")
        assert "Show all" not in text
        assert focused(pilot).id == "problems"


async def test_a_filter_that_fits_nothing_says_how_to_go_on(home: Home) -> None:
    async with home.play() as pilot:
        await pilot.press("slash", *"[b]zzz")
        await until(pilot, "No problem has “[b]zzz”. esc shows all of them.")


async def test_letters_in_the_filter_are_no_commands(home: Home) -> None:
    async with home.play() as pilot:
        await pilot.press("slash", "q")
        assert pilot.app.is_running
        assert "q" in shown(pilot)


async def test_question_mark_says_what_the_keys_do(home: Home) -> None:
    async with home.play() as pilot:
        await pilot.press("question_mark")
        await until(pilot, "Practise the problem under the cursor", "Show only what has these words")
        assert isinstance(pilot.app.screen, HelpScreen)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, BrowseScreen)


async def test_q_quits(home: Home) -> None:
    async with home.play() as pilot:
        await pilot.press("q")
        await settled(pilot, lambda: not pilot.app.is_running)


async def test_what_is_broken_is_named_and_the_rest_works(home: Home) -> None:
    (home.folder / "content" / "first" / "sum-up" / "problem.toml").write_text("title = ")
    home.session.catalogue = load_catalogue(home.folder / "content")
    async with home.play(size=(240, 40)) as pilot:
        text = await until(pilot, "problem.toml")
        assert "sum-more" in text


async def test_an_empty_catalogue_says_what_to_do(home: Home) -> None:
    home.session.catalogue = Catalogue(())
    async with home.play() as pilot:
        await until(pilot, "There are no problems here.", "flaxdrills doctor")
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, BrowseScreen)


async def test_a_notice_covers_nothing_below_the_second_line(home: Home) -> None:
    async with home.play() as pilot:
        await until(pilot, "sum-up")
        before = shown(pilot).splitlines()
        pilot.app.notify("Copied: 3 lines.")
        text = await until(pilot, "Copied: 3 lines.")
        assert "Copied: 3 lines." in text.splitlines()[0]
        assert text.splitlines()[2:] == before[2:]


async def test_notices_are_shown_as_they_are(home: Home) -> None:
    async with home.play(notices=["no setting '[red]x'"]) as pilot:
        await until(pilot, "no setting '[red]x'")


async def test_a_theme_that_is_not_there_is_said(home: Home) -> None:
    async with home.play(settings=Settings(theme="nrod"), size=(120, 40)) as pilot:
        await until(pilot, "There is no theme 'nrod'.", "nord")


async def test_a_theme_of_the_settings_is_used(home: Home) -> None:
    async with home.play(settings=Settings(theme="nord")) as pilot:
        assert pilot.app.theme == "nord"


async def test_what_was_solved_meanwhile_is_seen_on_coming_back(home: Home) -> None:
    async with home.play(0) as pilot:
        home.journal.append(EntryKind.ATTEMPT, "sum-up", verdict="passed")
        await pilot.press("escape")
        await until(pilot, "1 of 3 solved")


async def test_the_palette_offers_what_the_keys_do(home: Home) -> None:
    async with home.play(0, size=(120, 40)) as pilot:
        await pilot.press("ctrl+p")
        await until(pilot, "Edit: edit your file", "Hint: take the next hint")


async def test_the_palette_opens_any_problem_by_its_name(home: Home) -> None:
    async with home.play(0, size=(120, 40)) as pilot:
        await pilot.press("ctrl+p", *"sum-last")
        await until(pilot, "Open: Sum with a layer", "sum-last")
        await pilot.press("enter", "enter")
        await until(pilot, "Second 1/1")
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, BrowseScreen)


@pytest.mark.parametrize("place", [None, 0])
async def test_the_palette_has_everything_that_a_key_does_here(home: Home, place: int | None) -> None:
    async with home.play(place) as pilot:
        await until(pilot, "? Help")
        commands = [command.title for command in pilot.app.get_system_commands(pilot.app.screen)]
        bindings = [active.binding for active in pilot.app.screen.active_bindings.values()]
        ours = [one for one in bindings if one.id and one.description and one.show and one.id != "palette"]
        assert len(ours) > 4
        for binding in ours:
            beginning, end = f"{binding.description}: ", f"   {pilot.app.get_key_display(binding)}"
            assert any(title.startswith(beginning) and title.endswith(end) for title in commands), binding


async def test_what_is_told_of_a_problem_begins_with_what_became_of_it(tiny_content: Path, tmp_path: Path) -> None:
    content = shutil.copytree(tiny_content, tmp_path / "changed")
    concepts = [f"nnx.Concept{number}" for number in range(9)]
    with (content / "first" / "sum-up" / "problem.toml").open("a") as file:
        file.write(f"concepts = {concepts}\n")
    home = home_at(tmp_path, content)
    home.journal.append(EntryKind.ATTEMPT, "sum-up", verdict="passed")
    home.session.progress.refresh()
    async with home.play() as pilot:
        await until(pilot, "1 run · due again on ", " · nnx.Concept0 · ")
