"""The other process: the only place with JAX. Started with `python -m flaxdrills.worker`, imported by nobody."""
