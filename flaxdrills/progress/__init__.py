"""What the journal adds up to: reviews, streak, statistics."""
