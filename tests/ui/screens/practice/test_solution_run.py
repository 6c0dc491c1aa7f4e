"""Running the file: by key, by a save, by coming back from the editor; and what the report says."""

from __future__ import annotations

import gc

import pytest

from flaxdrills.journal.journal import EntryKind
from flaxdrills.judging.events import (
    Broke,
    Checked,
    CheckKind,
    CheckResult,
    Died,
    Done,
    Event,
    Killed,
    Limit,
    Noted,
    Preparing,
    Printed,
    Raised,
    StackFrame,
    Started,
)
from flaxdrills.judging.report import Report
from flaxdrills.judging.verdict import Verdict
from flaxdrills.ui.screens.confirm_dialog import ConfirmDialog
from flaxdrills.ui.screens.practice.file_and_report import FileAndReport
from tests.conftest import Looks
from tests.ui.conftest import PASSING, SIZES, Home, checked, focused, headlines, settled, shown, until

WRONG = "The value is wrong.\ninput     x=[1. 2.]\nexpected  3\ngot       [red]x[/red]"
FAILING = (
    Started(),
    checked("small", WRONG),
    checked("wide", "The shape should be (1,), and is ()."),
    checked("A layer was built"),
    Printed("[bold]hello[/bold] \\x1b[2J\nFAILED?", False),
    Done(0.5),
)
FRAMES = (StackFrame(5, "helper", "g(x)"), StackFrame(2, "sum_up", "return [x]"))
RAISING = (
    Started(),
    Raised("TypeError", "got (3,) and (2,) [/]", FRAMES, "small", "The shapes [/] differ."),
    Done(0.1),
)
CODE = "def sum_up(x):\n    return [x]\n"


@pytest.fixture(autouse=True)
def no_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("size", [(60, 15), *SIZES])
@pytest.mark.parametrize(
    ("events", "verdict", "first"),
    [
        (PASSING, Verdict.PASSED, "Well done. 1 of 3 solved."),
        (FAILING, Verdict.FAILED, "small"),
        (RAISING, Verdict.ERROR, "TypeError: got (3,) and (2,) [/]"),
        ((Started(), Killed(Limit.TIME, "More than 10 s.")), Verdict.TIMEOUT, "More than 10 s."),
        ((Started(), Killed(Limit.MEMORY, "More than 4096 MiB.")), Verdict.MEMORY, "More than 4096 MiB."),
        ((Started(), Died("Killed by signal 11.")), Verdict.CRASHED, "Killed by signal 11."),
        ((Broke("The judge is gone.\nSay so."),), Verdict.BROKEN, "The judge is gone."),
    ],
)
async def test_the_headline_is_the_verdict_and_what_to_look_at_first_follows(
    home: Home, size: tuple[int, int], events: tuple[Event, ...], verdict: Verdict, first: str
) -> None:
    home.file().write_text(CODE)
    home.workers.script[CODE] = [event for event in events if not isinstance(event, Printed)]
    async with home.play(0, size) as pilot:
        assert not list(headlines(shown(pilot)))
        await pilot.press("r")
        text = await until(pilot, verdict.headline, first)
        assert list(headlines(text)) == [verdict.headline]
        assert text.count(verdict.headline) == 1
        assert home.kinds().count("attempt") == (verdict is not Verdict.BROKEN)


async def test_a_message_keeps_its_columns_and_says_all(home: Home) -> None:
    home.file().write_text(CODE)
    home.workers.script[CODE] = FAILING
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("r")
        text = await until(pilot, "2 of 3 checks do not hold", "▸ 1 more check does not hold · 1 holds")
        rows = [
            line[line.index(word) :]
            for line in text.splitlines()
            for word in ("input  ", "expected  ", "got  ")
            if word in line
        ]
        assert rows == ["input      x=[1. 2.]", "expected   3", "got        [red]x[/red]"]
        assert "A layer was built" not in text


async def test_what_the_learner_printed_is_text_and_stands_last(home: Home) -> None:
    home.file().write_text(CODE)
    home.workers.script[CODE] = FAILING
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("r")
        text = await until(pilot, "Printed:", "[bold]hello[/bold] \\x1b[2J")
        await pilot.press("f")
        text = await until(pilot, "A layer was built")
        assert text.index("A layer was built") < text.index("Printed:")


async def test_an_error_shows_the_learners_frames_and_marks_the_line(home: Home) -> None:
    home.file().write_text(CODE)
    home.workers.script[CODE] = RAISING
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("r")
        text = await until(pilot, "line 5, in helper: g(x)", "line 2, in sum_up: return [x]")
        assert text.index("got (3,)") < text.index("The shapes [/] differ.") < text.index("line 2, in sum_up")
        assert "▶ 2      return [x]" in text


async def test_a_check_that_names_an_attribute_marks_the_line_that_assigns_it(home: Home) -> None:
    code = f"{CODE}\n\nmodel.scale = 2\n"
    home.file().write_text(code)
    built = CheckResult("A layer was built", CheckKind.MECHANISM, False, "`scale` is an int.")
    home.workers.script[code] = (*FAILING[:3], Checked(built), Done(0.5))
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("r")
        await until(pilot, "scale is an int.", "▶ 5  model.scale = 2")


async def test_a_recognised_mistake_is_answered_with_its_diagnosis(home: Home) -> None:
    wrong = home.folder / "content" / "first" / "sum-up" / "wrong"
    home.workers.script[(wrong / "scalar.py").read_text()] = FAILING
    home.workers.script[(wrong / "by_hand.py").read_text()] = (Started(), Raised("TypeError", "no"), Done(0.1))
    home.workers.script[CODE] = FAILING
    home.file().write_text(CODE)
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("r")
        text = await until(pilot, "FAILED", "The sum has no axis.")
        assert text.index("The sum has no axis.") < text.index("The value is wrong.") < text.index("expected  ")
        assert "usual mistakes" not in text


async def test_what_is_said_of_any_such_error_is_left_out_beside_a_diagnosis(home: Home) -> None:
    wrong = home.folder / "content" / "first" / "sum-up" / "wrong"
    home.workers.script[(wrong / "scalar.py").read_text()] = RAISING
    home.workers.script[(wrong / "by_hand.py").read_text()] = FAILING
    home.workers.script[CODE] = RAISING
    home.file().write_text(CODE)
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("r")
        text = await until(pilot, "ERROR", "got (3,)", "The sum has no axis.", "line 2, in sum_up")
        assert text.index("got (3,)") < text.index("The sum has no axis.") < text.index("line 2, in sum_up")
        assert "differ." not in text


async def test_in_a_small_terminal_the_explanation_of_a_long_error_is_in_sight(home: Home) -> None:
    message = "\n".join(["Found data " * 40, "", *(f"{number}. advice" for number in range(1, 9))])
    cause = f"{'Why it is so. ' * 25}That is all."
    home.workers.script[CODE] = (Started(), Raised("ValueError", message, FRAMES, "small", cause), Done(0.1))
    home.file().write_text(CODE)
    async with home.play(0, (80, 24)) as pilot:
        await pilot.press("r")
        await until(pilot, "ValueError: Found data", "That is all.")


async def test_a_new_verdict_starts_at_its_top(home: Home) -> None:
    long = (*FAILING[:-2], Printed("\n".join(map(str, range(99))), False))
    home.workers.script[CODE] = (*long, Done(0.5))
    home.workers.script[f"{CODE}#"] = (*long, Done(0.6))
    home.file().write_text(CODE)
    async with home.play(0, (80, 24)) as pilot:
        await pilot.press("r")
        await until(pilot, "FAILED")
        await pilot.press("f", "end")
        await until(pilot, " 98")
        home.file().write_text(f"{CODE}#")
        await pilot.press("r")
        await until(pilot, "FAILED", "small")


async def test_the_address_in_an_error_of_linens_is_folded(home: Home) -> None:
    page = "https://flax.readthedocs.io/en/latest/api_reference/flax.errors.html#flax.errors.ScopeParamShapeError"
    raised = Raised("ScopeParamShapeError", f"The shape is (). ({page})", FRAMES, "small", "")
    home.workers.script[CODE] = (Started(), raised, Done(0.1))
    home.file().write_text(CODE)
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("r")
        text = await until(pilot, "ScopeParamShapeError: The shape is ().", "line 2, in sum_up")
        assert "readthedocs" not in text and "1 more line of the message" in text
        await pilot.press("f")
        await until(pilot, "(https://flax.readthedocs.io/en/latest/api_refe")
        await pilot.press("3", "y")
        assert page in pilot.app.clipboard


async def test_a_pass_offers_the_next_problem_and_notes(home: Home) -> None:
    home.file().write_text(CODE)
    home.workers.script[CODE] = [Noted("`.value` is deprecated; write [...]."), *PASSING]
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("r")
        await until(pilot, "enter goes on to “Sum with a layer”.", "Note: .value is deprecated; write [...].", "✓ Sum")
        await pilot.press("enter")
        await until(pilot, "First 2/2")


@pytest.mark.parametrize("part", ["1", "2", "3"])
async def test_enter_goes_on_only_after_a_pass_wherever_the_keys_are(home: Home, part: str) -> None:
    home.file().write_text(CODE)
    home.workers.script[CODE] = FAILING
    async with home.play(0) as pilot:
        await pilot.press(part, "enter", "r")
        await until(pilot, "FAILED")
        await pilot.press("enter")
        assert "First 1/2" in await until(pilot, "FAILED")
        home.workers.script[CODE] = PASSING
        await pilot.press("r")
        await until(pilot, "PASSED", "enter Next")
        await pilot.press("enter")
        await until(pilot, "First 2/2")


async def test_after_a_pass_enter_goes_to_what_is_not_solved_yet(home: Home) -> None:
    home.journal.append(EntryKind.ATTEMPT, "sum-more", verdict="passed")
    home.session.progress.refresh()
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("r")
        await until(pilot, "PASSED", "2 of 3 solved")
        await pilot.press("enter")
        await until(pilot, "Second 1/1")


async def test_after_the_last_one_enter_leads_nowhere(home: Home) -> None:
    home.journal.append(EntryKind.ATTEMPT, "sum-up", verdict="passed")
    home.journal.append(EntryKind.ATTEMPT, "sum-more", verdict="passed")
    home.session.progress.refresh()
    async with home.play(2, (120, 40)) as pilot:
        await pilot.press("r")
        text = await until(pilot, "PASSED", "That is all 3 of them")
        assert "enter" not in text
        await pilot.press("enter")
        await until(pilot, "Second 1/1")


async def test_what_a_report_folds_is_opened_with_a_key_or_a_click_and_stays_open(home: Home) -> None:
    home.file().write_text(CODE)
    home.workers.script[CODE] = [*FAILING[:-2], Printed("a\nb\nc\nthe last line", False), FAILING[-1]]
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("r")
        text = await until(pilot, "▸ 1 more check does not hold · 1 holds", "▸ printed 4 lines", "f More")
        assert "the last line" not in text and "A layer was built" not in text
        await pilot.click("#printed-fold")
        text = await until(pilot, "▾ printed 4 lines", "the last line")
        assert "A layer was built" not in text
        await pilot.press("3", "enter")
        await until(pilot, "✗ wide: The shape should be (1,), and is ().", "✓ A layer was built", "the last line")
        await pilot.press("r")
        await until(pilot, "FAILED", "the last line")
        await pilot.press("f")
        assert "the last line" not in await until(pilot, "▸ printed 4 lines")


async def test_f_goes_to_what_it_unfolds_and_back_to_what_comes_first(home: Home) -> None:
    lines = "\n".join(f"line {number}" for number in range(60))
    home.file().write_text(CODE)
    home.workers.script[CODE] = [*FAILING[:-2], Printed(lines, False), FAILING[-1]]
    async with home.play(0) as pilot:
        await pilot.press("r")
        text = await until(pilot, "FAILED", "f More")
        assert "A layer was built" not in text
        await pilot.press("f")
        await until(pilot, "A layer was built", "▾ printed 60 lines", "line 1")
        await settled(pilot, lambda: "FAILED" not in shown(pilot))
        await pilot.press("space")
        await until(pilot, "line 20")
        await pilot.press("f")
        await until(pilot, "FAILED", "▸ printed 60 lines")


async def test_of_a_long_error_the_beginning_and_the_line_are_in_sight_and_f_shows_the_rest(home: Home) -> None:
    home.file().write_text(CODE)
    message = "\n".join(["Found data.", "Consider one of these:", "", *(f"{number}. advice" for number in range(1, 9))])
    home.workers.script[CODE] = (Started(), Raised("ValueError", message, FRAMES, "small", "Why it is so."), Done(0.1))
    async with home.play(0) as pilot:
        await pilot.press("r")
        text = await until(pilot, "ValueError: Found data.", "Why it is so.", "line 5, in helper: g(x)")
        assert "Consider" not in text
        await pilot.press("f")
        await until(pilot, "Consider one of these:", "1. advice", "8. advice")


async def test_above_an_editor_in_tmux_an_error_is_in_sight_to_its_end(home: Home) -> None:
    home.file().write_text(CODE)
    cause = "\n".join(f"Sentence {number}." for number in range(1, 7))
    home.workers.script[CODE] = (Started(), Raised("ValueError", "One.\nTwo.", FRAMES, "small", cause), Done(0.1))
    async with home.play(0, (120, 19)) as pilot:
        await pilot.press("r")
        await until(pilot, "ValueError: One.", "Sentence 6.", "▶ 2      return [x]")


async def test_a_recursion_is_one_line(home: Home) -> None:
    home.file().write_text(CODE)
    frames = (StackFrame(9, "outer", "f(x)"), *[StackFrame(2, "f", "return f(x)")] * 20)
    home.workers.script[CODE] = (Started(), Raised("RecursionError", "too deep", frames, "small", "Why."), Done(0.1))
    async with home.play(0) as pilot:
        await pilot.press("r")
        again = "line 2, in f: return f(x)   (again and again)"
        text = await until(pilot, "line 9, in outer: f(x)", again, "Why.")
        assert text.count("line 2") == 1
        await pilot.press("3", "y")
        assert again in pilot.app.clipboard


async def test_a_run_says_how_long_it_may_take(home: Home) -> None:
    home.file().write_text("while True: 1")
    home.workers.script["while True: 1"] = [Started()]
    async with home.play(0) as pilot:
        await pilot.press("r")
        await until(pilot, f"esc cancels; it may take {home.problems[0].limits.run_s:g} s")


async def test_checks_are_shown_as_they_are_made(home: Home) -> None:
    home.file().write_text("while True: 1")
    home.workers.script["while True: 1"] = [Started(), checked("small"), checked("wide", "no")]
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("r")
        text = await until(pilot, "Running", "running your solution", "✓ small", "✗ wide", "· A layer was built")
        assert not list(headlines(text))


async def test_escape_cancels_the_run_and_clears_what_it_said(home: Home) -> None:
    home.file().write_text("while True: 1")
    home.workers.script["while True: 1"] = [Started(), checked("small")]
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("r")
        await until(pilot, "✓ small", "esc Cancel")
        await pilot.press("escape")
        text = await until(pilot, "The run was cancelled.", "esc Back")
        assert "✓ small" not in text
        await settled(pilot, lambda: home.workers.cancelled)
        assert "attempt" not in home.kinds()
        await pilot.press("escape")
        await until(pilot, "0 of 3 solved")


async def test_a_key_that_was_offered_for_a_moment_goes_with_the_run(home: Home) -> None:
    home.file().write_text(CODE)
    home.workers.script[CODE] = FAILING
    async with home.play(0, (60, 15)) as pilot:
        await until(pilot, "Nothing was run yet.")
        run = pilot.app.screen.query_one(FileAndReport).solution_run
        # The footer is asked to look while the report grows, as it is when a dialogue ends.
        run.report = Report("sum-up", stage="handing your file to a worker")
        pilot.app.screen.refresh_bindings()
        await until(pilot, "esc Cancel")
        run.report = run.report.after(Started()).after(Died("Killed."))
        await until(pilot, "CRASHED")
        await settled(pilot, lambda: "esc Cancel" not in shown(pilot))


async def test_a_run_that_is_cancelled_before_its_turn_leaves_nothing_behind(home: Home) -> None:
    async with home.play(0) as pilot:
        run = pilot.app.screen.query_one(FileAndReport).solution_run
        run.start()
        run.cancel()
        await pilot.pause()
        # A coroutine that was never awaited warns when it goes.
        gc.collect()
        assert run.report is None or run.report.verdict is None


async def test_keys_do_not_wait_for_a_run(home: Home) -> None:
    home.file().write_text("while True: 1")
    home.workers.script["while True: 1"] = [Started()]
    async with home.play(0) as pilot:
        await pilot.press("r", "t")
        await until(pilot, "Write sum_up(x)", "Running")


async def test_a_save_runs_the_file(home: Home, looks: Looks) -> None:
    async with home.play(0, (120, 40)) as pilot:
        await looks.more()
        home.file().write_text(CODE)
        await until(pilot, "PASSED", "return [x]")
        assert home.workers.judged == [CODE]


async def test_a_newer_save_replaces_the_older_run(home: Home, looks: Looks) -> None:
    home.workers.script["while True: 1"] = [Started()]
    async with home.play(0, (120, 40)) as pilot:
        await looks.more()
        home.file().write_text("while True: 1")
        await until(pilot, "Running")
        home.file().write_text(CODE)
        await until(pilot, "PASSED")
        assert home.workers.cancelled == ["while True: 1"]
        assert home.kinds().count("attempt") == 1


async def test_a_spare_is_prepared_after_every_run(home: Home) -> None:
    async with home.play(0) as pilot:
        await pilot.press("r")
        await until(pilot, "PASSED")
        await settled(pilot, lambda: len(home.workers.prepared) == 2)
        await pilot.press("r")
        await settled(pilot, lambda: len(home.workers.prepared) == 3)


async def test_a_run_that_could_not_be_recorded_says_so(home: Home) -> None:
    async with home.play(0, (120, 40)) as pilot:
        (home.folder / "journal").rename(home.folder / "moved")
        (home.folder / "journal").write_text("in the way")
        await pilot.press("r")
        await until(pilot, "PASSED", "This run is not recorded yet")


async def test_what_could_not_be_recorded_is_said_on_the_first_screen_until_it_is(home: Home) -> None:
    async with home.play(0, (120, 40)) as pilot:
        (home.folder / "journal").rename(home.folder / "moved")
        (home.folder / "journal").write_text("in the way")
        await pilot.press("r")
        await until(pilot, "PASSED", "This run is not recorded yet")
        await pilot.press("escape")
        await until(pilot, "1 of 3 solved", "One thing that you did is not recorded yet")
        (home.folder / "journal").unlink()
        (home.folder / "moved").rename(home.folder / "journal")
        await pilot.press("enter")
        await until(pilot, "the sum of x")
        await pilot.press("escape")
        text = await until(pilot, "1 of 3 solved")
        assert "not recorded" not in text
        assert home.kinds() == ["opened", "attempt", "opened"]


async def test_a_file_that_is_gone_is_said_in_one_line(home: Home) -> None:
    async with home.play(0, (120, 40)) as pilot:
        home.file().unlink()
        await pilot.press("r")
        text = await until(pilot, "There is no")
        assert not list(headlines(text))
        assert not home.workers.judged


async def test_a_worker_that_cannot_start_is_explained_and_the_app_goes_on(home: Home) -> None:
    home.workers.first_words = [Preparing("starting"), Broke("jax is missing.\n`flaxdrills doctor` says more.")]
    async with home.play(0, (120, 40)) as pilot:
        text = await until(pilot, "No worker could be prepared. jax is missing.", "says more", "✗ no worker")
        assert not list(headlines(text))
        await pilot.press("r")
        await until(pilot, "BROKEN PROBLEM", "jax is missing.")
        await pilot.press("t")
        await until(pilot, "Write sum_up(x)")


async def test_no_verdict_stands_anywhere_before_a_run(home: Home) -> None:
    async with home.play(0, (200, 60)) as pilot:
        for key in ("t", "h", "question_mark", "escape", "ctrl+p", "escape", "s", "y", "escape", "question_mark"):
            await pilot.press(key)
            await pilot.pause()
            assert not list(headlines(shown(pilot))), key


async def test_a_reset_asks_keeps_the_old_file_and_runs_nothing(home: Home, looks: Looks) -> None:
    home.file().write_text(CODE)
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("ctrl+r")
        await settled(pilot, lambda: isinstance(pilot.app.screen, ConfirmDialog))
        await pilot.press("escape")
        assert home.file().read_text() == CODE
        await pilot.press("ctrl+r")
        await settled(pilot, lambda: isinstance(pilot.app.screen, ConfirmDialog))
        await pilot.press("y")
        await until(pilot, "This is a fresh stub. Your old file is", "raise NotImplementedError")
        await looks.more(8)
        assert not home.workers.judged
        assert [path.read_text() for path in (home.folder / "history" / "sum-up").iterdir()] == [CODE]


async def test_a_flood_of_output_does_not_stop_the_keys(home: Home) -> None:
    home.file().write_text(CODE)
    home.workers.script[CODE] = [*PASSING[:-1], Printed("line\n" * 13_000, True), PASSING[-1]]
    async with home.play(0) as pilot:
        await pilot.press("r")
        await until(pilot, "PASSED")
        await pilot.press("3", "end")
        await until(pilot, "line")
        assert focused(pilot).id == "report"


async def test_quitting_in_the_middle_of_a_run_ends_it(home: Home) -> None:
    home.file().write_text("while True: 1")
    home.workers.script["while True: 1"] = [Started()]
    async with home.play(0) as pilot:
        await pilot.press("r")
        await until(pilot, "Running")
        await pilot.press("q")
    assert home.workers.cancelled == ["while True: 1"]


async def test_something_unexpected_is_one_line_and_the_app_goes_on(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with home.play(0, (120, 40)) as pilot:
        monkeypatch.setattr(home.workers, "run", None)
        await pilot.press("r")
        await until(pilot, "flaxdrills itself went wrong (run): TypeError")
        await pilot.press("t")
        await until(pilot, "Write sum_up(x)")
