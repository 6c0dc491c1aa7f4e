"""Uses a name that is not defined."""

kernel = undefined_name
