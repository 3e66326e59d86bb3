"""The form of the registry's keys: ``shop:registry:<service>:<host>:<port>``."""

from shop_common.address import Address


def prefix(service: str) -> str:
    """Give what all keys of a service begin with."""
    return f"shop:registry:{service}:"


def key_of(service: str, address: Address) -> str:
    """Give the key of one replica."""
    return prefix(service) + str(address)


def address_of(service: str, key: str) -> Address | None:
    """Give the replica that a key names; nothing for any other key."""
    return Address.parse(key.removeprefix(prefix(service))) if key.startswith(prefix(service)) else None
