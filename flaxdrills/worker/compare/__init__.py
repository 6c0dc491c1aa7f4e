"""Whether a result is the reference's, and what relates a wrong one to it."""
