package dev.versus.verdict.sweep;

import dev.versus.InvalidInput;
import dev.versus.PublicApi;
import dev.versus.statistics.Axis;
import dev.versus.verdict.Figure;
import dev.versus.verdict.Metric;
import dev.versus.verdict.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A metric over a quantity that changes from target to target, to be shown as one chart.
 *
 * <pre>{@code
 * Sweep.of("Throughput by payload", Quantity.bytes("payload"))
 *         .series("REST", sizes, size -> throughput(rest(size)))
 *         .series("shared memory", sizes, size -> throughput(shared(size)))
 *         .comparing("shared memory", "REST")
 * }</pre>
 *
 * @param title the title of its chart, unique in the comparison
 * @param over the quantity that changes
 * @param axis how the quantity is laid out; logarithmic unless {@link #onLinearAxis} says otherwise
 * @param series the curves; those of a sweep have one unit
 * @param compared the two series whose crossover is asked for; empty if none is
 * @param knees whether the knee of each series is asked for
 */
@PublicApi
public record Sweep(
        String title, Quantity over, Axis axis, List<Series> series, Optional<Compared> compared, boolean knees) {

    /**
     * A curve.
     *
     * @param points at least two, from the smallest value of the quantity to the largest
     */
    public record Series(String label, List<Point> points) {
        public Series {
            points = List.copyOf(points);
        }
    }

    /**
     * A point of a curve: a value of the quantity, and what is read there.
     *
     * @param at a value of the swept quantity, in its unit
     * @param subject a metric of the target that has this value
     */
    public record Point(double at, Subject.Value subject) {}

    /**
     * Two series to compare.
     *
     * @param label the label of the series that is divided by the other
     * @param baseline the label of the other
     */
    public record Compared(String label, String baseline) {}

    public Sweep {
        series = List.copyOf(series);
        for (Series one : series) {
            requirePoints(title, axis, one);
        }
        if (compared.isPresent()) {
            requireComparable(title, compared.get(), pairs(series, compared.get()));
        }
        List<String> units = subjects(series)
                .map(subject -> subject.metric().unit())
                .distinct()
                .toList();
        if (units.size() > 1) {
            throw new InvalidInput("The sweep '" + title + "' reads figures in different units ("
                    + String.join(", ", units) + "), which one axis cannot hold: make a sweep of each.");
        }
    }

    /** Starts a sweep over a quantity, on a logarithmic axis. */
    public static Sweep of(String title, Quantity over) {
        return new Sweep(title, over, Axis.LOGARITHMIC, List.of(), Optional.empty(), false);
    }

    /**
     * Adds a curve.
     *
     * @param values at least two values of the quantity, ascending
     * @param metric returns the metric of the target that has a value
     * @throws InvalidInput if there are fewer, if they do not ascend, or if the axis cannot hold one
     */
    public <N extends Number> Sweep series(String label, List<N> values, Function<? super N, Subject.Value> metric) {
        if (series.stream().anyMatch(other -> other.label().equals(label))) {
            throw new InvalidInput(
                    "The sweep '" + title + "' has two series called '" + label + "': give each a label of its own.");
        }
        List<Series> more = new ArrayList<>(series);
        more.add(new Series(
                label,
                values.stream()
                        .map(value -> new Point(value.doubleValue(), metric.apply(value)))
                        .toList()));
        return new Sweep(title, over, axis, more, compared, knees);
    }

    /**
     * Asks where one series overtakes another: at which value of the quantity their ratio crosses 1.
     *
     * @throws InvalidInput if there is no such series, if both read different metrics, or if they share fewer than two values
     */
    public Sweep comparing(String label, String baseline) {
        return new Sweep(title, over, axis, series, Optional.of(new Compared(label, baseline)), knees);
    }

    /**
     * Asks for the knee of each series: the smallest load at which throughput is within the metric's usual margin of the largest.
     *
     * @throws InvalidInput if a series reads no throughput or capacity
     */
    public Sweep markingKnees() {
        subjects(series)
                .map(Subject.Value::metric)
                .filter(metric -> metric.family() != Metric.Family.THROUGHPUT || metric == Figure.DURATION)
                .findFirst()
                .ifPresent(metric -> {
                    throw new InvalidInput("The sweep '" + title + "' reads " + metric.id()
                            + ", which has no knee: only a throughput levels off.");
                });
        return new Sweep(title, over, axis, series, compared, true);
    }

    /** Lays the quantity out so that equal differences are equally far apart, in the place of equal factors. */
    public Sweep onLinearAxis() {
        return new Sweep(title, over, Axis.LINEAR, series, compared, knees);
    }

    /** Returns the names of all targets. */
    public List<String> targets() {
        return subjects(series).map(Subject.Value::target).distinct().toList();
    }

    /** Returns the sweep without these targets; empty if they leave a series fewer than two points, or two series too few to compare. */
    public Optional<Sweep> without(Set<String> targets) {
        List<Series> left = series.stream()
                .map(one -> new Series(
                        one.label(),
                        one.points().stream()
                                .filter(point ->
                                        !targets.contains(point.subject().target()))
                                .toList()))
                .toList();
        boolean enough = left.stream().allMatch(one -> one.points().size() >= 2)
                && compared.stream().allMatch(two -> pairs(left, two).size() >= 2);
        return enough ? Optional.of(new Sweep(title, over, axis, left, compared, knees)) : Optional.empty();
    }

    /** Returns the ratio at each value that the two compared series share, ascending; none if none are compared. */
    List<RatioAt> ratios() {
        return compared.map(two -> pairs(series, two)).orElse(List.of());
    }

    /** Returns the ratios that it compares; none if none are compared. */
    public List<Subject.Ratio> compares() {
        return ratios().stream().map(RatioAt::subject).toList();
    }

    /** A ratio of two series at a value that both have. */
    record RatioAt(double at, Subject.Ratio subject) {}

    private static List<RatioAt> pairs(List<Series> series, Compared two) {
        return points(series, two.label()).stream()
                .flatMap(own -> points(series, two.baseline()).stream()
                        .filter(base -> base.at() == own.at())
                        .map(base -> ratio(own, base)))
                .toList();
    }

    private static RatioAt ratio(Point own, Point base) {
        Metric metric = own.subject().metric();
        if (!metric.equals(base.subject().metric())) {
            throw new InvalidInput("A sweep compares " + own.subject().describe() + " with "
                    + base.subject().describe() + ": compare one metric.");
        }
        return new RatioAt(own.at(), own.subject().relativeTo(base.subject().side()));
    }

    private static List<Point> points(List<Series> series, String label) {
        return series.stream()
                .filter(one -> one.label().equals(label))
                .flatMap(one -> one.points().stream())
                .toList();
    }

    private static Stream<Subject.Value> subjects(List<Series> series) {
        return series.stream().flatMap(one -> one.points().stream()).map(Point::subject);
    }

    private static void requirePoints(String title, Axis axis, Series series) {
        double[] values = series.points().stream().mapToDouble(Point::at).toArray();
        boolean ascend = values.length >= 2 && axis.holds(values[0]);
        for (int at = 1; at < values.length; at++) {
            ascend &= values[at - 1] < values[at] && axis.holds(values[at]);
        }
        if (!ascend) {
            throw new InvalidInput("The series '" + series.label() + "' of the sweep '" + title
                    + "' needs two values at least, each larger than the one before"
                    + (axis == Axis.LOGARITHMIC ? " and above zero" : "") + "; it has " + Arrays.toString(values)
                    + ".");
        }
    }

    private static void requireComparable(String title, Compared two, List<RatioAt> pairs) {
        if (pairs.size() < 2) {
            throw new InvalidInput("The sweep '" + title + "' cannot compare '" + two.label() + "' with '"
                    + two.baseline() + "': it needs two values at least that both series have, and finds "
                    + pairs.size()
                    + ".");
        }
    }
}
