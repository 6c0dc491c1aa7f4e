"""The model of the last run beside the reference's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from flaxdrills.judging.events import Described, Died, Done, Event, Started, Traced
from flaxdrills.judging.model_description import Layout, Model, ModelPart, PartKind, Primitives
from flaxdrills.ui.screens.confirm_dialog import ConfirmDialog
from flaxdrills.ui.screens.model_screen import ModelScreen
from flaxdrills.ui.screens.practice.practice_screen import PracticeScreen
from flaxdrills.ui.widgets.model_comparison import ModelComparison
from flaxdrills.ui.widgets.model_tree import ModelTree
from tests.ui.conftest import PASSING, SIZES, Home, checked, focused, settled, shown, until

CODE = "def sum_up(x):\n    return [x]\n"
NARROW, WIDE = SIZES


def param(name: str, *shape: int, type: str = "Param") -> ModelPart:
    return ModelPart(name, PartKind.VARIABLE, type, type, shape, "float32", type == "Param")


def layer(name: str, *parts: ModelPart) -> ModelPart:
    return ModelPart(name, PartKind.MODULE, "Linear", "Linear", parts=parts, facts=(("use_bias", "True"),))


def net(*parts: ModelPart) -> Model:
    return Model((ModelPart("built", PartKind.MODULE, "Net", "Module", parts=parts),))


REFERENCE = net(layer("hidden", param("kernel", 3, 8), param("bias", 8)), layer("out", param("kernel", 8, 2)))
YOURS = net(
    layer("first", param("kernel", 3, 8), param("bias", 8)),
    layer("out", param("kernel", 8, 4)),
    param("mean", 2, type="BatchStat"),
)
DESCRIBED = Described("small", YOURS, REFERENCE)
TRACED = Traced(Primitives((("add", 2), ("dot_general", 1), ("tanh", 1))), Primitives((("add", 2), ("dot_general", 2))))
FAILING = (Started(), checked("small", "no"), checked("wide"), checked("A layer was built"), Done(0.1))


async def look(home: Home, pilot: Pilot[None], *late: Event, events: Sequence[Event] = FAILING) -> None:
    """Run a file after which `late` is told, and look at its model."""
    home.file().write_text(CODE)
    home.workers.script[CODE] = (*events, *late)
    await pilot.press("r")
    await until(pilot, "2 of 3 checks" if events is PASSING else "1 of 3 checks")
    await pilot.press("m")
    await settled(pilot, lambda: isinstance(pilot.app.screen, ModelScreen))
    await settled(pilot, lambda: isinstance(pilot.app.focused, ModelTree))


def tree(pilot: Pilot[None], side: str) -> ModelTree:
    return pilot.app.screen.query_one(f"#{side}", ModelTree)


async def test_both_models_are_seen_side_by_side_with_a_sign_where_they_differ(home: Home) -> None:
    async with home.play(0, WIDE) as pilot:
        await look(home, pilot, DESCRIBED)
        text = await until(pilot, "Yours: 64 parameters, 2 other", "Reference: 48 parameters", "2 parts differ")
        rows = [line for line in text.splitlines() if "Linear" in line or "Stat" in line or "[8, " in line]
        assert [row.split() for row in rows] == [
            ["├", "~", "first", "Linear", "32", "params", "├", "~", "hidden", "Linear", "32", "params"],
            ["├", ":", "out", "Linear", "32", "params", "└", ":", "out", "Linear", "16", "params"],
            ["│", "└", "!", "kernel", "Param", "float32[8,", "4]", "└", "!", "kernel", "Param", "float32[8,", "2]"],
            ["└", "+", "mean", "BatchStat", "float32[2]"],
        ]
        assert "in the case “small”" in text


async def test_moving_in_one_moves_in_the_other_and_says_what_differs(home: Home) -> None:
    async with home.play(0, WIDE) as pilot:
        await look(home, pilot, DESCRIBED)
        await pilot.press("d")
        await until(pilot, "built / out / kernel", "shape: yours (8, 4), the reference's (8, 2).")
        assert tree(pilot, "reference").path_in_words == "built / out / kernel"
        await pilot.press("d")
        await until(pilot, "built / mean", "The reference has no such part.")
        await pilot.press("home", "down")
        await until(pilot, "built / first", "The same, and named hidden (Linear) in the reference.", "use_bias=True")
        assert tree(pilot, "reference").path_in_words == "built / hidden"
        await pilot.press("tab")
        await settled(pilot, lambda: focused(pilot) is tree(pilot, "reference"))
        await until(pilot, "The same, and named first (Linear) in yours.")
        await pilot.press("down")
        assert tree(pilot, "yours").path_in_words == "built / first / kernel"
        await pilot.press("up", "space")
        await settled(pilot, lambda: "[...]" in shown(pilot))
        assert [line.count("[...]") for line in shown(pilot).splitlines() if "[...]" in line] == [2]


async def test_in_a_narrow_terminal_one_is_seen_and_tab_shows_the_other(home: Home) -> None:
    async with home.play(0, NARROW) as pilot:
        await look(home, pilot, DESCRIBED)
        text = await until(pilot, "Yours: 64 parameters")
        assert "Reference" not in text
        await pilot.press("d", "tab")
        text = await until(pilot, "Reference: 48 parameters", "built / out / kernel")
        assert "Yours:" not in text
        assert focused(pilot) is tree(pilot, "reference")
        await pilot.press("tab")
        await until(pilot, "Yours: 64 parameters", "built / out / kernel")
        await pilot.press("escape")
        await settled(pilot, lambda: isinstance(pilot.app.screen, PracticeScreen))


async def test_the_jaxpr_has_a_line_for_each_primitive(home: Home) -> None:
    async with home.play(0, NARROW) as pilot:
        await look(home, pilot, DESCRIBED, TRACED)
        await pilot.press("2")
        text = await until(pilot, "What the jaxpr is made of")
        rows = [line.split() for line in text.splitlines() if line[-1:].isdigit() or line.endswith(".")]
        assert rows == [
            ["!", "dot_general", "1", "2"],
            ["+", "tanh", "1", "."],
            ["add", "2", "2"],
            ["equations", "4", "4"],
        ]
        await pilot.press("1")
        await until(pilot, "Yours: 64 parameters")
        assert isinstance(focused(pilot), ModelTree)


async def test_a_function_that_cannot_be_traced_is_told_so(home: Home) -> None:
    async with home.play(0, NARROW) as pilot:
        await look(home, pilot, DESCRIBED, replace(TRACED, yours=Primitives(fault="TypeError: [/] no")))
        await pilot.press("2")
        await until(pilot, "Your function cannot be traced as a whole: TypeError: [/] no.")


@pytest.mark.parametrize("size", SIZES)
async def test_the_layouts_of_arrays_are_drawn_where_there_are_several_devices(
    home: Home, size: tuple[int, int]
) -> None:
    layout = Layout("returned", (4, 2), "a on 2 devices", "+---+---+\n|[0]| 1 |\n+---+---+")
    async with home.play(0, size) as pilot:
        await look(home, pilot, Described("small", replace(YOURS, layouts=(layout,)), REFERENCE))
        await pilot.press("3")
        await until(pilot, "a on 2 devices", "|[0]| 1 |", "Every array is on one device.")
        await pilot.press("escape")


async def test_views_that_do_not_exist_have_no_key(home: Home) -> None:
    async with home.play(0, WIDE) as pilot:
        await look(home, pilot, DESCRIBED)
        text = await until(pilot, "Next difference")
        assert not {"Jaxpr", "Sharding"} & set(text.split())
        await pilot.press("2", "3")
        assert isinstance(focused(pilot), ModelTree)
        assert pilot.app.screen.query_one(ModelComparison).display


async def test_a_model_without_differences_says_so(home: Home) -> None:
    async with home.play(0, WIDE) as pilot:
        await look(home, pilot, Described("small", REFERENCE, REFERENCE), events=FAILING)
        await until(pilot, "The models do not differ")
        await pilot.press("d")
        await until(pilot, "Nothing differs.")


async def test_names_are_text_and_what_was_left_out_is_counted(home: Home) -> None:
    strange = ModelPart("[red]x", PartKind.CONTAINER, "[/]", "list", parts=(param("[b]", 2),), left_out=9900)
    async with home.play(0, WIDE) as pilot:
        await look(home, pilot, Described("[case]", Model((strange,)), Model()))
        await until(pilot, "+ [red]x  [/]", "[b]  Param", "and 9,900 more", "at least 2 parameters", "“[case]”")


async def test_nothing_was_built(home: Home) -> None:
    async with home.play(0, NARROW) as pilot:
        await look(home, pilot, Described("small", Model(), REFERENCE))
        await until(pilot, "Nothing was built or returned")
        await pilot.press("down", "space", "d", "tab")
        await until(pilot, "Reference: 48 parameters", "There is no such part in yours.")


async def test_a_large_model_is_open_where_it_differs(home: Home) -> None:
    many = [layer(f"l{number}", param("kernel", 2, 2), param("bias", 2)) for number in range(40)]
    other = [*many[:20], layer("l20", param("kernel", 2, 3), param("bias", 2)), *many[21:]]
    async with home.play(0, (120, 60)) as pilot:
        await look(home, pilot, Described("small", net(*many), net(*other)))
        text = await until(pilot, "l20  Linear  6 params")
        assert text.count("kernel  Param") == 2
        assert "l19  Linear  6 params [...]" in text
        await pilot.press("d")
        await until(pilot, "built / l20 / kernel")


async def test_without_a_run_one_is_offered(home: Home) -> None:
    home.file().write_text(CODE)
    async with home.play(0, NARROW) as pilot:
        await pilot.press("m")
        await settled(pilot, lambda: isinstance(pilot.app.screen, ConfirmDialog))
        assert "There is no run to look at." in shown(pilot)
        await pilot.press("n")
        await pilot.pause()
        assert not home.workers.judged
        await pilot.press("m")
        await settled(pilot, lambda: isinstance(pilot.app.screen, ConfirmDialog))
        await pilot.press("y")
        await until(pilot, "all 3 checks hold")
        assert home.workers.judged == [CODE]
        await pilot.press("m")
        await until(pilot, "What your run built")


async def test_while_a_run_goes_on_and_where_nothing_is_left_of_it_that_is_said(home: Home) -> None:
    home.file().write_text("while True: 1")
    home.workers.script["while True: 1"] = [Started(), checked("small")]
    home.workers.script[CODE] = [Started(), Died("Killed by signal 11.")]
    async with home.play(0, NARROW) as pilot:
        await pilot.press("r")
        await until(pilot, "Running")
        await pilot.press("m")
        await until(pilot, "still being run")
        await pilot.press("escape")
        home.file().write_text(CODE)
        await pilot.press("r")
        await until(pilot, "Killed by signal 11.")
        await pilot.press("m")
        await until(pilot, "That run left nothing")
