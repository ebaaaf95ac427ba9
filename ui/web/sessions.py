"""Names, passwords and who is logged in. All in memory: a restart logs everybody out.

Passwords are compared as keyed hashes of equal length, an unknown name like a known one, so that the time an answer
takes says nothing. Tokens are kept as hashes: a picture of this memory logs nobody in. Not protected: the passwords
themselves against who reads the command line or the environment that gave them.
"""

import hashlib
import hmac
import secrets
import time
import unicodedata
from collections import OrderedDict
from collections.abc import Callable, Mapping

KEPT_FOR = 30 * 24 * 3600
"""Seconds that a login lasts."""
_MOST = 10_000


class Sessions:
    """Checks passwords and hands out tokens. Belongs to the server's loop."""

    def __init__(self, auth: Mapping[str, str], clock: Callable[[], float] = time.time) -> None:
        self._key, self._clock = secrets.token_bytes(32), clock
        self._passwords = {_plain(name): self._hash(password) for name, password in auth.items()}
        self._nobody = secrets.token_bytes(32)
        self._open: OrderedDict[bytes, tuple[str, float]] = OrderedDict()

    def log_in(self, name: str, password: str) -> str | None:
        """A new token, or None for a wrong name or password."""
        known = self._passwords.get(_plain(name), self._nobody)
        if not hmac.compare_digest(known, self._hash(password)):
            return None
        token = secrets.token_hex(32)
        self._open[_digest(token)] = (_plain(name), self._clock() + KEPT_FOR)
        while len(self._open) > _MOST:
            self._open.popitem(last=False)
        return token

    def name_of(self, token: str) -> str | None:
        """Whose token it is; None for one that was never given, is over, or was logged out."""
        name, until = self._open.get(_digest(token), (None, 0.0))
        if name is not None and until < self._clock():
            self.log_out(token)
            return None
        return name

    def log_out(self, token: str) -> None:
        """Forget the token."""
        self._open.pop(_digest(token), None)

    def _hash(self, password: str) -> bytes:
        return hashlib.blake2b(_plain(password).encode(errors="surrogatepass"), key=self._key, digest_size=32).digest()


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode(errors="surrogatepass")).digest()


def _plain(text: str) -> str:
    """One spelling for letters that keyboards write in several ways (a Mac sends Korean in pieces)."""
    return unicodedata.normalize("NFC", text)
