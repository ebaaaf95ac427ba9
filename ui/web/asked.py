"""What a request says about itself: its path under the prefix, cookies, language, and whether a person is reading."""

from collections.abc import Iterator

from starlette.datastructures import Headers
from starlette.types import Scope


def path_of(scope: Scope) -> str:
    """The path without the prefix that a proxy or a mount puts before it."""
    path, root = str(scope["path"]), root_of(scope)
    return path[len(root) :] or "/" if root and (path == root or path.startswith(root + "/")) else path


def root_of(scope: Scope) -> str:
    """The prefix, '' or '/studio'."""
    return str(scope.get("root_path", "")).rstrip("/")


def cookie_path(scope: Scope) -> str:
    """Where our cookies count: under the prefix."""
    return root_of(scope) or "/"


def cookies(scope: Scope, name: str) -> Iterator[str]:
    """Each value of a cookie, in the order sent: browsers send the one of the longest path first."""
    for header in Headers(scope=scope).getlist("cookie"):
        for part in header.split(";"):
            key, _, value = part.strip().partition("=")
            if key == name:
                yield value.strip('"')


def is_https(scope: Scope) -> bool:
    """True on https, also behind a proxy on this machine that says so."""
    return scope.get("scheme") == "https"


def wants_page(scope: Scope) -> bool:
    """True when a browser asks for a page, rather than a program or the page for data."""
    return scope["method"] in ("GET", "HEAD") and "text/html" in Headers(scope=scope).get("accept", "")


def lang_of(scope: Scope) -> str:
    """'ko' or 'en': which of the two Accept-Language likes better; English where it names neither."""
    best, best_weight = "en", 0.0
    for part in Headers(scope=scope).get("accept-language", "")[:500].split(","):
        tag, _, rest = part.strip().partition(";")
        name = tag.strip().lower().split("-")[0]
        weight = _weight(rest)
        if name in ("en", "ko") and weight > best_weight:
            best, best_weight = name, weight
    return best


def _weight(text: str) -> float:
    key, _, value = text.strip().partition("=")
    try:
        return float(value) if key.strip() == "q" else 1.0
    except ValueError:
        return 0.0
