package dev.versus.services.shop.common.forward;

import dev.versus.services.shop.common.Address;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * The replicas of one upstream and the choice among them: of two drawn at random, the one with fewer requests in
 * flight (Mitzenmacher, "The power of two choices in randomized load balancing", 2001).
 *
 * <p>A replica that could not be connected to is left alone for a while, unless nothing else is left to try. Not
 * thread-safe: one event loop owns it.
 */
public final class Replicas {

    private final Duration ejection;
    private final LongSupplier nanoTime;
    private final RandomGenerator random;
    private List<Replica> known = List.of();

    /** No replicas yet; each ejection lasts as given. */
    public Replicas(Duration ejection, LongSupplier nanoTime, RandomGenerator random) {
        this.ejection = ejection;
        this.nanoTime = nanoTime;
        this.random = random;
    }

    /** Replaces the addresses; a replica that stays keeps its count and its ejection. */
    public void update(Collection<Address> addresses) {
        known = addresses.stream().map(this::knownOrNew).toList();
    }

    /** Whether there is none at all. */
    public boolean isEmpty() {
        return known.isEmpty();
    }

    private Replica knownOrNew(Address address) {
        return known.stream()
                .filter(replica -> replica.address().equals(address))
                .findFirst()
                .orElseGet(() -> new Replica(address));
    }

    /** Chooses a replica that has not been tried; an ejected one only if there is no other. */
    Optional<Replica> choose(Collection<Replica> tried) {
        List<Replica> untried = without(tried);
        long now = nanoTime.getAsLong();
        List<Replica> willing = new ArrayList<>(untried.size());
        for (Replica replica : untried) {
            if (!replica.isEjected(now)) {
                willing.add(replica);
            }
        }
        return twoChoices(willing.isEmpty() ? untried : willing);
    }

    void eject(Replica replica) {
        replica.eject(nanoTime.getAsLong() + ejection.toNanos());
    }

    private List<Replica> without(Collection<Replica> tried) {
        return tried.isEmpty()
                ? known
                : known.stream().filter(replica -> !tried.contains(replica)).toList();
    }

    private Optional<Replica> twoChoices(List<Replica> candidates) {
        if (candidates.size() < 2) {
            return candidates.stream().findFirst();
        }
        int first = random.nextInt(candidates.size());
        int second = (first + 1 + random.nextInt(candidates.size() - 1)) % candidates.size();
        Replica one = candidates.get(first);
        Replica other = candidates.get(second);
        return Optional.of(one.inFlight() <= other.inFlight() ? one : other);
    }
}
