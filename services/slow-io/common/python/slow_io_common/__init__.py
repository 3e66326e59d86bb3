"""What the Python services of slow-io share."""
