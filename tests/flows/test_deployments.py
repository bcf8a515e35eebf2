"""What `prefect.yaml` says holds by Prefect's own model, and every entrypoint leads to a flow."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from prefect import Flow
from prefect.cli.deploy._models import ConcurrencyLimitSpec, DeploymentConfig, PrefectYamlModel
from prefect.client.schemas.objects import ConcurrencyLimitStrategy
from prefect.flows import load_flow_from_entrypoint

ROOT = Path(__file__).resolve().parents[2]
RAW: dict[str, Any] = yaml.safe_load((ROOT / "prefect.yaml").read_text("utf-8"))
DEPLOYMENTS = PrefectYamlModel.model_validate(RAW).deployments


def test_every_key_is_one_that_prefect_knows() -> None:
    assert set(RAW) <= set(PrefectYamlModel.model_fields) | {"prefect-version"}
    for deployment in RAW["deployments"]:
        assert set(deployment) <= set(DeploymentConfig.model_fields)


@pytest.mark.parametrize("deployment", DEPLOYMENTS, ids=lambda d: str(d.name))
def test_entrypoint_parameters_and_limit_hold(deployment: DeploymentConfig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    flow: Flow[..., Any] = load_flow_from_entrypoint(str(deployment.entrypoint))
    assert flow.validate_parameters(deployment.parameters).items() >= deployment.parameters.items()
    assert isinstance(deployment.concurrency_limit, ConcurrencyLimitSpec)
    assert deployment.concurrency_limit.collision_strategy in list(ConcurrencyLimitStrategy)
    assert deployment.description
    assert deployment.tags
    assert deployment.work_pool
    assert deployment.work_pool.name


@pytest.mark.parametrize("folder", ["flows", "tasks"])
def test_no_file_shadows_a_top_level_package(folder: str) -> None:
    """A path entrypoint puts its folder first on the import path."""
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} | {path.stem for path in ROOT.glob("*.py")}
    assert {"flows", "tasks", "settings", "extraction"} <= packages
    assert [path.name for path in (ROOT / folder).glob("*.py") if path.stem in packages] == []
