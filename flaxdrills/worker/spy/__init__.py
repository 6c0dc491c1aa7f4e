"""Watching what a call of the learner's function does."""
