"""Converged voltages for test/validation and for the errors of the benchmark.

    python bench/peers/references.py chen2020 marquis2019 lco-lionsimba S1 S2 S3     -> test/validation/NAME.json
    python bench/peers/references.py map                                             -> bench/cells/single-ion-map.json

Each discharge is solved on meshes of n = 20, 40, 80, 160 cells in every region and n shells that thin outwards by one smooth
map, surface values by quadratic extrapolation with the known flux, at rtol 1e-8. The limit of these six is that of
a + b h + c h^2 through the three finest, because the observed order of the full cells is near one (why has not been looked
into; the single-ion cells, which also have a jump of conductivity, show order two). The same without the finest mesh gives
another limit; their difference is stored as the uncertainty. The 36 single-ion cells of the map take n = 20, 40, 80 and the
limit of a + c h^2.
"""

import json
import re
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pybamm

import cells

REPOSITORY = Path(__file__).resolve().parents[2]
SHELL_RATIO = 30.0
RTOL, ATOL = 1e-8, 1e-9
EARLY = [0, 0.1, 0.2, 0.5, 1, 2, 3, 5, 7, 10, 15, 20, 30, 45]


def limit_of_three(values):
    """The value at h = 0 of a + b h + c h^2 through h = 4, 2, 1 (the last three)."""
    coarse, middle, fine = values[-3:]
    return (coarse - 6 * middle + 8 * fine) / 3


def limit_of_two(values):
    """The value at h = 0 of a + c h^2 through h = 2, 1 (the last two)."""
    middle, fine = values[-2:]
    return (4 * fine - middle) / 3


def discharges(cell, meshes):
    for n in meshes:
        solver = cells.solver_of(RTOL, ATOL)
        sim = cells.simulation(cell, n, n, solver, quadratic=True, shell_ratio=SHELL_RATIO)
        solution = solver.solve(sim.built_model, t_eval=[0, cell[2]])
        yield solution.t[-1], solution["Voltage [V]"]


def reference(cell, spacing, meshes, limit):
    """`spacing` [s] of the times after the first seconds; a sixtieth of the discharge where it is None."""
    solved = list(discharges(cell, meshes))
    ends = [end for end, _ in solved]
    spacing = spacing or min(ends) / 60
    times = [t for t in EARLY if t < spacing] + list(np.arange(spacing, min(ends), spacing))
    volts = [np.array([float(voltage(t)) for t in times]) for _, voltage in solved]
    best = limit(volts)
    return {
        "end_s": round(limit(ends), 4),
        "endUncertainty_s": round(abs(limit(ends) - limit(ends[:-1])), 4),
        "time_s": [round(float(t), 3) for t in times],
        "voltage_V": [round(v, 6) for v in best],
        "uncertainty_uV": [round(abs(u) * 1e6, 1) for u in best - limit(volts[:-1])],
    }


def provenance(name, meshes, method):
    return {
        "about": "Richardson limits of the voltage at constant current; code-to-code reference for the numerics, no experiment.",
        "command": f"python bench/peers/references.py {name}",
        "code": f"PyBaMM {version('pybamm')} + IDAKLU (pybammsolvers {version('pybammsolvers')})",
        "date": date.today().isoformat(),
        "meshes": f"n = {meshes} cells in each region, n shells graded outwards (K = 30), quadratic surface values with the flux",
        "tolerances": {"rtol": RTOL, "atol": ATOL},
        "method": f"limit of {method} on the finest meshes; uncertainty = distance from the same without the finest",
    }


def write(path, content):
    """One list per line."""
    text = json.dumps(content, indent=1)
    path.write_text(re.sub(r"\[[^\[\]{}]*\]", lambda list_: " ".join(list_.group(0).split()), text) + "\n")
    print(path.name, flush=True)


def main(names):
    pybamm.set_logging_level("ERROR")
    for name in names:
        if name == "map":
            meshes = (20, 40, 80)
            cases = []
            for case in cells.map_cases():
                cell = cells.single_ion_cell(case["thickness"], case["tortuosityFactor"], case["current"])
                cases.append(case | reference(cell, None, meshes, limit_of_two))
                print(case, cases[-1]["end_s"], cases[-1]["endUncertainty_s"], flush=True)
            content = provenance(name, meshes, "a + c h^2") | {"cases": cases}
            write(REPOSITORY / "bench/cells/single-ion-map.json", content)
        else:
            meshes = (20, 40, 80, 160)
            cell = cells.cell_of(name)
            spacing = 10 if name in cells.FULL_CELLS else cell[2] / 200
            content = provenance(name, meshes, "a + b h + c h^2") | reference(cell, spacing, meshes, limit_of_three)
            write(REPOSITORY / f"test/validation/{name}.json", content)


if __name__ == "__main__":
    main(sys.argv[1:])
