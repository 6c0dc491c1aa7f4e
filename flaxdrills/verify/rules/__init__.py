"""What reading a problem can find, one rule a file."""
