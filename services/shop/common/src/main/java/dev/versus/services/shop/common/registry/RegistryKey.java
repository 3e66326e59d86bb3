package dev.versus.services.shop.common.registry;

import dev.versus.services.shop.common.Address;
import java.util.Optional;

/** The form of the registry's keys: {@code shop:registry:<service>:<host>:<port>}. */
final class RegistryKey {

    private RegistryKey() {}

    static String of(String service, Address address) {
        return prefix(service) + address;
    }

    static String prefix(String service) {
        return "shop:registry:" + service + ":";
    }

    static Optional<Address> address(String service, String key) {
        return key.startsWith(prefix(service))
                ? Address.parse(key.substring(prefix(service).length()))
                : Optional.empty();
    }
}
