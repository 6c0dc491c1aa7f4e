"""The last line of a lesson: with which versions it was proven, and what is different here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.widgets import Static

from flaxdrills.problems.proven_versions import Versions


class LessonFooter(Static):
    """Says of the code of a lesson where it ran."""

    DEFAULT_CSS = """
    LessonFooter {
        max-width: 96;
        padding: 0 1;
        color: $text-muted;
        border-top: solid $line;
    }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)

    def show(
        self, proven: Sequence[Versions], here: Versions | None, agreement: Mapping[int, bool], blocks: int
    ) -> None:
        """Say it: `agreement` holds the blocks that were run here, from 0, and whether they agree with the lesson."""
        self.display = blocks > 0
        self.update(f"{_proof_text(proven, here)} {_agreement_text(agreement, blocks)}")


def _proof_text(proven: Sequence[Versions], here: Versions | None) -> str:
    if not proven:
        text = "The blocks were changed, and what they print now has not been proven."
        return f"{text} Here: {here}." if here else text
    ends = " to ".join(dict.fromkeys(map(str, (proven[0], proven[-1]))))
    text = f"What the blocks print was proven with {ends}, on a CPU."
    if here is None:
        return text
    if here in proven:
        return f"{text} These are installed here." if len(proven) == 1 else f"{text} Here: {here}."
    return f"{text} Here it is {here}."


def _agreement_text(agreement: Mapping[int, bool], blocks: int) -> str:
    others = [str(number + 1) for number, agrees in sorted(agreement.items()) if not agrees]
    if len(others) == 1:
        return f"Block {others[0]} prints something else here."
    if others:
        return f"Blocks {', '.join(others[:-1])} and {others[-1]} print something else here."
    if len(agreement) >= blocks > 0:
        return "All of them were run here, and print the same."
    return "x runs the chosen one."
