package dev.versus.gatling;

import dev.versus.comparison.Progress;
import dev.versus.comparison.Restart;
import dev.versus.comparison.WarmUp;
import dev.versus.environment.CpuSplit;
import java.util.Optional;

/** Splits the CPUs once everything is warm: just-in-time compilers are done sooner when all CPUs are theirs. */
record SplitWhenWarm(Launch launch, Optional<CpuSplit> split) implements Progress {

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
            System.out.println("versus: " + halves);
        });
    }
}
