"""Where the shop keeps things: PostgreSQL, Redis, and the product cache in it."""
