"""The tests. A package of its own, for one of the dependencies installs another `tests`."""
