"""Where the tuned settings of the peer in work_precision.py come from: the cheapest runs at each rms error, as bench/search.mjs finds ours.

    python bench/peers/search.py NAME        NAME: chen2020, marquis2019, lco-lionsimba

Over cells, shells, their thinning towards the surface (K), tolerances relative and absolute; quadratic surface values, which are
never worse. Cost is the processor time of a solve, median of five.
"""

import itertools
import json
import statistics
import sys
import time

import numpy as np
import pybamm

import cells

COUNTS = [(4, 2, 3), (5, 2, 3), (5, 3, 5), (6, 3, 4), (8, 3, 5), (8, 3, 8), (10, 3, 5), (14, 3, 10), (20, 3, 10), (20, 3, 20), (30, 4, 15), (30, 4, 30)]
SHELLS = [6, 10, 14, 20]
RATIOS = [1.0, 3.0, 5.0, 15.0]
TOLERANCES = [(3e-3, 3e-4), (1e-3, 1e-4), (3e-4, 1e-5), (1e-3, 1e-6)]


def rms_of(reference, solution):
    """Root of the mean square over time up to 98 % of the discharge [mV], as bench/errors.mjs has it."""
    times = np.array(reference["time_s"])
    limit = np.array(reference["voltage_V"])
    kept = (times <= 0.98 * reference["end_s"]) & (times <= solution.t[-1])
    error = 1e3 * (solution["Voltage [V]"](times[kept]) - limit[kept])
    span = times[kept]
    return float(np.sqrt(np.sum(0.5 * (error[1:] ** 2 + error[:-1] ** 2) * np.diff(span)) / (span[-1] - span[0])))


def tried(cell, reference, count, shells, ratio, rtol, atol):
    solver = cells.solver_of(rtol, atol)
    sim = cells.simulation(cell, count, shells, solver, quadratic=True, shell_ratio=ratio)
    spent = []
    for _ in range(5):
        began = time.process_time()
        solution = solver.solve(sim.built_model, t_eval=[0, cell[2]])
        spent.append(1e3 * (time.process_time() - began))
    return statistics.median(spent), rms_of(reference, solution)


def main(name):
    pybamm.set_logging_level("ERROR")
    reference = json.loads((cells.CELLS.parent.parent / f"test/validation/{name}.json").read_text())
    cell = cells.full_cell(name)
    found = []
    for count, shells, ratio, (rtol, atol) in itertools.product(COUNTS, SHELLS, RATIOS, TOLERANCES):
        try:
            cost, rms = tried(cell, reference, count, shells, ratio, rtol, atol)
        except Exception as error:  # a mesh on which the solver gives up is no setting
            print(count, shells, error.__class__.__name__, file=sys.stderr)
            continue
        found.append((cost, rms, count, shells, ratio, rtol, atol))
    best = float("inf")
    for cost, rms, count, shells, ratio, rtol, atol in sorted(found):
        if rms >= best:
            continue
        best = rms
        mesh = "/".join(map(str, count))
        print(f"{mesh} x {shells}, K {ratio:g}, rtol {rtol:g}, atol {atol:g}: rms {rms:.3f} mV, {cost:.2f} ms")


if __name__ == "__main__":
    main(sys.argv[1])
