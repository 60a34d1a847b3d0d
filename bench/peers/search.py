"""Where the tuned settings of the peer in work_precision.py come from: the cheapest runs at each rms error, as bench/search.mjs finds ours.

    python bench/peers/search.py NAME        NAME: chen2020, marquis2019, lco-lionsimba

Over cells, their widths (middle over end), shells, their thinning towards the surface (K), tolerances relative and absolute; quadratic surface
values, which are never worse. Cost is the processor time of a solve, median of five.
"""

import itertools
import json
import statistics
import sys
import time

import numpy as np
import pybamm

import cells

COUNTS = [*itertools.product([4, 5, 6, 8, 10], [1, 2], [3, 4, 5]), (8, 3, 8), (14, 3, 10), (20, 3, 10), (20, 3, 20), (30, 4, 15), (30, 4, 30)]
SHELLS = [6, 8, 10, 14, 20]
SHELL_RATIOS = [1.0, 3.0, 5.0, 15.0]
CELL_RATIOS = [1.0, 0.8]
TOLERANCES = [(5e-3, 5e-4), (3e-3, 3e-4), (2e-3, 2e-4), (1e-3, 1e-4), (3e-4, 1e-5), (1e-3, 1e-6)]


def rms_of(reference, solution):
    """Root of the mean square over time up to 98 % of the discharge [mV], as bench/errors.mjs has it."""
    times = np.array(reference["time_s"])
    limit = np.array(reference["voltage_V"])
    kept = (times <= 0.98 * reference["end_s"]) & (times <= solution.t[-1])
    error = 1e3 * (solution["Voltage [V]"](times[kept]) - limit[kept])
    span = times[kept]
    return float(np.sqrt(np.sum(0.5 * (error[1:] ** 2 + error[:-1] ** 2) * np.diff(span)) / (span[-1] - span[0])))


def spent(cell, built, solver):
    times = []
    for _ in range(5):
        began = time.process_time()
        solution = solver.solve(built, t_eval=[0, cell[2]])
        times.append(1e3 * (time.process_time() - began))
    return statistics.median(times), solution


def tried(cell, reference, count, shells, shell_ratio, cell_ratio):
    """(cost, rms, setting) of a mesh at every tolerance; a mesh on which the solver gives up is no setting."""
    setting = f"{'/'.join(map(str, count))} x {shells}, K {shell_ratio:g}, cells {cell_ratio:g}"
    try:
        built = cells.simulation(cell, count, shells, cells.solver_of(1e-3), True, shell_ratio, cell_ratio).built_model
    except Exception as error:
        print(setting, error.__class__.__name__, file=sys.stderr)
        return
    for rtol, atol in TOLERANCES:
        try:
            cost, solution = spent(cell, built, cells.solver_of(rtol, atol))
            yield cost, rms_of(reference, solution), f"{setting}, rtol {rtol:g}, atol {atol:g}"
        except Exception as error:
            print(setting, rtol, error.__class__.__name__, file=sys.stderr)


def main(name):
    pybamm.set_logging_level("ERROR")
    reference = json.loads((cells.CELLS.parent.parent / f"test/validation/{name}.json").read_text())
    cell = cells.full_cell(name)
    meshes = itertools.product(COUNTS, SHELLS, SHELL_RATIOS, CELL_RATIOS)
    best = float("inf")
    for cost, rms, setting in sorted(found for mesh in meshes for found in tried(cell, reference, *mesh)):
        if rms >= best:
            continue
        best = rms
        print(f"{setting}: rms {rms:.3f} mV, {cost:.2f} ms")


if __name__ == "__main__":
    main(sys.argv[1])
