"""Proving the content: every rule that a problem is held to, and the runs that show that it holds."""
