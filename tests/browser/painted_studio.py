"""The studio with a painter of the tests, as a program: started, killed and started again by `Studio(program=...)`.

The painter is the counting one (tests/graphs/counting.py). Its till stands in the test's own process, so that what was
charged outlives the studio. `--free` makes it a painter that costs nothing; `--preview` has it show half of the
picture first.
"""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.graphs.counting import CountingPainter
from wanderhue.agent.settings import Settings
from wanderhue.tools.painter import Painted, PaintOrder, Progress
from wanderhue.tools.threads import in_thread
from wanderhue.ui.studio.app import create_app
from wanderhue.ui.web.serve import serve


class ShowingPainter(CountingPainter):
    """Asks for a preview before it orders the picture: an order whose key ends in /preview."""

    async def paint(self, order: PaintOrder, progress: Progress) -> Painted:
        """Show half, then paint."""
        progress("paint", 0.5, await in_thread(self._post, replace(order, key=f"{order.key}/preview")))
        return await super().paint(order, progress)


def main() -> None:
    """Serve until told to end."""
    parser = argparse.ArgumentParser()
    parser.add_argument("command")
    for name in ("--host", "--port", "--data-dir", "--till"):
        parser.add_argument(name)
    for name in ("--no-open", "--free", "--preview"):
        parser.add_argument(name, action="store_true")
    given = parser.parse_args()
    painter = (ShowingPainter if given.preview else CountingPainter)(int(given.till))
    painter.paid = not given.free
    app = create_app(Settings.load(data_dir=Path(given.data_dir)), painter=painter)
    serve(app, given.host, int(given.port))


if __name__ == "__main__":
    main()
