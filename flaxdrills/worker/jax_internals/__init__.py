"""All that knows of private parts of JAX and Flax, each behind a function that does without where a release has it not.

Nothing else in the worker names a private part. Without any of them every verdict is the same: more is compiled anew,
a report says "running" where it would say "compiling", and a picture of a model shows some of Flax's own bookkeeping.
"""
