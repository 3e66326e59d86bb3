package dev.versus.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusyCpusTest {

    @Test
    void readsTheTicksOfTheUserAndOfTheKernel() {
        assertThat(BusyCpus.ticks("4711 (sh) R 1 4711 4711 0 -1 4194304 120 0 0 0 1234 56 0 0 39 19 1 0 5 2 3\n"))
                .isEqualTo(1_290);
    }

    @Test
    void aNameWithSpacesAndParenthesesMisleadsNobody() {
        assertThat(BusyCpus.ticks("4711 (a (b) c) R 1 2 3 0 -1 4 5 0 0 0 7 3 0 0 39\n"))
                .isEqualTo(10);
    }

    @Test
    void aLoopThatHasEndedHasNone() {
        assertThat(BusyCpus.ticks("")).isZero();
    }

    @Test
    void itsLoopsAreIdleBesideEverybodyElseAndNothingIsLeftOfThem() {
        assumeTrue(BusyCpus.arePossible(), "skipped: takes the superuser, and cgroups with cpu.idle");
        Optional<CpuSplit> halves = CpuSplit.halves();
        assumeTrue(halves.isPresent(), "skipped: a single CPU cannot be split, or taskset is missing");
        CpuSplit split = halves.orElseThrow();
        Path group;
        try (BusyCpus awake = BusyCpus.of(split.services()).orElseThrow()) {
            group = IdleGroup.make().orElseThrow().folder();
            assertThat(group.resolve("cpu.idle")).hasContent("1");
            assertThat(group.resolve("cgroup.procs"))
                    .content()
                    .hasLineCount(split.services().size());
            assertThat(awake.ticks()).isNotNegative();
        }
        assertThat(group).doesNotExist();
    }

    @Test
    void whereThereIsNoSuchCgroupThereIsNoGroup(@TempDir Path root) throws IOException {
        assertThat(IdleGroup.make(List.of(root))).isEmpty();
        Files.createFile(root.resolve("cgroup.procs"));
        assertThat(IdleGroup.make(List.of(root))).isEmpty();
        assertThat(root).isDirectoryNotContaining("glob:**versus*");
    }
}
