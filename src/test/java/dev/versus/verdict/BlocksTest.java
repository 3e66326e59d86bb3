package dev.versus.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BlocksTest {

    @Test
    void everyRoundBelongsToTheStartOnWhichItWasPlayed() {
        double[] effects = {1, 2, 3, 4, 5};
        assertThat(Blocks.of(List.of(1, 2, 4, 5, 6), effects, List.of(1, 3, 5)))
                .containsExactly(new double[] {1, 2}, new double[] {3}, new double[] {4, 5});
    }

    @Test
    void aStartOnWhichNoRoundEndedIsEmpty() {
        assertThat(Blocks.of(List.of(1), new double[] {1}, List.of(1, 2)))
                .containsExactly(new double[] {1}, new double[] {});
    }
}
