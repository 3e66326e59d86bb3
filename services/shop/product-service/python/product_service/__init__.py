"""The catalogue, from Redis and otherwise from PostgreSQL."""
