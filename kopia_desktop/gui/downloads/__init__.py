"""Models on their way to this computer, as the window shows them."""
