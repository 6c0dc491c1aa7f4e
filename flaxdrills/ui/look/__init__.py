"""How things look: colours, contrast, signs, and what a terminal lacks."""
