package dev.versus.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundLogTest {

    private final Round round = MadeUp.round("web", 1, MadeUp.answers(10, 1_000).plus(MadeUp.refusals(1)));

    @Test
    void keepsARoundAsSoonAsItIsAppended(@TempDir Path folder) throws IOException {
        try (RoundLog log = RoundLog.create(folder, Json.lines())) {
            log.append("round", round);
            String written = Files.readString(folder.resolve(RoundLog.FILE));
            assertThat(written).startsWith("{\"round\":{").endsWith("}}\n").containsOnlyOnce("\n");
        }
    }

    @Test
    void whatWasWrittenReadsBackAsItWas(@TempDir Path folder) throws IOException {
        try (RoundLog log = RoundLog.create(folder, Json.lines())) {
            log.append("note", Map.of("b", 2, "a", 1));
            log.append("round", round);
        }
        List<String> lines = Files.readAllLines(folder.resolve(RoundLog.FILE));
        assertThat(lines.get(0)).isEqualTo("{\"note\":{\"a\":1,\"b\":2}}");
        JsonNode read = Json.lines().readTree(lines.get(1)).get("round");
        assertThat(Json.lines().treeToValue(read, Round.class))
                .usingRecursiveComparison()
                .withEqualsForType((a, b) -> a.histogram().equals(b.histogram()), Latencies.class)
                .isEqualTo(round);
    }

    @Test
    void neverWritesOverAnEarlierLog(@TempDir Path folder) {
        RoundLog.create(folder, Json.lines()).close();
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> RoundLog.create(folder, Json.lines()))
                .withMessageContaining(RoundLog.FILE);
    }

    @Test
    void anEntryThatCannotBeWrittenLeavesNoHalfLine(@TempDir Path folder) throws IOException {
        try (RoundLog log = RoundLog.create(folder, Json.lines())) {
            assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> log.append("bad", new Object()));
        }
        assertThat(folder.resolve(RoundLog.FILE)).isEmptyFile();
    }
}
