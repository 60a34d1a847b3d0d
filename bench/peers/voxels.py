"""Effective conductivity of the voxels of a label in a raw image, by TauFactor 2 (PyPI taufactor) or pyamg; one line of JSON.

python voxels.py taufactor|pyamg FILE EDGE LABEL TOLERANCE

TauFactor stops at its conv_crit, pyamg (smoothed aggregation under conjugate gradients) at a relative residual; one thread, CPU time of the solution alone.
"""
import json
import sys
import time

import numpy as np


def taufactor(image, tolerance):
    import taufactor as tf
    import torch

    torch.set_num_threads(1)
    began = time.process_time()
    solver = tf.Solver(image, device="cpu")
    solver.solve(verbose=False, conv_crit=tolerance)
    spent = time.process_time() - began
    return float(np.ravel(solver.D_eff)[0]), int(solver.iter), spent


def pyamg(image, tolerance):
    import pyamg as amg
    import scipy.ndimage as nd
    import scipy.sparse as sp

    began = time.process_time()
    parts, _ = nd.label(image)
    leads = np.intersect1d(parts[0], parts[-1])
    mask = np.isin(parts, leads[leads > 0])
    number = np.cumsum(mask.ravel()).reshape(mask.shape) - 1
    n = int(mask.sum())
    rows, columns = [], []
    for axis in range(3):
        low = [slice(None)] * 3
        high = [slice(None)] * 3
        low[axis], high[axis] = slice(None, -1), slice(1, None)
        both = mask[tuple(low)] & mask[tuple(high)]
        rows.append(number[tuple(low)][both])
        columns.append(number[tuple(high)][both])
    i, j = np.concatenate(rows), np.concatenate(columns)
    ends = np.zeros(n)
    ends[number[0][mask[0]]] += 2
    b = ends.copy()
    ends[number[-1][mask[-1]]] += 2
    w = sp.coo_matrix((np.ones(i.size), (i, j)), shape=(n, n)).tocsr()
    w = w + w.T
    a = (sp.diags(np.asarray(w.sum(axis=1)).ravel() + ends) - w).tocsr()
    solver = amg.smoothed_aggregation_solver(a)
    history = []
    u = solver.solve(b, tol=tolerance, accel="cg", residuals=history)
    first = number[0][mask[0]]
    spent = time.process_time() - began
    return float(2 * np.sum(1 - u[first]) * image.shape[0] / (image.shape[1] * image.shape[2])), len(history) - 1, spent


if __name__ == "__main__":
    who, file, edge, label, tolerance = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), float(sys.argv[5])
    voxels = (np.fromfile(file, dtype=np.uint8).reshape(edge, edge, edge) == label).astype(np.uint8)
    k, iterations, cpu = {"taufactor": taufactor, "pyamg": pyamg}[who](voxels, tolerance)
    print(json.dumps({"who": who, "conductivity": k, "iterations": iterations, "cpu_s": round(cpu, 2)}))
