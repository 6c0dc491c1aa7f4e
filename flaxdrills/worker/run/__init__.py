"""The process in which the learner's code runs."""
