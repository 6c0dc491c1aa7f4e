"""What a check may claim of a run, by what it looks at. checks.py takes all of it from worker/expect.py."""
