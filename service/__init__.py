"""The service: Prefect's server, a work pool and a worker, brought up, watched and ended together."""
