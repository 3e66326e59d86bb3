package dev.versus.run;

import dev.versus.comparison.Progress;
import dev.versus.comparison.Restart;
import dev.versus.comparison.Stopped;
import dev.versus.comparison.Stretch;
import dev.versus.comparison.WarmUp;
import dev.versus.environment.CpuSplit;
import dev.versus.measurement.UsageMeter;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The shares of the CPUs that generator and services have during a run. During the warm-up both have all CPUs, for just-in-time compilers
 * finish sooner then. Once warm, each has half of them. While rounds run, the generator's CPUs are kept punctual ({@link Punctuality}).
 */
final class CpuShares implements Progress, AutoCloseable {

    private final Deployments deployments;
    private final Optional<CpuSplit> split;
    private final Optional<Punctuality> punctuality;

    private CpuShares(Deployments deployments, Optional<CpuSplit> split, Optional<Punctuality> punctuality) {
        this.deployments = deployments;
        this.split = split;
        this.punctuality = punctuality;
    }

    /** Makes the shares that the options ask for; a single CPU is not split, nor are CPUs if the run launched no deployment. */
    static CpuShares of(RunOptions options, Deployments deployments) {
        Optional<CpuSplit> split =
                options.splitCpus() && deployments.hasDeployments() ? CpuSplit.halves() : Optional.empty();
        return new CpuShares(
                deployments,
                split,
                split.filter(halves -> options.punctual()).map(halves -> new Punctuality(awake(halves, deployments))));
    }

    /** Returns the CPUs to keep awake: the generator's, and the null server's too, which runs in real time as a part of the ruler. */
    private static Collection<Integer> awake(CpuSplit halves, Deployments deployments) {
        return deployments.isInRealTime()
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
            deployments.confine(halves);
            deployments.console().say("versus: " + this);
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

    /** Gives this JVM all CPUs again. */
    void release() {
        close();
        split.ifPresent(CpuSplit::releaseThisJvm);
    }

    /** Ends punctuality; the split of the CPUs remains. */
    @Override
    public void close() {
        punctuality.ifPresent(Punctuality::close);
    }

    /**
     * Prepares the CPUs for a stretch of load.
     *
     * @param threads the generator's threads that send requests
     */
    void prepare(Stretch stretch, RealTimeThreads threads) {
        punctuality.ifPresent(kept -> kept.prepare(stretch, threads));
    }

    /** Returns a meter for which a CPU that is only kept awake counts as idle. */
    UsageMeter meter(UsageMeter meter) {
        return punctuality.map(kept -> kept.seenThrough(meter)).orElse(meter);
    }

    /** Returns the number of CPUs that count as the generator's: its own, or half of those that it shares. */
    double ofGenerator(int cpus) {
        return split.map(halves -> (double) halves.generator().size()).orElse(cpus / 2.0);
    }

    @Override
    public String toString() {
        return split.map(CpuSplit::toString).orElse("shared")
                + punctuality.map(kept -> ", " + kept).orElse("");
    }
}
