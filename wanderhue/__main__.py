"""`python -m wanderhue` and the `wanderhue` command."""


def main() -> None:
    """Run the command line; imported late so that `import wanderhue` stays light."""
    from wanderhue.ui.cli import main as run

    run()


if __name__ == "__main__":
    main()
