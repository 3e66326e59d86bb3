package dev.versus.verdict;

import dev.versus.statistics.Estimate;
import dev.versus.statistics.Interval;
import dev.versus.statistics.Scale;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The negative control of a comparison: one target that is measured under two names in the same rounds. What differs between the two is
 * an error of the measurement, and between other targets it may be just as large. Source: M. Lipsitch, E. Tchetgen Tchetgen, T. Cohen,
 * "Negative Controls: A Tool for Detecting Confounding and Bias in Observational Studies", Epidemiology 21 (2010), 383–388.
 *
 * @param judge the judge of the run's rounds
 * @param target the first name of the target
 */
public record Control(Judge judge, String target) {

    private static final String AGAIN = " again";

    /** Returns the control that a comparison's claims tell of; empty if there is none among them. */
    public static Optional<Control> of(List<Claim> claims, Judge judge) {
        return claims.stream()
                .filter(Control::isControl)
                .map(claim -> claim.statement().subject().targets().get(0))
                .findFirst()
                .map(target -> new Control(judge, target));
    }

    /** Returns the second name of a target, under which it is measured again. */
    public static String twinOf(String target) {
        return target + AGAIN;
    }

    /** Returns the target to measure twice: the baseline of the first gate that compares targets; empty if no gate does. */
    public static Optional<String> targetFor(List<Claim> claims) {
        return comparing(claims).map(subject -> subject.targets().get(0)).findFirst();
    }

    /** Returns claims that a target is equivalent to itself: one for each metric by which a gate compares targets. */
    public static List<Claim> claims(String target, List<Claim> gates) {
        return comparing(gates)
                .map(Subject::metric)
                .distinct()
                .map(metric -> new Claim(
                        target + " agrees with itself in " + metric.id(),
                        itself(metric, target).isEquivalent(),
                        false))
                .toList();
    }

    private static Stream<Subject> comparing(List<Claim> claims) {
        return claims.stream()
                .filter(Claim::gate)
                .map(claim -> claim.statement().subject())
                .filter(subject ->
                        subject.targets().size() > 1 && subject.metric().family() != Metric.Family.FAILURES);
    }

    private static Subject.Ratio itself(Metric metric, String target) {
        return new Subject.Ratio(metric, twinOf(target), target);
    }

    /** Tells whether a claim compares a target with itself; such a claim is about the measurement, not about the systems. */
    public static boolean isControl(Claim claim) {
        return claim.statement().subject() instanceof Subject.Ratio ratio
                && ratio.target().equals(twinOf(ratio.baseline()));
    }

    /**
     * Returns the judgement, made invalid if the control moved in its metric, and a move of that size would change the verdict. The control
     * moved if the interval of its ratio does not hold 1. The judgement of the control itself tells whether it did. It is measured in
     * turns, so it says nothing on claims that rest on duets.
     */
    public Judgement reviewed(Judgement judgement) {
        if (judgement.verdict() == Verdict.INVALID) {
            return judgement;
        }
        return isControl(judgement.claim()) ? told(judgement) : compared(judgement);
    }

    private static Judgement told(Judgement ofControl) {
        return ofControl
                .estimate()
                .map(estimate -> ofControl.overruled(
                        ofControl.verdict(),
                        hasMoved(estimate)
                                ? "the control moved, and makes claims invalid whose verdict such a move would change"
                                : "the interval holds 1, so the control did not move as far as these rounds can tell"))
                .orElse(ofControl);
    }

    private Judgement compared(Judgement judgement) {
        Subject subject = judgement.claim().statement().subject();
        return Optional.of(itself(subject.metric(), target))
                .filter(same -> subject.targets().size() > 1 && judge.basis(subject) == Basis.TURNS)
                .flatMap(judge::estimate)
                .filter(control -> hasMoved(control) && changes(judgement, control.value()))
                .map(control -> judgement.invalidated(reason(subject.metric(), control)))
                .orElse(judgement);
    }

    private static boolean hasMoved(Estimate control) {
        return !control.interval().contains(1);
    }

    private boolean changes(Judgement judgement, double by) {
        Expectation expectation = judgement.claim().statement().expectation();
        Subject subject = judgement.claim().statement().subject();
        return judgement
                .estimate()
                .filter(estimate -> DoubleStream.of(by, 1 / by)
                        .mapToObj(times -> moved(estimate.interval(), subject, times))
                        .anyMatch(moved -> expectation.judge(moved) != judgement.verdict()))
                .isPresent();
    }

    /** Returns the interval that a subject would have if its target were measured so many times too high. */
    private Interval moved(Interval interval, Subject subject, double times) {
        if (subject.scale() == Scale.RATIO) {
            return new Interval(interval.lower() * times, interval.upper() * times);
        }
        Side baseline = subject.sides().get(0);
        double amount = (times - 1)
                * judge.estimate(Subject.of(subject.metric(), baseline))
                        .map(Estimate::value)
                        .orElse(0.0);
        return new Interval(interval.lower() + amount, interval.upper() + amount);
    }

    private String reason(Metric metric, Estimate control) {
        return String.format(
                Locale.ROOT,
                "the control, %s measured twice, moved by %+.1f %% in %s (%s times itself), and a move of that size changes this verdict:"
                        + " this machine does not decide today; run again when it is quieter",
                target,
                (control.value() - 1) * 100,
                metric.id(),
                FiniteFigure.inWords(control.interval()));
    }
}
