"""Where an upstream's replicas are found: in the registry under a name, or at fixed addresses."""

from dataclasses import dataclass

from shop_common.address import Address
from shop_common.settings import InvalidSettingError, Settings

_REGISTRY = "registry:"


@dataclass(frozen=True)
class Upstream:
    """What an upstream is called in problems and in the registry, and its fixed addresses: none if it is registered."""

    name: str
    fixed: tuple[Address, ...] = ()

    @classmethod
    def of(cls, settings: Settings, setting: str, name: str) -> "Upstream":
        """Read ``registry:<service>``, the default, or URLs such as ``http://a:8080,http://b:8080``."""
        text = settings.text(setting, _REGISTRY + name)
        if text.startswith(_REGISTRY) and text != _REGISTRY:
            return cls(text.removeprefix(_REGISTRY))
        addresses = [Address.parse_url(url.strip()) for url in text.split(",")]
        if None in addresses:
            raise InvalidSettingError(setting, text, "URLs such as http://service:8080, divided by commas")
        return cls(name, tuple(address for address in addresses if address is not None))
