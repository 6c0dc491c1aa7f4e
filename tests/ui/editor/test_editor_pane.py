"""The app's own editor."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.text import Text
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import TextArea

from flaxdrills.judging.events import Done, Raised, StackFrame, Started
from flaxdrills.system.settings import Settings
from flaxdrills.ui.editor.code_editor import CodeEditor
from flaxdrills.ui.look.python_highlighting import python_lines
from flaxdrills.ui.screens.confirm_dialog import ConfirmDialog
from tests.ui.conftest import Home, focused, noticed, settled, shown, until

BUILT_IN = Settings(editor="builtin")
ERROR = (Started(), Raised("TypeError", "no", (StackFrame(2, "sum_up", "return [x]"),), "small", ""), Done(0.1))
CODE = "def sum_up(x):\n    return [x]\n"


async def edited(pilot: Pilot[None]) -> CodeEditor:
    """The editor, once it is open and at its line."""
    await pilot.press("e")
    await settled(pilot, lambda: isinstance(pilot.app.focused, CodeEditor))
    await pilot.pause()
    editor = pilot.app.focused
    assert isinstance(editor, CodeEditor)
    return editor


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (120, 40)])
async def test_what_is_typed_is_saved_to_the_file_and_run(home: Home, size: tuple[int, int]) -> None:
    async with home.play(0, size, BUILT_IN) as pilot:
        editor = await edited(pilot)
        assert "raise NotImplementedError" in editor.document.get_line(editor.cursor_location[0])
        await pilot.press("shift+end", *"return [x", "ctrl+s")
        text = await until(pilot, "PASSED", "return [x]")
        assert "not saved" not in text
        assert home.file().read_text().endswith("def sum_up(x):\n    return [x]\n")
        assert home.workers.judged == [home.file().read_text()]
        assert focused(pilot) is editor


async def test_after_a_pass_it_is_said_how_enter_goes_on(home: Home) -> None:
    async with home.play(0, (80, 24), BUILT_IN) as pilot:
        await edited(pilot)
        await pilot.press("x", "ctrl+s")
        text = await until(pilot, "PASSED", "enter goes on to", "esc leaves the editor first.")
        assert "enter Next" not in text
        await pilot.press("escape")
        assert "esc leaves the editor" not in await until(pilot, "enter goes on to", "enter Next")
        await pilot.press("enter")
        await settled(pilot, lambda: home.session.overview().last_opened == "sum-more")


async def test_leaving_saves_and_the_keys_are_the_apps_again(home: Home) -> None:
    async with home.play(0, (80, 24), BUILT_IN) as pilot:
        await edited(pilot)
        await pilot.press("x")
        await until(pilot, "not saved", "esc Done")
        await pilot.press("escape")
        await until(pilot, "PASSED", "e Edit")
        assert home.workers.judged == [home.file().read_text()]
        assert focused(pilot).id == "code"
        await pilot.press("t")
        await until(pilot, "Write sum_up(x)")


async def test_leaving_without_a_change_saves_and_runs_nothing(home: Home) -> None:
    async with home.play(0, (80, 24), BUILT_IN) as pilot:
        before = home.file().stat()
        await edited(pilot)
        await pilot.press("x", "backspace", "escape")
        await until(pilot, "e Edit")
        await pilot.pause(0.2)
        assert home.file().stat().st_ino == before.st_ino
        assert not home.workers.judged


async def test_it_opens_at_the_line_that_went_wrong_and_remembers_its_place(home: Home) -> None:
    home.file().write_text(CODE)
    home.workers.script[CODE] = ERROR
    async with home.play(0, (120, 40), BUILT_IN) as pilot:
        await pilot.press("r")
        await until(pilot, "ERROR")
        editor = await edited(pilot)
        assert editor.cursor_location == (1, 4)
        await pilot.press("down", *"# more", "escape")
        await until(pilot, "PASSED")
        assert await edited(pilot) is editor
        assert editor.cursor_location == (2, 6)
        await pilot.press("ctrl+z")
        assert editor.text == CODE


async def test_without_any_editor_it_is_there(home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    async with home.play(0, (120, 40)) as pilot:
        await edited(pilot)
        assert "Save and run" in shown(pilot)


async def test_one_that_was_named_and_is_missing_is_not_replaced(home: Home) -> None:
    async with home.play(0, (120, 40), Settings(editor="no-such-editor")) as pilot:
        await pilot.press("e")
        await until(pilot, "'no-such-editor'")
        assert not pilot.app.screen.query(TextArea)


async def test_the_keys_of_code(home: Home) -> None:
    home.file().write_text("")
    async with home.play(0, (120, 40), BUILT_IN) as pilot:
        editor = await edited(pilot)
        await pilot.press(*"def f(x", *")", *":", "enter", *"return g(", "enter", *"x")
        assert editor.text == "def f(x):\n    return g(\n        x\n    )"
        await pilot.press("backspace", "backspace")
        assert editor.text == "def f(x):\n    return g(\n    \n    )"
        await pilot.press("down", "end", "enter", "tab", "shift+tab", *"y[", "backspace")
        assert editor.text == "def f(x):\n    return g(\n    \n    )\n    y"
        await pilot.press("ctrl+home", "shift+down", "shift+down", "tab")
        assert editor.text == "    def f(x):\n        return g(\n    \n    )\n    y"
        await pilot.press("shift+tab")
        assert editor.text == "def f(x):\n    return g(\n    \n    )\n    y"
        await pilot.press("ctrl+end")
        assert editor.cursor_location == (4, 5)
        await pilot.press("ctrl+home", "shift+right", "shift+right", "shift+right", "[")
        assert editor.text.startswith("[def] f(x):")
        await pilot.press("ctrl+a", "z")
        assert editor.text == "z"


async def test_syntax_is_coloured_and_controls_are_text(home: Home) -> None:
    home.file().write_text('# a\tb\x1b[2J\nx = """\nif "\n"""\nif x:\n# \U0001f468\u200d\U0001f469\n')
    async with home.play(0, (120, 40), BUILT_IN) as pilot:
        editor = await edited(pilot)
        lines = [editor.get_line(row) for row in range(7)]
        assert lines[0].plain == "# a\tb\u241b[2J"
        assert "\x1b[2J" not in shown(pilot)
        in_string, keyword = (line.get_style_at_offset(pilot.app.console, 0) for line in (lines[2], lines[4]))
        assert keyword.bold and not in_string.bold
        assert keyword.color != in_string.color
        # As long as in the file, and with nothing in it that has another width in each terminal.
        assert lines[5].plain == "# \U0001f468\u200b\U0001f469"
        assert lines[6].plain == ""
        await pilot.press("ctrl+s")
        await until(pilot, "PASSED")
        assert home.file().read_text() == '# a\tb\x1b[2J\nx = """\nif "\n"""\nif x:\n# \U0001f468\u200d\U0001f469\n'


@pytest.mark.parametrize("text", ["a\nb", "a\r\nb\r\n", "", "\n", "a\tb\n\n\n", "ö\n"])
async def test_a_file_is_saved_as_it_was(home: Home, text: str) -> None:
    home.file().write_bytes(text.encode())
    async with home.play(0, (80, 24), BUILT_IN) as pilot:
        await edited(pilot)
        await pilot.press("ctrl+s")
        await until(pilot, "PASSED")
        assert home.file().read_bytes() == text.encode()


@pytest.mark.parametrize("text", ["a\x0cb\n", 'x = "a\u2028b"\n', "a\r\nb\n", "a\x85"])
async def test_a_file_that_would_be_changed_is_not_opened(home: Home, text: str) -> None:
    home.file().write_bytes(text.encode())
    async with home.play(0, (120, 40), BUILT_IN) as pilot:
        await pilot.press("e")
        await noticed(pilot, "has line ends that the")
        assert not pilot.app.screen.query(TextArea)
        assert home.file().read_bytes() == text.encode()


async def test_what_another_program_saves_is_shown_and_run(home: Home) -> None:
    async with home.play(0, (120, 40), BUILT_IN) as pilot:
        editor = await edited(pilot)
        await pilot.pause(0.2)
        home.file().write_text(CODE)
        await until(pilot, "PASSED")
        assert editor.text == CODE
        assert "not saved" not in shown(pilot)


async def test_of_two_changes_both_are_kept(home: Home) -> None:
    async with home.play(0, (120, 40), BUILT_IN) as pilot:
        editor = await edited(pilot)
        await pilot.press("x")
        mine = editor.text
        await pilot.pause(0.2)
        home.file().write_text(CODE)
        await until(pilot, "Another program changed your file.")
        assert editor.text == mine
        await pilot.press("ctrl+s")
        await until(pilot, "Another program had changed")
        assert home.file().read_text() == mine
        assert CODE in [path.read_text() for path in (home.folder / "history" / "sum-up").iterdir()]


async def test_quitting_loses_nothing(home: Home) -> None:
    async with home.play(0, (80, 24), BUILT_IN) as pilot:
        editor = await edited(pilot)
        await pilot.press("x")
        mine = editor.text
        pilot.app.exit()
    assert home.file().read_text() == mine


async def test_going_to_another_problem_loses_nothing(home: Home) -> None:
    async with home.play(0, (80, 24), BUILT_IN) as pilot:
        editor = await edited(pilot)
        await pilot.press("x")
        mine = editor.text
        await pilot.app.screen.run_action("go(1)")
        await until(pilot, "First 2/2")
        assert home.file().read_text() == mine


async def test_what_was_typed_when_the_app_was_killed_is_there_again(home: Home) -> None:
    file = home.file()
    was = file.read_text()
    draft = file.with_name(f".{file.name}.unsaved")
    draft.write_text("half of it")
    async with home.play(0, (120, 40), BUILT_IN) as pilot:
        editor = await edited(pilot)
        await until(pilot, "What you had typed and not saved is back.", "not saved")
        assert editor.text == "half of it"
        assert file.read_text() == was
        await pilot.press("ctrl+z")
        assert editor.text == was
        await settled(pilot, lambda: not draft.exists())
        await pilot.press("x")
        await settled(pilot, draft.exists)
        assert draft.read_text() == editor.text


async def test_r_saves_what_is_being_written_first(home: Home) -> None:
    async with home.play(0, (120, 40), BUILT_IN) as pilot:
        editor = await edited(pilot)
        await pilot.press("x")
        await pilot.click("#report")
        await pilot.press("r")
        await until(pilot, "PASSED")
        assert home.workers.judged == [editor.text]
        await pilot.press("2")
        assert focused(pilot) is editor


async def test_a_reset_keeps_what_is_being_written(home: Home) -> None:
    async with home.play(0, (120, 40), BUILT_IN) as pilot:
        editor = await edited(pilot)
        await pilot.press("x")
        mine = editor.text
        await pilot.press("ctrl+r")
        await settled(pilot, lambda: isinstance(pilot.app.screen, ConfirmDialog))
        await pilot.press("y")
        await until(pilot, "This is a fresh stub. Your old file is", "raise NotImplementedError")
        assert [path.read_text() for path in (home.folder / "history" / "sum-up").iterdir()] == [mine]
        await edited(pilot)
        assert editor.text == home.file().read_text() != mine


async def test_a_save_that_is_impossible_is_said_and_the_text_stays(home: Home) -> None:
    async with home.play(0, (120, 40), BUILT_IN) as pilot:
        editor = await edited(pilot)
        await pilot.press("x")
        mine = editor.text
        home.file().write_bytes(b"\xff")
        await pilot.press("escape")
        await noticed(pilot, "is not UTF-8 text")
        await until(pilot, "not saved")
        assert focused(pilot) is editor
        assert editor.text == mine
        home.file().write_text("")


async def test_the_cursor_stays_in_sight_when_the_report_takes_room(home: Home) -> None:
    lines = "".join(f"line_{number} = {number}\n" for number in range(40))
    home.file().write_text(lines)
    message = "\n".join(f"word {number}" for number in range(5))
    home.workers.script[f"x{lines}"] = (Started(), Raised("TypeError", message, (), "small", ""), Done(0.1))
    async with home.play(0, (80, 24), BUILT_IN) as pilot:
        editor = await edited(pilot)
        editor.move_cursor((0, 0))
        await pilot.press("x", *["down"] * 12)
        await until(pilot, "line_12 = 12")
        await pilot.press("ctrl+s")
        await until(pilot, "ERROR", "word 4")
        await settled(pilot, lambda: "line_12 = 12" in shown(pilot))
        assert editor.cursor_location[0] == 12


async def test_what_is_typed_without_a_pause_is_kept_all_the_time(home: Home) -> None:
    async with home.play(0, (80, 24), BUILT_IN) as pilot:
        editor = await edited(pilot)
        file = home.file()
        draft = file.with_name(f".{file.name}.unsaved")
        for _ in range(8):
            await pilot.press("x")
            await pilot.pause(0.1)
        assert draft.exists()
        assert "xxx" in draft.read_text()
        await settled(pilot, lambda: draft.read_text() == editor.text)


async def test_where_the_editor_is_not_there_the_apps_own_is_offered(home: Home) -> None:
    async with home.play(0, (80, 24), Settings(editor="nosuch")) as pilot:
        await pilot.press("e")
        await until(pilot, "The setting `editor` names the editor 'nosuch',", "Write in the app's own editor instead?")
        await pilot.press("n")
        await settled(pilot, lambda: not isinstance(pilot.app.screen, ConfirmDialog))
        assert not isinstance(pilot.app.focused, CodeEditor)
        await pilot.press("e")
        await settled(pilot, lambda: isinstance(pilot.app.screen, ConfirmDialog))
        await pilot.press("enter")
        await settled(pilot, lambda: isinstance(pilot.app.focused, CodeEditor))


async def test_a_file_that_would_make_each_key_slow_is_not_opened(home: Home) -> None:
    home.file().write_text("x = 1\n" * 6_000)
    async with home.play(0, (80, 24), BUILT_IN) as pilot:
        await pilot.press("e")
        await noticed(pilot, "too long for the app's own editor: 6,000 lines, 36,000 characters.")
        assert not pilot.app.screen.query(CodeEditor)


async def test_what_is_typed_is_coloured_once_and_only_lines_in_sight_are_drawn(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.file().write_text("x = 1\n" * 1_000)
    async with home.play(0, (80, 24), BUILT_IN) as pilot:
        editor = await edited(pilot)
        drawn: list[int] = []
        coloured: list[str] = []
        get_line = editor.get_line

        def counted(line_index: int) -> Text:
            drawn.append(line_index)
            return get_line(line_index)

        def counted_too(source: str) -> list[Content]:
            coloured.append(source)
            return python_lines(source)

        monkeypatch.setattr(editor, "get_line", counted)
        monkeypatch.setattr("flaxdrills.ui.editor.code_editor.python_lines", counted_too)
        await pilot.press("y")
        await until(pilot, "yx = 1")
        assert len(coloured) == 1
        assert len(drawn) < 100
