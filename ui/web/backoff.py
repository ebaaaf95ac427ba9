"""How long an address must wait after wrong passwords: nothing for the first few, then twice as long each time.

Not protected: an attacker with many addresses, or behind the same proxy as honest people, where the proxy is not on
this machine (then all share its address, and all wait).
"""

import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable

FREE = 4
LONGEST = 300.0
_FORGOTTEN = 1800.0
_MOST = 4096


class Backoff:
    """Counts failures by address, in memory. A success does not clear them, or a login of one's own would."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failed: OrderedDict[str, tuple[int, float]] = OrderedDict()

    def wait(self, address: str) -> float:
        """Seconds until the next attempt of this address is heard; 0 when it may try."""
        count, last = self._of(address)
        if count <= FREE:
            return 0.0
        return max(0.0, last + min(LONGEST, 2.0 ** (count - FREE)) - self._clock())

    def failed(self, address: str) -> None:
        """Count a wrong password."""
        count, _ = self._of(address)
        self._failed[_net(address)] = (count + 1, self._clock())
        self._failed.move_to_end(_net(address))
        while len(self._failed) > _MOST:
            self._failed.popitem(last=False)

    def _of(self, address: str) -> tuple[int, float]:
        count, last = self._failed.get(_net(address), (0, 0.0))
        return (0, 0.0) if self._clock() - last > _FORGOTTEN else (count, last)


def _net(address: str) -> str:
    """The address; of IPv6 its /64, which one household has whole."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address[:64]
    return str(ipaddress.ip_network((found, 64), strict=False)) if found.version == 6 else str(found)
