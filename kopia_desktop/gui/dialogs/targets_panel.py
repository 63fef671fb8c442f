"""Languages to tick, how those that are missing would be installed, and what that comes to."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kopia_desktop.gui.context import Context
from kopia_desktop.gui.dialogs.package_list_row import PackageListRow
from kopia_desktop.gui.dialogs.targets import Plan, Preference, Target, Targets, preferences
from kopia_desktop.gui.dialogs.targets_model import TargetsModel
from kopia_desktop.gui.dialogs.targets_view import TargetsView
from kopia_desktop.gui.labels import Muted, Trouble
from kopia_desktop.gui.theme import GRID
from kopia_desktop.gui.wording.model_facts import about_size
from kopia_desktop.gui.wording.times import size
from kopia_desktop.gui.wording.translators import kind_name


class TargetsPanel(QWidget):
    """``plan`` is what the ticked languages need, by the way that was chosen."""

    changed = Signal()
    """Another plan."""

    stale = Signal()
    """It became known which packages could be downloaded: the targets are to be read again."""

    def __init__(self, context: Context, parent: QWidget, *, later: str) -> None:
        """``later`` says of ``{languages}`` what comes after their download."""
        super().__init__(parent)
        self._later = later
        self._free = 0
        self._plans: dict[Preference, Plan] = {}
        self.model = TargetsModel(self)
        self.view = TargetsView(context.theming, self.model, self)
        self._index = PackageListRow(context, self)
        self._index.fetched.connect(self.stale)
        self._ways = QComboBox(self)
        self._how = self._made_how()
        self._said = Muted("", self)
        self._said.setObjectName("translate-plan")
        self.trouble = Trouble(context.theming, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.view, 1)
        for widget in (self._index, self._how, self._said, self.trouble):
            column.addWidget(widget)
        self.model.ticked.connect(self._plan)
        self._plan()

    def _made_how(self) -> QWidget:
        made = QWidget(self)
        label = QLabel(self.tr("Translate with"), made)
        label.setBuddy(self._ways)
        self._ways.setObjectName("translate-with")
        self._ways.setAccessibleName(self.tr("Translate with"))
        adjust = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self._ways.setSizeAdjustPolicy(adjust)
        self._ways.setMinimumContentsLength(24)
        self._ways.activated.connect(self._say_plan)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(label)
        row.addWidget(self._ways, 1)
        return made

    def show_targets(self, targets: Targets) -> None:
        """What there is now; ticks stay."""
        self._free = targets.free_bytes
        self._index.setVisible(not targets.has_index)
        self.model.show_targets(targets.all)
        if not self.view.search.text():
            self.view.list.show_row(self.model.first)
        self._plan()

    @property
    def plan(self) -> Plan:
        return self._plans.get(self._preference(), Plan((), ()))

    @property
    def fits(self) -> bool:
        """Whether the disk has room for it."""
        return not self.plan.bytes or not self._free or self.plan.bytes < self._free

    def _preference(self) -> Preference:
        return Preference(self._ways.currentData() or 0)

    @Slot()
    def _plan(self) -> None:
        self._plans = preferences(self.model.chosen)
        kept = self._preference()
        self._ways.clear()
        for preference, plan in self._plans.items():
            self._ways.addItem(self._named(plan), preference)
        self._ways.setCurrentIndex(max(0, self._ways.findData(kept)))
        self._how.setVisible(len(self._plans) > 1)
        self._say_plan()

    def _named(self, plan: Plan) -> str:
        """What does the work: "Argos Translate, 92 MB", which are to be downloaded."""
        names = dict.fromkeys(kind_name(way.kind) for _, way in plan.later)
        if plan.samples:
            names = {self.tr("starter package"): None} | names
        if not plan.orders:
            return self.tr("{names}, at once").format(names=" + ".join(names))
        text = self.tr("{names}, {size}")
        return text.format(names=" + ".join(names), size=about_size(plan.bytes))

    @Slot()
    def _say_plan(self) -> None:
        plan = self.plan
        self.trouble.clear()
        self._said.setText(self._worded(plan))
        self._said.setVisible(bool(self._said.text()))
        if not self.fits:
            text = self.tr("That needs {needed} of the disk, {free} are free.")
            self.trouble.say(text.format(needed=about_size(plan.bytes), free=size(self._free)))
        self.changed.emit()

    def _worded(self, plan: Plan) -> str:
        if plan.is_empty():
            return self.tr("Tick one language or several.")
        sentences = []
        if plan.samples:
            text = self.tr(
                "{languages}: a starter package that knows a few hundred words only. It shows how"
                " translating works; of a real recording it makes nonsense."
            )
            sentences.append(text.format(languages=_listed(plan.samples)))
        if plan.later:
            sentences.append(
                self._later.format(languages=_listed(tuple(one for one, _ in plan.later)))
            )
        return " ".join(sentences)


def _listed(targets: tuple[Target, ...]) -> str:
    return ", ".join(target.name for target in targets)
