package dev.versus.report;

import dev.versus.measurement.Measurement;
import dev.versus.measurement.Observations;
import dev.versus.measurement.Round;
import dev.versus.statistics.Estimate;
import dev.versus.statistics.StoppingRule;
import dev.versus.verdict.Claim;
import dev.versus.verdict.Judge;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Writes one line of progress after each round: the throughput of each target, each claim's figure with its interval so far, and the
 * time left. The line is for information; only the stopping rule ends a run.
 *
 * @param claims the claims of the comparison
 * @param clock the clock for the time left
 */
public record RoundLine(List<Claim> claims, Clock clock) {

    private static final long MINUTE = 60;

    public RoundLine {
        claims = List.copyOf(claims);
    }

    /**
     * Returns the line for a round that has ended on every target.
     *
     * @param soFar everything measured up to now
     * @param rule when the run may end
     */
    public String after(int number, Observations soFar, StoppingRule rule) {
        StringJoiner line = new StringJoiner("; ", "round " + number + " of " + atMost(rule) + rule.cap() + ": ", "");
        line.add(targets(number, soFar.turns()));
        Judge judge = Judge.of(soFar, rule);
        if (number >= StoppingRule.FEWEST) {
            claims.forEach(claim -> figure(claim, judge).ifPresent(line::add));
        }
        if (number < rule.cap()) {
            line.add(atMost(rule) + left(rule.cap() - number, number, soFar.turns()));
        }
        return line.toString();
    }

    private static String atMost(StoppingRule rule) {
        return rule.mayEndEarly() ? "at most " : "";
    }

    private static String targets(int number, List<Round> soFar) {
        List<String> targets = new ArrayList<>();
        soFar.stream().filter(round -> round.number() == number).forEach(round -> targets.add(target(round)));
        targets.sort(null);
        return String.join(", ", targets);
    }

    private static String target(Round round) {
        Measurement seen = round.measurement();
        String failed = seen.failed() == 0 ? "" : " (" + Figures.count(seen.failed()) + " failed)";
        return round.target() + " " + Figures.of(seen.throughput()) + "/s" + failed;
    }

    private static Optional<String> figure(Claim claim, Judge judge) {
        return judge.estimate(claim.statement().subject())
                .filter(estimate ->
                        estimate.interval().lower() < estimate.interval().upper())
                .map(estimate -> claim.statement().subject().describe() + " " + inBrackets(estimate));
    }

    private static String inBrackets(Estimate estimate) {
        return Figures.value(estimate) + " [" + Figures.interval(estimate).replace(" to ", ", ") + "]";
    }

    private String left(int more, int number, List<Round> soFar) {
        Duration spent = Duration.between(soFar.get(0).started(), clock.instant());
        long seconds = Math.max(1, spent.multipliedBy(more).dividedBy(number).toSeconds());
        String time = seconds < 2 * MINUTE
                ? seconds + " s"
                : String.format(Locale.ROOT, "%d min", Math.round(seconds / (double) MINUTE));
        return time + " left";
    }
}
