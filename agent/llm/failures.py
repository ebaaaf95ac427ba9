"""What went wrong in a call, told apart by types, statuses and codes, for every vendor's package; and our error for it.

LangChain has a common family of errors, but not every package raises it, and streams raise what is under them. A
vendor's types are looked up only where its package is loaded: its errors cannot come from elsewhere.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any, Literal

from wanderhue.agent.errors import PlannerError, PlannerRefused, PlannerSetup, PlannerUnavailable

Kind = Literal["busy", "server", "silent", "lost", "refused", "length", "setup", "request", "garbled"]
"""busy: later (429, 503). server: it broke (500). silent: no answer in time. lost: no connection, or one that ended.
refused: will not answer this. length: ran out of room. setup: key, name or credit. request: does not take this request.
garbled: answered something that its own package cannot read."""

_TIMEOUTS = ("openai.APITimeoutError", "httpx.TimeoutException", "httpx2.TimeoutException",
             "botocore.exceptions.ReadTimeoutError", "botocore.exceptions.ConnectTimeoutError",
             "langchain_core.exceptions.ModelTimeoutError")  # fmt: skip
_LOST = ("openai.APIConnectionError", "httpx.TransportError", "httpx2.TransportError", "urllib3.exceptions.HTTPError",
         "botocore.exceptions.HTTPClientError", "botocore.exceptions.EndpointConnectionError",
         "botocore.exceptions.ResponseStreamingError", "botocore.eventstream.ParserError",
         "langchain_core.exceptions.ModelConnectionError")  # fmt: skip
_SETUP = ("botocore.exceptions.BotoCoreError", "google.auth.exceptions.GoogleAuthError",
          "langchain_core.exceptions.ModelAuthenticationError",
          "langchain_core.exceptions.ModelPermissionDeniedError",
          "langchain_core.exceptions.ModelNotFoundError", "langchain_core.exceptions.ContextOverflowError")  # fmt: skip
_REFUSED = ("openai.ContentFilterFinishReasonError", "langchain_openai.chat_models.base.OpenAIRefusalError",
            "langchain_core.exceptions.ModelRefusalError")  # fmt: skip
_LENGTH = ("openai.LengthFinishReasonError",)
_BY_TYPE: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    ("length", _LENGTH), ("refused", _REFUSED), ("silent", (*_TIMEOUTS, "builtins.TimeoutError")), ("lost", _LOST),
    ("setup", _SETUP), ("lost", ("builtins.OSError",)),
)  # fmt: skip
_REFUSING = {"content_filter", "content_policy_violation", "moderation_blocked", "ResponsibleAIPolicyViolation"}
_NO_CREDIT = {"insufficient_quota", "billing_hard_limit_reached"}
_BUSY = {"ThrottlingException", "ServiceUnavailableException", "ModelNotReadyException", "TooManyRequestsException",
         "ModelStreamErrorException"}  # fmt: skip
_KEYS = re.compile(r"\b(sk-|AKIA|ASIA|AIza|Bearer\s+)[\w*.-]+")


_SENTENCES: dict[Kind, tuple[type[PlannerError], str]] = {
    "refused": (PlannerRefused, "{name} will not answer this{said}; say it in other words"),
    "setup": (PlannerSetup, "{name} does not take the key, the name or the rights{said}; check the settings"),
    "request": (PlannerSetup, "{name} does not take what it is asked{said}; choose another model"),
    "silent": (PlannerUnavailable, "{name} did not answer in time; try again, or go on offline"),
    "lost": (PlannerUnavailable, "{name} cannot be reached{said}; try again, or go on offline"),
    "busy": (PlannerUnavailable, "{name} is busy{said}; try again {when}, or go on offline"),
    "server": (PlannerUnavailable, "{name} failed{said}; try again, or go on offline"),
    "garbled": (PlannerUnavailable, "{name} answered what cannot be read{said}; try again, or go on offline"),
    "length": (PlannerUnavailable, "{name} stopped in the middle of its answer; try again, or go on offline"),
}


@dataclass(frozen=True, slots=True)
class Failure:
    """One failed call."""

    kind: Kind
    words: str
    """What the provider said, on one short line, without keys."""
    status: int = 0
    """The HTTP status; 0 where there was none."""
    retry_after: float | None = None
    """Seconds that the provider asked to wait."""

    def to_error(self, name: str) -> PlannerError:
        """Our error, with a sentence that says what happened and what to do."""
        make, sentence = _SENTENCES[self.kind]
        said = f" ({self.words})" if self.words and self.kind != "silent" else ""
        when = f"in {self.retry_after:.0f} s" if self.retry_after else "later"
        message = sentence.format(name=name, said=said, when=when)
        return (
            PlannerUnavailable(message, retry_after=self.retry_after) if make is PlannerUnavailable else make(message)
        )


def failure_of(error: BaseException) -> Failure:
    """What an exception of a model's package means."""
    chain = list(_chain(error))
    words, status = _tidy(str(error)), next((found for found in map(_status, chain) if found), 0)
    codes = {code for each in chain for code in _codes(each)}
    after = next((found for found in map(_retry_after, chain) if found is not None), None)
    return Failure(_kind(chain, status, codes, words), words, status, after)


def _kind(chain: list[BaseException], status: int, codes: set[str], words: str) -> Kind:
    if codes & _REFUSING or "content filter" in words:  # Azure's package raises a bare ValueError
        return "refused"
    if codes & _NO_CREDIT:
        return "setup"
    kind: Kind = "busy" if codes & _BUSY else _by_status(status)
    if kind in ("busy", "server") or status in (401, 402, 403):
        return kind
    return next((found for found, names in _BY_TYPE if _any(chain, names)), kind)


def _any(chain: list[BaseException], names: tuple[str, ...]) -> bool:
    return any(isinstance(each, _loaded(name)) for each in chain for name in names)


def _by_status(status: int) -> Kind:
    if status in (408, 409, 425, 429, 502, 503, 504, 529):
        return "busy"
    if status >= 500:
        return "server"
    if status in (401, 402, 403, 404):
        return "setup"
    return "request" if status >= 400 else "garbled"


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: BaseException | None = error
    for _ in range(8):
        if seen is None:
            return
        yield seen
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)


def _loaded(path: str) -> tuple[type[BaseException], ...]:
    """The exception class at `path`, if its module is loaded and has it."""
    module, _, name = path.rpartition(".")
    found = getattr(sys.modules.get(module), name, None)
    return (found,) if isinstance(found, type) and issubclass(found, BaseException) else ()


def _aws(error: BaseException) -> dict[str, Any]:
    """The parsed answer that botocore's errors carry."""
    response = getattr(error, "response", None)
    return response if isinstance(response, dict) else {}


def _status(error: BaseException) -> int:
    inner = _aws(error).get("ResponseMetadata", {}).get("HTTPStatusCode")
    response = getattr(error, "response", None)
    for found in (getattr(error, "status_code", None), inner, getattr(response, "status_code", None),
                  getattr(error, "code", None)):  # fmt: skip
        if isinstance(found, int) and 400 <= found < 600:
            return found
    return 0


def _codes(error: BaseException) -> Iterator[str]:
    body = getattr(error, "body", None)
    bodies = [body if isinstance(body, dict) else {}, _aws(error).get("Error", {})]
    for name in ("innererror", "inner_error"):
        bodies.append(bodies[0].get(name) or {})
    for each in bodies:
        yield from (each[name] for name in ("code", "Code", "type") if isinstance(each.get(name), str))


def _retry_after(error: BaseException) -> float | None:
    headers = getattr(getattr(error, "response", None), "headers", None)
    headers = headers or _aws(error).get("ResponseMetadata", {}).get("HTTPHeaders") or {}
    if milliseconds := headers.get("retry-after-ms"):
        return _number(milliseconds, 1000)
    return _number(headers["retry-after"], 1) if headers.get("retry-after") else None


def _number(text: str, parts: float) -> float | None:
    try:
        return max(0.0, float(text) / parts)
    except ValueError:
        pass
    try:
        from datetime import UTC, datetime

        return max(0.0, (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None


def _tidy(text: str) -> str:
    """One short line without keys."""
    line = _KEYS.sub(r"\1...", " ".join(text.split()))
    return line if len(line) <= 200 else f"{line[:199]}…"
