package dev.versus.environment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.environment.Deployment;
import dev.versus.environment.DeploymentFailed;
import dev.versus.environment.HostProcesses;
import dev.versus.environment.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ExposureIT {

    private static final String LISTENING = """
            services:
              good: {command: sleep 100}
              web:
                command: WRAPPED
                environment: {PORT: 8080}
                expose: [8080]
                deploy: {replicas: 2}
            """;

    private static final String JAVA = "java -Xshare:auto -XX:TieredStopAtLevel=1 OPTION -cp \"${TEST_CLASSPATH}\""
            + " dev.versus.environment.process.ListeningService";

    @TempDir
    Path folder;

    private final HostProcesses processes = new HostProcesses();

    @BeforeEach
    void needs_the_tables_of_linux() {
        assumeTrue(Files.isReadable(Path.of("/proc/net/tcp")), "what listens is told by Linux's /proc");
    }

    private static String yaml(String option) {
        return LISTENING.replace("WRAPPED", JAVA.replace("OPTION", option));
    }

    private void expose() throws IOException {
        Files.createFile(Files.createDirectories(folder.resolve("system")).resolve("exposed"));
    }

    @ParameterizedTest
    @CsvSource({"true, 0.0.0.0", "false, [::]"})
    void a_service_on_every_interface_is_refused_by_name_and_nothing_is_left(boolean ipv4, String address)
            throws Exception {
        assumeTrue(ipv4 || Files.exists(Path.of("/proc/net/if_inet6")), "there is no IPv6 here");
        expose();
        var systems = new Systems(folder);

        DeploymentFailed failed = catchThrowableOfType(
                DeploymentFailed.class, () -> systems.launch(yaml("-Djava.net.preferIPv4Stack=" + ipv4)));

        assertThat(failed.culprit()).isEqualTo("web-1");
        assertThat(failed)
                .hasMessageMatching(
                        Pattern.compile(
                                "(?s)web-1 listens on " + Pattern.quote(address)
                                        + ":\\d+ \\(process \\d+, java\\), which other machines can reach: let it bind 127\\.0\\.0\\.1 .*"));
        assertThat(failed.log()).isNotNull().exists();
        assertThat(systems.leftovers()).isEmpty();
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    @Test
    void a_process_that_has_left_its_replica_is_found_too() throws Exception {
        expose();
        String command = "sh -c '(setsid " + JAVA.replace("OPTION", "") + " &); sleep 1000'";

        assertThatThrownBy(() -> new Systems(folder).launch(LISTENING.replace("WRAPPED", command)))
                .isInstanceOf(DeploymentFailed.class)
                .hasMessageStartingWith("web-1 listens on ");
    }

    @Test
    void a_service_that_listens_on_loopback_is_not() {
        try (Deployment deployment = new Systems(folder).launch(yaml(""))) {
            assertThat(deployment.addresses("web")).hasSize(2);
        }
    }

    @Test
    void one_that_does_so_when_it_is_started_anew_is_stopped() throws Exception {
        try (Deployment deployment = new Systems(folder).launch(yaml(""))) {
            expose();

            assertThatThrownBy(() -> deployment.restart("web"))
                    .isInstanceOf(DeploymentFailed.class)
                    .hasMessageStartingWith("web-1 listens on ");

            Set<ProcessIdentity> left = processes.carrying(deployment.run());
            assertThat(left).as("the service 'good' alone").hasSize(1);
        }
    }
}
