package dev.versus.verdict.diagnostic;

import dev.versus.measurement.Round;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The level of a round: its throughput if the system sets the pace, or its median latency if a timetable or think time does. Levels are
 * logarithms, so that "5 % more" is the same distance everywhere. A round without any answer has no level.
 */
final class Levels {

    private Levels() {}

    /** Returns the natural logarithm of each round's level, in the order of rounds. */
    static double[] of(String target, Evidence evidence) {
        return values(byRound(target, evidence));
    }

    /** Returns ln(level of b / level of a) by round number, for the rounds in which both have a level. */
    static Map<Integer, Double> ratios(Pair pair, Evidence evidence) {
        Map<Integer, Double> a = byRound(pair.a(), evidence);
        Map<Integer, Double> b = byRound(pair.b(), evidence);
        Map<Integer, Double> ratios = new TreeMap<>();
        a.forEach((round, level) -> {
            Double other = b.get(round);
            if (other != null) {
                ratios.put(round, other - level);
            }
        });
        return ratios;
    }

    static double[] values(Map<Integer, Double> byRound) {
        return byRound.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Map<Integer, Double> byRound(String target, Evidence evidence) {
        List<Round> rounds = evidence.roundsOf(target);
        boolean paced = evidence.isPaced(target);
        Map<Integer, Double> levels = new TreeMap<>();
        for (Round round : rounds) {
            double level = paced
                    ? round.measurement().latencies().percentileMillis(50)
                    : round.measurement().throughput();
            if (round.measurement().answered() > 0 && level > 0) {
                levels.put(round.number(), Math.log(level));
            }
        }
        return levels;
    }
}
