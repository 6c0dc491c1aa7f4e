"""Everything that reaches into Textual's terminal: what is written to it, and which keys come from it."""
