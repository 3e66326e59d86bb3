package dev.versus.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeTest {

    @TempDir
    Path services;

    private ServiceDefinition merge(String base, String override) {
        String head = "volumes: {d: , e: }\nservices:\n  web:\n";
        return new ComposeFiles(services)
                .base(head + ("image: web\n" + base).indent(4))
                .variant(head + override.indent(4))
                .merged()
                .service("web");
    }

    @Test
    void single_values_are_replaced() {
        assertThat(merge("hostname: a\nuser: u", "hostname: b").connectivity().hostname())
                .isEqualTo("b");
        assertThat(merge("hostname: a\nuser: u", "hostname: b").program().user())
                .isEqualTo("u");
    }

    @Test
    void environment_and_labels_merge_by_key_whatever_their_syntax() {
        ServiceDefinition web =
                merge("environment: [A=1, B=2]\nlabels: {x: 1}", "environment: {B: 3, C: 4}\nlabels: [y=2]");

        assertThat(web.program().environment()).isEqualTo(Map.of("A", "1", "B", "3", "C", "4"));
        assertThat(web.labels()).isEqualTo(Map.of("x", "1", "y", "2"));
    }

    @Test
    void commands_and_tests_are_replaced() {
        ServiceDefinition web = merge(
                "command: [a, b]\nentrypoint: [x]\nhealthcheck: {test: [CMD, a, b], retries: 7}",
                "command: [c]\nentrypoint: []\nhealthcheck: {test: [CMD, c]}");

        assertThat(web.program().commandLine()).containsExactly("c");
        assertThat(web.healthcheck()).isNotNull().extracting(Healthcheck::test).isEqualTo(List.of("CMD", "c"));
        assertThat(web.healthcheck())
                .isNotNull()
                .extracting(Healthcheck::retries)
                .isEqualTo(7);
    }

    @Test
    void lists_are_appended_without_repeats() {
        ServiceDefinition web = merge(
                "expose: [1, 2]\ncap_drop: [ALL]\nports: ['1:1']\nvolumes: ['d:/d', './a:/a']",
                "expose: [2, 3]\ncap_drop: [ALL]\nports: ['1:1', '2:1']\nvolumes: ['e:/d']");

        assertThat(web.connectivity().expose()).containsExactly(1, 2, 3);
        assertThat(web.confinement().capDrop()).containsExactly("ALL");
        assertThat(web.connectivity().ports()).extracting(Port::published).containsExactly(1, 2);
        assertThat(web.storage().mounts()).extracting(Mount::target).containsExactly("/d", "/a");
        assertThat(web.storage().mounts()).extracting(Mount::source).startsWith("e");
    }

    @Test
    void dependencies_merge_by_name_whatever_their_syntax() {
        ServiceDefinition web = new ComposeFiles(services)
                .base("services: {web: {image: w, depends_on: [a]}, a: {image: a}, b: {image: b}}")
                .variant("services: {web: {depends_on: {a: {condition: service_healthy}, b: }}}")
                .merged()
                .service("web");

        assertThat(web.dependsOn())
                .containsExactly(
                        new Dependency("a", Dependency.Condition.HEALTHY),
                        new Dependency("b", Dependency.Condition.STARTED));
    }

    @Test
    void options_of_a_log_driver_merge_unless_the_driver_changes() {
        String base = "logging: {driver: json-file, options: {max-size: 1m}}";

        assertThat(merge(base, "logging: {options: {max-file: 2}}").logging())
                .isEqualTo(new Logging("json-file", Map.of("max-size", "1m", "max-file", "2")));
        assertThat(merge(base, "logging: {driver: none}").logging()).isEqualTo(new Logging("none", Map.of()));
    }

    @Test
    void reset_takes_a_value_out_and_override_replaces_it() {
        ServiceDefinition web = merge(
                "hostname: a\nports: ['1:1']\nexpose: [1, 2]\nenvironment: {A: 1, B: 2}",
                "hostname: !reset null\nports: !reset []\nexpose: !override [3]\nenvironment: {A: !reset null}");

        assertThat(web.connectivity().hostname()).isNull();
        assertThat(web.connectivity().ports()).isEmpty();
        assertThat(web.connectivity().expose()).containsExactly(3);
        assertThat(web.program().environment()).isEqualTo(Map.of("B", "2"));
    }

    @Test
    void an_override_may_add_a_service() {
        SystemDefinition system = new ComposeFiles(services)
                .base("services: {web: {image: w}}")
                .variant("services: {db: {image: d}}")
                .merged();

        assertThat(system.services()).extracting(ServiceDefinition::name).isEqualTo(List.of("web", "db"));
        assertThat(system.variant()).isEqualTo("other");
    }
}
