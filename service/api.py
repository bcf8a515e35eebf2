"""API: questions to Prefect's server, without the seconds that importing Prefect takes."""

import base64
import json
import time
import urllib.error
import urllib.request
from http import HTTPStatus
from http.client import HTTPException
from typing import Any

from service.place import url
from settings import Settings

SECONDS = 10.0
BUSY = 503
"""What the server answers while its database is locked by somebody else's question."""
PAUSES = (0.5, 1.0, 2.0, 4.0)
"""Seconds after each of which a busy server is asked again."""


class SilentError(Exception):
    """The server does not answer, or not as it should; the message says how."""


class RefusedError(SilentError):
    """The server asks for another password than ours."""


def ask(settings: Settings, path: str, body: dict[str, Any] | None = None) -> Any:
    """Return what the server answers: to a POST where there is a body, else to a GET.

    A server that is busy is asked again for some seconds.

    Raises:
        SilentError: it does not answer, or with an error.
        RefusedError: it asks for another password.
    """
    headers = {"Content-Type": "application/json"}
    if secret := settings.server_auth.get_secret_value():
        headers["Authorization"] = f"Basic {base64.b64encode(secret.encode()).decode()}"
    data = json.dumps(body).encode() if body is not None else None
    request = urllib.request.Request(f"{url(settings)}/api/{path}", data, headers)
    pauses = iter(PAUSES)
    while True:
        try:
            with urllib.request.urlopen(request, timeout=SECONDS) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            if error.code == HTTPStatus.UNAUTHORIZED:
                raise RefusedError(f"it answers {error.code} {error.reason}") from None
            if error.code != BUSY or (pause := next(pauses, None)) is None:
                raise SilentError(f"it answers {error.code} {error.reason}") from None
            time.sleep(pause)
        except (OSError, ValueError, HTTPException) as error:  # the last: what answers speaks another protocol
            raise SilentError(str(getattr(error, "reason", error)).strip()) from None
