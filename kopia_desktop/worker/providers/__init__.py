"""The registry of providers: each translates with one kind of model. Imported in children only.

A new provider is a module with one Provider, a line here, and the reader of its folders in
core/translators.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kopia_desktop.core.translators import ProviderName
from kopia_desktop.worker.providers.argos import Argos
from kopia_desktop.worker.providers.base import Provider
from kopia_desktop.worker.providers.fake import Fake
from kopia_desktop.worker.providers.madlad400 import Madlad400

__all__ = ["PROVIDERS", "Provider"]

PROVIDERS: Mapping[ProviderName, type[Provider]] = MappingProxyType(
    {one.name: one for one in (Fake, Argos, Madlad400)}
)
