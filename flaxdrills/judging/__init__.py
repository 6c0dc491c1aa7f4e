"""The app's side of a run: workers, what they say, and the report that it adds up to."""
