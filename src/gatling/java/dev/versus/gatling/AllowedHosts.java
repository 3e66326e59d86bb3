package dev.versus.gatling;

import dev.versus.InvalidInput;
import dev.versus.Setting;
import dev.versus.SettingType;
import dev.versus.Settings;
import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Load goes to the run's own deployments; to any other host only when the user allows it by name. */
record AllowedHosts(Set<String> hosts) {

    private static final Setting<Set<String>> ALLOW = new Setting<>(
            "allow",
            Setting.ALL,
            "",
            "hosts that may be loaded beside the deployments of the run",
            new SettingType<>("hosts with commas between", AllowedHosts::split));

    static AllowedHosts of(Settings settings) {
        return new AllowedHosts(settings.get(ALLOW, Set.of()));
    }

    private static Set<String> split(String named) {
        return Arrays.stream(named.split(","))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The address, if load may go to it.
     *
     * @throws InvalidInput if its host is not allowed, or it is no plain http address
     */
    URI require(URI address) {
        String host = address.getHost();
        if (host == null
                || !"http".equals(address.getScheme())
                || address.getRawUserInfo() != null
                || address.getRawQuery() != null
                || address.getRawFragment() != null
                || !address.getPath().matches("/?")) {
            throw new InvalidInput(
                    "'" + address + "' is no address of a target: expected http://host:port without a path.");
        }
        if (!hosts.contains(host)) {
            throw new InvalidInput("Load may go to deployments of this run only, and '" + address
                    + "' is none: if you may load that host, say -Dversus.allow=" + host + ".");
        }
        return URI.create("http://" + address.getAuthority());
    }
}
