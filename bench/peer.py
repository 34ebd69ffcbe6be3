"""Times SciPy on a float32 matrix, converted to float64 first, as WeightWatcher does.

Arguments: file, rows, columns, repetitions, file for the singular values. Prints JSON; times are in milliseconds.
"""
import json
import sys
import time

import numpy
import scipy.linalg


def times(call, count):
    call()
    result = []
    for _ in range(count):
        start = time.perf_counter()
        call()
        result.append((time.perf_counter() - start) * 1000)
    return result


file, rows, cols, count, target = sys.argv[1:]
w = numpy.fromfile(file, dtype="<f4").reshape(int(rows), int(cols)).astype(numpy.float64)
scipy.linalg.svd(w, compute_uv=False)[::-1].astype("<f8").tofile(target)
print(
    json.dumps(
        {
            "svd": times(lambda: scipy.linalg.svd(w, compute_uv=False), int(count)),
            "gram": times(lambda: scipy.linalg.eigvalsh(w.T @ w), int(count)),
            "versions": f"Python {sys.version.split()[0]}, NumPy {numpy.__version__}, SciPy {scipy.__version__}",
        }
    )
)
