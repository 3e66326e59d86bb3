package dev.versus.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.versus.InvalidInput;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Compose files that ask for more than a machine has: each is refused at once, with its line and a way to mend it. */
@Timeout(20)
class HostileComposeTest {

    private static final String WEB = "services: {web: {image: w}}\n";

    @TempDir
    Path services;

    private AbstractThrowableAssert<?, ?> refused(String yaml) {
        return assertThatThrownBy(() -> new ComposeFiles(services).base(yaml).read())
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("compose.yaml");
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.rangeClosed(1, count).mapToObj(line).collect(Collectors.joining());
    }

    /** Thirty anchors, each of which names the one before in the given way. */
    private static String anchors(String first, String way) {
        return "x-1: &a1 " + first + "\n"
                + lines(30, n -> "x-%d: &a%d %s\n".formatted(n + 1, n + 1, way.replace("*a", "*a" + n)));
    }

    @Test
    void aliases_of_aliases_that_never_end_are_refused() {
        refused(WEB + anchors("{a: 1, b: 2}", "{a: *a, b: *a}"))
                .hasMessageContaining("line 15: there are more than 100,000 values up to here");
    }

    @Test
    void lists_of_aliases_are_counted_too() {
        refused(WEB + anchors("[1, 2]", "[*a, *a]")).hasMessageContaining("100,000 values");
    }

    @Test
    void merges_of_merges_are_counted_too() {
        refused(WEB + anchors("{a: 1}", "{b: 1, <<: [*a, *a]}")).hasMessageContaining("100,000 values");
    }

    @Test
    void many_plain_values_are_refused() {
        refused(WEB + "x-list: [" + "1,".repeat(100_000) + "]").hasMessageContaining("100,000 values");
    }

    @Test
    void an_anchor_that_is_often_named_is_allowed() {
        String yaml =
                "x-limits: &limits {cpus: 1}\nservices:\n" + lines(200, n -> "  s" + n + ": {image: w, <<: *limits}\n");

        assertThat(new ComposeFiles(services).base(yaml).read().services()).hasSize(200);
    }

    @Test
    void deep_nesting_is_refused_where_it_is_too_deep() {
        refused(WEB + "x-deep: " + "[".repeat(200_000))
                .hasMessageContaining("line 2: mappings and lists are nested deeper than 100");
    }

    @Test
    void nesting_by_aliases_counts_as_nesting() {
        refused(WEB + anchors("[1]", "[[[[*a]]]]")).hasMessageContaining("nested deeper than 100");
    }

    @Test
    void an_anchor_that_contains_itself_is_refused() {
        refused(WEB + "x-self: &self\n  again: [*self]\n")
                .hasMessageContaining("line 3: an anchor may not contain itself; take the alias '*self' out of it.");
    }

    @Test
    void a_large_file_is_refused() {
        refused(WEB + "# " + "x".repeat(1 << 20)).hasMessageContaining("is larger than 1 MiB");
    }

    @Test
    void a_long_value_is_refused() {
        refused(WEB + "x-long: " + "x".repeat(200_000))
                .hasMessageContaining("line 2: a value of 200,000 characters stands here, and 131,072 is the most");
    }

    @Test
    void many_services_are_refused() {
        refused("services:\n" + lines(501, n -> "  s" + n + ": {image: w}\n"))
                .hasMessageContaining("line 502: the system has 501 services, and 500 is the most");
    }

    @Test
    void many_replicas_of_a_service_are_refused() {
        refused("services:\n  web: {image: w, deploy: {replicas: 20000}}\n")
                .hasMessageContaining("line 2: the service 'web' has 20000 replicas, and 100 is the most of a service");
    }

    @Test
    void many_replicas_together_are_refused() {
        refused("services:\n" + lines(6, n -> "  s" + n + ": {image: w, deploy: {replicas: 100}}\n"))
                .hasMessageContaining("line 7: with the service 's6' the system has 600 replicas, and 500 is the most");
    }

    @Test
    void many_ports_are_refused() {
        refused("services:\n  web:\n    image: w\n    expose: [" + lines(101, n -> n + ", ") + "]\n")
                .hasMessageContaining("line 2: the service 'web' has 101 ports, and 100 is the most of a service");
    }

    @Test
    void variables_within_variables_are_refused_from_a_depth_on() {
        refused("services: {web: {image: '" + "${A:-".repeat(20_000) + "}".repeat(20_000) + "'}}")
                .hasMessageContaining("line 1")
                .hasMessageContaining("nests '${' deeper than 20");
    }

    @Test
    void variables_that_make_a_value_long_are_refused() {
        var files = new ComposeFiles(services).base("services: {web: {image: '" + "$LONG".repeat(100) + "'}}");

        assertThatThrownBy(() -> files.read(Map.of("LONG", "x".repeat(10_000))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("becomes longer than 131,072 characters by its variables");
    }

    @Test
    void a_long_wrong_number_and_a_long_wrong_name_are_told_at_once() {
        String digits = "1".repeat(131_000);
        String others = lines(100, n -> "  s" + n + "x".repeat(900) + ": {image: w}\n");

        refused("services: {web: {image: w, cpus: " + digits + "x}}").hasMessageContaining("'cpus'");
        refused("services:\n  web: {image: w, depends_on: [s" + digits + "]}\n" + others)
                .hasMessageContaining("'depends_on'");
    }
}
