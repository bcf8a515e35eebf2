"""API: questions to Prefect's server, without the seconds that importing Prefect takes."""

import base64
import json
import urllib.error
import urllib.request
from http.client import HTTPException
from typing import Any

from service.place import url
from settings import Settings

SECONDS = 10.0


class SilentError(Exception):
    """The server does not answer, or not as it should; the message says how."""


def ask(settings: Settings, path: str, body: dict[str, Any] | None = None) -> Any:
    """Return what the server answers: to a POST where there is a body, else to a GET.

    Raises:
        SilentError: it does not answer, or with an error.
    """
    headers = {"Content-Type": "application/json"}
    if secret := settings.server_auth.get_secret_value():
        headers["Authorization"] = f"Basic {base64.b64encode(secret.encode()).decode()}"
    data = json.dumps(body).encode() if body is not None else None
    request = urllib.request.Request(f"{url(settings)}/api/{path}", data, headers)
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        raise SilentError(f"it answers {error.code} {error.reason}") from None
    except (OSError, ValueError, HTTPException) as error:  # the last: what answers speaks another protocol
        raise SilentError(str(getattr(error, "reason", error)).strip()) from None
