package dev.versus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.gatling.Versus;
import dev.versus.report.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The public API changes only when somebody means it to. */
class PublicApiTest {

    private static final Path SURFACE = Path.of("docs/api-surface.txt");
    private static final Path PAGE = Path.of("docs/api.md");
    private static final String ACCEPT = "; if it is meant, run PublicApiTest with -Dversus.golden=write";

    @BeforeAll
    static void accept() throws IOException {
        if ("write".equals(System.getProperty("versus.golden"))) {
            Golden.assertSame(SURFACE, String.join("\n", ApiSurface.lines()) + "\n");
        }
    }

    @Test
    void nothing_of_it_is_gone_or_changed() throws IOException {
        assertThat(missing(Files.readAllLines(SURFACE), ApiSurface.lines()))
                .as("members whose loss breaks simulations of others" + ACCEPT)
                .isEmpty();
    }

    @Test
    void nothing_was_added_unnoticed() throws IOException {
        assertThat(missing(ApiSurface.lines(), Files.readAllLines(SURFACE)))
                .as("additions" + ACCEPT)
                .isEmpty();
    }

    @Test
    void the_page_names_each_of_its_types() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(ApiSurface.types())
                .hasSizeGreaterThan(20)
                .contains(Versus.class)
                .allSatisfy(type -> assertThat(page).contains("`" + type.getSimpleName() + "`"));
    }

    @Test
    void what_cannot_be_named_outside_is_seen_where_it_is_inherited() {
        assertThat(ApiSurface.lines()).anyMatch(line -> line.contains("TargetMetrics.throughput("));
    }

    private static List<String> missing(List<String> before, List<String> after) {
        var missing = new ArrayList<>(before);
        missing.removeAll(after);
        return missing;
    }
}
