package dev.versus.run;

import dev.versus.comparison.LoadGenerator;
import dev.versus.comparison.Progress;
import dev.versus.comparison.Restart;
import dev.versus.comparison.Stopped;
import dev.versus.comparison.WarmUp;
import dev.versus.environment.CpuSplit;
import dev.versus.measurement.UsageMeter;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How generator and services share the CPUs through a run: all for everybody while it warms up, for just-in-time compilers are done
 * sooner then; halves once it is warm; and punctual ones while rounds run.
 */
final class CpuShares implements Progress, AutoCloseable {

    private final Deployments launch;
    private final Optional<CpuSplit> split;
    private final Optional<Punctuality> punctuality;

    private CpuShares(Deployments launch, Optional<CpuSplit> split, Optional<Punctuality> punctuality) {
        this.launch = launch;
        this.split = split;
        this.punctuality = punctuality;
    }

    /** As the options say; what this run did not launch is not moved, and a single CPU is not split. */
    static CpuShares of(RunOptions options, Deployments launch) {
        Optional<CpuSplit> split =
                options.splitCpus() && launch.hasDeployments() ? CpuSplit.halves() : Optional.empty();
        return new CpuShares(
                launch,
                split,
                split.filter(halves -> options.punctual()).map(halves -> new Punctuality(awake(halves, launch))));
    }

    /** The null server is part of the ruler, and in real time as the generator is; how other services wake up is their own matter. */
    private static Collection<Integer> awake(CpuSplit halves, Deployments launch) {
        return launch.isInRealTime()
                ? Stream.concat(halves.generator().stream(), halves.services().stream())
                        .toList()
                : halves.generator();
    }

    @Override
    public void warm(WarmUp warmUp) {
        confine();
    }

    @Override
    public void restarted(Restart restart) {
        confine();
    }

    private void confine() {
        split.ifPresent(halves -> {
            launch.confine(halves);
            launch.console().say("versus: " + this);
        });
    }

    @Override
    public void roundsBegin() {
        punctuality.ifPresent(Punctuality::begin);
    }

    @Override
    public void stopped(Stopped stopped) {
        close();
    }

    /** Gives everybody all CPUs again. */
    void release() {
        close();
        split.ifPresent(CpuSplit::releaseThisJvm);
    }

    /** Ends what makes CPUs punctual; their split remains. */
    @Override
    public void close() {
        punctuality.ifPresent(Punctuality::close);
    }

    /**
     * Returns a generator that is punctual where the load asks for it.
     *
     * @param generator whose threads send requests
     * @param usual offers the load
     */
    LoadGenerator timely(LoadGenerator generator, LoadGenerator usual) {
        return punctuality.map(kept -> kept.timely(generator, usual)).orElse(usual);
    }

    UsageMeter meter(UsageMeter meter) {
        return punctuality.map(kept -> kept.seenThrough(meter)).orElse(meter);
    }

    /** The generator's share of so many CPUs: its own, or half of those that it shares. */
    double ofGenerator(int cpus) {
        return split.map(halves -> (double) halves.generator().size()).orElse(cpus / 2.0);
    }

    @Override
    public String toString() {
        return split.map(CpuSplit::toString).orElse("shared")
                + punctuality.map(kept -> ", " + kept).orElse("");
    }
}
