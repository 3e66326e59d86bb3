package dev.versus.run;

import dev.versus.Authority;
import dev.versus.InvalidInput;
import dev.versus.Secrets;
import dev.versus.Setting;
import dev.versus.SettingType;
import dev.versus.Settings;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The hosts outside the run's own deployments that the user allows load to be sent to, by {@code -Dversus.allow}. */
public record AllowedHosts(Set<String> hosts) {

    private static final Setting<Set<String>> ALLOW = new Setting<>(
            "allow",
            Setting.ALL,
            "",
            "hosts that may be loaded beside the deployments of the run",
            new SettingType<>("hosts with commas between", AllowedHosts::split));

    /** Reads the hosts that the user allows. */
    public static AllowedHosts of(Settings settings) {
        return new AllowedHosts(settings.get(ALLOW, Set.of()));
    }

    private static Set<String> split(String named) {
        return Arrays.stream(named.split(","))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Checks that load may be sent to an address, and returns it without a trailing slash.
     *
     * @throws InvalidInput if the host is not allowed, or the address is not a plain {@code http://host:port} or
     *     {@code https://host:port} with a possible port
     */
    public URI require(URI address) {
        String told = Secrets.masked(address.toString());
        Optional<Authority> authority = Authority.of(address);
        if (authority.filter(Authority::hasPossiblePort).isEmpty()
                || !Set.of("http", "https").contains(String.valueOf(address.getScheme()))
                || address.getRawAuthority().contains("@")
                || address.getRawQuery() != null
                || address.getRawFragment() != null
                || !address.getPath().matches("/?")) {
            throw new InvalidInput("'" + told
                    + "' is no address of a target: expected http://host:port or https://host:port without a path, "
                    + "with a port from 1 to 65535.");
        }
        String host = authority.get().host();
        if (!hosts.contains(host) && !hosts.contains(authority.get().bareHost())) {
            throw new InvalidInput("Load may go only to deployments of this run, and '" + told
                    + "' is not one of them: if you may load that host, set -Dversus.allow=" + host + ".");
        }
        return URI.create(address.getScheme() + "://" + address.getAuthority());
    }
}
