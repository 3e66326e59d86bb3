"""Which replicas live: each announces itself in Redis, and those who ask watch the announcements."""
