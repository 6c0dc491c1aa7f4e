"""The app in a window whose size changes faster than it can follow."""

from __future__ import annotations

import random
import time

import pytest

from tests.terminal.terminal import Terminal
from tests.terminal.test_practice import PROBLEM, PROGRAM, environment, pass_over_greeting

__all__ = ["environment"]

pytestmark = [pytest.mark.terminal, pytest.mark.worker]


def resize_at_random(app: Terminal, chance: random.Random) -> None:
    """Two hundred sizes, as quickly as one can drag."""
    for _ in range(200):
        app.resize(chance.randint(10, 200), chance.randint(3, 60))
        end = time.perf_counter() + chance.choice((0.0, 0.01, 0.02))
        app.wait_until(lambda _: time.perf_counter() > end)  # noqa: B023 (called in this round only)
    app.resize(100, 30)
    # What was drawn before the last size does not count.
    app.settle(1.0)


def test_two_hundred_sizes_and_keys_are_answered(environment: dict[str, str], chance: random.Random) -> None:
    with Terminal([PROGRAM], (100, 30), environment) as app:
        pass_over_greeting(app)
        resize_at_random(app, chance)
        app.wait_for("enter Open")
        app.press("?")
        app.wait_for("Practise the problem under the cursor")
        app.press("q")
        app.wait_for("enter Open")
    with Terminal([PROGRAM, "open", PROBLEM], (100, 30), environment) as app:
        app.wait_for("e Edit")
        resize_at_random(app, chance)
        app.wait_for("e Edit")
        app.press("?")
        app.wait_for("Edit your file; a save runs it")
        app.press("q")
        app.wait_until(lambda screen: "a save runs it" not in screen)
        app.press("q")
        assert app.wait_for_end() == 0
