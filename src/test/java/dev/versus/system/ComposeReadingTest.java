package dev.versus.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.system.Connectivity.Attachment;
import dev.versus.system.Dependency.Condition;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeReadingTest {

    @TempDir
    Path services;

    @Test
    void a_command_in_one_text_is_split_as_a_shell_does() {
        ServiceDefinition web = ComposeFiles.web(services, "command: run --name \"a b\" 'c d' e\\ f");

        assertThat(web.program().command()).containsExactly("run", "--name", "a b", "c d", "e f");
    }

    @Test
    void environment_may_be_a_list_or_a_mapping() {
        String list = "environment:\n  - A=1\n  - B=x=y\n  - C";
        String mapping = "environment: {A: 1, B: 'x=y', C: }";

        assertThat(ComposeFiles.web(services, list).program().environment()).isEqualTo(Map.of("A", "1", "B", "x=y"));
        assertThat(ComposeFiles.web(services, mapping).program().environment()).isEqualTo(Map.of("A", "1", "B", "x=y"));
    }

    @Test
    void a_word_may_be_a_variable_without_quotes() {
        assertThat(ComposeFiles.web(services, "command:\n  - ${PYTHON:-python3}\n  - ${NONE}\n  - -V")
                        .program()
                        .command())
                .containsExactly("python3", "", "-V");
    }

    @Test
    void a_variable_without_a_value_takes_the_one_of_the_process() {
        var files = new ComposeFiles(services).base("services: {web: {image: w, environment: [TOKEN]}}");

        assertThat(files.read(Map.of("TOKEN", "t")).services().get(0).program().environment())
                .containsEntry("TOKEN", "t");
    }

    @ParameterizedTest
    @CsvSource({
        "8080, null null 8080/tcp",
        "8001:8002, null 8001 8002/tcp",
        "127.0.0.1:8001:8002, 127.0.0.1 8001 8002/tcp",
        "127.0.0.1::8002, 127.0.0.1 null 8002/tcp",
        "[::1]:8001:8002, [::1] 8001 8002/tcp",
        "53:53/udp, null 53 53/udp"
    })
    void ports_have_short_forms(String text, String expected) {
        Port port = ComposeFiles.web(services, "ports: [\"" + text + "\"]")
                .connectivity()
                .ports()
                .get(0);

        assertThat(port.hostAddress() + " " + port.published() + " " + port.target() + "/" + port.protocol())
                .isEqualTo(expected);
    }

    @Test
    void a_port_has_a_long_form() {
        ServiceDefinition web = ComposeFiles.web(
                services, "ports:\n  - {target: 80, published: '8080', host_ip: 127.0.0.1, protocol: tcp}");

        assertThat(web.connectivity().ports()).containsExactly(new Port(80, 8080, "127.0.0.1", "tcp"));
    }

    @Test
    void declared_ports_are_the_published_and_then_the_exposed_ones() {
        ServiceDefinition web = ComposeFiles.web(services, "ports: ['1:8002', '9/udp']\nexpose: [8001, '8002']");

        assertThat(web.declaredPorts()).containsExactly(8002, 8001);
    }

    @Test
    void volumes_have_short_and_long_forms() {
        var files = new ComposeFiles(services).base("""
                services:
                  web:
                    image: web
                    volumes:
                      - ./data:/data:ro
                      - named:/var
                      - /scratch
                      - {type: bind, source: ./x, target: /x}
                volumes:
                  named:
                """);
        String folder = files.folder().toString();

        assertThat(files.read().services().get(0).storage().mounts())
                .containsExactly(
                        new Mount(Mount.Type.BIND, folder + "/data", "/data", true),
                        new Mount(Mount.Type.VOLUME, "named", "/var", false),
                        new Mount(Mount.Type.VOLUME, null, "/scratch", false),
                        new Mount(Mount.Type.BIND, folder + "/x", "/x", false));
    }

    @Test
    void a_healthcheck_has_composes_defaults() {
        ServiceDefinition web = ComposeFiles.web(services, "healthcheck: {test: curl -f http://localhost/}");

        assertThat(web.healthcheck())
                .isEqualTo(new Healthcheck(
                        List.of("CMD-SHELL", "curl -f http://localhost/"),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30),
                        3,
                        Duration.ZERO,
                        Duration.ofSeconds(5)));
    }

    @Test
    void a_healthcheck_bounds_the_wait() {
        ServiceDefinition web = ComposeFiles.web(
                services,
                "healthcheck: {test: [CMD, x], interval: 1s, timeout: 500ms, retries: 4, start_period: 1m30s}");

        assertThat(web.healthcheck())
                .isNotNull()
                .extracting(Healthcheck::patience)
                .isEqualTo(Duration.ofSeconds(96));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"healthcheck: {disable: true}", "healthcheck: {test: [NONE]}", "labels: {}"})
    void a_healthcheck_may_be_none(String body) {
        assertThat(ComposeFiles.web(services, body).healthcheck()).isNull();
    }

    @Test
    void dependencies_in_a_list_ask_for_a_start_and_in_a_mapping_for_what_they_say() {
        SystemDefinition system = new ComposeFiles(services).base("""
                services:
                  a: {image: a, depends_on: [b]}
                  b: {image: b, depends_on: {c: {condition: service_healthy}}}
                  c: {image: c}
                """).read();
        assertThat(system.service("a").dependsOn()).containsExactly(new Dependency("b", Condition.STARTED));
        assertThat(system.service("b").dependsOn()).containsExactly(new Dependency("c", Condition.HEALTHY));
    }

    @Test
    void networks_come_with_aliases_and_a_default_one_where_none_is_named() {
        SystemDefinition system = new ComposeFiles(services).base("""
                services:
                  a: {image: a, networks: {back: {aliases: [store]}}}
                  b: {image: b}
                networks:
                  back: {internal: true, ipam: {config: [{subnet: 10.9.0.0/24}]}}
                """).read();
        assertThat(system.service("a").connectivity().networks())
                .containsExactly(new Attachment("back", List.of("store")));
        assertThat(system.networks())
                .containsExactly(
                        new NetworkDefinition("back", true, null, List.of("10.9.0.0/24"), false),
                        new NetworkDefinition("default", false, null, List.of(), false));
    }

    @Test
    void limits_come_from_deploy_or_from_the_service() {
        var expected = new Limits(new BigDecimal("0.50"), new DataSize(256L << 20));
        String deploy = "deploy: {replicas: 3, resources: {limits: {cpus: '0.50', memory: 256M}}}";

        assertThat(ComposeFiles.web(services, deploy).limits()).isEqualTo(expected);
        assertThat(ComposeFiles.web(services, deploy).replicas()).isEqualTo(3);
        assertThat(ComposeFiles.web(services, "cpus: 0.50\nmem_limit: 256m").limits())
                .isEqualTo(expected);
    }

    @Test
    void extensions_anchors_and_merge_keys_are_understood() {
        SystemDefinition system = new ComposeFiles(services).base("""
                x-common: &common
                  image: shared
                  init: true
                services:
                  web:
                    <<: *common
                    image: own
                    x-note: anything
                """).read();
        assertThat(system.service("web").image()).isEqualTo("own");
        assertThat(system.service("web").lifecycle().init()).isTrue();
    }

    @Test
    void a_compose_file_may_be_given_by_its_path() {
        Path folder = new ComposeFiles(services)
                .base("name: mine\nservices: {web: {image: w}}")
                .folder();

        SystemDefinition system =
                SystemDefinition.readFile(folder.resolve("compose.yaml"), List.of(), Interpolation.ofProcess());

        assertThat(system.name()).isEqualTo("mine");
        assertThat(system.folder()).isEqualTo(folder);
    }

    @ParameterizedTest
    @CsvSource({"compose.yaml, true", "docker-compose.yml, true", "stack.yaml, false"})
    void a_system_may_be_given_by_the_path_of_its_folder_or_its_file(String file, boolean byFolder) throws IOException {
        Path folder = Files.createDirectories(services.resolve("My System"));
        Files.writeString(folder.resolve(file), "services: {web: {image: w}}");
        Files.writeString(folder.resolve("compose.other.yaml"), "services: {web: {image: o}}");
        String path = (byFolder ? folder : folder.resolve(file)).toString();
        SystemDefinition system = SystemDefinition.read(Path.of("elsewhere"), path, "other");
        assertThat(system.name()).isEqualTo("my-system");
        assertThat(system.variant()).isEqualTo("other");
        assertThat(system.folder()).isEqualTo(folder);
        assertThat(system.service("web").image()).isEqualTo("o");
    }

    @Test
    void the_start_order_has_levels() {
        SystemDefinition system = new ComposeFiles(services).base("""
                services:
                  gateway: {image: g, depends_on: [order, product]}
                  order: {image: o, depends_on: [db]}
                  product: {image: p, depends_on: [db, cache]}
                  db: {image: d}
                  cache: {image: c}
                """).read();
        assertThat(system.startOrder())
                .extracting(level ->
                        level.stream().map(ServiceDefinition::name).toList().toString())
                .containsExactly("[db, cache]", "[order, product]", "[gateway]");
    }
}
