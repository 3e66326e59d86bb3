package dev.versus.environment.namespace;

import dev.versus.InvalidInput;
import dev.versus.system.NetworkDefinition;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Address ranges of the networks: the one that the Compose file names, or a free one. */
final class Addresses {

    /** Free ranges are 10.x.y.0/24. */
    private static final int IPV4_BASE = 10;

    private static final int IPV4_PREFIX = 24;
    private static final int IPV4_BITS = 32;

    /** Free ranges are in fd00::/8, as in RFC 4193: a random global id of 40 bits, and its first subnet. */
    private static final int IPV6_BASE = 0xfd;

    private static final int IPV6_PREFIX = 64;
    private static final int IPV6_BITS = 128;
    private static final int GLOBAL_ID = 40;
    private static final int TRIES = 10_000;

    private final RandomGenerator random;
    private final List<Subnet> taken;

    Addresses(RandomGenerator random, List<Subnet> taken) {
        this.random = random;
        this.taken = new ArrayList<>(taken);
    }

    Subnet ipv4(NetworkDefinition network) {
        return named(network, true).orElseGet(() -> free(this::drawIpv4));
    }

    /** Returns a range only for a network that has IPv6. */
    Optional<Subnet> ipv6(NetworkDefinition network) {
        Optional<Subnet> named = named(network, false);
        return named.isPresent() || !network.ipv6() ? named : Optional.of(free(this::drawIpv6));
    }

    private Optional<Subnet> named(NetworkDefinition network, boolean ipv4) {
        Optional<Subnet> named = network.subnets().stream()
                .map(text -> parse(network, text))
                .filter(subnet -> subnet.isIpv4() == ipv4)
                .findFirst();
        named.ifPresent(subnet -> take(network, subnet));
        return named;
    }

    private static Subnet parse(NetworkDefinition network, String text) {
        try {
            return Subnet.parse(text);
        } catch (IllegalArgumentException noSubnet) {
            throw new InvalidInput(
                    "The subnet '" + text + "' of the network '" + network.name()
                            + "' cannot be read: expected one such as 10.1.2.0/24 or fd00:1::/64.",
                    noSubnet);
        }
    }

    private void take(NetworkDefinition network, Subnet subnet) {
        taken.stream().filter(subnet::overlaps).findFirst().ifPresent(other -> {
            throw new InvalidInput("The subnet " + subnet + " of the network '" + network.name() + "' overlaps with "
                    + other + ", which this machine has a route to; name another, or leave 'ipam' out.");
        });
        taken.add(subnet);
    }

    private interface Draw {
        Subnet draw();
    }

    private Subnet free(Draw lot) {
        for (int i = 0; i < TRIES; i++) {
            Subnet drawn = lot.draw();
            if (taken.stream().noneMatch(drawn::overlaps)) {
                taken.add(drawn);
                return drawn;
            }
        }
        throw new InvalidInput("No range of addresses under 10.0.0.0/8 is free on this machine;"
                + " name one in the Compose file, under 'ipam' of each network.");
    }

    private Subnet drawIpv4() {
        long number = (long) IPV4_BASE << IPV4_PREFIX | (long) random.nextInt(1 << (IPV4_PREFIX - 8)) << 8;
        return new Subnet(BigInteger.valueOf(number), IPV4_PREFIX, IPV4_BITS);
    }

    private Subnet drawIpv6() {
        BigInteger global = BigInteger.valueOf(random.nextLong(1L << GLOBAL_ID));
        BigInteger number =
                BigInteger.valueOf(IPV6_BASE).shiftLeft(IPV6_BITS - 8).add(global.shiftLeft(IPV6_BITS - 8 - GLOBAL_ID));
        return new Subnet(number, IPV6_PREFIX, IPV6_BITS);
    }
}
