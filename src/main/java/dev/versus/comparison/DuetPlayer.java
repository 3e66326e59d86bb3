package dev.versus.comparison;

import dev.versus.measurement.DuetSlice;
import dev.versus.measurement.Measurement;
import dev.versus.workload.Workload;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Plays duets: loads two targets at once, each under its own workload's requests and connections, for a given time.
 *
 * @param part whether the duets count or are rehearsals
 */
record DuetPlayer(LoadGenerator generator, Clock clock, Stretch.Part part) {

    /** Plays a duet for so long, in s, and returns its slices. In every other round the other target is sent its first request first. */
    List<DuetSlice> play(Duet duet, Comparison comparison, int round, double seconds) {
        List<Target> targets = new ArrayList<>(comparison.targetsOf(duet));
        if (round % 2 == 0) {
            Collections.reverse(targets);
        }
        Slicing slicing = Slicing.of(seconds);
        Instant started = clock.instant();
        List<List<Measurement>> slices = generator.offerTogether(
                targets.stream()
                        .map(target -> stretch(target, comparison, round, slicing))
                        .toList(),
                slicing);
        return IntStream.range(0, slices.size())
                .mapToObj(slice -> new DuetSlice(
                        round,
                        started.plus(slicing.leadIn()).plus(slicing.slice().multipliedBy(slice)),
                        byName(targets, slices.get(slice))))
                .toList();
    }

    private Stretch stretch(Target target, Comparison comparison, int round, Slicing slicing) {
        Workload workload = comparison.workloadOf(target);
        // Rehearsals have seeds of their own, so that none fills a cache with the requests of a duet that counts.
        long seed = comparison.order().seed() + (part == Stretch.Part.DUET ? round : -round);
        return new Stretch(target, workload, workload.warmUp(slicing.whole()), seed, part, round);
    }

    private static Map<String, Measurement> byName(List<Target> targets, List<Measurement> measurements) {
        Map<String, Measurement> byName = new LinkedHashMap<>();
        IntStream.range(0, targets.size())
                .forEach(place -> byName.put(targets.get(place).name(), measurements.get(place)));
        return byName;
    }
}
