package dev.versus.verdict;

import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.measurement.UnexpectedStatuses;
import dev.versus.workload.StepOutcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Refutes gates on targets that do not serve their load, because figures of the few requests that were answered would pass for the target.
 * A target does not serve if it answered nothing in a round, or if a larger share of its requests than allowed got no 2xx or 3xx answer.
 *
 * <p>The allowed share is the one that the comparison's own claims on failures of the target declare, such as 0 for "no request fails";
 * {@value #USUAL} where no claim declares any. The share of a staircase is read at its first step, for it climbs until requests fail.
 *
 * @param claims all claims of the comparison
 */
public record Serving(List<Round> rounds, List<Claim> claims) {

    /** The allowed share of failed requests where no claim declares another: the one that a staircase's usual objective has, too. */
    static final double USUAL = 0.01;

    /**
     * Returns the judgement, refuted if its gate is on a target that did not serve. Gates on failures are judged by their own figure, unless
     * nothing was counted.
     */
    public Judgement reviewed(Judgement judgement) {
        Statement statement = judgement.claim().statement();
        if (!judgement.claim().gate()) {
            return judgement;
        }
        boolean failures = statement.subject().metric().family() == Metric.Family.FAILURES;
        return statement.subject().sides().stream()
                .flatMap(side -> nothing(side, side.among(rounds))
                        .map(nothing -> nothing + ": a gate on requests that were never sent is broken")
                        .or(() -> failures ? uncounted(side, statement) : objection(side))
                        .stream())
                .findFirst()
                .map(why -> judgement.overruled(Verdict.REFUTED, why))
                .orElse(judgement);
    }

    /** Returns why a target did not serve, in a sentence without its end; empty if it served or has no round. */
    private Optional<String> objection(Side side) {
        List<Round> own = side.among(rounds);
        Optional<String> silence = silence(own);
        if (silence.isPresent()) {
            return silence.map(rounds -> rounds + ": a gate on a target that does not answer is broken");
        }
        double lost = notSent(side);
        double due = lost
                + own.stream().mapToDouble(round -> first(round).requests()).sum();
        double failed = lost + own.stream().mapToDouble(Serving::unanswered).sum();
        OptionalDouble declared = declared(side, due);
        double allowed = declared.orElse(USUAL);
        return failed > due * allowed
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "%,.0f of %,.0f requests to %s failed (%s), more than the %s %% %s",
                        failed,
                        due,
                        side,
                        lost > 0 ? notSent(side, lost) + "; " + failures(own) : failures(own),
                        FiniteFigure.inWords(Math.rint(allowed * 1e6) / 1e4),
                        declared.isPresent() ? "that the comparison declares" : "allowed where it declares no share"))
                : Optional.empty();
    }

    private static String notSent(Side side, double lost) {
        return String.format(
                Locale.ROOT,
                "%,.0f requests to %s not sent, each of which may have been one of these",
                lost,
                side.target());
    }

    /** Returns why requests that were not sent break a gate on failures of an endpoint, whose own figures do not count them. */
    private Optional<String> uncounted(Side side, Statement statement) {
        List<Round> own = side.among(rounds);
        double lost = notSent(side);
        double due = lost
                + own.stream()
                        .mapToDouble(round -> round.measurement().requests())
                        .sum();
        double failed = lost
                + own.stream()
                        .mapToDouble(round -> round.measurement().failed())
                        .sum();
        OptionalDouble allowed = declared(statement, due);
        return lost > 0 && allowed.isPresent() && failed > due * allowed.getAsDouble()
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "%,.0f requests to %s were not sent in time, and each may have been one to %s",
                        lost,
                        side.target(),
                        side))
                : Optional.empty();
    }

    /** Tells that not one request to a side was sent; empty if one was, or if it has no round. */
    static Optional<String> nothing(Side side, List<Round> own) {
        return own.isEmpty()
                        || own.stream().anyMatch(round -> round.measurement().requests() > 0)
                ? Optional.empty()
                : Optional.of("no request to " + side + " was sent in " + own.size() + " rounds");
    }

    /**
     * Counts the requests to an endpoint's target that were not sent, nobody knows to which endpoint; 0 for a whole target, whose own
     * figures count them.
     */
    private double notSent(Side side) {
        return side.endpoint().isEmpty()
                ? 0
                : Side.of(side.target()).among(rounds).stream()
                        .mapToDouble(round -> round.measurement().notSent())
                        .sum();
    }

    /** Tells in how many of a target's rounds no request was answered, and how they failed; empty if there is no such round. */
    static Optional<String> silence(List<Round> own) {
        long silent = own.stream().filter(Serving::isSilent).count();
        return silent == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%s answered no request in %d of %d rounds (%s)",
                        own.get(0).target(),
                        silent,
                        own.size(),
                        failures(own)));
    }

    private static boolean isSilent(Round round) {
        return round.measurement().answered() == 0 && round.measurement().requests() > 0;
    }

    private static StepOutcome first(Round round) {
        return round.steps().size() > 1
                ? round.steps().get(0)
                : round.measurement().outcomeAt(0);
    }

    /** Counts the failed requests of the first step, without those that were answered by a body of another length. */
    private static double unanswered(Round round) {
        return round.steps().size() > 1
                ? first(round).errorRate() * first(round).requests()
                : round.measurement().requests() - round.measurement().answered();
    }

    /** Returns the smallest share that a claim on failures of the target, or of the endpoint, declares. */
    private OptionalDouble declared(Side side, double requests) {
        return claims.stream()
                .map(Claim::statement)
                .filter(statement -> statement.subject() instanceof Subject.Value value
                        && value.side().equals(side))
                .flatMapToDouble(statement -> declared(statement, requests).stream())
                .min();
    }

    private static OptionalDouble declared(Statement statement, double requests) {
        Metric metric = statement.subject().metric();
        var required = statement.expectation().required();
        if (metric == Figure.FAILURES) {
            return OptionalDouble.of(required.upper() / requests);
        }
        if (metric == RequestShare.ERROR_RATE) {
            return OptionalDouble.of(required.upper());
        }
        return metric == RequestShare.RELIABILITY ? OptionalDouble.of(1 - required.lower()) : OptionalDouble.empty();
    }

    private static String failures(List<Round> own) {
        Measurement total = Measurement.total(own);
        String told = new TreeMap<>(total.failures())
                .entrySet().stream()
                        .map(failure -> UnexpectedStatuses.failures(failure, total.statuses()))
                        .collect(Collectors.joining(", "));
        return told.isEmpty() ? "none of those that were sent" : told;
    }
}
