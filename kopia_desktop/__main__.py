"""``python -m kopia_desktop`` is the command line."""

from kopia_desktop.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
