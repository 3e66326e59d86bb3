package dev.versus.services.shop.common.forward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.services.shop.common.Address;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReplicasTest {

    private static final Address A = new Address("a", 1);
    private static final Address B = new Address("b", 1);
    private static final Address C = new Address("c", 1);

    private long now;
    private final Replicas replicas = new Replicas(Duration.ofSeconds(1), () -> now, new SplittableRandom(7));

    private Replica choose() {
        return replicas.choose(List.of()).orElseThrow();
    }

    @Test
    void nothingIsChosenAmongNothing() {
        assertThat(replicas.choose(List.of())).isEmpty();
        assertThat(replicas.isEmpty()).isTrue();
    }

    @Test
    void ofTwoTheOneWithFewerRequestsInFlightIsChosen() {
        replicas.update(List.of(A, B));
        Replica busy = choose();
        busy.began();
        for (int i = 0; i < 20; i++) {
            assertThat(choose()).isNotSameAs(busy);
        }
        busy.ended();
        assertThat(busy.inFlight()).isZero();
    }

    @Test
    void allAreChosenSoonerOrLater() {
        replicas.update(List.of(A, B, C));
        Set<Address> chosen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            chosen.add(choose().address());
        }
        assertThat(chosen).containsExactlyInAnyOrder(A, B, C);
    }

    @Test
    void anEjectedOneIsLeftAloneUntilItsTimeIsOver() {
        replicas.update(List.of(A, B));
        Replica ejected = choose();
        replicas.eject(ejected);
        now = Duration.ofMillis(999).toNanos();
        for (int i = 0; i < 20; i++) {
            assertThat(choose()).isNotSameAs(ejected);
        }
        now = Duration.ofSeconds(1).toNanos();
        assertThat(ejected.isEjected(now)).isFalse();
    }

    @Test
    void ifAllAreEjectedOneIsTriedAnyway() {
        replicas.update(List.of(A));
        replicas.eject(choose());
        assertThat(choose().address()).isEqualTo(A);
    }

    @Test
    void whatWasTriedIsNotChosenAgain() {
        replicas.update(List.of(A, B));
        Replica first = choose();
        Replica second = replicas.choose(List.of(first)).orElseThrow();
        assertThat(second).isNotSameAs(first);
        assertThat(replicas.choose(List.of(first, second))).isEmpty();
    }

    @Test
    void anUpdateKeepsWhatItKnowsOfAReplicaThatStays() {
        replicas.update(List.of(A));
        Replica before = choose();
        replicas.update(List.of(A, B));
        replicas.update(List.of(A));
        assertThat(choose()).isSameAs(before);
    }
}
