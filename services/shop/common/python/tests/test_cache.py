"""The product cache, beside a Redis that is away."""

from shop_common.store.cache import ProductCache
from shop_common.store.redis_link import RedisLink, RedisOptions


def test_without_redis_the_source_answers_every_time() -> None:
    cache = ProductCache(RedisLink(RedisOptions("redis://127.0.0.1:1", 0.1)), 30.0)
    answers = iter([b"first", b"second", None])
    assert cache.read("key", lambda: next(answers)) == b"first"
    assert cache.read("key", lambda: next(answers)) == b"second"
    assert cache.read("key", lambda: next(answers)) is None
