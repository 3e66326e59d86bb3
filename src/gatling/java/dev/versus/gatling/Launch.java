package dev.versus.gatling;

import dev.versus.comparison.Target;
import dev.versus.measurement.ProcessUsageMeter;
import java.util.List;
import java.util.Map;

final class Launch implements AutoCloseable {
    private final List<EntryPoint> points;

    private Launch(List<EntryPoint> points) {
        this.points = points;
    }

    static Launch of(List<EntryPoint> points, java.nio.file.Path services) {
        return new Launch(points);
    }

    List<Target> targets() {
        return points.stream()
                .map(p -> new Target(p.name(), List.of(((EntryPoint.Address) p.place()).uri())))
                .toList();
    }

    String placeOf(Target t) {
        return t.name();
    }

    CpuMeter cpuMeter() {
        return new ProcessUsageMeter(Map::of);
    }

    @Override
    public void close() {}
}
