"""How recordings come in: dropped, pasted, opened; the options they get; the empty window."""
