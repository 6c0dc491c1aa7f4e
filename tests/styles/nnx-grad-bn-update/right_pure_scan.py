"""Split, jax.grad with the statistics as aux, and a scan."""

import jax
import optax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d, *, rngs):
        self.inner = nnx.Linear(d, 4, rngs=rngs)
        self.norm = nnx.BatchNorm(4, momentum=0.9, rngs=rngs)
        self.head = nnx.Linear(4, 1, rngs=rngs)

    def __call__(self, x):
        return self.head(nnx.relu(self.norm(self.inner(x))))


def grad_bn_update(seed, x, y, lr, steps):
    graphdef, params, stats = nnx.split(Net(x.shape[1], rngs=nnx.Rngs(seed)), nnx.Param, nnx.BatchStat)
    params, stats = nnx.as_pure(params), nnx.as_pure(stats)
    sgd = optax.sgd(lr)

    def objective(params, stats):
        model = nnx.merge(graphdef, params, stats)
        error = model(x) - y
        return (error**2).mean(), (abs(error).max(), nnx.as_pure(nnx.state(model, nnx.BatchStat)))

    def step(carry, _):
        params, stats, opt = carry
        (loss, (worst, stats)), grads = jax.value_and_grad(objective, has_aux=True)(params, stats)
        updates, opt = sgd.update(grads, opt)
        return (optax.apply_updates(params, updates), stats, opt), (loss, worst)

    (params, stats, _), (losses, worst) = jax.lax.scan(step, (params, stats, sgd.init(params)), None, length=steps)
    model = nnx.merge(graphdef, params, stats)
    model.eval()
    return {"losses": losses, "worst": worst, "mean": model.norm.mean[...], "eval": model(x)}
