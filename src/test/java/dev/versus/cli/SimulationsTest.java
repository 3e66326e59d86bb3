package dev.versus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.versus.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationsTest {

    private static final Simulations KNOWN = new Simulations(new TreeSet<>(Set.of("a.Quickstart", "b.Load", "c.Load")));

    @Test
    void a_simulation_is_found_by_its_name_alone() {
        assertThat(KNOWN.named("Quickstart")).isEqualTo("a.Quickstart");
    }

    @Test
    void a_simulation_is_found_by_its_whole_name() {
        assertThat(KNOWN.named("b.Load")).isEqualTo("b.Load");
    }

    @Test
    void a_name_that_there_is_not_gets_those_that_there_are() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> KNOWN.named("Quickstrat"))
                .withMessage("There is no simulation 'Quickstrat'; there are: Quickstart, Load, Load.");
    }

    @Test
    void a_name_of_two_gets_both() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> KNOWN.named("Load"))
                .withMessage("Several simulations are called 'Load'; there are: b.Load, c.Load.");
    }

    @Test
    void only_public_classes_that_extend_another_are_simulations(@TempDir Path project) throws IOException {
        Path sources = Files.createDirectories(project.resolve("src/gatling/java/some/where"));
        Files.writeString(
                sources.resolve("Fast.java"), "package some.where;\n\npublic final class Fast extends Versus {\n}\n");
        Files.writeString(
                sources.resolve("Base.java"), "package some.where;\n\nabstract class Base extends Versus {\n}\n");
        assertThat(Simulations.of(project).classes()).containsExactly("some.where.Fast");
    }

    @Test
    void those_of_this_project_are_found() {
        assertThat(Simulations.of(Path.of("")).classes())
                .contains("dev.versus.simulations.Quickstart", "dev.versus.simulations.LoadFixedRequests")
                .doesNotContain("dev.versus.simulations.Load");
    }
}
