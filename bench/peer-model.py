"""Analyses a safetensors model with WeightWatcher. Prints JSON: seconds of importing it and of analysing."""
import json
import sys
import time

start = time.perf_counter()
try:
    import logging

    import torch  # noqa: F401
    import weightwatcher
    from safetensors.torch import load_file
except ImportError as error:
    sys.exit(f"no WeightWatcher: {error}")
imported = time.perf_counter()
logging.getLogger("weightwatcher").setLevel(logging.CRITICAL)
details = weightwatcher.WeightWatcher(model=load_file(sys.argv[1])).analyze()
end = time.perf_counter()
print(json.dumps({"layers": len(details), "import": imported - start, "analyze": end - imported}))
