"""Times PyBaMM + IDAKLU on the cells of bench/cells; started by bench/run.mjs, which alternates it with our own process.

    python bench/peers/work_precision.py REPETITIONS CASE...        CASE: chen2020, marquis2019, lco-lionsimba, map

Prints one JSON document: per case and setting the warm times of `solver.solve` on a built model (consistent start, integration
to the cut-off, states kept; no voltage is evaluated in that time), steps, unknowns, and the voltages at the reference times.
One thread: set OMP_NUM_THREADS=1.
"""

import json
import sys
import time
from importlib.metadata import version

import pybamm

import cells

# (cells per region and shells, rtol, quadratic surface values); atol is PyBaMM's default 1e-6
LADDER = [(10, 1e-3, False), (20, 1e-4, False), (20, 1e-4, True), (40, 1e-4, False), (40, 1e-4, True), (80, 1e-4, False)]
MAP_LADDER = [(10, 1e-3, False), (20, 1e-4, False), (40, 1e-4, False), (80, 1e-4, False)]


def times_of_reference(name):
    if name == "map":
        return [case["time_s"] for case in json.loads((cells.CELLS / "single-ion-map.json").read_text())["cases"]]
    return json.loads((cells.CELLS.parent.parent / f"test/validation/{name}.json").read_text())["time_s"]


def measure(cell, setting, repetitions, times):
    n, rtol, quadratic = setting
    solver = cells.solver_of(rtol, 1e-6)
    sim = cells.simulation(cell, n, n, solver, quadratic=quadratic)
    solution = solver.solve(sim.built_model, t_eval=[0, cell[2]])
    milliseconds = []
    for _ in range(repetitions):
        began = time.perf_counter()
        solution = solver.solve(sim.built_model, t_eval=[0, cell[2]])
        milliseconds.append(1e3 * (time.perf_counter() - began))
    voltage = solution["Voltage [V]"]
    end = float(solution.t[-1])
    return {
        "setting": {"cells": n, "shells": n, "tolerance": rtol, "quadratic": quadratic},
        "milliseconds": milliseconds,
        "steps": len(solution.t) - 1,
        "unknowns": int(sim.built_model.len_rhs_and_alg),
        "end_s": end,
        "voltage_V": [round(float(voltage(t)), 7) if t <= end else None for t in times],
    }


def measure_case(name, repetitions):
    times = times_of_reference(name)
    if name != "map":
        cell = cells.full_cell(name)
        return [{"case": name} | measure(cell, setting, repetitions, times) for setting in LADDER]
    runs = []
    for setting in MAP_LADDER:
        for i, case in enumerate(cells.map_cases()):
            cell = cells.single_ion_cell(case["thickness"], case["tortuosityFactor"], case["current"])
            runs.append({"case": f"map {i}"} | measure(cell, setting, repetitions, times[i]))
    return runs


def main(repetitions, names):
    pybamm.set_logging_level("ERROR")
    peer = f"PyBaMM {version('pybamm')} + IDAKLU (pybammsolvers {version('pybammsolvers')}), Python {sys.version.split()[0]}"
    runs = [run for name in names for run in measure_case(name, int(repetitions))]
    json.dump({"code": peer, "runs": runs}, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
