package dev.versus.gatling;

import dev.versus.comparison.LoadGenerator;
import dev.versus.comparison.Target;
import dev.versus.measurement.ProcessUsageMeter;
import dev.versus.measurement.UsageMeter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The targets of a run. */
final class Launch implements AutoCloseable {

    private final List<EntryPoint> points;

    private Launch(List<EntryPoint> points) {
        this.points = points;
    }

    static Launch of(List<EntryPoint> points, Path services) {
        return new Launch(points);
    }

    List<Target> targets() {
        return points.stream()
                .map(point -> new Target(point.name(), List.of(((EntryPoint.Address) point.place()).uri())))
                .toList();
    }

    LoadGenerator generatorOf(Target target, LoadGenerator usual) {
        return points.stream()
                .filter(point -> point.name().equals(target.name()))
                .flatMap(point -> point.loadedBy().stream())
                .findFirst()
                .orElse(usual);
    }

    String placeOf(Target target) {
        return target.name();
    }

    UsageMeter meterOf(Target target) {
        return new ProcessUsageMeter(Map::of);
    }

    @Override
    public void close() {}
}
