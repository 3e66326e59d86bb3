package dev.versus.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnOrderTest {

    private static final List<Target> THREE = List.of(target("a"), target("b"), target("c"));

    private static Target target(String name) {
        return new Target(name, List.of(URI.create("http://" + name)));
    }

    private static List<String> names(int round, long seed) {
        return new TurnOrder(seed, THREE)
                .of(round).stream().map(turn -> turn.target().name()).toList();
    }

    private static List<List<String>> orders(long seed) {
        return IntStream.rangeClosed(1, 30)
                .mapToObj(round -> names(round, seed))
                .toList();
    }

    @Test
    void every_target_has_one_turn_in_each_round() {
        assertThat(orders(42)).allSatisfy(order -> assertThat(order).containsExactlyInAnyOrder("a", "b", "c"));
    }

    @Test
    void turns_are_numbered_in_their_order() {
        assertThat(new TurnOrder(1, THREE).of(4)).extracting(Turn::number).containsExactly(10, 11, 12);
    }

    @Test
    void the_same_seed_draws_the_same_order_and_another_another_one() {
        assertThat(orders(42)).isEqualTo(orders(42)).isNotEqualTo(orders(43));
    }

    @Test
    void of_four_rounds_two_have_the_same_order_and_two_its_reverse() {
        for (int round = 1; round <= 30; round += 4) {
            List<String> reverse = new ArrayList<>(names(round, 42));
            assertThat(names(round + 1, 42)).isEqualTo(reverse);
            Collections.reverse(reverse);
            assertThat(names(round + 2, 42)).isEqualTo(reverse);
            assertThat(names(round + 3, 42)).isEqualTo(reverse);
        }
    }

    @Test
    void each_order_of_the_first_of_four_rounds_is_drawn_some_time() {
        assertThat(IntStream.range(0, 60)
                        .mapToObj(four -> names(4 * four + 1, 42))
                        .distinct())
                .hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({"0, http://one", "1, http://two", "2, http://one", "19999, http://two"})
    void users_share_a_targets_addresses_in_turn(int user, URI address) {
        Target target = new Target("pair", List.of(URI.create("http://one"), URI.create("http://two")));
        assertThat(target.addressFor(user)).isEqualTo(address);
    }

    @Test
    void a_target_has_an_address() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Target("nowhere", List.of()))
                .withMessage("target nowhere has no address");
    }
}
