package dev.versus.services.shop.common.registry;

import dev.versus.services.shop.common.Address;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/**
 * Which replicas of a service live, as the registry last told.
 *
 * <p>A registry that was away may come back empty, before the replicas have announced themselves again. So for a
 * grace period after an absence the view only grows.
 */
final class RegistryView {

    private final Duration grace;
    private final LongSupplier nanoTime;
    private Set<Address> live = Set.of();
    private long trustedFrom;

    RegistryView(Duration grace, LongSupplier nanoTime) {
        this.grace = grace;
        this.nanoTime = nanoTime;
        this.trustedFrom = nanoTime.getAsLong();
    }

    Set<Address> live() {
        return live;
    }

    void told(Set<Address> registered) {
        Set<Address> next = new TreeSet<>(Address.ORDER);
        next.addAll(registered);
        if (nanoTime.getAsLong() - trustedFrom < 0) {
            next.addAll(live);
        }
        live = next;
    }

    void registryAway() {
        trustedFrom = nanoTime.getAsLong() + grace.toNanos();
    }
}
