package dev.versus.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.environment.HostProcesses;
import dev.versus.environment.Run;
import dev.versus.environment.RunId;
import dev.versus.environment.StateFolder;
import dev.versus.environment.host.Loopback;
import dev.versus.environment.image.Image;
import dev.versus.system.Interpolation;
import dev.versus.system.SystemDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What containers are told on the network of the host, where only ports tell them apart. */
class HostNetworkTest {

    private static final Image IMAGE = new Image(
            "sha256:00",
            "any",
            Optional.empty(),
            new Image.Setup(
                    List.of("entrypoint"),
                    List.of("redis-server"),
                    Map.of(),
                    "",
                    "",
                    List.of(),
                    List.of(),
                    Optional.empty()));

    @TempDir
    Path folder;

    private SystemDefinition system;
    private HostNetwork network;
    private Loopback site;

    @BeforeEach
    void define() throws IOException {
        Files.writeString(folder.resolve("nginx.conf"), "pid /tmp/x; http { listen 80; proxy_pass http://web:8080; }");
        Path compose = Files.writeString(folder.resolve("compose.yaml"), """
                services:
                  web:
                    image: web
                    command: [serve, --port, '8080']
                    environment: {CACHE: 'redis://cache:6379'}
                    ports: ['8080']
                    networks: [front]
                    hostname: web
                    healthcheck: {test: 'curl -f http://localhost:8080/health'}
                    deploy: {replicas: 2}
                  cache: {image: 'redis:8.2', healthcheck: {test: [CMD, redis-cli, ping]}}
                  proxy: {image: 'nginx:1.28', volumes: ['./nginx.conf:/etc/nginx/nginx.conf:ro']}
                networks: {front: {}}
                """);
        system = SystemDefinition.readFile(compose, List.of(), new Interpolation(Map.of()));
        site = Loopback.of(system, Map.of(), new Random(1));
        var run = Run.open(
                new StateFolder(folder.resolve("state")), RunId.random(new Random()), new HostProcesses().self());
        network = new HostNetwork(site, run);
    }

    private List<ContainerReplica> replicas(String service) {
        return network.replicas(system.service(service), IMAGE);
    }

    private int port(String service, int number, int of) {
        return site.replicas(system.service(service)).get(number - 1).ports().getOrDefault(of, 0);
    }

    @Test
    void each_replica_has_a_port_of_its_own_and_no_network() {
        List<ContainerReplica> web = replicas("web");
        assertThat(web).hasSize(2).allMatch(ContainerReplica::isOnHostNetwork);
        assertThat(web.get(1).firstPort()).contains(port("web", 2, 8080));
        assertThat(web.get(0).firstPort()).isNotEqualTo(web.get(1).firstPort());
        assertThat(web.get(1).published()).isEmpty();
        assertThat(web.get(1).service().connectivity().networks()).isEmpty();
        assertThat(web.get(1).service().connectivity().hostname()).isNull();
    }

    @Test
    void what_it_is_told_is_reworded() {
        var service = replicas("web").get(1).service();
        String own = String.valueOf(port("web", 2, 8080));
        assertThat(service.program().commandLine()).containsExactly("serve", "--port", own);
        assertThat(service.program().environment())
                .containsEntry("CACHE", "redis://127.0.0.1:" + port("cache", 1, 6379));
        assertThat(service.healthcheck())
                .isNotNull()
                .satisfies(
                        check -> assertThat(check.test()).last().asString().contains("127.0.0.1:" + own + "/health"));
    }

    @Test
    void an_engine_of_its_own_kind_is_told_its_port_by_options_and_asked_by_it() {
        var service = replicas("cache").get(0).service();
        String own = String.valueOf(port("cache", 1, 6379));
        assertThat(service.program().commandLine())
                .containsExactly("redis-server", "--bind", "127.0.0.1", "--port", own);
        assertThat(service.healthcheck()).isNull();
    }

    @Test
    void a_configuration_of_nginx_is_mounted_reworded_and_else_as_it_is() {
        var mount = replicas("proxy").get(0).service().storage().mounts().get(0);
        assertThat(mount.target()).isEqualTo("/etc/nginx/nginx.conf");
        assertThat(mount.readOnly()).isTrue();
        assertThat(Path.of(String.valueOf(mount.source())))
                .hasContent("pid /tmp/x; http { listen 127.0.0.1:" + port("proxy", 1, 80)
                        + "; proxy_pass http://127.0.0.1:" + port("web", 1, 8080) + "; }");
    }
}
