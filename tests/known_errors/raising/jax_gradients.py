"""Raises the rows of jax_gradients.toml."""

# mypy: disable-error-code="misc, untyped-decorator, import-untyped, func-returns-value"

from __future__ import annotations

from typing import Any

import jax
import jax.numpy as jnp
import pytest
from jax.custom_derivatives import SymbolicZero

from tests.known_errors.raising.examples import X
from tests.known_errors.raising.own_rules import (
    backward,
    forward,
    power,
    product_with,
    sine_rule,
    sine_with,
    the_rules_to_come,
)

# Rules of one's own


def custom_jvp_output() -> None:
    jax.jvp(sine_with(lambda x, t: jnp.cos(x[0]) * t[0]), (1.0,), (1.0,))


def custom_jvp_output__structure() -> None:
    jax.jvp(sine_with(lambda x, t: (jnp.sin(x[0]), [t[0], t[0]])), (1.0,), (1.0,))


def custom_jvp_output__shape() -> None:
    jax.jvp(sine_with(lambda x, t: (jnp.sin(x[0]), jnp.ones(1))), (1.0,), (1.0,))


def custom_jvp_output__mended() -> None:
    jax.jvp(sine_with(sine_rule), (1.0,), (1.0,))


def custom_rule_missing() -> None:
    jax.grad(jax.custom_vjp(lambda x: x))(1.0)


def custom_rule_missing__jvp() -> None:
    jax.grad(jax.custom_jvp(lambda x: x))(1.0)


def custom_rule_missing__mended() -> None:
    jax.grad(product_with(forward, backward))(1.0, 2.0)
    jax.grad(sine_with(sine_rule))(1.0)


def custom_rule_arguments() -> None:
    product_with(forward, backward)(1.0)


def custom_rule_arguments__jvp() -> None:
    sine_with(lambda x, t: (x, t))()


def custom_rule_arguments__vmap() -> None:
    jax.custom_batching.custom_vmap(lambda x, y: x + y)(1.0)


def custom_vjp_gradient_shape() -> None:
    jax.grad(product_with(forward, lambda kept, g: (g, jnp.ones(4))))(1.0, 2.0)


def custom_vjp_gradient_shape__length() -> None:
    jax.grad(product_with(forward, lambda kept, g: (g, jnp.ones(3))), argnums=1)(1.0, 2.0)


def custom_vjp_gradient_shape__in_a_scan() -> None:
    rule = product_with(forward, lambda kept, g: (g, jnp.ones(3)))
    jax.grad(lambda x: jax.lax.scan(lambda c, _: (rule(c, c), None), x, None, 2)[0])(1.0)


def custom_vjp_gradients() -> None:
    jax.grad(product_with(forward, lambda kept, g: g * kept[1]))(1.0, 2.0)


def custom_vjp_gradients__length() -> None:
    jax.grad(product_with(forward, lambda kept, g: (g,)))(1.0, 2.0)


def custom_vjp_gradients__inside() -> None:
    jax.grad(product_with(forward, lambda kept, g: (g, (g, g))))(1.0, 2.0)


def custom_vjp_gradients__to_come() -> None:
    with the_rules_to_come():
        jax.grad(product_with(forward, lambda kept, g: g))(1.0, 2.0)


def custom_vjp_gradients_number() -> None:
    with the_rules_to_come():
        jax.grad(product_with(forward, lambda kept, g: (g,)))(1.0, 2.0)


def custom_vjp_gradients_number__mended() -> None:
    with the_rules_to_come():
        jax.grad(product_with(forward, lambda kept, g: (g * kept[1], None)))(1.0, 2.0)


def custom_vjp_gradient_shape__symbolic() -> None:
    rule = jax.custom_vjp(lambda x: x)
    zero = SymbolicZero(jax.typeof(jnp.ones(2)))
    rule.defvjp(lambda x: (x.value, None), lambda kept, g: (zero,), symbolic_zeros=True)
    jax.grad(rule)(1.0)


def custom_vjp_gradient_shape__to_come() -> None:
    with the_rules_to_come():
        jax.grad(product_with(forward, lambda kept, g: (g, jnp.ones(3))))(1.0, 2.0)


def custom_vjp_closes_over() -> None:
    def scaled(scale: Any) -> Any:
        with the_rules_to_come():
            rule = jax.custom_vjp(lambda x: x * scale)
            rule.defvjp(lambda x: (x * scale, None), lambda kept, g: (g * scale,))
            return jax.grad(rule)(1.0)

    jax.vmap(scaled)(jnp.ones(3))
    pytest.skip("This jax lets a custom_vjp function close over traced values.")


def custom_vjp_closes_over__mended() -> None:
    def scaled(scale: Any) -> Any:
        with the_rules_to_come():
            return jax.grad(product_with(forward, lambda kept, g: (g * kept[1], None)))(1.0, scale)

    jax.vmap(scaled)(jnp.ones(3))


def custom_vjp_nondiff__to_come() -> None:
    with the_rules_to_come():
        rule = jax.custom_vjp(power, nondiff_argnums=(1,))
        rule.defvjp(lambda x, n: (x**n, x), lambda n, x, g: (g * n * x ** (n - 1),))
        jax.jit(jax.grad(rule))(2.0, 3.0)


def custom_vjp_gradients__mended() -> None:
    jax.grad(product_with(forward, lambda kept, g: (g * kept[1], None)))(1.0, 2.0)


def custom_vjp_forward() -> None:
    jax.grad(product_with(lambda x, y: x * y, backward))(1.0, 2.0)


def custom_vjp_forward__structure() -> None:
    jax.grad(jax.jit(product_with(lambda x, y: ((x, y), (x, y)), backward)))(1.0, 2.0)


def custom_vjp_forward__shape_to_come() -> None:
    with the_rules_to_come():
        jax.grad(product_with(lambda x, y: (jnp.ones(3), (x, y)), backward))(1.0, 2.0)


def custom_vjp_forward__shape_in_a_scan() -> None:
    rule = product_with(lambda x, y: (jnp.ones(3), (x, y)), backward)
    jax.grad(lambda x: jax.lax.scan(lambda c, _: (rule(c, c), None), x, None, 2)[0])(1.0)


def custom_vjp_forward__mended() -> None:
    jax.grad(product_with(forward, backward))(1.0, 2.0)


def custom_vjp_forward_mode() -> None:
    jax.jvp(product_with(forward, backward), (1.0, 2.0), (1.0, 1.0))


def custom_vjp_forward_mode__jacfwd() -> None:
    jax.jacfwd(product_with(forward, backward))(1.0, 2.0)


def custom_vjp_forward_mode__mended() -> None:
    jax.jacfwd(sine_with(sine_rule))(1.0)
    jax.grad(sine_with(sine_rule))(1.0)
    jax.jacrev(product_with(forward, backward))(1.0, 2.0)


def custom_vjp_nondiff() -> None:
    rule = jax.custom_vjp(power, nondiff_argnums=(1,))
    rule.defvjp(lambda x, n: (x**n, x), lambda n, x, g: (g * n * x ** (n - 1),))
    jax.jit(jax.grad(rule))(2.0, 3.0)


def custom_vjp_nondiff__batched() -> None:
    rule = jax.custom_vjp(power, nondiff_argnums=(1,))
    rule.defvjp(lambda x, n: (x**n, x), lambda n, x, g: (g * n * x ** (n - 1),))
    jax.vmap(lambda n: jax.grad(rule)(2.0, n))(jnp.ones(3))


def custom_vjp_nondiff__mended() -> None:
    rule = jax.custom_vjp(power)
    rule.defvjp(lambda x, n: (x**n, (x, n)), lambda kept, g: (g * kept[1] * kept[0] ** (kept[1] - 1), None))
    jax.jit(jax.grad(rule))(2.0, 3.0)


# grad, jvp and vjp


def jvp_tangents() -> None:
    jax.jvp(jnp.sin, (1.0,), ())


def jvp_tangents__dtype() -> None:
    jax.jvp(jnp.sin, (jnp.float16(1.0),), (jnp.float32(1.0),))


def jvp_tangent_shape() -> None:
    jax.jvp(jnp.sin, (jnp.ones(3),), (jnp.ones(4),))


def jvp_tangents__no_tuple() -> None:
    jax.jvp(jnp.sin, 1.0, (1.0,))


def jvp_tangents__mended() -> None:
    jax.jvp(jnp.sin, (jnp.ones(3),), (jnp.ones(3),))


def vjp_cotangent() -> None:
    jax.vjp(jnp.sin, X)[1](jnp.ones((2, 4)))


def vjp_cotangent__structure() -> None:
    jax.vjp(jnp.sin, 1.0)[1]((1.0, 1.0))


def vjp_cotangent__mended() -> None:
    jax.vjp(jnp.sin, X)[1](jnp.ones((2, 3)))


def vjp_one_argument() -> None:
    jax.vjp(lambda x: (x, x), 1.0)[1](1.0, 1.0)


def vjp_one_argument__mended() -> None:
    jax.vjp(lambda x: (x, x), 1.0)[1]((1.0, 1.0))


def holomorphic() -> None:
    jax.grad(jnp.sin, holomorphic=True)(1.0)


def holomorphic__output() -> None:
    jax.grad(lambda x: x.real, holomorphic=True)(1.0 + 0j)


def holomorphic__mended() -> None:
    jax.grad(jnp.sin, holomorphic=True)(1.0 + 0j)
    jax.grad(jnp.sin)(1.0)


def gradient_of_no_float() -> None:
    jax.grad(lambda x: jnp.argmax(x))(jnp.ones(3))


def gradient_of_no_float__complex() -> None:
    jax.grad(lambda x: x * 1j)(1.0)


def gradient_of_no_float__jacrev() -> None:
    jax.jacrev(lambda x: x * 1j)(1.0)


def gradient_of_no_float__mended() -> None:
    jax.grad(lambda x: jnp.max(x))(jnp.ones(3))
    jax.grad(lambda x: (x * 1j).imag)(1.0)


def jacfwd_input() -> None:
    jax.jacfwd(jnp.sin)(1)


def jacfwd_input__complex() -> None:
    jax.jacfwd(jnp.sin)(1.0 + 0j)


def jacfwd_input__mended() -> None:
    jax.jacfwd(jnp.sin)(1.0)
    jax.jacfwd(jnp.sin, holomorphic=True)(1.0 + 0j)


def float0() -> None:
    jnp.add(1.0, jax.vjp(lambda n, x: n * x, 2, 3.0)[1](1.0)[0])


def float0__mended() -> None:
    jax.grad(lambda n: n * 2.0)(1.0) + 1.0


def aux_pair() -> None:
    jax.value_and_grad(lambda x: (x, 1, 2), has_aux=True)(1.0)


def aux_pair__value() -> None:
    jax.grad(lambda x: x, has_aux=True)(1.0)


def aux_pair__mended() -> None:
    jax.value_and_grad(lambda x: (x, (1, 2)), has_aux=True)(1.0)


def grad_argnums() -> None:
    jax.grad(lambda x: x)(x=1.0)


def grad_argnums__too_high() -> None:
    jax.grad(lambda x, y: x * y, argnums=2)(1.0, 2.0)


def grad_argnums__mended() -> None:
    jax.grad(lambda x: x)(1.0)


def leak_found() -> None:
    kept = []
    with jax.checking_leaks():
        jax.jit(lambda x: kept.append(x) or x)(1)


def leak_found__vmap() -> None:
    kept = []
    with jax.checking_leaks():
        jax.vmap(lambda x: kept.append(x) or x)(jnp.arange(3))


def composite_closes_over() -> None:
    jax.jit(lambda x: jax.lax.composite(lambda y: y * x, name="my.product")(2.0))(1.0)


def composite_closes_over__attribute() -> None:
    def product(y: Any, *, x: Any) -> Any:
        return y * x

    jax.jit(lambda x: jax.lax.composite(product, name="my.product")(2.0, x=x))(1.0)


def composite_closes_over__tangent() -> None:
    def product(y: Any, *, x: Any) -> Any:
        return y * x

    jax.grad(lambda x: jax.lax.composite(product, name="my.product")(2.0, x=x))(1.0)


def composite_closes_over__tangent_constant() -> None:
    jax.grad(lambda x: jax.lax.composite(lambda y: y * x, name="my.product")(2.0))(1.0)


def composite_closes_over__mended() -> None:
    jax.jit(lambda x: jax.lax.composite(lambda y, x: y * x, name="my.product")(2.0, x))(1.0)
