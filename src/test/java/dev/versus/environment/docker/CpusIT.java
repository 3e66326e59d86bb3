package dev.versus.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.environment.CpuSplit;
import dev.versus.environment.Deployment;
import dev.versus.environment.Reach;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a split of the CPUs moves: containers, and the proxies of the ports that they publish. */
@Timeout(120)
class CpusIT {

    @TempDir
    Path folder;

    private Lab lab;

    @BeforeEach
    void open() {
        Lab.assumeDocker();
        lab = new Lab(folder);
    }

    @Test
    void containers_and_the_proxies_of_their_ports_get_the_cpus_of_the_services() throws IOException {
        Optional<CpuSplit> halves = CpuSplit.halves();
        assumeTrue(halves.isPresent(), "skipped: a single CPU cannot be split, or taskset is missing");
        CpuSplit split = halves.orElseThrow();
        try (Deployment deployment = lab.launch("services: {web: {WEB, ports: ['9999:8080']}}")) {
            split.confine(deployment);
            boolean proxied = deployment.inThePath("web", Reach.PUBLISHED_PORT).contains("docker-proxy");
            assertThat(deployment.forwarders()).hasSize(proxied ? 1 : 0);
            Stream<Long> services = deployment.services().stream()
                    .map(one -> one.process().orElseThrow().pid());
            Stream<Long> proxies = deployment.forwarders().stream().map(ProcessHandle::pid);
            assertThat(Stream.concat(services, proxies))
                    .map(CpuSplit::allowedTo)
                    .allMatch(split.services()::equals);
        }
    }
}
