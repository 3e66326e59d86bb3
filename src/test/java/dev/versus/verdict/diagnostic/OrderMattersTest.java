package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.FindingsAssert.assertThat;

import org.junit.jupiter.api.Test;

class OrderMattersTest {

    private final OrderMatters orderMatters = new OrderMatters();

    @Test
    void warnsWhenWhoGoesSecondIsSlower() {
        assertThat(orderMatters.examine(secondIsSlower(0.85, 5)))
                .warnOf("a", "b")
                .because("-15.");
    }

    @Test
    void invalidatesWhenTheOrdersDoNotCancelOut() {
        assertThat(orderMatters.examine(secondIsSlower(0.5, 6))).invalidate("a", "b");
    }

    @Test
    void isSilentWhenTwoRoundsOfAnOrderLeaveItToChance() {
        assertThat(orderMatters.examine(secondIsSlower(0.5, 8))).areNone();
    }

    @Test
    void isSilentAboutASmallShift() {
        assertThat(orderMatters.examine(secondIsSlower(0.97, 5))).areNone();
    }

    @Test
    void isSilentWithoutBothOrders() {
        assertThat(orderMatters.examine(secondIsSlower(0.5, 10))).areNone();
    }

    /** Ten rounds, in the first of which a goes first; b is slower then, each round by a little other. */
    private static Evidence secondIsSlower(double factor, int inOrder) {
        Sample sample = new Sample().inOrderFor(inOrder);
        return sample.target("a", round -> Seen.healthy())
                .target(
                        "b",
                        round -> Seen.healthy().throughput((sample.goesInOrder(round) ? factor : 1) * (10_000 + round)))
                .evidence();
    }
}
