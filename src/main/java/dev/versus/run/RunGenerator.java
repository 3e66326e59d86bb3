package dev.versus.run;

import dev.versus.comparison.LoadGenerator;
import dev.versus.comparison.Slicing;
import dev.versus.comparison.Stretch;
import dev.versus.measurement.Measurement;
import java.time.Duration;
import java.util.List;

/**
 * The load generator of a run: prepares the CPUs for each stretch, and loads each target through the generator that the target asks for.
 *
 * @param usual the generator of all targets that ask for no other
 * @param senders the usual generator's threads that send requests
 */
record RunGenerator(LoadGenerator usual, RealTimeThreads senders, Deployments deployments, CpuShares cpus)
        implements LoadGenerator {

    static RunGenerator of(LoadGenerator usual, Deployments deployments, CpuShares cpus) {
        return new RunGenerator(usual, new RealTimeThreads(usual.threads()), deployments, cpus);
    }

    @Override
    public Measurement offer(Stretch stretch) {
        cpus.prepare(stretch, senders);
        return deployments.generatorOf(stretch.target(), usual).offer(stretch);
    }

    @Override
    public List<List<Measurement>> offerTogether(List<Stretch> stretches, Slicing slicing) {
        stretches.forEach(stretch -> cpus.prepare(stretch, senders));
        return usual.offerTogether(stretches, slicing);
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
