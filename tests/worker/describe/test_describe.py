"""What a run built and returned, told as a tree."""

from __future__ import annotations

import jax
import pytest

from flaxdrills.judging.events import Described
from flaxdrills.judging.model_description import Model, ModelPart, PartKind, every, totals
from flaxdrills.judging.protocol import LINE_LIMIT, encode
from flaxdrills.worker.describe import describe
from flaxdrills.worker.expect import case
from flaxdrills.worker.run.problem_checks import ProblemChecks
from flaxdrills.worker.spy.recorder import Recorder
from flaxdrills.worker.supervise.description_limits import DEPTH, PARTS, WIDTH, fit_described
from tests.worker.checks.proving import function_in, run_of

LAYER = "class Layer(nnx.Module):\n    def __init__(self, rngs):\n"


def model_of(source: str) -> Model:
    """What the function `f` in the source built and returned."""
    run = run_of(source, None, x=1.0)
    return describe(run.recorder, run.output)


def lines_of(model: Model) -> list[str]:
    """A line each for the parts, indented by how far inside they are."""
    return [line for part in model.parts for line in _lines(part, "")]


def _lines(part: ModelPart, margin: str) -> list[str]:
    shape = "" if part.shape is None else f" {part.dtype}{list(part.shape)}"
    cut = f" +{part.left_out}" if part.left_out else ""
    own = f"{margin}{part.name}: {part.type}{shape}{' param' if part.is_param else ''}{cut}"
    return [own, *(line for inner in part.parts for line in _lines(inner, f"{margin}  "))]


def named(model: Model, name: str) -> ModelPart:
    """The first part of that name."""
    return next(part for part in every(*model.parts) if part.name == name)


def test_modules_variables_lists_dicts_and_streams_of_nnx() -> None:
    model = model_of(
        LAYER
        + "        self.norm = nnx.BatchNorm(2, rngs=rngs)\n"
        + "        self.layers = nnx.List([nnx.Linear(2, 3, rngs=rngs)])\n"
        + "        self.heads = nnx.Dict(a=nnx.Param(jnp.ones(4)))\n"
        + "        self.drop = nnx.Dropout(0.5, rngs=rngs)\n"
        + "        self.raw = nnx.data(jnp.ones(1))\n"
        + "        self.activation = nnx.relu\n"
        + "def f(x):\n    return Layer(nnx.Rngs(0))\n"
    )
    assert lines_of(model) == [
        "returned: Layer",
        "  norm: BatchNorm",
        "    mean: BatchStat float32[2]",
        "    var: BatchStat float32[2]",
        "    scale: Param float32[2] param",
        "    bias: Param float32[2] param",
        "  layers: List",
        "    0: Linear",
        "      kernel: Param float32[2, 3] param",
        "      bias: Param float32[3] param",
        "  heads: Dict",
        "    a: Param float32[4] param",
        "  drop: Dropout",
        "    rngs: RngStream",
        "      key: RngKey key<fry>[]",
        "      count: RngCount uint32[]",
        "  raw: Array float32[1]",
        "built: Rngs",
        "  default: RngStream",
        "    key: RngKey key<fry>[]",
        "    count: RngCount uint32[]",
    ]
    layer = named(model, "returned")
    assert (layer.kind, layer.base, dict(layer.facts)) == (PartKind.MODULE, "Module", {"activation": "relu"})
    assert dict(named(model, "0").facts)["in_features"] == "2"
    assert "dot_general" not in dict(named(model, "0").facts)
    assert dict(named(model, "key").facts)["tag"] == "'default'"
    counted = totals(*model.parts)
    assert (counted.parameters, counted.others, counted.is_cut) == (2 + 2 + 6 + 3 + 4, 4 + 2 + 2, False)


def test_what_is_built_and_not_returned_stands_under_what_holds_it() -> None:
    model = model_of(
        LAYER
        + "        self.inner = nnx.Linear(1, 1, use_bias=False, rngs=rngs)\n"
        + "def f(x):\n    Layer(nnx.Rngs(0)); nnx.Linear(1, 2, use_bias=False, rngs=nnx.Rngs(1))\n    return x\n"
    )
    assert [line for line in lines_of(model) if not line.startswith(" ")] == [
        "returned: float",
        "built: Layer",
        "built: Linear",
        "built: Rngs",
        "built: Rngs",
    ]
    assert "  inner: Linear" in lines_of(model)


def test_states_and_optimizers_that_are_returned() -> None:
    model = model_of(
        "def f(x):\n    m = nnx.Linear(1, 2, rngs=nnx.Rngs(0))\n"
        "    return nnx.state(m), nnx.Optimizer(m, optax.sgd(0.1, momentum=0.9), wrt=nnx.Param)\n"
    )
    lines = lines_of(model)
    assert lines[:4] == [
        "returned: tuple",
        "  0: State",
        "    bias: Param float32[2] param",
        "    kernel: Param float32[1, 2] param",
    ]
    assert lines[4:-4] == [
        "  1: Optimizer",
        "    step: OptState uint32[]",
        "    opt_state: tuple",
        "      0: TraceState",
        "        trace: State",
        "          bias: OptVariable float32[2]",
        "          kernel: OptVariable float32[1, 2]",
        "      1: EmptyState",
        "built: Linear",
        "  kernel: Param",
        "  bias: Param",
    ]
    assert totals(*model.parts).parameters == 4


def test_a_module_of_linen_with_its_calls_and_its_collections() -> None:
    model = model_of(
        "class Net(nn.Module):\n    width: int = 3\n    @nn.compact\n    def __call__(self, x, train=False):\n"
        "        x = nn.Dense(self.width)(x)\n"
        "        return nn.BatchNorm(use_running_average=not train)(x)\n"
        "def f(x):\n    net = Net()\n    variables = net.init(jax.random.key(0), jnp.ones((2, 4)))\n"
        "    return net.apply(variables, jnp.ones((2, 4)), train=True, mutable=['batch_stats'])\n"
    )
    assert lines_of(model)[-14:] == [
        "built: Net",
        "  Dense_0: Dense",
        "  BatchNorm_0: BatchNorm",
        "  params: dict",
        "    Dense_0: dict",
        "      kernel: params float32[4, 3] param",
        "      bias: params float32[3] param",
        "    BatchNorm_0: dict",
        "      scale: params float32[3] param",
        "      bias: params float32[3] param",
        "  batch_stats: dict",
        "    BatchNorm_0: dict",
        "      mean: batch_stats float32[3]",
        "      var: batch_stats float32[3]",
    ]
    assert dict(named(model, "built").facts) == {"width": "3"}
    assert dict(named(model, "Dense_0").facts) == {"__call__": "(2, 4) -> (2, 3)"}


def test_variables_that_are_returned_are_told_once_as_what_they_are() -> None:
    model = model_of("def f(x):\n    return nn.Dense(2).init(jax.random.key(0), jnp.ones(3))\n")
    assert lines_of(model) == [
        "returned: dict",
        "  params: dict",
        "    kernel: params float32[3, 2] param",
        "    bias: params float32[2] param",
        "built: Dense",
        "  params: dict",
    ]
    assert [part.kind for part in every(*model.parts) if part.name == "params"] == [
        PartKind.COLLECTION,
        PartKind.SHARED,
    ]
    assert totals(*model.parts).parameters == 8


def test_what_was_built_until_it_raised() -> None:
    source = "def f(x):\n    nnx.Linear(1, 2, rngs=nnx.Rngs(0))\n    raise ValueError\n"
    function = function_in(source)
    recorders: list[Recorder] = []
    with pytest.raises(ValueError):
        ProblemChecks(function, (), {}).run(function, case("one", x=1.0), recorders)
    assert lines_of(describe(recorders[0]))[:2] == ["built: Linear", "  kernel: Param float32[1, 2] param"]


def test_what_is_shared_or_holds_itself_is_told_once() -> None:
    model = model_of(
        LAYER
        + "        self.one = nnx.Param(jnp.ones(2)); self.two = self.one\n"
        + "        self.me = nnx.data(self)\n"
        + "def f(x):\n    here = [Layer(nnx.Rngs(0))]\n    here.append(here)\n    return here\n"
    )
    again = {part.name: dict(part.facts)["the same as"] for part in every(*model.parts) if part.kind is PartKind.SHARED}
    assert again == {"two": "returned / 0 / one", "me": "returned / 0", "1": "returned"}
    assert totals(*model.parts).parameters == 2


def test_ten_thousand_modules_are_told_in_part() -> None:
    model = model_of(
        "class Leaf(nnx.Module):\n    pass\ndef f(x):\n    return [[Leaf() for _ in range(200)] for _ in range(50)]\n"
    )
    parts = list(every(*model.parts))
    assert len(parts) == PARTS
    returned = model.parts[0]
    assert (len(returned.parts[0].parts), returned.parts[0].left_out) == (WIDTH, 200 - WIDTH)
    assert len(returned.parts) + returned.left_out == 50
    assert totals(*model.parts).is_cut


def test_what_is_nested_too_deep_is_left_out() -> None:
    model = model_of("def f(x):\n    here = x\n    for _ in range(500):\n        here = [here]\n    return here\n")
    parts = list(every(*model.parts))
    assert (len(parts), parts[-1].left_out) == (DEPTH, 1)


@pytest.mark.parametrize(
    "strange",
    [
        "class S(nnx.Module):\n    def __repr__(self): raise SystemError\n    __str__ = __repr__\n"
        "    def __getattribute__(self, name): raise KeyError(name)\n",
        "class S(dict):\n    def items(self): raise ValueError\n    def __len__(self): return 10 ** 9\n",
        "class S(list):\n    def __iter__(self): raise OSError\n    def __len__(self): raise OSError\n",
        "class S:\n    def __repr__(self): raise SystemError\n    @property\n    def __class__(self): raise OSError\n",
        "class S(nnx.Param):\n    def get_metadata(self): raise OSError\n    def __init__(self): super().__init__(1)\n",
        "class M(type):\n    def __getattribute__(self, name): raise OSError(name)\nclass S(metaclass=M): pass\n",
    ],
    ids=["module", "dict", "list", "class", "variable", "metaclass"],
)
def test_what_raises_when_it_is_looked_at_leaves_the_rest_in_place(strange: str) -> None:
    model = model_of(f"{strange}def f(x):\n    return (jnp.ones(1), type.__call__(S), jnp.ones(2))\n")
    first, middle, last = model.parts[0].parts
    assert (first.shape, last.shape) == ((1,), (2,))
    assert middle.name == "1"


def test_names_are_one_line_and_safe_to_show_and_the_whole_is_bounded() -> None:
    evil = "\\x1b[2J\\n\\u202e" + "\U0001f600" * 200
    model = model_of(
        f"def f(x):\n    name = '{evil}'\n    kind = type(name, (nnx.Module,), dict(__module__='solution'))\n"
        "    made = [kind() for _ in range(1000)]\n"
        "    for one in made:\n        for i in range(20):\n            object.__setattr__(one, name + str(i), name)\n"
        "    return [made, {name: x}]\n"
    )
    fit = fit_described(Described("case", model, model))
    texts = [text for part in every(*fit.yours.parts) for text in (part.name, part.type, *sum(part.facts, ()))]
    assert any("\\x1b" in text for text in texts)
    assert all(text.isprintable() for text in texts)
    assert len(encode(fit)) < LINE_LIMIT
    again = fit_described(fit)
    assert len(list(every(*again.yours.parts))) == len(list(every(*fit.yours.parts)))


def test_what_claims_to_be_larger_than_any_model_is_cut_again() -> None:
    wide = ModelPart(
        "p" * 10_000, PartKind.VARIABLE, shape=(10**30,) * 100, dtype="d", facts=(("f" * 999, "v" * 999),) * 99
    )
    deep = wide
    for _ in range(40):
        deep = ModelPart("x", PartKind.CONTAINER, parts=(deep,), left_out=-5)
    model = Model((ModelPart("all", PartKind.CONTAINER, parts=(wide,) * 3000), deep))
    fit = fit_described(Described("case", model, model))
    assert fit.yours.parts[0].left_out == 3000 - WIDTH
    assert len(encode(fit)) < LINE_LIMIT


def test_how_arrays_lie_on_several_devices() -> None:
    assert jax.device_count() == 8
    model = model_of(
        "def f(x):\n    mesh = jax.make_mesh((2, 4), ('a', 'b'), axis_types=(jax.sharding.AxisType.Auto,) * 2)\n"
        "    def put(v, *spec):\n"
        "        return jax.device_put(v, jax.sharding.NamedSharding(mesh, jax.sharding.PartitionSpec(*spec)))\n"
        "    ones = jnp.ones((4, 8))\n"
        "    return {'rows': put(ones, 'a'), 'both': put(ones, 'a', 'b'), 'also': put(ones, 'a', 'b'),\n"
        "            'all': put(ones), 'line': put(jnp.ones(8), ('a', 'b')),\n"
        "            'cube': put(jnp.ones((2, 2, 2)), 'a'), 'one': ones}\n"
    )
    assert {part.name: part.sharding for part in every(*model.parts) if part.shape is not None} == {
        "rows": "a on 8 devices",
        "both": "a, b on 8 devices",
        "also": "a, b on 8 devices",
        "all": "whole on each of 8 devices",
        "line": "(a, b) on 8 devices",
        "cube": "a on 8 devices",
        "one": "",
    }
    drawn = {layout.path.rpartition(" ")[2]: layout.drawing for layout in model.layouts}
    assert list(drawn) == ["rows", "both", "all", "line", "cube"]
    assert "CPU 0" in drawn["both"] and "CPU 7" in drawn["both"]
    assert "CPU 4,5,6,7" in drawn["rows"]
    assert drawn["cube"] == "It has 3 axes, and only arrays of one or two can be drawn."


def test_arrays_of_which_no_value_is_known() -> None:
    model = model_of(
        "def f(x):\n    gone = jnp.ones(3)\n    gone.delete()\n"
        "    return {'gone': gone, 'abstract': nnx.eval_shape(lambda: nnx.Linear(2, 3, rngs=nnx.Rngs(0)))}\n"
    )
    assert dict(named(model, "gone").facts) == {"donated": "its buffer is gone"}
    assert named(model, "kernel").shape == (2, 3)
    assert [part.type for part in model.parts].count("Linear") == 0
