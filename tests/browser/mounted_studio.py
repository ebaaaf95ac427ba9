"""An app of somebody's own with the studio under a path, as a program for `Studio(program=...)`."""

import argparse
from pathlib import Path

from fastapi import FastAPI

from wanderhue.agent.settings import Settings
from wanderhue.ui.studio.app import create_app, mount_studio
from wanderhue.ui.web.serve import serve

PATH = "/ideas/studio"


def main() -> None:
    """Serve until told to end."""
    parser = argparse.ArgumentParser()
    parser.add_argument("command")
    for name in ("--host", "--port", "--data-dir"):
        parser.add_argument(name)
    parser.add_argument("--no-open", action="store_true")
    given = parser.parse_args()
    app = FastAPI()

    @app.get("/wh/health")
    def own() -> dict[str, object]:
        return {"ok": True, "whose": "their own"}

    mount_studio(app, PATH, create_app(Settings.load(data_dir=Path(given.data_dir))))
    serve(app, given.host, int(given.port))


if __name__ == "__main__":
    main()
