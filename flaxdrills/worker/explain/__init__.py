"""What a learner is told about an exception."""
