"""Benchmarks: speed, scale and memory of the main job, as ratios within one run."""
