"""Numbers drawn as text, for whoever runs a program: `print(curve("loss", sgd=losses))`.

Lessons print them, and a learner's own file may; a problem's checks.py returns them from its `draw_...` functions.
"""

from flaxdrills.worker.checks.pictures import bars, curve, heat, layout

__all__ = ["bars", "curve", "heat", "layout"]
