package dev.versus.verdict.sweep;

import dev.versus.statistics.Crossover;
import dev.versus.statistics.Knee;
import dev.versus.statistics.Margin;
import dev.versus.statistics.PairedEffect;
import dev.versus.statistics.Scale;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Judge;
import dev.versus.verdict.Subject;
import dev.versus.verdict.diagnostic.Diagnostics;
import dev.versus.verdict.sweep.Swept.Curve;
import dev.versus.verdict.sweep.Swept.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a sweep from the rounds; its ratios, crossover and knees from turns alone, in the rounds that all targets of a question have. */
record SweepReading(Sweep sweep, Judge judge, List<Finding> findings) {

    /** A place of the sweep at which every round has an effect. */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares two places.
    private record Place(double at, double[] effects) {}

    List<Curve> curves() {
        return sweep.series().stream()
                .map(series ->
                        new Curve(series.label(), points(series), sweep.knees() ? knee(series) : Optional.empty()))
                .toList();
    }

    private List<Measured> points(Sweep.Series series) {
        return series.points().stream()
                .map(point -> new Measured(point.at(), judge.estimate(point.subject()), doubt(point.subject())))
                .toList();
    }

    List<Measured> ratios() {
        List<Sweep.RatioAt> ratios = sweep.ratios();
        List<Optional<PairedEffect>> effects =
                judge.effects(ratios.stream().map(Sweep.RatioAt::subject).toList());
        List<Measured> measured = new ArrayList<>();
        for (int i = 0; i < ratios.size(); i++) {
            Sweep.RatioAt ratio = ratios.get(i);
            measured.add(new Measured(
                    ratio.at(),
                    effects.get(i).flatMap(effect -> effect.estimate(judge.confidence())),
                    doubt(ratio.subject())));
        }
        return measured;
    }

    Optional<Crossover> crossover() {
        List<Sweep.RatioAt> ratios = sweep.ratios();
        List<Place> places = places(
                ratios.stream().map(Sweep.RatioAt::at).toList(),
                ratios.stream().map(Sweep.RatioAt::subject).toList());
        return places.size() < 2
                ? Optional.empty()
                : Crossover.of(sweep.axis(), values(places), effects(places), judge.confidence());
    }

    private Optional<Knee> knee(Sweep.Series series) {
        List<Place> places = places(
                series.points().stream().map(Sweep.Point::at).toList(),
                series.points().stream().map(Sweep.Point::subject).toList());
        Margin margin =
                Margin.relative(series.points().get(0).subject().metric().usualMargin());
        return places.size() < 2
                ? Optional.empty()
                : Knee.of(values(places), effects(places), margin, judge.confidence());
    }

    /** Returns the places whose rounds all have a value on the ratio scale, without those that a diagnostic makes invalid. */
    private List<Place> places(List<Double> values, List<? extends Subject> subjects) {
        List<Optional<PairedEffect>> effects = judge.effects(subjects);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            double at = values.get(i);
            if (doubt(subjects.get(i)).isEmpty()) {
                effects.get(i)
                        .filter(effect -> effect.scale() == Scale.RATIO)
                        .ifPresent(effect -> places.add(new Place(at, effect.perRound())));
            }
        }
        return places;
    }

    private Optional<String> doubt(Subject subject) {
        return Diagnostics.doubt(subject, findings).map(Finding::diagnostic);
    }

    private static double[] values(List<Place> places) {
        return places.stream().mapToDouble(Place::at).toArray();
    }

    private static List<double[]> effects(List<Place> places) {
        return places.stream().map(Place::effects).toList();
    }
}
