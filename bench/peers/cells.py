"""The cells of bench/cells in PyBaMM: numbers from the same JSON files, functions from PyBaMM's own parameter sets where it
has them, so that a slip in ours would show as a difference."""

import json
from pathlib import Path

import numpy as np
import pybamm

CELLS = Path(__file__).resolve().parent.parent / "cells"
FARADAY = pybamm.constants.F.value
FULL_CELLS = ("chen2020", "marquis2019", "lco-lionsimba")


def numbers_of(name):
    return json.loads((CELLS / f"{name}.json").read_text())


def graphite_northrop(s):
    return (
        0.7222 + 0.1387 * s + 0.029 * s**0.5 - 0.0172 / s + 0.0019 / s**1.5
        + 0.2808 * pybamm.exp(0.9 - 15 * s) - 0.7984 * pybamm.exp(0.4465 * s - 0.4108)
    )


def lco_northrop(s):
    top = -4.656 + 88.669 * s**2 - 401.119 * s**4 + 342.909 * s**6 - 462.471 * s**8 + 433.434 * s**10
    bottom = -1 + 18.933 * s**2 - 79.532 * s**4 + 37.311 * s**6 - 73.083 * s**8 + 95.96 * s**10
    return top / bottom


def conductivity_valoen(c, T):
    p = (
        (-10.5 + 0.668e-3 * c + 0.494e-6 * c**2) + (0.074 - 1.78e-5 * c - 8.86e-10 * c**2) * T
        + (-6.96e-5 + 2.8e-8 * c) * T**2
    )
    return 1e-4 * c * p**2


def functions():
    chen = pybamm.ParameterValues("Chen2020")
    marquis = pybamm.ParameterValues("Marquis2019")
    electrolyte = ("Electrolyte conductivity [S.m-1]", "Electrolyte diffusivity [m2.s-1]")
    return {
        "graphiteChen2020": chen["Negative electrode OCP [V]"],
        "nmc811Chen2020": chen["Positive electrode OCP [V]"],
        "graphiteMarquis2019": marquis["Negative electrode OCP [V]"],
        "lcoMarquis2019": marquis["Positive electrode OCP [V]"],
        "graphiteNorthrop2011": graphite_northrop,
        "lcoNorthrop2011": lco_northrop,
        "conductivityNyman2008": chen[electrolyte[0]],
        "diffusivityNyman2008": chen[electrolyte[1]],
        "conductivityCapiglia1999": marquis[electrolyte[0]],
        "diffusivityCapiglia1999": marquis[electrolyte[1]],
        "conductivityValoen2005": conductivity_valoen,
    }


def start_of(electrode):
    if "initialStoichiometry" in electrode:
        return electrode["initialStoichiometry"]
    return electrode["initialConcentration"] / electrode["maximumConcentration"]


def exchange_current(electrode):
    k = electrode.get("rateConstant") or FARADAY * electrode["rateConstantMolar"]

    def i0(c_e, c_s_surf, c_s_max, T):
        return k * pybamm.sqrt(c_e * c_s_surf * (c_s_max - c_s_surf))

    return i0


def electrode_parameters(side, electrode, known):
    c_max = electrode["maximumConcentration"]
    return {
        f"Maximum concentration in {side.lower()} electrode [mol.m-3]": c_max,
        f"Initial concentration in {side.lower()} electrode [mol.m-3]": start_of(electrode) * c_max,
        f"{side} particle radius [m]": electrode["particleRadius"],
        f"{side} particle diffusivity [m2.s-1]": electrode["diffusivity"],
        f"{side} electrode conductivity [S.m-1]": electrode["effectiveElectronicConductivity"],
        f"{side} electrode Bruggeman coefficient (electrode)": 0,
        f"{side} electrode active material volume fraction": electrode["activeFraction"],
        f"{side} electrode OCP [V]": known[electrode["openCircuitPotential"]],
        f"{side} electrode OCP entropic change [V.K-1]": 0,
        f"{side} electrode exchange-current density [A.m-2]": exchange_current(electrode),
    }


def per_area(current, cutoff, temperature):
    """One square metre of cell, so that amperes are amperes per square metre."""
    return {
        "Electrode height [m]": 1, "Electrode width [m]": 1,
        "Nominal cell capacity [A.h]": current, "Current function [A]": current,
        "Number of electrodes connected in parallel to make a cell": 1,
        "Number of cells connected in series to make a battery": 1,
        "Contact resistance [Ohm]": 0, "Lower voltage cut-off [V]": cutoff, "Upper voltage cut-off [V]": 6,
        "Ambient temperature [K]": temperature, "Initial temperature [K]": temperature, "Reference temperature [K]": temperature,
    }


def full_cell(name, rate=1.0):
    """(model, parameter values, longest time [s])"""
    numbers, known = numbers_of(name), functions()
    salt = numbers["electrolyte"]
    values = pybamm.ParameterValues("Chen2020" if name == "chen2020" else "Marquis2019")
    update = per_area(rate * numbers["current"], numbers["cutoff"], numbers["temperature"])
    for side, key in (("Negative", "anode"), ("Positive", "cathode")):
        electrode = numbers[key]
        update |= electrode_parameters(side, electrode, known)
        update[f"{side} electrode thickness [m]"] = electrode["thickness"]
        update[f"{side} electrode porosity"] = electrode["porosity"]
        update[f"{side} electrode Bruggeman coefficient (electrolyte)"] = salt["exponent"]
    diffusivity = salt["diffusivity"]
    update |= {
        "Separator thickness [m]": numbers["membrane"]["thickness"],
        "Separator porosity": numbers["membrane"]["porosity"],
        "Separator Bruggeman coefficient (electrolyte)": salt["exponent"],
        "Initial concentration in electrolyte [mol.m-3]": salt["initialConcentration"],
        "Cation transference number": salt["transferenceNumber"],
        "Thermodynamic factor": 1,
        "Electrolyte conductivity [S.m-1]": known[salt["conductivity"]],
        "Electrolyte diffusivity [m2.s-1]": known[diffusivity] if isinstance(diffusivity, str) else diffusivity,
    }
    values.update(update, check_already_exists=False)
    return pybamm.lithium_ion.DFN(), values, 3700 / rate


def single_ion_cell(thickness, tau, current):
    """Lithium | conductor with t+ = 1 | thick cathode: the half-cell model with Bruggeman's exponent chosen so that
    eps^b = eps/tau, and a salt that nothing moves."""
    numbers, known = numbers_of("single-ion"), functions()
    eps, cathode = numbers["electrolyteFraction"], numbers["cathode"]
    kappa = numbers["conductivity"]
    exchange = numbers["anodeExchangeCurrentDensity"]
    values = pybamm.ParameterValues("Xu2019")
    update = per_area(current, numbers["cutoff"], numbers["temperature"]) | electrode_parameters("Positive", cathode, known)
    update |= {
        "Positive electrode thickness [m]": thickness,
        "Positive electrode porosity": eps,
        "Positive electrode Bruggeman coefficient (electrolyte)": 1 - np.log(tau) / np.log(eps),
        "Separator thickness [m]": numbers["membraneThickness"],
        "Separator porosity": 1,
        "Separator Bruggeman coefficient (electrolyte)": 1,
        "Initial concentration in electrolyte [mol.m-3]": 1000,
        "Cation transference number": 1,
        "Thermodynamic factor": 1,
        "Electrolyte conductivity [S.m-1]": kappa,
        "Electrolyte diffusivity [m2.s-1]": 1e-10,
        "Exchange-current density for lithium metal electrode [A.m-2]": exchange,
        "Lithium metal partial molar volume [m3.mol-1]": 1.3e-5,
    }
    values.update(update, check_already_exists=False)
    capacity = FARADAY * cathode["activeFraction"] * cathode["maximumConcentration"] * thickness * (1 - start_of(cathode))
    return pybamm.lithium_ion.DFN({"working electrode": "positive"}), values, capacity / current


def single_ion_case(name):
    case = numbers_of("single-ion")["cases"][name]
    return single_ion_cell(case["thickness"], case["tortuosityFactor"], case["current"])


def map_cases():
    numbers = numbers_of("single-ion")
    cathode = numbers["cathode"]
    window = cathode["dischargedStoichiometry"] - start_of(cathode)
    per_hour = FARADAY * cathode["activeFraction"] * cathode["maximumConcentration"] * window / 3600
    grid = numbers["map"]
    return [
        {"thickness": L, "tortuosityFactor": tau, "rate": rate, "current": rate * per_hour * L}
        for L in grid["thickness"] for tau in grid["tortuosityFactor"] for rate in grid["rate"]
    ]


def cell_of(name):
    return single_ion_case(name) if name in ("S1", "S2", "S3") else full_cell(name)


def points(cells, shells):
    """One number of cells per region, or one for each of anode, membrane, cathode."""
    anode, membrane, cathode = cells if isinstance(cells, (tuple, list)) else (cells, cells, cells)
    return {"x_n": anode, "x_s": membrane, "x_p": cathode, "r_n": shells, "r_p": shells}


def surface_graded(n, ratio):
    """Edges of n shells that thin outwards by a fixed smooth map, so that a mesh of twice as many halves every shell:
    (1 - K^-xi)/(1 - 1/K)."""
    edges = (1 - ratio ** (-np.linspace(0, 1, n + 1))) / (1 - 1 / ratio)
    edges[0], edges[-1] = 0.0, 1.0
    return edges


def layer_edges(length, n, ratio, start=0.0):
    """Edges of n cells from `start` on, symmetric, growing geometrically to the middle, whose width is `ratio` times that of an end: our own rule."""
    half = (n - 1) / 2
    widths = np.array([ratio ** (1 - abs(i - half) / half if half else 0) for i in range(n)])
    edges = start + np.concatenate([[0.0], np.cumsum(widths)]) * length / widths.sum()
    edges[-1] = start + length
    return edges


def solver_of(rtol, atol=None, options=None, output_variables=None):
    return pybamm.IDAKLUSolver(rtol=rtol, atol=rtol * 1e-2 if atol is None else atol, options=options or {}, output_variables=output_variables)


def simulation(cell, cells, shells, solver, quadratic=False, shell_ratio=1.0, cell_ratio=1.0):
    model, values, _ = cell
    methods = dict(model.default_spatial_methods)
    if quadratic:
        order = {"extrapolation": {"order": {"gradient": "quadratic", "value": "quadratic"}, "use bcs": True}}
        for domain in methods:
            if "particle" in domain or domain == "macroscale":
                methods[domain] = pybamm.FiniteVolume(order)
    types = dict(model.default_submesh_types)
    if shell_ratio != 1.0:
        for side in ("Negative", "Positive"):
            key = f"{side} particle radius [m]"
            if key in values.keys():
                edges = values[key] * surface_graded(shells, shell_ratio)
                types[f"{side.lower()} particle"] = pybamm.MeshGenerator(pybamm.UserSupplied1DSubMesh, {"edges": edges})
    if cell_ratio != 1.0:
        anode, membrane, cathode = (values[key] for key in ("Negative electrode thickness [m]", "Separator thickness [m]", "Positive electrode thickness [m]"))
        for domain, length, n, start in (("negative electrode", anode, cells[0], 0.0), ("positive electrode", cathode, cells[2], anode + membrane)):
            types[domain] = pybamm.MeshGenerator(pybamm.UserSupplied1DSubMesh, {"edges": layer_edges(length, n, cell_ratio, start)})
    sim = pybamm.Simulation(
        model, parameter_values=values, solver=solver, var_pts=points(cells, shells), spatial_methods=methods,
        submesh_types=types,
    )
    sim.build()
    return sim
