"""Every operation of the API: what is documented by the cloud, and what is added here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kopia_desktop.api.catalogue.additions import ADDED
from kopia_desktop.api.catalogue.documented import DOCUMENTED
from kopia_desktop.api.operations import Operation


def _at_both_bases(operations: Iterable[Operation]) -> Iterable[Operation]:
    """Uploads are taken by PUT too, and all of them under the core API's base."""
    for operation in operations:
        yield operation
        forms = [operation]
        if operation.name == "uploadMedia":
            forms.append(replace(operation, method="PUT", name="putMedia"))
            yield forms[-1]
        if operation.tag == "Uploads":
            for form in forms:
                yield replace(form, path=f"/api{form.path}", name=f"{form.name}UnderCore")


OPERATIONS: tuple[Operation, ...] = tuple(_at_both_bases((*DOCUMENTED, *ADDED)))
