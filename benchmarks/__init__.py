"""How fast and how small the assistant is on this machine: ``python -m benchmarks``."""
