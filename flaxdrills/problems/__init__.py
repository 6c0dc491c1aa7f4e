"""The problems, as the content folder describes them."""
