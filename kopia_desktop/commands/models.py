"""``models``: which models are here or can be had; download one, add a folder, remove one."""

from __future__ import annotations

import argparse
import sys

from kopia_desktop.app import App
from kopia_desktop.commands.downloads import described, megabytes, wait_for
from kopia_desktop.core.catalogue import CatalogueModel
from kopia_desktop.core.errors import ModelNotFound
from kopia_desktop.core.paths import default_data_root
from kopia_desktop.core.speech_models import STARTER_NOTICE
from kopia_desktop.services.model_choice import Fit
from kopia_desktop.services.model_list import ListedModel, ModelState


def run(options: argparse.Namespace) -> int:
    """Exit code 0; 1 when a download failed, 130 when it was stopped; an unknown name is bad
    usage.
    """
    app = App(options.data_dir or default_data_root())
    try:
        return _ACTIONS[options.action](app, options)
    except ModelNotFound as error:
        print(f"kopia-desktop models: {error}", file=sys.stderr)
        return 2
    finally:
        app.close()


def _list(app: App, _options: argparse.Namespace) -> int:
    models = app.models.catalogue()
    for model in models:
        mark = "*" if model.is_recommended else " "
        size = megabytes(model.size_bytes)
        print(f"{model.name:20} {size:>10} {mark} {_state(model)}")
    if sum(model.is_installed for model in models) == 1:
        print(STARTER_NOTICE, file=sys.stderr)
    return 0


def _download(app: App, options: argparse.Namespace) -> int:
    model = app.models.listed(options.name)
    if model.is_installed:
        print(model.name)
        return 0
    app.models.download(model.name)
    return wait_for(app, [model.name])


def _add(app: App, options: argparse.Namespace) -> int:
    print(app.models.add(options.path, name=options.name).name)
    return 0


def _remove(app: App, options: argparse.Namespace) -> int:
    app.models.remove(options.name)
    return 0


_ACTIONS = {"list": _list, "download": _download, "add": _add, "remove": _remove}


def _state(model: ListedModel) -> str:
    """What is known of a model in a few words."""
    if model.embedded:
        return "installed, part of the program"
    parts = [_stands(model)]
    if isinstance(model.entry, CatalogueModel) and model.entry.is_english_only:
        parts.append("English only")
    if model.times is not None:
        parts.append(f"about {model.times:.{0 if model.times >= 10 else 1}f}x here")
    if model.fit is Fit.TOO_LARGE:
        parts.append("too large for this computer's memory")
    elif model.fit is Fit.TIGHT:
        parts.append("tight in this computer's memory")
    if model.is_recommended:
        parts.append("recommended")
    return ", ".join(parts)


def _stands(model: ListedModel) -> str:
    if model.state is ModelState.DOWNLOADING and model.download is not None:
        status = model.download.status.value
        return f"{status}, {described(model.download)}" if model.download.done_bytes else status
    if model.state is ModelState.DAMAGED:
        return f"damaged ({model.problem.rstrip('.')})"
    return "installed" if model.is_installed else "can be downloaded"
