"""Pictures in a report."""

from __future__ import annotations

from textual.app import ComposeResult

from flaxdrills.judging.picture import Picture, PictureKind, Series
from flaxdrills.ui.widgets.picture_view import PictureView
from tests.ui.conftest import WidgetApp, settled, until

LOSS = Picture(PictureKind.CURVE, "Loss", (Series("yours", (4.0, 2.0, 1.0)), Series("reference", (4.0, 1.0, 0.5))))
MASK = Picture(PictureKind.HEAT, "Mask", (Series("row", (0.0, 1.0)),))


class Page(WidgetApp):
    def compose(self) -> ComposeResult:
        yield PictureView()


async def test_pictures_are_as_wide_as_the_pane_and_are_drawn_anew_when_it_changes() -> None:
    page = Page()
    async with page.run_test(size=(60, 30)) as pilot:
        view = page.query_one(PictureView)
        assert not view.display
        view.show((LOSS, MASK))
        text = await until(pilot, "Loss", "•• yours", ".. reference", "Mask")
        assert max(line.rstrip().find("┐") for line in text.splitlines()) == 59
        await pilot.resize_terminal(40, 30)
        await settled(pilot, lambda: "┐" in str(view.render()) and max(map(len, str(view.render()).splitlines())) == 40)
        view.show(())
        assert not view.display
