"""Text that a terminal sends as if it were typed."""

from __future__ import annotations

import pytest
from textual.drivers import linux_driver
from textual.events import Key, Paste

from flaxdrills.ui.terminal.robust_driver import RobustDriver
from flaxdrills.ui.terminal.unmarked_paste import with_pastes_whole

_LONG = "x = 1\r" * 100


def events_of(*data: str) -> list[str]:
    """What is made of it: the keys, and what was pasted in brackets."""
    assert issubclass(RobustDriver, linux_driver.LinuxDriver)
    parser = vars(linux_driver)["XTermParser"]()
    events = [event for piece in data for event in parser.feed(piece)]
    assert all(isinstance(event, Key | Paste) for event in events)
    return [event.key if isinstance(event, Key) else f"[{event.text}]" for event in events]


def test_much_at_once_is_pasted_with_all_that_follows_at_once() -> None:
    assert events_of("p", _LONG, _LONG, "q") == ["p", f"[{_LONG}]", f"[{_LONG}]", "[q]"]


@pytest.mark.parametrize("data", ["j" * 199, "\x03" + "j" * 600, "\x1b[A" * 200])
def test_what_may_be_typed_is_keys(data: str) -> None:
    assert len(events_of(data)) == len(data.replace("\x1b[A", "u"))


def test_what_is_marked_as_pasted_is_one_paste_however_it_arrives() -> None:
    assert events_of("\x1b[20", f"0~{_LONG}", _LONG, "\x1b[2", "01~", "q") == [f"[{_LONG}{_LONG}]", "q"]


def test_a_parser_of_a_textual_to_come_is_left_as_it_is() -> None:
    class Parser:
        """Makes keys in another way."""

    assert with_pastes_whole(Parser) is Parser


def test_an_escape_key_right_before_is_no_beginning_of_a_mark() -> None:
    parser = vars(linux_driver)["XTermParser"]()
    list(parser.feed("\x1b"))
    assert [type(event) for event in parser.feed(_LONG)] == [Paste]
