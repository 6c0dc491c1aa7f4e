"""What the screen of a model says, in words."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from flaxdrills.judging.events import Described, Traced
from flaxdrills.judging.model_description import Layout, Model, ModelPart, PartKind, totals
from flaxdrills.judging.model_diff import Difference, ModelDiff, PartComparison, PartMatch, primitive_counts, shape_text
from flaxdrills.system.english import count, plural
from flaxdrills.ui.look.symbols import MUTED

SIGNS: Mapping[PartMatch, str] = {
    PartMatch.SAME: " ",
    PartMatch.RENAMED: "~",
    PartMatch.INSIDE: ":",
    PartMatch.DIFFERS: "!",
}
"""One character for each, so that no one depends on colour; what stands alone has one for each side."""
EXTRA, MISSING = "+", "-"

_LEGEND = "! differs  + only in yours  - not in yours  : differs inside  ~ other name"


def summary(described: Described, traced: Traced | None, diff: ModelDiff) -> Content:
    """How far the two models are alike, and in which case of the problem."""
    alone = sum(one.match is PartMatch.UNMATCHED for one in (*diff.yours.values(), *diff.reference.values()))
    differing = sum(one.match is PartMatch.DIFFERS for one in diff.yours.values()) + alone
    if not described.yours.parts:
        text = "Nothing was built or returned"
    elif differing:
        text = f"{count(differing, 'part')} {'differs' if differing == 1 else 'differ'}"
    elif any(comparison.match is PartMatch.RENAMED for comparison in diff.yours.values()):
        text = "The models differ in names only"
    else:
        text = "The models do not differ"
    if traced is not None and not (traced.yours.fault or traced.reference.fault):
        text += ", the jaxprs do" if not differing and traced.yours != traced.reference else ""
    return Content.assemble(text, (f"   in the case “{described.case}”", MUTED))


def legend() -> Content:
    """What the signs mean, in one line."""
    return Content.styled(_LEGEND, MUTED)


def counted(model: Model) -> str:
    """How many numbers a model has in its variables."""
    numbers = totals(*model.parts)
    more = "at least " if numbers.is_cut else ""
    text = f"{more}{numbers.parameters:,} {plural(numbers.parameters, 'parameter')}"
    return f"{text}, {numbers.others:,} other" if numbers.others else text


def in_short(part: ModelPart) -> str:
    """What a part is, in a few words."""
    match part.kind:
        case PartKind.SHARED:
            text = "(again)"
        case PartKind.VALUE:
            text = dict(part.facts).get("value", "")
        case PartKind.MODULE:
            numbers = totals(part)
            text = f"{numbers.parameters:,}{'+' if numbers.is_cut else ''} params" if numbers.parameters else ""
        case _:
            text = shape_text(part)
    return "  ".join(filter(None, (part.type, text)))


def about(
    path: str, part: ModelPart, comparison: PartComparison, other: ModelPart | None, *, is_yours: bool
) -> Content:
    """All there is to say of one part."""
    facts = [f"{name}={value}" for name, value in part.facts if name != "value"]
    if part.sharding:
        facts.insert(0, part.sharding)
    return Content("\n").join(
        [
            Content.assemble((path, "bold"), f"  {in_short(part)}"),
            Content(_beside(part, comparison, other, is_yours)),
            Content.styled("  ".join(facts), MUTED),
        ]
    )


def _beside(part: ModelPart, comparison: PartComparison, other: ModelPart | None, is_yours: bool) -> str:
    """How a part is to the one that it belongs to."""
    if other is None:
        return "The reference has no such part." if is_yours else "There is no such part in yours."
    if comparison.differences:
        return "; ".join(map(_difference_text, comparison.differences)) + "."
    if comparison.match is PartMatch.RENAMED:
        return f"The same, and named {other.name} ({other.type}) in {'the reference' if is_yours else 'yours'}."
    return "Something in it differs." if comparison.match is PartMatch.INSIDE else "The same in both."


def _difference_text(difference: Difference) -> str:
    return f"{difference.what}: yours {difference.yours}, the reference's {difference.reference}"


def table(traced: Traced) -> Content:
    """How often each primitive is in both jaxprs."""
    yours, reference = traced.yours, traced.reference
    lines = [
        Content(f"{whose} function cannot be traced as a whole: {one.fault}.")
        for whose, one in (("Your", yours), ("The reference's", reference))
        if one.fault
    ]
    rows = primitive_counts(yours, reference)
    width = max([len(row.name) for row in rows] + [len("equations")])
    head = f"  {'':<{width}}  {'yours':>7}  {'reference':>9}"
    body = [_row(row.name, row.yours, row.reference, width) for row in rows]
    total = _row("equations", yours.total, reference.total, width)
    return Content("\n").join([*lines, Content.styled(head, MUTED), *body, total])


def _row(name: str, yours: int, reference: int, width: int) -> Content:
    sign = EXTRA if not reference else MISSING if not yours else "!"
    text = f"{sign if yours != reference else ' '} {name:<{width}}  {yours or '.':>7}  {reference or '.':>9}"
    return Content.styled(text, "$text-warning" if yours != reference else "")


def drawings(whose: str, model: Model) -> Content:
    """How the arrays of a model lie on the devices."""
    drawn = [*map(_drawing, model.layouts)] or [Content("Every array is on one device.")]
    return Content("\n\n").join([Content.styled(whose, "bold $text-primary"), *drawn])


def _drawing(layout: Layout) -> Content:
    head = f"{layout.path}  {list(layout.shape)}"
    return Content("\n").join([Content.styled(head, "bold"), Content(layout.sharding), Content(layout.drawing)])
