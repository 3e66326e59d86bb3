package dev.versus.environment.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.versus.InvalidInput;
import dev.versus.VersusException;
import dev.versus.environment.Deployment;
import dev.versus.environment.DeploymentFailed;
import dev.versus.environment.HostProcesses;
import dev.versus.environment.Removal;
import dev.versus.environment.Run;
import dev.versus.environment.RunId;
import dev.versus.environment.StateFolder;
import dev.versus.environment.Ticker;
import dev.versus.system.SystemDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes wrong is told in a sentence, and nothing is left of it on this machine. */
@Timeout(120)
class FailedLaunchIT {

    @TempDir
    Path folder;

    private List<String> before = List.of();

    @BeforeEach
    void assumeNamespaces() {
        Lab.assumeNamespaces();
        before = ours();
    }

    /** Everything of any run: what was there before is somebody else's. */
    private static List<String> ours() {
        return List.of(
                Lab.said("ip netns"), Lab.said("nft list tables"), Lab.said("find /sys/fs/cgroup -name versus-*"));
    }

    @Test
    void a_crash_is_told_with_the_end_of_the_culprits_log() {
        var lab = new Lab(folder);
        DeploymentFailed failed = catchThrowableOfType(DeploymentFailed.class, () -> lab.launch("""
                services:
                  good: {command: sleep 100}
                  bad: {command: sh -c 'echo all is lost; exit 7', expose: [80]}
                """));

        assertThat(failed).hasMessageContaining("bad-1 ended with exit code 7");
        assertThat(failed.lastLines()).containsExactly("all is lost");
        assertNothingLeft(lab);
    }

    @Test
    void only_a_service_on_the_network_of_the_host_may_not_listen_for_other_machines() {
        var lab = new Lab(folder);

        assertThatThrownBy(() -> lab.launch("""
                services:
                  apart: {command: python3 -m http.server 8080, expose: [8080]}
                  bare:
                    command:
                      - python3
                      - -c
                      - import socket, time; s = socket.create_server(('', 0)); open('up', 'w'); time.sleep(1000)
                    network_mode: host
                    healthcheck: {test: test -e up, interval: 500ms, timeout: 5s, retries: 60}
                """))
                .isInstanceOf(DeploymentFailed.class)
                .hasMessageStartingWith("bare-1 listens on 0.0.0.0:");
        assertNothingLeft(lab);
    }

    /** Tries to launch, and says why it could not. */
    static final class Unprivileged {

        private Unprivileged() {}

        public static void main(String[] arguments) {
            try {
                new Lab(Path.of(arguments[0])).launch("services: {a: {command: sleep 9}}");
            } catch (InvalidInput refused) {
                System.out.println(refused.getMessage());
            }
        }
    }

    @Test
    void without_the_right_to_make_networks_nothing_is_tried() {
        var lab = new Lab(folder);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String said = Lab.said(List.of(
                "setpriv",
                "--bounding-set",
                "-net_admin",
                java,
                "-cp",
                System.getProperty("java.class.path"),
                Unprivileged.class.getName(),
                folder.toString()));

        assertThat(said)
                .contains(
                        "makes networks, which takes CAP_NET_ADMIN: run the same command as root (sudo -E <command>)");
        assertNothingLeft(lab);
    }

    @Test
    void a_subnet_that_is_taken_is_told_with_the_network_that_names_it() {
        var lab = new Lab(folder);
        String yaml = """
                services: {a: {command: sleep 100}}
                networks: {default: {ipam: {config: [{subnet: 10.213.77.0/24}]}}}
                """;
        try (Deployment first = lab.launch(yaml)) {
            assertThatThrownBy(() -> lab.launch(yaml))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("The subnet 10.213.77.0/24 of the network 'default' overlaps");
            assertThat(lab.runs()).containsExactly("run-" + first.run());
        }
        assertNothingLeft(lab);
    }

    @Test
    void a_network_of_another_service_is_refused_before_anything_starts() {
        var lab = new Lab(folder);
        assertThatThrownBy(() -> lab.launch("services: {a: {command: sleep 9, network_mode: 'service:b'}}"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("'a' has network_mode 'service:b'");
        assertNothingLeft(lab);
    }

    @Test
    void a_topology_that_stands_by_half_goes_again() throws IOException {
        var lab = new Lab(folder);
        SystemDefinition system = lab.define("services: {a: {command: sleep 9}, b: {command: sleep 9}}");
        Tools real = Tools.ofThisHost();
        var broken = new Tools(real.ip(), real.nft(), Path.of("/bin/false"), real.unshare());
        var id = RunId.random(new Random());
        Topology topology = TopologyPlan.of(system, id, Routes.ofThisHost(real.ip()), new Random());
        var processes = new HostProcesses();
        Run run = Run.open(new StateFolder(lab.state()), id, processes.self());

        try {
            assertThatThrownBy(() -> new TopologySetup(topology, broken).stand(run))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("/bin/false");
            assertThat(Lab.leftOf(id)).isNotEmpty();
        } finally {
            assertThat(Removal.real(processes, Ticker.real()).of(run, List.of()))
                    .isTrue();
        }
        assertThat(Lab.leftOf(id)).isEmpty();
        assertNothingLeft(lab);
    }

    @Test
    void a_full_disk_is_told_and_leaves_nothing() throws IOException {
        var lab = new Lab(folder);
        Path small = Files.createDirectories(lab.state());
        Lab.said(List.of("mount", "-t", "tmpfs", "-o", "size=4k,mode=700", "tmpfs", small.toString()));
        try {
            assertThatThrownBy(() ->
                            lab.launch("services: {store: {image: postgres, environment: {POSTGRES_PASSWORD: p}}}"))
                    .isInstanceOf(VersusException.class)
                    .hasMessageContaining("No space left on device");
            assertNothingLeft(lab);
        } finally {
            Lab.said(List.of("umount", small.toString()));
        }
    }

    private void assertNothingLeft(Lab lab) {
        assertThat(lab.runs()).isEmpty();
        assertThat(ours()).isEqualTo(before);
    }
}
