"""What the app and a worker say to each other."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import get_args

import pytest

from flaxdrills.judging.events import (
    BeginsAgain,
    Broke,
    Checked,
    CheckKind,
    CheckResult,
    Cost,
    CostCompared,
    Described,
    Died,
    Done,
    Drawn,
    Event,
    Interrupted,
    Killed,
    Limit,
    Missing,
    NoGpu,
    Noted,
    Preparing,
    Printed,
    Raised,
    Ran,
    Ready,
    Recognised,
    StackFrame,
    Started,
    Traced,
)
from flaxdrills.judging.model_description import Layout, Model, ModelPart, PartKind, Primitives
from flaxdrills.judging.picture import Picture, PictureKind, Series
from flaxdrills.judging.protocol import (
    VERSION,
    AfterVerdict,
    Job,
    Order,
    Preparation,
    ProtocolError,
    Task,
    decode,
    encode,
)
from flaxdrills.problems.problem import Environment, Problem
from flaxdrills.problems.run_limits import Limits
from flaxdrills.system.settings import Platform

NASTY = 'nul \0 escape \x1b[2J newline \n return \r\n quote " back \\ line \u2028 sign ✓ lone \udc80 "v": 1}'
RESULT = CheckResult(NASTY, CheckKind.CASE, False, NASTY, (1.0, 1e-300, 0.1 + 0.2), NASTY)
PART = ModelPart(NASTY, PartKind.VARIABLE, "Mine", "Param", (3, 0), "float32", True, ((NASTY, "1"),), "a on 2 devices")
MODEL = Model(
    (ModelPart("returned", PartKind.MODULE, "Net", parts=(PART, PART), left_out=7),),
    (Layout("a / b", (4,), "a", NASTY),),
)
MESSAGES: tuple[Event | Order, ...] = (
    Preparing(NASTY),
    Ready("cpu:0", (("jax", "1"), ("flax", "2")), (NASTY, "b"), 0.5),
    Started(),
    Checked(RESULT),
    Checked(CheckResult("how", CheckKind.MECHANISM, True)),
    Raised("TypeError", NASTY, (StackFrame(3, "f", NASTY), StackFrame(4, "<lambda>", "")), "case: one", NASTY),
    Noted(NASTY),
    Drawn(Picture(PictureKind.CURVE, NASTY, (Series(NASTY, (1.0, -0.5)),))),
    Ran(2, NASTY),
    Missing(("flax.nnx.Linea", NASTY)),
    Printed(NASTY, True),
    Killed(Limit.TIME, NASTY, "tracing", (StackFrame(3, "f", NASTY),)),
    Killed(Limit.MEMORY, ""),
    Died(NASTY),
    Interrupted(NASTY),
    BeginsAgain(),
    NoGpu(NASTY),
    Broke(NASTY),
    Described(NASTY, MODEL, Model()),
    Traced(Primitives((("dot_general", 2), (NASTY, 1))), Primitives(fault=NASTY)),
    CostCompared(Cost(1, 2, 3, 0.5), Cost(0, 0, 7, 1.25), ("a key was used twice",)),
    Done(0.25),
    Recognised("raw_array", NASTY),
    Job(NASTY, "a b.py", names=("flax.nnx", NASTY), describe=True),
    AfterVerdict(3, True, False),
    Job(NASTY, "<block 3>", before=("a = 1\n", NASTY)),
    Preparation(Task.LESSON, "/content/a b", "f", 8, Platform.GPU, 120.0, 10.0, 4096, 64),
)


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: type(message).__name__)
def test_what_is_encoded_is_decoded_as_it_was(message: Event | Order) -> None:
    again = decode(encode(message))
    assert again == message
    assert repr(again) == repr(message)


def test_every_kind_of_message_is_tried() -> None:
    assert {type(message) for message in MESSAGES} == {*get_args(Event), *get_args(Order)}


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: type(message).__name__)
def test_a_message_is_one_line(message: Event | Order) -> None:
    line = encode(message)
    assert line.endswith(b"\n")
    assert len(line.splitlines()) == 1
    assert line.isascii()


def test_a_sketch_keeps_what_is_no_number() -> None:
    sent = Checked(CheckResult("a", CheckKind.CASE, False, sketch=(math.nan, math.inf, -math.inf, -0.0)))
    received = decode(encode(sent))
    assert isinstance(received, Checked)
    assert list(map(repr, received.result.sketch)) == ["nan", "inf", "-inf", "-0.0"]


def test_a_line_of_another_version_is_refused_and_both_versions_are_named() -> None:
    line = json.dumps({"v": VERSION + 1, "kind": "started"}).encode()
    with pytest.raises(ProtocolError, match=f"version {VERSION + 1}, and this app speaks version {VERSION}"):
        decode(line)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\n",
        b"hello",
        b"\xff\xfe",
        b"null",
        b"[]",
        b'"started"',
        b"{}",
        b'{"v": 1}',
        b'{"kind": "started"}',
        b'{"v": 1, "kind": "no such kind"}',
        b'{"v": 1, "kind": ["started"]}',
        b'{"v": 1, "kind": "frame", "line": 1, "function": "f", "text": ""}',
        b'{"v": 1, "kind": "done"}',
        b'{"v": 1, "kind": "started", "passed": true}',
        b'{"v": 1, "kind": "killed", "limit": "patience", "message": ""}',
        b'{"v": 1, "kind": "checked", "result": null}',
        b'{"v": 1, "kind": "checked", "result": {"name": "a", "kind": "case"}}',
        b'{"v": 1, "kind": "checked", "result": {"name": "a", "kind": "other", "passed": true}}',
        b'{"v": 1, "kind": "checked", "result": {"name": "a", "kind": "case", "passed": true, "sketch": ["x"]}}',
        b'{"v": 1, "kind": "raised", "type": "E", "message": "", "frames": [3]}',
        b'{"v": 1, "kind": "ready", "device": "", "versions": ["jax 1"], "checks": [], "seconds": 1}',
        b'{"v": 1, "kind": "done", "seconds": 1' + b"0" * 5000 + b"}",
        b'{"v": 1, "kind": "described", "case": "a", "yours": {}, "reference": {}}',
        b'{"v": 1, "kind": "described", "case": "a", "yours": null, "reference": {"parts": [], "layouts": []}}',
        encode(Described("a", MODEL, MODEL)).replace(b'"variable"', b'"verdict"'),
        encode(Described("a", MODEL, MODEL)).replace(b"[3, 0]", b'["x"]'),
        b'{"v": 1, "kind": "traced", "yours": {"counts": [1], "fault": ""}, "reference": {"counts": [], "fault": ""}}',
        b"[" * 100_000,
        encode(Done(1.0))[:-4],
        encode(Done(1.0)) + encode(Done(1.0)),
    ],
    ids=lambda line: repr(line[:60]),
)
def test_what_is_no_line_of_the_protocol_is_refused(line: bytes) -> None:
    with pytest.raises(ProtocolError):
        decode(line)


def test_a_preparation_holds_what_the_problem_needs() -> None:
    problem = Problem("a-b", "first", 1, "A", "a", 1, "a_b", Path("/content/a-b"), limits=Limits(3.0, 60.0, 512, 8))
    assert Preparation.of(problem, Platform.GPU) == Preparation(
        Task.JUDGE, "/content/a-b", "a_b", 1, Platform.GPU, 60.0, 3.0, 512, 8
    )


def test_the_platform_that_a_problem_insists_on_goes_before_the_learners() -> None:
    problem = Problem(
        "a", "first", 1, "A", "a", 1, "a", Path("/a"), environment=Environment(devices=8, platform=Platform.CPU)
    )
    preparation = Preparation.of(problem, Platform.GPU, Task.LESSON)
    assert (preparation.platform, preparation.devices, preparation.task) == (Platform.CPU, 8, Task.LESSON)


def test_what_the_learner_wrote_is_not_ours_and_has_the_learners_time() -> None:
    problem = Problem("a", "first", 1, "A", "a", 1, "a", Path("/a"), limits=Limits(run_s=3.0))
    seconds = {task: Preparation.of(problem, Platform.CPU, task).run_s for task in Task}
    assert {task for task in Task if not task.is_ours} == {Task.JUDGE, Task.COPY}
    assert {task for task in Task if seconds[task] == 3.0} == {Task.JUDGE, Task.COPY}
