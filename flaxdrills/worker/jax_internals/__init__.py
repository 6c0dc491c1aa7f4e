"""Everything that touches private parts of JAX; without it all works, only slower."""
