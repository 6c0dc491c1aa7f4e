"""What a worker is doing while it gets ready, in the words that the screen shows at the top right."""

from __future__ import annotations

STARTING = "starting Python, importing jax and flax"
OPENING_DEVICE = "opening the device"
RUNNING_REFERENCE = "running the reference on its cases"
RESTING = "no worker is running; any key starts one"
"""Spares were let go because nobody used them."""
