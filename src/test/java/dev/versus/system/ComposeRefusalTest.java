package dev.versus.system;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.versus.InvalidInput;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeRefusalTest {

    @TempDir
    Path services;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "comand: run | line 4 | 'comand' is not supported in a service; did you mean 'command'?",
                "privileged: true | line 4 | supported: build, cap_add",
                "ports: ['0:70000'] | line 4 | should be a port from 1 to 65535",
                "ports: ['8000-8010:80'] | line 4 | is no port",
                "ports: [{target: 80, mode: host}] | line 4 | 'mode' is not supported in a port",
                "expose: [-1] | line 4 | not negative",
                "deploy: {replicas: -2} | line 4 | whole number that is not negative",
                "deploy: {replicas: 0} | line 2 | at least 1",
                "deploy: {replicas: two} | line 4 | 'replicas' should be a whole number",
                "cpus: -1 | line 4 | 'cpus' should be a number that is not negative",
                "mem_limit: lots | line 4 | a size such as 512m",
                "stop_grace_period: 10 | line 4 | a duration such as",
                "healthcheck: {test: [RUN, x]} | line 4 | 'test' should be [CMD",
                "healthcheck: {test: [CMD, x], retries: 1.5} | line 4 | 'retries'",
                "init: perhaps | line 4 | true or false",
                "depends_on: [db] | line 4 | 'depends_on' names 'db', which the file does not define",
                "depends_on: {web: {condition: done}} | line 4 | service_started or service_healthy",
                "networks: [back] | line 4 | 'networks' names 'back'",
                "volumes: ['data:/data'] | line 4 | 'volumes' names 'data'",
                "volumes: ['data'] | line 4 | is no volume",
                "command: run 'it | line 4 | never closes",
                "environment: 7 | line 4 | a mapping is expected here",
                "image: other | line 4 | stands twice",
                "labels: {a: !secret b} | line 4 | !secret is not supported",
                "networks: {default: }\\nnetwork_mode: host | line 5 | exclude each other",
                "image2: ${A | line 4 | opens '${' and never closes",
                "working_dir: ${DIR:?the folder} | line 4 | DIR is required and not set (the folder)"
            })
    void what_is_wrong_is_told_with_its_line(String body, String line, String sentence) {
        assertThatThrownBy(() -> ComposeFiles.web(services, body.replace("\\n", "\n")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("compose.yaml, " + line)
                .hasMessageContaining(sentence);
    }

    @Test
    void broken_yaml_is_told_with_line_and_column() {
        assertThatThrownBy(() ->
                        new ComposeFiles(services).base("services:\n  web: [\n").read())
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("compose.yaml, line 3, column 1: not valid YAML");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'' | is empty", "just text | should be a mapping", "name: x | has no services"})
    void a_file_without_services_is_refused(String yaml, String sentence) {
        assertThatThrownBy(() -> new ComposeFiles(services).base(yaml).read())
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "services: {../up: {image: a}} | '../up' is no name of a service",
                "{services: {web: {image: a}}, volumes: {../../etc: }} | '../../etc' is no name of a volume",
                "{services: {web: {image: a}}, networks: {'a b; c': }} | 'a b; c' is no name of a network"
            })
    void a_name_that_would_be_more_than_a_name_is_refused(String yaml, String sentence) {
        assertThatThrownBy(() -> new ComposeFiles(services).base(yaml).read())
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("compose.yaml, line 1")
                .hasMessageContaining(sentence);
    }

    @Test
    void a_service_that_nothing_can_run_is_refused() {
        assertThatThrownBy(() -> new ComposeFiles(services)
                        .base("services: {web: {init: true}}")
                        .read())
                .hasMessageContaining("'web' has no image, no build and no command");
    }

    @Test
    void a_circle_is_named() {
        var files = new ComposeFiles(services).base("""
                services:
                  a: {image: a, depends_on: [b]}
                  b: {image: b, depends_on: [c]}
                  c: {image: c, depends_on: [b]}
                """);

        assertThatThrownBy(files::read).isInstanceOf(InvalidInput.class).hasMessageContaining("b -> c -> b");
    }

    @ParameterizedTest
    @CsvSource({"..", "''", "'shop\\..'", "a b"})
    void what_is_neither_a_name_nor_a_path_is_refused(String name) {
        assertThatThrownBy(() -> SystemDefinition.read(services, name, null))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("is no name of a system");
    }

    @ParameterizedTest
    @CsvSource({"nowhere/", "nowhere.yaml", "/etc", "./"})
    void a_path_without_a_compose_file_is_refused(String path) {
        assertThatThrownBy(() -> SystemDefinition.read(services, path, null))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("There is no Compose file at /")
                .hasMessageContaining("or of a folder with compose.yaml");
    }

    @ParameterizedTest
    @CsvSource({"../shop", "/etc", "a/b", "..", "''", "'shop\\..'"})
    void a_variant_with_a_path_in_it_is_refused(String name) {
        new ComposeFiles(services).base("services: {web: {image: w}}");

        assertThatThrownBy(() -> SystemDefinition.read(services, "shop", name))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("is no name of a variant");
    }

    @Test
    void an_unknown_system_or_variant_lists_those_that_are() {
        new ComposeFiles(services).base("services: {web: {image: w}}").variant("services: {}");

        assertThatThrownBy(() -> SystemDefinition.read(services, "shoop", null))
                .isInstanceOf(InvalidInput.class)
                .hasMessageEndingWith("systems: shop.");
        assertThatThrownBy(() -> SystemDefinition.read(services, "shop", "odd"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageEndingWith("variants: other.");
    }

    @Test
    void an_unknown_service_lists_those_that_are() {
        SystemDefinition system = ComposeFiles.single(services, "init: true");

        assertThatThrownBy(() -> system.service("db"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageEndingWith("it has web.");
    }

    @Test
    void a_complaint_about_the_override_names_the_override() {
        var files = new ComposeFiles(services)
                .base("services: {web: {image: w}}")
                .variant("services:\n  web:\n    prots: []\n");

        assertThatThrownBy(files::merged)
                .hasMessageContaining("compose.other.yaml, line 3")
                .hasMessageContaining("'ports'");
    }
}
