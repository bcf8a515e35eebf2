"""What `prefect.yaml` says holds by Prefect's own model, and every entrypoint leads to a flow."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
import yaml
from prefect import Flow
from prefect.cli.deploy._models import ConcurrencyLimitSpec, DeploymentConfig, PrefectYamlModel
from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.objects import ConcurrencyLimitStrategy
from prefect.flows import load_flow_from_entrypoint
from prefect.utilities.callables import parameter_schema
from prefect.workers.process import ProcessVariables

from service.bootstrap import clear
from service.deployments import write
from settings import Settings, variable
from tests.web.outlets import write_outlet
from tests.web.server import Site, serving

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
    assert all(told.get("description") for told in parameter_schema(flow).properties.values())
    assert isinstance(deployment.concurrency_limit, ConcurrencyLimitSpec)
    assert deployment.concurrency_limit.collision_strategy in list(ConcurrencyLimitStrategy)
    assert deployment.description
    assert deployment.tags
    assert deployment.work_pool
    assert deployment.work_pool.name
    variables = deployment.work_pool.job_variables or {}
    assert set(variables) <= set(ProcessVariables.model_fields)
    assert {variable(name) for name in Settings.model_fields} >= set(variables.get("env", {}))


@pytest.mark.parametrize("folder", ["flows", "tasks"])
def test_no_file_shadows_a_top_level_package(folder: str) -> None:
    """A path entrypoint puts its folder first on the import path."""
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} | {path.stem for path in ROOT.glob("*.py")}
    assert {"flows", "tasks", "settings", "extraction"} <= packages
    assert [path.name for path in (ROOT / folder).glob("*.py") if path.stem in packages] == []


def test_an_outlet_that_asks_for_it_gets_a_harvest_of_its_own(tmp_path: Path) -> None:
    chosen = Settings(data_dir=tmp_path / "data", sources_dir=tmp_path / "sources")
    with serving(Site(articles=0)) as site:
        file = write_outlet(chosen.sources_dir, site, every=3600)
    path, names = write(chosen)
    told = yaml.safe_load(path.read_text("utf-8"))
    assert names == {one["name"] for one in RAW["deployments"]} | {"harvest-local"}
    assert told["deployments"][:-1] == RAW["deployments"]
    (*_, own) = PrefectYamlModel.model_validate(told).deployments
    assert (own.parameters, own.entrypoint) == ({"names": ["local"]}, "flows/harvest.py:harvest")
    assert told["deployments"][-1]["schedules"] == [{"interval": 3600, "slug": "of-its-own"}]
    for change in ("enabled: false", "every: 5"):  # the second is not right, and keeps nothing else from being deployed
        file.write_text(f"{file.read_text()}{change}\n")
        assert write(chosen)[1] == names - {"harvest-local"}


def test_the_harvest_of_an_outlet_that_no_longer_asks_for_it_is_removed() -> None:
    there, removed = ("harvest", "harvest-a", "harvest-b", "publish"), list[str]()

    class Client:
        def read_deployments(self) -> list[Any]:
            return [SimpleNamespace(id=name, name=name) for name in there]

        def delete_deployment(self, deployment_id: str) -> None:
            removed.append(deployment_id)

    clear(cast(SyncPrefectClient, Client()), {"harvest", "harvest-b", "publish"})
    assert removed == ["harvest-a"]
