"""One bounded POST of JSON: in time, in size, in retries. No redirect is followed, so that a key goes to no other host."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

import httpx
from pydantic import SecretStr
from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt, wait_exponential_jitter

MAX_ANSWER = 512 * 1024  # bytes
ATTEMPTS = 3
MAX_PAUSE = 20.0  # seconds between attempts; a server that asks for more is not asked again
CONNECT = 5.0  # seconds
_PASSING = frozenset({408, 409, 425, 429, 500, 502, 503, 504})
_BACKOFF = wait_exponential_jitter(initial=0.3, max=5.0, jitter=0.2)


class UnansweredError(Exception):
    """No usable answer. The message holds a host and a reason of ours: no header, no word of the server's, no word of the article's."""

    def __init__(self, reason: str, *, passing: bool = False, retry_after: float | None = None) -> None:
        super().__init__(reason)
        self.passing = passing
        self.retry_after = retry_after


class Poster:
    """Posts to one address. ``spend`` is called before every attempt and may refuse it by raising UnansweredError."""

    def __init__(self, url: str, key: SecretStr | None = None, timeout: float = 60.0, sleep: Callable[[float], None] = time.sleep) -> None:
        self.url = url
        self.host = urlsplit(url).netloc
        self._key = key
        self._timeout = timeout
        self._sleep = sleep
        self._client: httpx.Client | None = None

    def post(self, payload: Mapping[str, Any], spend: Callable[[], None]) -> bytes:
        """The body of a 200. Raises UnansweredError after the last attempt, or at once where trying again is no use."""
        deadline = time.monotonic() + self._timeout
        attempts = Retrying(
            stop=stop_after_attempt(ATTEMPTS),
            retry=retry_if_exception(lambda e: _is_worth_another(e, deadline)),
            wait=_pause,
            sleep=self._sleep,
            reraise=True,
        )
        answer: bytes = attempts(self._try, payload, spend, deadline)
        return answer

    def close(self) -> None:
        if self._client is not None:
            self._client.close()
            self._client = None

    def _try(self, payload: Mapping[str, Any], spend: Callable[[], None], deadline: float) -> bytes:
        left = deadline - time.monotonic()
        if left <= 0:
            raise UnansweredError(f"{self.host} did not answer in time")
        spend()
        timeout = httpx.Timeout(left, connect=min(CONNECT, left))
        try:
            with self._open().stream("POST", self.url, json=dict(payload), headers=self._headers(), timeout=timeout) as response:
                self._refuse_bad_status(response)
                return self._read(response, deadline)
        except httpx.HTTPError as e:
            raise UnansweredError(f"{self.host}: {type(e).__name__}", passing=True) from None
        except (httpx.InvalidURL, OSError, UnicodeError) as e:
            raise UnansweredError(f"{self.host}: {type(e).__name__}") from None

    def _open(self) -> httpx.Client:
        if self._client is None:
            self._client = httpx.Client(follow_redirects=False)
        return self._client

    def _headers(self) -> dict[str, str]:
        headers = {"Accept": "application/json", "Accept-Encoding": "identity"}
        if self._key is not None:
            headers["Authorization"] = f"Bearer {self._key.get_secret_value()}"
        return headers

    def _refuse_bad_status(self, response: httpx.Response) -> None:
        code = response.status_code
        if code == httpx.codes.OK:
            if response.headers.get("content-encoding", "identity").lower() != "identity":
                raise UnansweredError(f"{self.host} answered in an encoding that was not asked for")
            return
        raise UnansweredError(
            f"{self.host} answered with status {code}", passing=code in _PASSING, retry_after=_seconds(response.headers.get("retry-after"))
        )

    def _read(self, response: httpx.Response, deadline: float) -> bytes:
        body = bytearray()
        for chunk in response.iter_raw():
            body += chunk
            if len(body) > MAX_ANSWER:
                raise UnansweredError(f"{self.host} sent more than {MAX_ANSWER} bytes")
            if time.monotonic() > deadline:
                raise UnansweredError(f"{self.host} did not answer in time")
        return bytes(body)


def _is_worth_another(error: BaseException, deadline: float) -> bool:
    if not isinstance(error, UnansweredError) or not error.passing:
        return False
    pause = error.retry_after or 0.0
    return pause <= MAX_PAUSE and time.monotonic() + pause < deadline


def _pause(state: RetryCallState) -> float:
    """What the server asks for, or a growing pause."""
    error = state.outcome.exception() if state.outcome else None
    asked = error.retry_after if isinstance(error, UnansweredError) else None
    return asked if asked is not None else float(_BACKOFF(state))


def _seconds(retry_after: str | None) -> float | None:
    """Seconds of a Retry-After header; its date form, and nonsense, are as if none was given."""
    try:
        seconds = float(retry_after) if retry_after is not None else None
    except ValueError:
        return None
    return seconds if seconds is not None and 0 <= seconds < float("inf") else None
