"""What the Python services of the shop share: settings, serving, problems, stores, registry and forwarding."""
