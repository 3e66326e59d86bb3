package dev.versus.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {

    private static final List<Target> THREE = List.of(target("a"), target("b"), target("c"));

    private static Target target(String name) {
        return new Target(name, List.of(URI.create("http://" + name)));
    }

    @Test
    void everyTargetHasOneTurnInEachRound() {
        Plan plan = Plan.draw(THREE, 10, 42);
        for (int round = 1; round <= 10; round++) {
            int number = round;
            assertThat(plan.turns().stream()
                            .filter(turn -> turn.round() == number)
                            .map(Turn::target))
                    .containsExactlyInAnyOrderElementsOf(THREE);
        }
    }

    @Test
    void turnsAreNumberedInTheirOrder() {
        assertThat(Plan.draw(THREE, 4, 1).turns())
                .extracting(Turn::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 12).boxed().toList());
    }

    @Test
    void theSameSeedDrawsTheSameOrderAndAnotherAnotherOne() {
        assertThat(Plan.draw(THREE, 10, 42)).isEqualTo(Plan.draw(THREE, 10, 42));
        assertThat(Plan.draw(THREE, 10, 42).turns())
                .isNotEqualTo(Plan.draw(THREE, 10, 43).turns());
    }

    @Test
    void eachTargetComesFirstInSomeRound() {
        Set<Target> first = Plan.draw(THREE, 30, 42).turns().stream()
                .filter(turn -> turn.number() % 3 == 1)
                .map(Turn::target)
                .collect(Collectors.toSet());
        assertThat(first).containsExactlyInAnyOrderElementsOf(THREE);
    }

    @ParameterizedTest
    @CsvSource({"0, http://one", "1, http://two", "2, http://one", "19999, http://two"})
    void usersShareATargetsAddressesInTurn(int user, URI address) {
        Target target = new Target("pair", List.of(URI.create("http://one"), URI.create("http://two")));
        assertThat(target.addressFor(user)).isEqualTo(address);
    }

    @Test
    void aTargetHasAnAddress() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Target("nowhere", List.of()))
                .withMessage("target nowhere has no address");
    }
}
