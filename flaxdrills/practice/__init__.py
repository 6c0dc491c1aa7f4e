"""The practice loop without a face."""
