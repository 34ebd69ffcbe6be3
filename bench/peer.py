"""Times SciPy on a float32 matrix, converted to float64 first, as WeightWatcher does.

Arguments: file, rows, columns, repetitions (0: one cold run of each), file for the singular values. Prints JSON; times
are in milliseconds.
"""
import json
import sys
import time

import numpy
import scipy.linalg


def times(call, count):
    result = []
    for _ in range(count + 1):
        start = time.perf_counter()
        value = call()
        result.append((time.perf_counter() - start) * 1000)
    return value, result[1:] or result


file, rows, cols, count, target = sys.argv[1:]
w = numpy.fromfile(file, dtype="<f4").reshape(int(rows), int(cols)).astype(numpy.float64)
values, svd = times(lambda: scipy.linalg.svd(w, compute_uv=False), int(count))
_, gram = times(lambda: scipy.linalg.eigvalsh(w.T @ w), int(count))
values[::-1].astype("<f8").tofile(target)
versions = f"Python {sys.version.split()[0]}, NumPy {numpy.__version__}, SciPy {scipy.__version__}"
print(json.dumps({"svd": svd, "gram": gram, "versions": versions}))
