package dev.versus.system;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.versus.InvalidInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectNameTest {

    private static final String COMPOSE = """
            name: Market
            services:
              web:
                image: ${COMPOSE_PROJECT_NAME}-web
                build: {context: ., args: {NAME: $COMPOSE_PROJECT_NAME}}
                command: serve --as ${COMPOSE_PROJECT_NAME:-shop}
                environment:
                  SHARED: /dev/shm/${COMPOSE_PROJECT_NAME:?}
                  GIVEN: ${COMPOSE_PROJECT_NAME:+yes}
                  LITERAL: $${COMPOSE_PROJECT_NAME}
                  COMPOSE_PROJECT_NAME:
                healthcheck: {test: "check ${COMPOSE_PROJECT_NAME}"}
                labels: ["of=${COMPOSE_PROJECT_NAME}", "${COMPOSE_PROJECT_NAME}.named=yes"]
                x-note: ${COMPOSE_PROJECT_NAME}
                tmpfs: /run/${COMPOSE_PROJECT_NAME}
            """;

    @TempDir
    Path services;

    private SystemDefinition read(Map<String, String> variables) {
        return new ComposeFiles(services).base(COMPOSE).read(variables);
    }

    @Test
    void it_is_the_deployments_own_whatever_the_environment_says() {
        SystemDefinition system =
                read(Map.of("COMPOSE_PROJECT_NAME", "of-the-user")).deployedAs("versus-a1b2c3d4");

        ServiceDefinition web = system.service("web");
        assertThat(system.name()).isEqualTo("shop");
        assertThat(web.program().command()).containsExactly("serve", "--as", "versus-a1b2c3d4");
        assertThat(web.program().environment())
                .containsEntry("SHARED", "/dev/shm/versus-a1b2c3d4")
                .containsEntry("GIVEN", "yes")
                .containsEntry("LITERAL", "${COMPOSE_PROJECT_NAME}")
                .containsEntry("COMPOSE_PROJECT_NAME", "versus-a1b2c3d4");
        assertThat(requireNonNull(web.healthcheck())).isNotNull();
        assertThat(requireNonNull(web.healthcheck()).test()).containsExactly("CMD-SHELL", "check versus-a1b2c3d4");
        assertThat(web.labels()).containsEntry("of", "versus-a1b2c3d4").containsEntry("versus-a1b2c3d4.named", "yes");
        assertThat(web.storage().tmpfs()).isEqualTo(List.of("/run/versus-a1b2c3d4"));
    }

    @Test
    void what_is_built_has_the_systems_name_and_is_the_same_for_all_deployments() {
        ServiceDefinition web = read(Map.of()).deployedAs("versus-a1b2c3d4").service("web");

        assertThat(web.image()).isEqualTo("market-web");
        assertThat(requireNonNull(web.build())).isNotNull();
        assertThat(requireNonNull(web.build()).args()).containsEntry("NAME", "market");
    }

    @Test
    void a_definition_is_equal_for_all_deployments() {
        assertThat(read(Map.of("COMPOSE_PROJECT_NAME", "one"))).isEqualTo(read(Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: ${COMPOSE_PROJECT_NAME:-shop} | name",
                "services: {web: {image: a, user: $COMPOSE_PROJECT_NAME}} | services.web.user",
                "services: {web: {build: {target: $COMPOSE_PROJECT_NAME}}} | services.web.build.target",
                "services: {web: {image: a, networks: [$COMPOSE_PROJECT_NAME]}} | services.web.networks",
                "services: {web: {image: a, cap_add: [$COMPOSE_PROJECT_NAME]}} | services.web.cap_add",
                "services: {web: {image: a, healthcheck: {interval: $COMPOSE_PROJECT_NAME}}}"
                        + " | services.web.healthcheck.interval",
                "volumes: {a: {driver: $COMPOSE_PROJECT_NAME}} | volumes.a.driver"
            })
    void where_no_deployment_replaces_it_it_is_refused(String yaml, String key) {
        assertThatThrownBy(() -> new ComposeFiles(services).base(yaml).read())
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("compose.yaml, line 1: '" + key + "' uses the variable COMPOSE_PROJECT_NAME")
                .hasMessageEndingWith("write a text without it.");
    }
}
