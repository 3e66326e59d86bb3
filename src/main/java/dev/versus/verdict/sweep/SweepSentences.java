package dev.versus.verdict.sweep;

import dev.versus.statistics.Crossover;
import dev.versus.statistics.Crossover.Side;
import dev.versus.statistics.Crossover.Stretch;
import dev.versus.statistics.Estimate;
import dev.versus.statistics.Interval;
import dev.versus.statistics.Knee;
import dev.versus.verdict.Figure;
import dev.versus.verdict.Metric;
import dev.versus.verdict.RequestShare;
import dev.versus.verdict.sweep.Swept.Curve;
import dev.versus.verdict.sweep.Swept.Measured;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the answers of a sweep, each as one sentence. */
record SweepSentences(Swept swept) {

    private static final String UNSUPPORTED =
            "the rounds support too few intervals, for they are too few or hold no answer";

    private static final String TOO_FEW = " is not told by so few rounds";

    List<String> all() {
        Stream<String> compared = swept.sweep().compared().map(this::onCrossover).stream();
        Stream<String> knees = swept.sweep().knees() ? swept.curves().stream().map(this::onKnee) : Stream.empty();
        return Stream.concat(compared, knees).map(answer -> answer + ".").toList();
    }

    private String onCrossover(Sweep.Compared two) {
        return swept.crossover()
                .map(crossover -> told(two, crossover) + leftOut(swept.ratios()))
                .orElseGet(() -> "which of " + two.label() + " and " + two.baseline() + " is " + ahead()
                        + " is not told: " + why(swept.ratios()));
    }

    private String told(Sweep.Compared two, Crossover crossover) {
        List<Stretch> stretches = crossover.stretches();
        Stretch first = stretches.get(0);
        Stretch last = stretches.get(stretches.size() - 1);
        if (stretches.size() == 1 && first.side() == Side.UNDECIDED) {
            return undecided(two, range(first));
        }
        if (stretches.size() == 1) {
            return better(two, first) + " is " + ahead() + " than " + worse(two, first) + " at every " + range(first)
                    + (isAlike() ? ", though by less than " + margin() : "");
        }
        if (stretches.size() == 3 && crossover.crossings().size() == 1) {
            return better(two, first) + " is " + ahead() + " below "
                    + text(crossover.crossings().get(0)) + ", " + better(two, last)
                    + " above; a straight line is assumed between the measured "
                    + measuredAround(crossover.crossings().get(0).value());
        }
        return stretches.stream().map(stretch -> part(two, stretch)).collect(Collectors.joining("; "))
                + crossings(crossover);
    }

    /** Names the two measured values between which a crossover lies. */
    private String measuredAround(double value) {
        List<Double> measured = swept.ratios().stream()
                .filter(Measured::counts)
                .map(Measured::at)
                .toList();
        double below = measured.stream()
                .filter(at -> at < value)
                .reduce((one, last) -> last)
                .orElse(value);
        double above = measured.stream().filter(at -> at > value).findFirst().orElse(value);
        return text(below) + " and " + text(above);
    }

    /** Tells whether the intervals of all ratios that count lie within the margin. */
    private boolean isAlike() {
        return swept.ratios().stream()
                .filter(Measured::counts)
                .flatMap(ratio -> ratio.estimate().stream())
                .allMatch(ratio -> swept.alike().encloses(ratio.interval()));
    }

    private String undecided(Sweep.Compared two, String range) {
        return isAlike()
                ? two.baseline() + " and " + two.label() + " are alike, within " + margin() + ", at every " + range
                : "which of " + two.baseline() + " and " + two.label() + " is " + ahead() + " is not decided at any "
                        + range;
    }

    private String part(Sweep.Compared two, Stretch stretch) {
        String from = "from " + swept.sweep().over().range(stretch.from(), stretch.to());
        return stretch.side() == Side.UNDECIDED
                ? "not decided " + from
                : better(two, stretch) + " is " + ahead() + " " + from;
    }

    private String crossings(Crossover crossover) {
        return crossover.crossings().isEmpty()
                ? ""
                : "; they cross at "
                        + crossover.crossings().stream().map(this::text).collect(Collectors.joining(" and "));
    }

    private String onKnee(Curve curve) {
        return curve.knee()
                .map(knee -> told(curve, knee) + leftOut(curve.points()))
                .orElseGet(() -> "the knee of " + curve.label() + untold(curve.points()));
    }

    private String untold(List<Measured> points) {
        return points.stream().filter(Measured::counts).count() < 2 ? " is not told: " + why(points) : TOO_FEW;
    }

    private String told(Curve curve, Knee knee) {
        Interval interval = knee.at().interval();
        double smallest = curve.points().stream()
                .filter(Measured::counts)
                .mapToDouble(Measured::at)
                .min()
                .orElse(interval.lower());
        String of = "the knee of " + curve.label();
        if (knee.rising() && interval.lower() == interval.upper()) {
            return of + " is not reached: throughput still rises at " + text(knee.at());
        }
        if (knee.rising() && interval.lower() == smallest) {
            return of + TOO_FEW + ": it may be at any " + swept.sweep().over().name() + " from "
                    + swept.sweep().over().range(interval.lower(), interval.upper());
        }
        return of + " is at " + text(knee.at()) + (knee.at().value() == smallest ? " or below" : "")
                + (knee.rising()
                        ? " and may lie beyond"
                        : ": no larger " + swept.sweep().over().name() + " brings more than " + margin() + " more");
    }

    /** Names the points that a diagnostic makes invalid. */
    private String leftOut(List<Measured> points) {
        List<Measured> doubted =
                points.stream().filter(point -> point.doubt().isPresent()).toList();
        return doubted.isEmpty()
                ? ""
                : " (without " + doubted.stream().map(point -> text(point.at())).collect(Collectors.joining(", "))
                        + ", which " + diagnostics(doubted) + " makes invalid)";
    }

    private String why(List<Measured> points) {
        boolean doubted = points.stream().filter(Measured::counts).count() < 2
                && points.stream().anyMatch(point -> point.doubt().isPresent());
        return doubted ? "the diagnostic " + diagnostics(points) + " speaks against the figures" : UNSUPPORTED;
    }

    private static String diagnostics(List<Measured> points) {
        return points.stream()
                .flatMap(point -> point.doubt().stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String better(Sweep.Compared two, Stretch where) {
        return (where.side() == Side.ABOVE) == isBetterHigh() ? two.label() : two.baseline();
    }

    private String worse(Sweep.Compared two, Stretch where) {
        return better(two, where).equals(two.label()) ? two.baseline() : two.label();
    }

    private boolean isBetterHigh() {
        Metric metric = swept.metric();
        return metric == RequestShare.RELIABILITY
                || (metric.family() == Metric.Family.THROUGHPUT && metric != Figure.DURATION);
    }

    private String ahead() {
        return switch (swept.metric().family()) {
            case RESOURCES -> "cheaper";
            case FAILURES -> "more reliable";
            default -> "faster";
        };
    }

    private String margin() {
        return Math.round(swept.metric().usualMargin() * 100) + " %";
    }

    private String range(Stretch all) {
        return "measured " + swept.sweep().over().name() + " from "
                + swept.sweep().over().range(all.from(), all.to());
    }

    private String text(double value) {
        return swept.sweep().over().text(value);
    }

    /** Formats a place with its interval: "14.2 kB (11.9 kB to 17 kB at 95.1 %)". */
    private String text(Estimate at) {
        Interval interval = at.interval();
        String range = interval.lower() == interval.upper()
                ? ""
                : swept.sweep().over().range(interval.lower(), interval.upper()) + " ";
        return text(at.value()) + " (" + range + "at " + confidence(at) + ")";
    }

    private static String confidence(Estimate estimate) {
        return String.format(Locale.ROOT, "%.1f %%", estimate.confidence() * 100);
    }
}
