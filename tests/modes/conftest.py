"""A server that speaks S3, on loopback, with a bucket of its own for each test."""

import warnings
from collections.abc import Iterator
from uuid import uuid4

import fsspec
import pytest


@pytest.fixture(scope="session")
def s3() -> Iterator[None]:
    """One server for all, since fsspec keeps its connections; named by the variables that every S3 library reads."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what is imported
        from moto.server import ThreadedMotoServer

        server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
        server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
        patch.setenv("AWS_ACCESS_KEY_ID", "nobody")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "nothing")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        yield
    server.stop()


@pytest.fixture
def bucket(s3: None) -> Iterator[str]:
    name = f"s3://pages-{uuid4().hex}"
    system = fsspec.filesystem("s3")
    system.mkdir(name)
    yield name
    system.rm(name, recursive=True)
