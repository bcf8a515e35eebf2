"""The harvest as a flow against an ephemeral server and a local site."""

import json

import pytest
from prefect.artifacts import Artifact

from flows.harvest import harvest
from settings import Settings
from tasks.harvest import Harvest
from tasks.report import headline
from tests.flows.conftest import SOCKETS
from tests.web.outlets import write_outlet
from tests.web.server import Site, serving

pytestmark = [SOCKETS, pytest.mark.usefixtures("api", "here")]


def test_the_flow_harvests_and_leaves_both_artifacts(settings: Settings) -> None:
    with serving(Site(articles=2)) as site:
        site.gone.add(1)
        write_outlet(settings.sources_dir, site, start=("feeds",))
        found = harvest()
    assert isinstance(found, Harvest)
    assert found.report is not None
    assert found.report.new == 1
    told, counted = Artifact.get("harvest"), Artifact.get("harvest-outlets")
    assert told is not None
    assert told.description == headline(found.report)
    assert counted is not None
    (row,) = json.loads(str(counted.data))
    assert row == {"outlet": "local", "offered": 2, "asked for": 2, "fetched": 1, "gone": 1}


def test_without_an_enabled_outlet_it_is_a_quiet_success(settings: Settings) -> None:
    settings.sources_dir.mkdir()
    state = harvest(return_state=True)
    assert state.is_completed()
    assert "No outlet is enabled" in str(state.message)


def test_an_outlet_with_a_schedule_of_its_own_is_left_out_unless_named(settings: Settings) -> None:
    with serving(Site(articles=1)) as site:
        write_outlet(settings.sources_dir, site, start=("feeds",), every=3600)
        assert "each has its own schedule" in str(harvest(return_state=True).message)
        found = harvest(["local"])
    assert isinstance(found, Harvest)
    assert [one.outlet for one in found.outlets] == ["local"]
