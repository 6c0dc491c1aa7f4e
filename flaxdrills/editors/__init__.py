"""The learner's editor: which one it is, how it is started, and when it has saved."""
