"""What runs in child processes: everything that touches native media and model code."""
