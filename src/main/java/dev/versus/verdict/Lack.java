package dev.versus.verdict;

import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The reason why rounds do not support a subject, with what to do about it.
 *
 * @param rounds the rounds that all targets of the subject have
 */
record Lack(Subject subject, List<Round> rounds) {

    /** Returns the reason, the one that explains the others first; empty if the rounds support the subject, but for their number. */
    Optional<String> reason() {
        return Stream.<Supplier<Optional<String>>>of(
                        this::silence, this::nothing, this::elsewhere, this::unsupported, this::zero)
                .flatMap(reason -> reason.get().stream())
                .findFirst();
    }

    private Metric metric() {
        return subject.metric();
    }

    private boolean isOf(Metric.Family family) {
        return metric().family() == family;
    }

    /** Names a target that answered nothing in a round; nothing for a subject that counts failures. */
    Optional<String> silence() {
        return subject.sides().stream()
                .filter(side -> !isOf(Metric.Family.FAILURES))
                .flatMap(side -> Serving.silence(side.among(rounds)).stream())
                .map(silence -> silence + ": its figures tell nothing until it answers")
                .findFirst();
    }

    /** Names a side to which no request was sent: that none of none failed is no evidence. */
    private Optional<String> nothing() {
        return subject.sides().stream()
                .filter(side -> isOf(Metric.Family.FAILURES))
                .flatMap(side -> Serving.nothing(side, side.among(rounds)).stream())
                .map(nothing -> nothing + ": that none of none failed tells nothing")
                .findFirst();
    }

    /** Returns the rounds of all sides, in the order of their numbers. */
    private List<Round> own() {
        return subject.sides().stream()
                .flatMap(side -> side.among(rounds).stream())
                .sorted(Comparator.comparing(Round::number))
                .toList();
    }

    /** Names a target of which no service could be read: the run has started none that is a process of this host. */
    private Optional<String> elsewhere() {
        return own().stream()
                .filter(round -> isOf(Metric.Family.RESOURCES)
                        && !round.measurement().cpu().isOfServices())
                .map(round ->
                        "%s of %s is not known, because it runs elsewhere: a run reads the CPU time and memory of services that it has started on this host"
                                .formatted(metric().id(), round.target()))
                .findFirst();
    }

    private Optional<String> unsupported() {
        return subject instanceof Subject.Value && metric().isPooled()
                ? Optional.of(Measurement.total(own()))
                        .filter(total -> metric().of(total).isEmpty())
                        .map(metric()::lack)
                : own().stream()
                        .filter(round -> metric().of(round).isEmpty())
                        .map(round -> metric().lack(round.measurement()))
                        .findFirst();
    }

    /** Names a figure of 0, of which there is no ratio. */
    private Optional<String> zero() {
        return subject.tellsFactor()
                ? own().stream()
                        .filter(round -> metric().of(round).orElse(1) == 0)
                        .map(round -> String.format(
                                Locale.ROOT,
                                "%s of %s is 0 in round %d, and no ratio tells how much more or less that is: %s",
                                metric().id(),
                                round.target(),
                                round.number(),
                                isOf(Metric.Family.FAILURES)
                                        ? "compare by minus()"
                                        : "use longer rounds, or compare by minus()"))
                        .findFirst()
                : Optional.empty();
    }
}
