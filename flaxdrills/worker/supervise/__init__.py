"""The process beside the learner's code: limits, and the line to the app."""
