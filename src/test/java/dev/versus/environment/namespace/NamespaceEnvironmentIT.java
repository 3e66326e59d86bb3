package dev.versus.environment.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.versus.InvalidInput;
import dev.versus.environment.Deployment;
import dev.versus.environment.Environments;
import dev.versus.environment.Reach;
import dev.versus.environment.RunningService;
import dev.versus.environment.fingerprint.Fingerprinting;
import dev.versus.linux.Cgroup;
import dev.versus.linux.Cgroups;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class NamespaceEnvironmentIT {

    private static final String FOUR_WAYS = """
            services:
              front: {command: sleep 1000, hostname: face, networks: [outer, inner]}
              back:
                image: redis:8
                networks: {inner: {aliases: [store]}}
                deploy: {replicas: 2}
              apart: {command: sleep 1000, network_mode: none}
              bare: {command: sleep 1000, network_mode: host}
            networks:
              outer: {}
              inner: {internal: true}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void assumeNamespaces() {
        Lab.assumeNamespaces();
    }

    @Test
    void services_find_one_another_by_name_and_alias_on_their_networks() {
        try (Deployment deployment = new Lab(folder).launch(FOUR_WAYS)) {
            List<URI> back = deployment.addresses("back");
            Set<String> addresses = back.stream().map(URI::getHost).collect(Collectors.toSet());

            assertThat(addresses).hasSize(2);
            assertThat(back).allSatisfy(address -> assertThat(address).hasPort(6379));
            assertThat(deployment.addresses("back", Reach.SERVICE_ADDRESS)).isEqualTo(back);
            assertThat(resolved(deployment, "back")).isEqualTo(addresses);
            assertThat(resolved(deployment, "store")).isEqualTo(addresses);
            assertThat(resolved(deployment, "back-2"))
                    .containsExactly(back.get(1).getHost());
            assertThat(ask(deployment, "front", "hostname")).isEqualTo("face");
            assertThat(ask(deployment, "back", "hostname")).isEqualTo("back-1");
        }
    }

    @Test
    void a_service_has_the_network_that_it_asks_for() {
        try (Deployment deployment = new Lab(folder).launch(FOUR_WAYS)) {
            assertThat(devices(deployment, "front")).containsExactly("eth0", "eth1", "lo");
            assertThat(devices(deployment, "apart")).containsExactly("lo");
            assertThat(ask(deployment, "bare", "readlink", "/proc/self/ns/net"))
                    .isEqualTo(Lab.said("readlink /proc/self/ns/net").strip());
            assertThatThrownBy(() -> deployment.addresses("front", Reach.PUBLISHED_PORT))
                    .isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void a_replica_that_is_killed_has_an_end() {
        try (Deployment deployment = new Lab(folder).launch("services: {a: {command: sleep 1000}}")) {
            RunningService killed = service(deployment, "a");
            assertThat(deployment.end(killed)).isEmpty();
            ProcessHandle.of(killed.process().orElseThrow().pid()).ifPresent(ProcessHandle::destroyForcibly);

            assertThat(eventually(() -> deployment.end(killed).isPresent())).isTrue();
            assertThat(deployment.end(killed)).contains("ended with exit code 137");
        }
    }

    @Test
    void a_service_that_is_started_anew_has_its_address_again() {
        try (Deployment deployment = new Lab(folder).launch(FOUR_WAYS)) {
            List<URI> before = deployment.addresses("back");
            long pid = service(deployment, "back").process().orElseThrow().pid();

            deployment.restart("back");

            assertThat(deployment.addresses("back")).isEqualTo(before);
            assertThat(service(deployment, "back").process().orElseThrow().pid())
                    .isNotEqualTo(pid);
        }
    }

    @Test
    void two_runs_at_once_do_not_disturb_each_other() {
        try (Deployment one = new Lab(folder).launch(FOUR_WAYS)) {
            new Lab(folder).launch(FOUR_WAYS).close();
            assertThat(one.health(service(one, "back")).healthy()).isTrue();
            assertThat(resolved(one, "back")).hasSize(2);
        }
    }

    @Test
    void closing_leaves_nothing_and_may_be_repeated() {
        var lab = new Lab(folder);
        Deployment deployment = lab.launch(FOUR_WAYS);
        assertThat(Lab.leftOf(deployment.run())).hasSizeGreaterThan(10);

        deployment.close();
        deployment.close();

        assertThat(Lab.leftOf(deployment.run())).isEmpty();
        assertThat(lab.runs()).isEmpty();
    }

    @Test
    void limits_of_cpu_and_memory_hold() {
        try (Deployment deployment = new Lab(folder).launch("""
                services:
                  busy:
                    command: sh -c 'while :; do :; done'
                    deploy: {resources: {limits: {cpus: '0.2', memory: 64M}}}
                  hungry:
                    command: >-
                      sh -c 'python3 -c "bytearray(400 << 20)"; echo "ended with $$?"; sleep 1000'
                    deploy: {resources: {limits: {memory: 64M}}}
                """)) {
            long busy = service(deployment, "busy").process().orElseThrow().pid();
            Cgroup cpu = Cgroups.ofThisHost().of(busy, "cpu").orElseThrow();
            var limits = Fingerprinting.of(deployment).get("busy");

            assertThat(limits).containsEntry("limit.cpu", "0.2").containsEntry("limit.memory", "64 MiB");
            assertThat(eventually(() -> cpu.number("cpu.stat", "nr_throttled").orElse(0) > 0))
                    .as("it is held back")
                    .isTrue();
            Path log = deployment.logs().resolve("hungry-1.log");
            assertThat(eventually(() -> log.toFile().length() > 0)).isTrue();
            assertThat(log).content().contains("ended with 137");
        }
    }

    @Test
    void what_a_fingerprint_tells_is_the_same_for_two_launches() {
        var lab = new Lab(folder);
        try (Deployment one = lab.launch(FOUR_WAYS);
                Deployment other = lab.launch(FOUR_WAYS)) {
            assertThat(Fingerprinting.of(one)).isEqualTo(Fingerprinting.of(other));
            assertThat(Fingerprinting.of(one).get("front"))
                    .containsEntry("isolation.network", "own")
                    .containsEntry("isolation.mtu", "1500")
                    .containsEntry("isolation.file-system", "the host's");
        }
    }

    @Test
    void it_is_found_by_its_name() {
        assertThat(Environments.named("namespace")).isInstanceOf(NamespaceEnvironment.class);
    }

    private interface Question {
        boolean isSo();
    }

    private static boolean eventually(Question question) {
        for (int i = 0; i < 100; i++) {
            if (question.isSo()) {
                return true;
            }
            pause();
        }
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static RunningService service(Deployment deployment, String name) {
        return deployment.services().stream()
                .filter(service -> service.service().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String ask(Deployment deployment, String service, String... command) {
        return deployment
                .ask(service(deployment, service), List.of(command))
                .orElseThrow()
                .strip();
    }

    private static Set<String> resolved(Deployment deployment, String name) {
        return ask(deployment, "front", "getent", "ahostsv4", name)
                .lines()
                .map(line -> line.split(" ", 2)[0])
                .collect(Collectors.toSet());
    }

    private static List<String> devices(Deployment deployment, String service) {
        return ask(deployment, service, "ls", "/sys/class/net").lines().toList();
    }
}
