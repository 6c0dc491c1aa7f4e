"""The rules that a problem's texts are read by."""
