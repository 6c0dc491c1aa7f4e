"""Practise Flax (NNX and Linen) in a terminal."""

__version__ = "0.1.0"
