"""Languages that new recordings can be translated to by themselves, named for what serves them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kopia_desktop.core.translators import Translators
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.wording.languages import by_name
from kopia_desktop.gui.wording.models import not_installed


@dataclass(frozen=True, slots=True)
class InstalledTargets:
    """Codes that are served from some language; ``samples`` by starter packages only."""

    served: frozenset[str] = frozenset()
    samples: frozenset[str] = frozenset()

    def named(self, chosen: Iterable[str]) -> dict[str, str]:
        """Those to choose among, the ``chosen`` included, by name."""
        names = by_name({*self.served, *chosen})
        return {code: self._said(code, name) for code, name in names.items()}

    def _said(self, code: str, name: str) -> str:
        if code not in self.served:
            return not_installed(name)
        if code in self.samples:
            text = QCoreApplication.translate("Models", "{name} (starter)")
            return text.format(name=name)
        return name


def read_installed_targets(context: Context) -> InstalledTargets:
    """Look at the folders: for a lane."""
    all_ = context.translators.all()
    real = Translators(tuple(one for one in all_.installed if not one.is_embedded()), ())
    return InstalledTargets(all_.targets, all_.targets - real.targets)
