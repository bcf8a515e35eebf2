"""Batches that go through S3 come to the loader as they come from the disk."""

from pathlib import Path

import fsspec
import pytest

from settings import Settings
from tasks.ingest import AtOnce, ingest
from tasks.lane import WorkerError
from tasks.pool import Pool
from tasks.relay import Relay, relay
from tasks.replay import replay
from tasks.stage import Staged, stage
from tests.hostile.kit import batches, settings
from tests.modes.digests import digests
from tests.modes.works import Bringing

SAMPLES = Path(__file__).parents[2] / "samples" / "meridian"


def test_workers_have_what_is_offered_and_send_what_they_staged(bucket: str, tmp_path: Path) -> None:
    (tmp_path / "known").write_bytes(b"ids")
    with relay(Settings(staging_dir=f"{bucket}/staging/"), "run") as far:
        offered = far.offering(tmp_path / "known")
        (tmp_path / "known").unlink()  # as on a machine that never had it
        offered.bring()
        assert (tmp_path / "known").read_bytes() == b"ids"
        staged = offered.send(stage([], tmp_path / "batches", "one"))
        assert not staged.path.exists()
        assert far.fetch(staged) == Staged(tmp_path / "batches" / "one", staged.counts)
        assert sorted(path.stem for path in staged.path.iterdir()) == sorted(staged.counts)
    assert fsspec.filesystem("s3").find(f"{bucket}/staging") == []


def test_a_warehouse_is_the_same_with_staging_in_s3(here: None, bucket: str, tmp_path: Path) -> None:
    near = Settings(data_dir=tmp_path / "near")
    far = Settings(data_dir=tmp_path / "far", staging_dir=f"{bucket}/staging")
    for chosen in (near, far):
        ingest([str(SAMPLES)], chosen, AtOnce())
    assert digests(far) == digests(near)
    assert replay(far, AtOnce(), every=True).confirmed == digests(near)["documents"][0] > 0
    assert fsspec.filesystem("s3").find(f"{bucket}/staging") == []


def test_what_a_worker_cannot_fetch_ends_the_run(bucket: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a page", "utf-8")
    chosen = settings(tmp_path)
    work = Bringing(chosen, Relay(f"{bucket}/none", (tmp_path / "known",)))
    with Pool(work, chosen) as pool, pytest.raises(WorkerError, match=r"FileNotFoundError|NoSuchKey"):
        list(pool.map(batches([tmp_path / "a.txt"], chosen)))
