package dev.versus.measurement;

import java.util.HashMap;
import java.util.Map;

/** Counts how often each number occurs; cheapest when the same number is added again and again. Only one thread may write. */
final class Tally {

    private final Map<Integer, Long> earlier = new HashMap<>();
    private int last;
    private long times;

    void add(int number) {
        if (number != last) {
            put(earlier);
            last = number;
            times = 0;
        }
        times++;
    }

    /** Adds every count to a map of counts. */
    void addTo(Map<Integer, Long> counts) {
        earlier.forEach((number, count) -> counts.merge(number, count, Long::sum));
        put(counts);
    }

    private void put(Map<Integer, Long> counts) {
        if (times > 0) {
            counts.merge(last, times, Long::sum);
        }
    }
}
