"""The name of the check that no author writes: what works on the reference under jax.jit and jax.grad must work."""

from __future__ import annotations

from collections.abc import Sequence

_BEGINNING = "Your function works under "


def derived_name(transformations: Sequence[str]) -> str:
    """The check's name where the reference works under these, such as "jit"; "" where there are none."""
    return _BEGINNING + " and ".join(f"jax.{name}" for name in transformations) if transformations else ""


def is_derived(name: str) -> bool:
    """Whether a check of that name is the one that no author writes."""
    return name.startswith(_BEGINNING)
