"""``models``: which speech models are here, add a folder, remove one."""

from __future__ import annotations

import argparse
import sys

from kopia_desktop.core.errors import ModelNotFound
from kopia_desktop.core.paths import DataFolder, default_data_root
from kopia_desktop.core.speech_models import STARTER_NOTICE
from kopia_desktop.services.models import ModelService


def run(options: argparse.Namespace) -> int:
    """Exit code 0; errors are raised, an unknown name is bad usage."""
    service = ModelService(DataFolder.at(options.data_dir or default_data_root()))
    if options.action == "add":
        model = service.add(options.path, name=options.name)
        print(model.name)
        return 0
    if options.action == "remove":
        try:
            service.remove(options.name)
        except ModelNotFound as error:
            print(f"kopia-desktop models: {error}", file=sys.stderr)
            return 2
        return 0
    for model in service.installed():
        size = f"{model.weight_bytes / 1e6:,.0f} MB"
        origin = "  part of the program" if model.embedded else ""
        print(f"{model.name:24} {size:>12}{origin}")
    print(STARTER_NOTICE, file=sys.stderr)
    return 0
