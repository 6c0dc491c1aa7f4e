"""esc and a key right after it."""

from __future__ import annotations

import pytest
from textual.drivers import linux_driver
from textual.events import Key

from flaxdrills.ui.terminal.escape_key import with_escape_alone
from flaxdrills.ui.terminal.robust_driver import RobustDriver


def keys_of(*data: str) -> list[str]:
    """The keys that are made of what comes from the terminal."""
    assert issubclass(RobustDriver, linux_driver.LinuxDriver)
    parser = vars(linux_driver)["XTermParser"]()
    return [event.key for piece in data for event in parser.feed(piece) if isinstance(event, Key)]


@pytest.mark.parametrize(
    ("data", "keys"),
    [
        ("\x1bp", ["escape", "p"]),
        ("\x1bG", ["escape", "G"]),
        ("\x1b\r", ["escape", "enter"]),
        ("\x1b:", ["escape", "colon"]),
        ("\x1b1", ["escape", "1"]),
        ("\x1b\x1bp", ["escape", "escape", "p"]),
        ("\x1b[A\x1bj", ["up", "escape", "j"]),
        ("\x1b[1;3A", ["alt+up"]),
        ("\x1bOP", ["f1"]),
        ("\x1bb", ["ctrl+left"]),
    ],
)
def test_they_are_two_unless_more_follows(data: str, keys: list[str]) -> None:
    assert keys_of(data) == keys
    # However it arrives.
    assert keys_of(*data) == keys


def test_a_parser_of_a_textual_to_come_is_left_as_it_is() -> None:
    class Parser:
        """Makes keys in another way."""

    assert with_escape_alone(Parser) is Parser
