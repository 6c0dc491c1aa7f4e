"""The name is there, and is a number."""

replace_kernel = 3
