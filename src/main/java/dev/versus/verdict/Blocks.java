package dev.versus.verdict;

import java.util.ArrayList;
import java.util.List;

/** Groups rounds by the start of the systems on which they ran. */
final class Blocks {

    private Blocks() {}

    /**
     * Splits the effects into one array for each start.
     *
     * @param rounds the numbers of the rounds, ascending
     * @param effects one value a round
     * @param starts the number of the first round on each start, ascending
     */
    static List<double[]> of(List<Integer> rounds, double[] effects, List<Integer> starts) {
        List<double[]> blocks = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int from = starts.get(i);
            int to = i + 1 < starts.size() ? starts.get(i + 1) : Integer.MAX_VALUE;
            blocks.add(java.util.stream.IntStream.range(0, effects.length)
                    .filter(at -> rounds.get(at) >= from && rounds.get(at) < to)
                    .mapToDouble(at -> effects[at])
                    .toArray());
        }
        return blocks;
    }
}
