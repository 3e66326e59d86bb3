"""Products as ready-made JSON in Redis: what is read from it goes out byte for byte.

A reader that finds nothing takes the generation before it asks the source, and stores its answer only if the generation
is still the same. So an answer that was read before a sale can never replace what was invalidated by that sale. Without
Redis the source answers every time.
"""

from collections.abc import Callable

from shop_common.store.redis_link import RedisAwayError, RedisLink

LIST = "shop:cache:products"
GENERATION = "shop:cache:generation"

_STORE_IF_SAME_GENERATION = """\
if (redis.call('GET', KEYS[2]) or '0') == ARGV[2] then
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[3])
end
return 1"""
_INVALIDATE = "redis.call('INCR', KEYS[1]) redis.call('DEL', KEYS[2], KEYS[3]) return 1"

Source = Callable[[], bytes | None]


def product_key(product_id: int) -> str:
    """Give the key of one product."""
    return f"shop:cache:product:{product_id}"


class ProductCache:
    """A cache whose entries live for at most the given time."""

    def __init__(self, redis: RedisLink, seconds: float) -> None:
        self._redis = redis
        self._milliseconds = round(seconds * 1000)

    def read(self, key: str, source: Source) -> bytes | None:
        """Give what is cached, or else ask the source; what does not exist is not remembered."""
        try:
            found: bytes | None = self._redis.send("GET", key)
            if found is not None:
                return found
            generation: bytes = self._redis.send("GET", GENERATION) or b"0"
        except RedisAwayError:
            return source()
        answer = source()
        if answer is not None:
            self._store(key, answer, generation)
        return answer

    def _store(self, key: str, json: bytes, generation: bytes) -> None:
        words = (_STORE_IF_SAME_GENERATION, 2, key, GENERATION, json, generation, self._milliseconds)
        self._redis.send_or_forget("EVAL", *words)


def stock_changed(redis: RedisLink, product_id: int) -> None:
    """Forget a product and the list; without Redis there is nothing to forget, and what it brings back expires."""
    redis.send_or_forget("EVAL", _INVALIDATE, 3, GENERATION, LIST, product_key(product_id))
