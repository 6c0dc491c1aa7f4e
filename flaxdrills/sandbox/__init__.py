"""What the kernel keeps a solution from doing."""
