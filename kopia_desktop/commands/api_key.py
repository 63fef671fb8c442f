"""``api-key``: show the API's key, or replace it."""

from __future__ import annotations

import argparse

from kopia_desktop.core.paths import DataFolder, default_data_root
from kopia_desktop.core.settings import given_api_key
from kopia_desktop.services.api_key import ApiKey


def run(options: argparse.Namespace) -> int:
    """Print the key; a running server takes a new one at once and refuses the old one."""
    data = DataFolder.at(options.data_dir or default_data_root())
    key = ApiKey(data.api_key, given=given_api_key())
    if options.action == "rotate":
        print(key.rotate())
    else:
        key.ensure()
        print(key.read())
    return 0
