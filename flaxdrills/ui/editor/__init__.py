"""Editing a solution: in the learner's editor, or in the app's own."""
