package dev.versus.run;

import dev.versus.comparison.LoadGenerator;
import dev.versus.comparison.Progress;
import dev.versus.comparison.Slicing;
import dev.versus.comparison.Stretch;
import dev.versus.comparison.Target;
import dev.versus.measurement.Measurement;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The load generator of a run: prepares the CPUs for each stretch, and loads each target through the generator that the target asks for.
 *
 * @param usual the generator of all targets that ask for no other
 * @param senders the usual generator's threads that send requests
 * @param listeners who is told of services that end
 */
record RunGenerator(
        LoadGenerator usual, RealTimeThreads senders, Deployments deployments, CpuShares cpus, List<Progress> listeners)
        implements LoadGenerator {

    static RunGenerator of(LoadGenerator usual, Deployments deployments, CpuShares cpus, List<Progress> listeners) {
        return new RunGenerator(usual, new RealTimeThreads(usual.threads()), deployments, cpus, listeners);
    }

    @Override
    public Measurement offer(Stretch stretch) {
        cpus.prepare(stretch, senders);
        Measurement seen = deployments.generatorOf(stretch.target(), usual).offer(stretch);
        watch(stretch, seen);
        return seen;
    }

    @Override
    public List<List<Measurement>> offerTogether(List<Stretch> stretches, Slicing slicing) {
        stretches.forEach(stretch -> cpus.prepare(stretch, senders));
        List<List<Measurement>> slices = usual.offerTogether(stretches, slicing);
        IntStream.range(0, stretches.size())
                .forEach(place -> slices.stream()
                        .map(slice -> slice.get(place))
                        .reduce(Measurement::plus)
                        .ifPresent(seen -> watch(stretches.get(place), seen)));
        return slices;
    }

    private void watch(Stretch stretch, Measurement seen) {
        deployments
                .watch()
                .after(stretch, seen)
                .forEach(end -> listeners.forEach(listener -> listener.serviceEnded(end)));
    }

    @Override
    public boolean reaches(Collection<Target> targets) {
        return targets.stream().noneMatch(deployments.watch()::hasLost);
    }

    @Override
    public boolean offersTogether() {
        return usual.offersTogether();
    }

    @Override
    public void rest(Duration time) {
        usual.rest(time);
    }

    @Override
    public boolean isAtRest() {
        return usual.isAtRest();
    }
}
