"""Two models side by side."""

from __future__ import annotations

from dataclasses import replace

from flaxdrills.judging.model_description import Model, ModelPart, PartKind, Primitives
from flaxdrills.judging.model_diff import (
    Difference,
    ModelDiff,
    PartMatch,
    PrimitiveCount,
    diff_models,
    primitive_counts,
)


def param(name: str, *shape: int, type: str = "Param", dtype: str = "float32") -> ModelPart:
    return ModelPart(name, PartKind.VARIABLE, type, type, shape, dtype, type == "Param")


def module(name: str, type: str, *parts: ModelPart, own: bool = False, **facts: str) -> ModelPart:
    return ModelPart(name, PartKind.MODULE, type, "Module" if own else type, parts=parts, facts=tuple(facts.items()))


def linear(name: str, rows: int, columns: int) -> ModelPart:
    return module(name, "Linear", param("kernel", rows, columns), param("bias", columns), features=str(columns))


NET = module("returned", "Net", linear("hidden", 3, 8), linear("out", 8, 2), own=True)


def beside(yours: ModelPart, reference: ModelPart = NET) -> ModelDiff:
    return diff_models(Model((yours,)), Model((reference,)))


def marks(diff: ModelDiff) -> dict[tuple[int, ...], PartMatch]:
    return {place: comparison.match for place, comparison in diff.yours.items()}


def test_the_same_model_is_the_same_all_through() -> None:
    diff = beside(NET)
    assert set(marks(diff).values()) == {PartMatch.SAME}
    assert len(diff.yours) == len(diff.reference) == 7
    assert diff.is_alike
    assert all(comparison.other == place for place, comparison in diff.yours.items())


def test_other_names_in_another_order_are_no_difference() -> None:
    yours = module("returned", "MyNet", linear("last", 8, 2), linear("first", 3, 8), own=True)
    diff = beside(yours)
    assert diff.is_alike
    assert diff.yours[(0,)].match is PartMatch.RENAMED
    assert (diff.yours[0, 0].match, diff.yours[0, 0].other) == (PartMatch.RENAMED, (0, 1))
    assert (diff.reference[0, 0].match, diff.reference[0, 0].other) == (PartMatch.RENAMED, (0, 1))
    assert diff.yours[0, 0, 0].match is PartMatch.SAME


def test_the_name_goes_before_the_looks() -> None:
    yours = module("returned", "Net", linear("out", 3, 8), linear("hidden", 8, 2), own=True)
    diff = beside(yours)
    assert diff.yours[0, 0].other == (0, 1)
    assert diff.yours[0, 0].differences == (Difference("features", "8", "2"),)
    assert diff.yours[0, 0, 0].differences == (Difference("shape", "(3, 8)", "(8, 2)"),)
    assert diff.yours[(0,)].match is PartMatch.INSIDE
    assert not diff.is_alike


def test_what_differs_is_named() -> None:
    kernel = param("kernel", 3, 2)
    for other, differences in (
        (param("kernel", 2, 3), [Difference("shape", "(2, 3)", "(3, 2)")]),
        (param("kernel", 3, 2, dtype="bfloat16"), [Difference("dtype", "bfloat16", "float32")]),
        (param("kernel", 3, 2, type="BatchStat"), [Difference("type", "BatchStat", "Param")]),
        (
            ModelPart("kernel", PartKind.ARRAY, "Array", "Array", (3, 2), "float32"),
            [Difference("type", "Array", "Param")],
        ),
        (replace(kernel, sharding="a on 4 devices"), [Difference("sharding", "a on 4 devices", "none")]),
        (
            ModelPart("kernel", PartKind.SHARED, "Param", "Param", facts=(("the same as", "x"),)),
            [Difference("shared", "is elsewhere, too", "is only here")],
        ),
    ):
        comparison = beside(module("returned", "Linear", other), module("returned", "Linear", kernel)).yours[0, 0]
        assert (comparison.match, list(comparison.differences)) == (PartMatch.DIFFERS, differences)


def test_a_class_of_ones_own_counts_as_what_it_is_a_kind_of() -> None:
    own = replace(param("kernel", 3), type="Mine")
    assert beside(module("returned", "L", own), module("returned", "L", param("kernel", 3))).is_alike


def test_what_is_missing_and_what_is_extra_stands_alone_with_all_that_is_in_it() -> None:
    yours = module("returned", "Net", linear("hidden", 3, 8), param("scale", 8, type="BatchStat"), own=True)
    diff = beside(yours)
    assert diff.yours[0, 1].match is PartMatch.UNMATCHED
    assert [diff.reference[place].match for place in ((0, 1), (0, 1, 0), (0, 1, 1))] == [PartMatch.UNMATCHED] * 3
    assert diff.reference[(0,)].match is PartMatch.INSIDE
    assert diff.yours[0, 0].match is PartMatch.SAME


def test_a_renamed_part_of_another_shape_is_still_found_by_its_type() -> None:
    diff = beside(module("returned", "Linear", param("w", 2, 3)), module("returned", "Linear", param("kernel", 3, 2)))
    assert diff.yours[0, 0].other == (0, 0)
    assert diff.yours[0, 0].match is PartMatch.DIFFERS


def test_several_parts_of_a_name_are_paired_by_what_they_are() -> None:
    rngs = ModelPart("built", PartKind.CONTAINER, "Rngs", "Rngs")
    first, second = replace(linear("a", 1, 2), name="built"), replace(linear("b", 3, 4), name="built")
    diff = diff_models(Model((rngs, second, first)), Model((first, second, rngs)))
    assert diff.is_alike
    assert [diff.yours[(number,)].other for number in range(3)] == [(2,), (1,), (0,)]


def test_deep_and_wide_models_are_paired_within_measure() -> None:
    deep = param("p", 1)
    for _ in range(16):
        deep = module("m", "Sequential", deep, deep)
        if len(repr(deep)) > 200_000:
            break
    assert beside(deep, deep).is_alike


def test_primitives_that_differ_come_first() -> None:
    yours = Primitives((("add", 2), ("dot_general", 1), ("tanh", 1)))
    reference = Primitives((("add", 2), ("dot_general", 2)))
    assert primitive_counts(yours, reference) == (
        PrimitiveCount("dot_general", 1, 2),
        PrimitiveCount("tanh", 1, 0),
        PrimitiveCount("add", 2, 2),
    )
    assert (yours.total, reference.total) == (4, 4)
