package dev.versus.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartOfASystemTest {

    @TempDir
    Path services;

    @Test
    void some_services_come_with_what_they_depend_on_and_without_the_rest() {
        SystemDefinition all = new ComposeFiles(services).base("""
                        services:
                          web: {image: w, depends_on: [api]}
                          api: {image: a, depends_on: [store]}
                          store: {image: s}
                          other: {image: o, depends_on: [store]}
                        """).read();

        assertThat(all.only(List.of("api")).services())
                .extracting(ServiceDefinition::name)
                .containsExactly("api", "store");
        assertThat(all.only(List.of())).isSameAs(all);
        assertThatThrownBy(() -> all.only(List.of("nix"))).hasMessageContaining("has no service 'nix'");
    }
}
