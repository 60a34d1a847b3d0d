"""Times PyBaMM + IDAKLU on the cells of bench/cells; started by bench/run.mjs, which alternates it with our own process.

    python bench/peers/work_precision.py REPETITIONS CASE...        CASE: chen2020, marquis2019, lco-lionsimba, map

Prints one JSON document: per case and setting the warm processor times of `solver.solve` on a built model (consistent start, integration
to the cut-off, states kept; no voltage is evaluated in that time), steps, unknowns, and the voltages at the reference times; and end to
end: that with the voltage at every step and the energy. One thread: set OMP_NUM_THREADS=1.
"""

import json
import sys
import time
from dataclasses import dataclass, replace
from importlib.metadata import version

import numpy as np
import pybamm

import cells



@dataclass(frozen=True)
class Setting:
    """Cells per region (or of anode, membrane, cathode), shells, tolerances; atol is PyBaMM's default unless tuned."""

    cells: int | tuple
    shells: int
    rtol: float
    quadratic: bool = False
    # thickness of the innermost shell over that of the outermost, and of the middle cell of an electrode over that of its ends
    ratio: float = 1.0
    atol: float = 1e-6
    kind: str = "common"
    # ahead-of-time compilation by the C compiler, which takes seconds once; or only the voltage kept
    compiled: bool = False
    voltage_only: bool = False
    hermite: bool = True
    cell_ratio: float = 1.0
    # highest order of the steps, and how far Newton's iteration goes (IDAKLU's `nonlinear_convergence_coefficient`)
    order: int = 5
    newton: float = 0.33


SHIPPED = Setting(20, 20, 1e-4, kind="shipped")
LADDER = [
    SHIPPED,
    replace(SHIPPED, kind="variant", compiled=True),
    replace(SHIPPED, kind="variant", voltage_only=True),
    replace(SHIPPED, kind="variant", hermite=False),
    Setting(10, 10, 1e-3),
    Setting(20, 20, 1e-4, True),
    Setting(40, 40, 1e-4),
    Setting(40, 40, 1e-4, True),
]
# from search.py
TUNED = {
    "chen2020": [
        Setting((4, 1, 4), 14, 5e-3, True, 3.0, 5e-4, "tuned", cell_ratio=0.8),
        Setting((4, 2, 4), 10, 5e-3, True, 5.0, 5e-4, "tuned", cell_ratio=0.8),
        Setting((4, 1, 4), 14, 2e-3, True, 3.0, 2e-4, "tuned", cell_ratio=0.8),
        Setting((5, 2, 4), 14, 2e-3, True, 3.0, 2e-4, "tuned"),
        Setting((8, 2, 4), 14, 2e-3, True, 15.0, 2e-4, "tuned", cell_ratio=0.8),
        Setting((8, 2, 5), 14, 2e-3, True, 15.0, 2e-4, "tuned"),
        Setting((14, 2, 6), 20, 3e-4, True, 15.0, 1e-5, "tuned"),
        Setting((20, 3, 10), 20, 3e-4, True, 15.0, 1e-5, "tuned"),
    ],
    "marquis2019": [
        Setting((8, 1, 5), 14, 5e-3, True, 5.0, 5e-4, "tuned"),
        Setting((8, 1, 5), 8, 2e-3, True, 1.0, 2e-4, "tuned"),
        Setting((14, 2, 10), 10, 2e-3, True, 5.0, 2e-4, "tuned"),
        Setting((14, 2, 10), 10, 1e-3, True, 5.0, 1e-4, "tuned"),
    ],
    "lco-lionsimba": [
        Setting((8, 2, 8), 10, 5e-3, True, 5.0, 5e-4, "tuned"),
        Setting((10, 2, 14), 8, 5e-3, True, 1.0, 5e-4, "tuned"),
        Setting((20, 3, 20), 6, 5e-3, True, 1.0, 5e-4, "tuned"),
        Setting((20, 3, 30), 8, 5e-3, True, 1.0, 5e-4, "tuned"),
        Setting((20, 3, 30), 8, 1e-3, True, 1.0, 1e-4, "tuned"),
    ],
}
# the half cell has no unknown in its anode, whatever its cells
MAP_LADDER = [
    SHIPPED,
    Setting(10, 10, 1e-3),
    Setting(40, 40, 1e-4),
    Setting((1, 3, 8), 10, 1e-3, True, 5.0, 1e-4, "tuned"),
    Setting((1, 3, 16), 14, 1e-3, True, 5.0, 1e-4, "tuned"),
]


def ladder_of(name):
    if name == "map":
        return MAP_LADDER
    tuned = TUNED[name]
    compiled = [replace(setting, compiled=True) for setting in tuned]
    return [*LADDER, *tuned, *compiled, *(replace(setting, order=2, newton=1.0) for setting in compiled)]


def times_of_reference(name):
    if name == "map":
        return [case["time_s"] for case in json.loads((cells.CELLS / "single-ion-map.json").read_text())["cases"]]
    return json.loads((cells.CELLS.parent.parent / f"test/validation/{name}.json").read_text())["time_s"]


def measure(cell, setting, repetitions, times):
    options = {
        "compile": setting.compiled, "hermite_interpolation": setting.hermite, "max_order_bdf": setting.order,
        "nonlinear_convergence_coefficient": setting.newton,
    }
    solver = cells.solver_of(setting.rtol, setting.atol, options, ["Voltage [V]"] if setting.voltage_only else None)
    sim = cells.simulation(cell, setting.cells, setting.shells, solver, quadratic=setting.quadratic, shell_ratio=setting.ratio,
                           cell_ratio=setting.cell_ratio)
    solution = solver.solve(sim.built_model, t_eval=[0, cell[2]])
    milliseconds, end_to_end = [], []
    for _ in range(repetitions):
        began = time.process_time()
        solution = solver.solve(sim.built_model, t_eval=[0, cell[2]])
        solved = time.process_time()
        volts = solution["Voltage [V]"](solution.t)
        np.trapezoid(volts, solution.t)
        milliseconds.append(1e3 * (solved - began))
        end_to_end.append(1e3 * (time.process_time() - began))
    voltage = solution["Voltage [V]"]
    end = float(solution.t[-1])
    return {
        "setting": {
            "kind": setting.kind, "cells": setting.cells, "shells": setting.shells, "tolerance": setting.rtol,
            "quadratic": setting.quadratic, "shellRatio": setting.ratio, "grading": setting.cell_ratio, "compiled": setting.compiled,
            "voltageOnly": setting.voltage_only, "hermite": setting.hermite, "order": setting.order,
        },
        "milliseconds": milliseconds,
        "endToEnd": end_to_end,
        "steps": len(solution.t) - 1,
        "unknowns": int(sim.built_model.len_rhs_and_alg),
        "end_s": end,
        "voltage_V": [round(float(voltage(t)), 7) if t <= end else None for t in times],
    }


def measure_case(name, repetitions):
    times = times_of_reference(name)
    if name != "map":
        cell = cells.full_cell(name)
        return [{"case": name} | measure(cell, setting, repetitions, times) for setting in ladder_of(name)]
    runs = []
    for setting in ladder_of(name):
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
