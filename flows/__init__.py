"""What runs, in order: one screen a flow, no logic."""

import atexit
import os

from flows.orchestration import hush

if "PREFECT__FLOW_RUN_ID" in os.environ:  # a process of the worker's, whose log is to hold what is worth reading
    atexit.register(hush)
