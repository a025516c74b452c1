"""
Truth for the hard inputs of the buy-till-you-die models, in 80 digits.

Every number is the closed form of the paper (hypergeometric functions, log gamma), never the form that the
product computes: for 80 digits their cancellations do no harm. Run with Debian's python3-mpmath:

    python3 test/published/oracle/btyd.py > test/published/oracle/btyd.json
"""
import json

from mpmath import beta, exp, gamma, hyp2f1, inf, log, loggamma, mp, mpf, quad

mp.dps = 80


def log_beta(a, b):
    return loggamma(a) + loggamma(b) - loggamma(a + b)


def beta_geometric(model, r, alpha, a, b, x, tx, T, t):
    """Fader, Hardie & Lee (2005) eq. 6, 8, 10; Batislam et al. (2007) (MBG/NBD: c = x + 1)."""
    r, alpha, a, b, tx, T, t = map(mpf, (r, alpha, a, b, tx, T, t))
    c = x + 1 if model == "mbgnbd" else x
    stayed = log_beta(a, b + c) - log_beta(a, b) - (r + x) * log(alpha + T)
    common = loggamma(r + x) - loggamma(r) + r * log(alpha)
    if c > 0:
        left = log_beta(a + 1, b + c - 1) - log_beta(a, b) - (r + x) * log(alpha + tx)
        total = exp(stayed) + exp(left)
        alive = exp(stayed) / total
        ll = common + log(total)
    else:
        alive = mpf(1)
        ll = common + stayed
    buys = alive * (1 - ((alpha + T) / (alpha + T + t)) ** (r + x))

    def expected(a):
        z = t / (alpha + T + t)
        power = ((alpha + T) / (alpha + T + t)) ** (r + x)
        return (a + b + c - 1) / (a - 1) * (1 - power * hyp2f1(r + x, b + c, a + b + c - 1, z))

    # a = 1 and a + b + c = 1 are removable: the mean of both sides, 30 digits away, is right to 60 digits.
    if a == 1 or a + b + c == 1:
        h = mpf(10) ** -30
        e = (expected(a + h) + expected(a - h)) / 2
    else:
        e = expected(a)
    return ll, alive, buys, alive * e


def pareto(r, alpha, s, beta_, x, tx, T, t):
    """Fader & Hardie (2005), A note on deriving the Pareto/NBD model."""
    r, alpha, s, beta_, tx, T, t = map(mpf, (r, alpha, s, beta_, tx, T, t))

    def solved(shape, leaving, u):
        """∫ from u to infinity of (alpha + v)^-shape (beta + v)^-(leaving + 1) dv."""
        n = shape + leaving
        if alpha >= beta_:
            return hyp2f1(n, leaving + 1, n + 1, (alpha - beta_) / (alpha + u)) / (n * (alpha + u) ** n)
        return hyp2f1(n, shape, n + 1, (beta_ - alpha) / (beta_ + u)) / (n * (beta_ + u) ** n)

    shape = r + x
    stayed = (alpha + T) ** -shape * (beta_ + T) ** -s
    left = s * (solved(shape, s, tx) - solved(shape, s, T))
    common = loggamma(shape) - loggamma(r) + r * log(alpha) + s * log(beta_)
    alive = stayed / (stayed + left)
    ll = common + log(stayed + left)
    # First purchase before leaving: ∫ λ e^-(λ+μ)u, mixed over the posteriors; exponents r+x+1 and s.
    buys = shape * (alpha + T) ** shape * (beta_ + T) ** s * (solved(shape + 1, s - 1, T) - solved(shape + 1, s - 1, T + t))

    def expected(s):
        return shape * (beta_ + T) / ((alpha + T) * (s - 1)) * (1 - ((beta_ + T) / (beta_ + T + t)) ** (s - 1))

    h = mpf(10) ** -30
    e = (expected(s + h) + expected(s - h)) / 2 if s == 1 else expected(s)
    return ll, alive, alive * buys, alive * e


def row(name, params, x, tx, T, t):
    model = params["model"]
    if model == "pareto":
        values = pareto(params["r"], params["alpha"], params["s"], params["beta"], x, tx, T, t)
    else:
        values = beta_geometric(model, params["r"], params["alpha"], params["a"], params["b"], x, tx, T, t)
    names = ["logLikelihood", "alive", "buys", "expected"]
    return {
        "name": name,
        "params": params,
        "x": x,
        "lastAge": tx,
        "age": T,
        "horizon": t,
        **{key: float(mp.nstr(value, 20)) for key, value in zip(names, values)},
    }


def bg(r, alpha, a, b, model="bgnbd"):
    return {"model": model, "r": r, "alpha": alpha, "a": a, "b": b}


def pa(r, alpha, s, beta_):
    return {"model": "pareto", "r": r, "alpha": alpha, "s": s, "beta": beta_}


rows = []
CDNOW = dict(bgnbd=bg(0.243, 4.414, 0.793, 2.426), mbgnbd=bg(0.525, 6.183, 0.891, 1.614, "mbgnbd"))
for model in ("bgnbd", "mbgnbd"):
    like = CDNOW[model]
    for x, tx, T in [(0, 0, 38.75), (1, 2.5, 38.75), (2, 30.43, 38.86), (29, 37.875, 38.75), (0, 0, 0)]:
        rows.append(row("CDNOW", like, x, tx, T, 39))
    for a in (1, 1 + 1e-9, 1 - 1e-6, 0.999, 1.01):
        for x, tx, T in [(0, 0, 20), (3, 12, 20)]:
            rows.append(row("a at or near 1", bg(0.5, 5, a, 2.5, model), x, tx, T, 39))
    for x, tx, T in [(0, 0, 20), (1, 5, 20), (4, 10, 20)]:
        rows.append(row("a + b below 1", bg(0.5, 5, 0.2, 0.3, model), x, tx, T, 52))
        rows.append(row("a + b = 1", bg(0.5, 5, 0.25, 0.75, model), x, tx, T, 52))
        rows.append(row("a tiny", bg(0.5, 5, 1e-8, 2, model), x, tx, T, 52))
        rows.append(row("b tiny", bg(0.5, 5, 0.5, 1e-6, model), x, tx, T, 52))
        rows.append(row("a and b large", bg(0.5, 5, 2e4, 9e4, model), x, tx, T, 52))
    rows.append(row("x = 5,000", bg(0.3, 20, 0.8, 2.5, model), 5000, 7290, 7300, 365))
    rows.append(row("x = 1,000, stopped early", bg(0.3, 20, 0.8, 2.5, model), 1000, 1400, 1650, 365))
    rows.append(row("alive at 1e-76", bg(0.3, 20, 0.8, 2.5, model), 600, 900, 1220, 365))
    rows.append(row("a horizon of a thousand histories", bg(0.3, 0.05, 0.8, 2.5, model), 0, 0, 0, 1000))
    rows.append(row("a horizon of a thousand histories", bg(0.3, 0.05, 1e-5, 2.5, model), 2, 1, 3, 20000))
    rows.append(row("a horizon of next to nothing", bg(0.3, 5, 0.8, 2.5, model), 2, 1, 30, 1e-6))
    rows.append(row("shape and scale large", bg(5000, 50000, 0.8, 2.5, model), 8, 70, 90, 60))
for x, tx, T in [(0, 0, 38.75), (1, 2.5, 38.75), (2, 30.43, 38.86), (26, 30.857, 31), (0, 0, 0)]:
    rows.append(row("CDNOW", pa(0.5533, 10.578, 0.6062, 11.6687), x, tx, T, 52))
for s in (1, 1 + 1e-9, 1 - 1e-6, 0.999):
    for x, tx, T in [(0, 0, 20), (3, 12, 20)]:
        rows.append(row("s at or near 1", pa(0.5, 5, s, 9), x, tx, T, 39))
for x, tx, T in [(0, 0, 20), (1, 5, 20), (4, 10, 20), (4, 19.99, 20)]:
    rows.append(row("beta far above alpha", pa(0.5, 1, 0.8, 1e5), x, tx, T, 52))
    rows.append(row("alpha far above beta", pa(0.5, 1e4, 0.8, 0.01), x, tx, T, 52))
    rows.append(row("alpha = beta", pa(0.5, 7, 0.8, 7), x, tx, T, 52))
    rows.append(row("s large", pa(0.5, 5, 2000, 90000), x, tx, T, 52))
    rows.append(row("s tiny", pa(0.5, 5, 1e-8, 9), x, tx, T, 52))
    rows.append(row("r tiny", pa(1e-4, 0.01, 0.05, 3), x, tx, T, 52))
for x in (160, 161, 170, 400, 5000):
    rows.append(row("x of 160 and more", pa(0.5, 10, 0.6, 12), x, 1.4 * x, 1.4 * x + 30, 365))
rows.append(row("x = 1,000, stopped early", pa(0.3, 20, 0.8, 25), 1000, 1400, 1650, 365))
rows.append(row("alive at 1e-76", pa(0.3, 20, 0.8, 25), 600, 900, 1220, 365))
rows.append(row("a horizon of a thousand histories", pa(0.3, 0.05, 0.8, 2.5), 0, 0, 0, 1000))

# What the product asks of the numbers below the models.
log_betas = [
    {"a": a, "b": b, "value": float(mp.nstr(log_beta(mpf(a), mpf(b)), 20))}
    for a, b in [(2, 3), (1e-8, 2), (0.5, 0.5), (1e6, 3), (5e7, 1e4), (1e-3, 1e9), (12.5, 1e-6)]
]
digammas = [{"x": x, "value": float(mp.nstr(mp.digamma(mpf(x)), 20))} for x in [1e-6, 0.1, 1, 2.5, 9.99, 1e3, 1e8]]
print(json.dumps({"rows": rows, "logBetas": log_betas, "digammas": digammas}, indent=1))
