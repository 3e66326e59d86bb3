"""Routes, and balances over the replicas that live."""
