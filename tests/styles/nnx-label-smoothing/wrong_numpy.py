"""The loss leaves JAX."""

import numpy as np


def label_smoothing(logits, labels, alpha):
    z, t = np.asarray(logits, np.float64), np.asarray(labels)
    z, t = z[t != -100], t[t != -100]
    z = z - z.max(-1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(-1, keepdims=True))
    hard = -log_p[np.arange(len(t)), t]
    return np.float32(((1 - alpha) * hard - alpha * log_p.mean(-1)).mean())
