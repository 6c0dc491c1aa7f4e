"""Deletes the learner's file."""

import os

os.remove(__file__)


def replace_kernel(seed, x, features, replacement_value):
    raise SystemExit("it could")
