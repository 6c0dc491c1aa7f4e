"""The append-only record of what was practised, and carrying it to another machine."""
