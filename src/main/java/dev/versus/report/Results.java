package dev.versus.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.versus.comparison.Outcome;
import dev.versus.comparison.WarmUp;
import dev.versus.measurement.Calibration;
import dev.versus.measurement.Round;
import dev.versus.verdict.Claim;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Judge;
import dev.versus.verdict.Judgement;
import dev.versus.verdict.Recommended;
import dev.versus.verdict.attribution.Attribution;
import dev.versus.verdict.diagnostic.Diagnostics;
import dev.versus.verdict.published.Reproduction;
import dev.versus.verdict.sweep.Swept;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The results of a run with its verdicts: the content of {@code results.json}, on which every report is based. docs/results.md
 * describes the JSON form.
 *
 * @param run what was known before
 * @param extent how much of the plan there is
 * @param warmUp how the ruler came to its level
 * @param ruler what was known of the load generator as an instrument; empty if the run does not tell
 * @param targets each target in figures
 * @param judgements each claim's answer
 * @param secondDraws each gate that the first draw of rounds refuted, with its second draw; none as a rule
 * @param reconsidered each claim whose verdict is another than when the run ended; none as a rule
 * @param sideBySide whether a target is slower or dearer to serve than another; none of a single target
 * @param reproductions each published figure beside ours; none if nothing published was declared
 * @param attributions what causes each difference that is to be explained; none if none was declared
 * @param recommended what became of each recommendation; none if none was declared
 * @param sweeps each sweep as measured, with where its series cross and level off; none if none was declared
 * @param restarts what fresh starts of the systems bring to each ratio; none if nothing was restarted
 * @param findings what the diagnostics found; none if the measurement may be believed
 * @param rounds every round in figures, in the order in which they ran
 */
public record Results(
        RunHeader run,
        Extent extent,
        WarmUp warmUp,
        Optional<Calibration> ruler,
        List<TargetSummary> targets,
        List<Judgement> judgements,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SecondDraw> secondDraws,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Reconsidered> reconsidered,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SideBySide> sideBySide,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Reproduction> reproductions,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Attribution> attributions,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Recommended> recommended,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Swept> sweeps,
        List<RestartSpread> restarts,
        List<Finding> findings,
        List<RoundSummary> rounds) {

    /** The file's name in a run's folder. */
    public static final String FILE = "results.json";

    public Results {
        targets = List.copyOf(targets);
        judgements = List.copyOf(judgements);
        secondDraws = List.copyOf(Objects.requireNonNullElse(secondDraws, List.of()));
        reconsidered = List.copyOf(Objects.requireNonNullElse(reconsidered, List.of()));
        sideBySide = List.copyOf(Objects.requireNonNullElse(sideBySide, List.of()));
        reproductions = List.copyOf(Objects.requireNonNullElse(reproductions, List.of()));
        attributions = List.copyOf(Objects.requireNonNullElse(attributions, List.of()));
        recommended = List.copyOf(Objects.requireNonNullElse(recommended, List.of()));
        sweeps = List.copyOf(Objects.requireNonNullElse(sweeps, List.of()));
        restarts = List.copyOf(restarts);
        findings = List.copyOf(findings);
        rounds = List.copyOf(rounds);
    }

    /**
     * Answers everything that the run asks; its findings make answers invalid.
     *
     * @param outcome all complete rounds
     * @param counted those that count
     */
    static Results of(RunRecord record, Outcome outcome, Outcome counted) {
        RunHeader run = record.run();
        JudgedDraw first = JudgedDraw.of(record);
        Optional<JudgedDraw> second = record.secondDraw().map(JudgedDraw::of);
        List<Judgement> alone = first.judgements();
        List<SecondDraw> draws = second.map(draw -> SecondDraw.of(alone, draw)).orElse(List.of());
        List<Judgement> served = all(alone, one -> first.served(SecondDraw.settled(one, draws)));
        List<Judgement> judgements =
                all(served, one -> second.map(draw -> draw.served(one)).orElse(one));
        Judge judge = first.judge();
        List<Finding> findings = record.findings();
        return new Results(
                run,
                Extent.of(record),
                outcome.warmUp(),
                record.ruler(),
                targets(run, outcome, counted),
                judgements,
                draws,
                Reconsidered.among(judgements, record.judged()),
                SideBySide.of(first),
                reproductions(run, judge, findings),
                all(run.ladders(), ladder -> Attribution.of(ladder, judge, findings)),
                all(run.recommendations(), advice -> Recommended.of(advice, judgements)),
                all(run.sweeps(), sweep -> Swept.of(sweep, judge, findings)),
                RestartSpread.of(record, judge),
                withEnds(findings, record.secondDraw()),
                all(outcome.rounds(), RoundSummary::of));
    }

    private static List<Reproduction> reproductions(RunHeader run, Judge judge, List<Finding> findings) {
        return run.published().stream()
                .flatMap(published -> Reproduction.of(published, judge, findings).stream())
                .toList();
    }

    /** Adds the services that ended in the second draw to the findings of the first. */
    private static List<Finding> withEnds(List<Finding> findings, Optional<RunRecord> secondDraw) {
        return Stream.concat(
                        findings.stream(),
                        secondDraw.stream()
                                .flatMap(draw -> draw.findings().stream().filter(Diagnostics::isOfEnd)))
                .toList();
    }

    private static <Q, A> List<A> all(List<Q> questions, Function<Q, A> answer) {
        return questions.stream().map(answer).toList();
    }

    private static List<TargetSummary> targets(RunHeader run, Outcome outcome, Outcome counted) {
        return run.targets().stream()
                .map(RunHeader.TargetFacts::name)
                .filter(target -> !outcome.of(target).isEmpty())
                .map(target -> TargetSummary.of(target, outcome, counted))
                .toList();
    }

    /** Returns the answers of all sweeps, a sentence each, behind the sweep's title. */
    List<String> sweepSentences() {
        return sweeps.stream()
                .flatMap(swept ->
                        swept.sentences().stream().map(sentence -> swept.sweep().title() + ": " + sentence))
                .toList();
    }

    /** Tells whether a gate passes, by its words; {@link Claim#COMPLETE} does if the run came to its planned end. */
    public boolean passes(String gate, boolean strict) {
        return judgement(gate).map(one -> !one.breaks(strict)).orElse(gate.equals(Claim.COMPLETE) && extent.isWhole());
    }

    /** Returns the answer to the claim of these words, if there is such a claim. */
    public Optional<Judgement> judgement(String claim) {
        return judgements.stream()
                .filter(one -> one.claim().text().equals(claim))
                .findFirst();
    }

    /**
     * The figures of one target's turn in a round. Other percentiles can be read from the histograms in {@code rounds.jsonl}.
     *
     * @param target the target's name
     * @param number the round's number, from 1
     * @param turn the turn's place in the order of all turns, from 1
     * @param started when the turn started
     * @param wallSeconds from the first request's start to the last response's end, in s
     * @param requests the number of requests due
     * @param failed the number of failed requests
     * @param throughput answered requests per second
     * @param meanMillis the mean latency in ms
     * @param p50Millis the median latency in ms
     */
    public record RoundSummary(
            String target,
            int number,
            int turn,
            java.time.Instant started,
            double wallSeconds,
            long requests,
            long failed,
            double throughput,
            double meanMillis,
            double p50Millis) {

        static RoundSummary of(Round round) {
            var measured = round.measurement();
            return new RoundSummary(
                    round.target(),
                    round.number(),
                    round.turn(),
                    round.started(),
                    measured.wallSeconds(),
                    measured.requests(),
                    measured.failed(),
                    measured.throughput(),
                    measured.latencies().meanMillis(),
                    measured.latencies().percentileMillis(50));
        }
    }
}
