package dev.versus.services.shop.common.forward;

import dev.versus.services.shop.common.Address;
import dev.versus.services.shop.common.Settings;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an upstream's replicas are found: either in the registry under a name, or at fixed addresses.
 *
 * @param name what the upstream is called in problems, and in the registry if it is registered
 * @param fixed the fixed addresses; none if the registry is asked
 */
public record Upstream(String name, List<Address> fixed) {

    private static final String REGISTRY = "registry:";

    /** A defensive copy of the addresses. */
    public Upstream {
        fixed = List.copyOf(fixed);
    }

    /** Whether the registry is asked. */
    public boolean isRegistered() {
        return fixed.isEmpty();
    }

    /**
     * Reads {@code registry:<service>} or a list of URLs such as {@code http://a:8080,http://b:8080}.
     *
     * @param setting the name of the variable
     * @param name what to call an upstream at fixed addresses
     * @param fallback the default of the variable
     */
    public static Upstream of(Settings settings, String setting, String name, String fallback) {
        String text = settings.text(setting, fallback);
        if (text.startsWith(REGISTRY) && text.length() > REGISTRY.length()) {
            return new Upstream(text.substring(REGISTRY.length()), List.of());
        }
        return atFixedAddresses(settings, setting, name, fallback);
    }

    /** The same without a registry: only URLs will do. */
    public static Upstream atFixedAddresses(Settings settings, String setting, String name, String fallback) {
        String text = settings.text(setting, fallback);
        List<Address> addresses = new ArrayList<>();
        for (String url : text.split(",", -1)) {
            addresses.add(Address.parseUrl(url.strip())
                    .orElseThrow(() ->
                            settings.invalid(setting, text, "URLs such as http://service:8080, divided by commas")));
        }
        return new Upstream(name, addresses);
    }
}
