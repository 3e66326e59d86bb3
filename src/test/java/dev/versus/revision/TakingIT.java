package dev.versus.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.CacheFolder;
import dev.versus.revision.fixture.SampleRepository;
import dev.versus.revision.fixture.Taking;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Revisions in a JVM of its own: with other variables, and killed at any moment. */
class TakingIT {

    @TempDir
    private Path folder;

    private SampleRepository repository;

    @BeforeEach
    void prepare() {
        repository = SampleRepository.in(folder.resolve("project"));
    }

    private Process start(Map<String, String> variables) throws IOException {
        var builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-D" + CacheFolder.PROPERTY + "=" + folder.resolve("cache"),
                "-cp",
                System.getProperty("java.class.path"),
                Taking.class.getName(),
                repository.file().toString(),
                "main"));
        builder.environment().putAll(variables);
        return builder.redirectErrorStream(true).start();
    }

    private String taken(Map<String, String> variables) throws IOException {
        return new String(start(variables).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void without_git_one_sentence_says_so() throws IOException {
        assertThat(taken(Map.of("PATH", folder.toString())))
                .isEqualTo("A system at a revision needs git, which is not installed here:"
                        + " install it (Debian: apt-get install git).");
        assertThat(folder.resolve("cache")).doesNotExist();
    }

    @Test
    void variables_that_git_gives_to_a_hook_of_another_repository_count_nowhere() throws IOException {
        SampleRepository other = SampleRepository.in(folder.resolve("other"));
        Path program = other.write("program", "#!/bin/sh\ntouch " + folder.resolve("ran") + "\n");
        Map<String, String> variables = Map.of(
                "GIT_DIR", other.top().resolve(".git").toString(),
                "GIT_INDEX_FILE", other.top().resolve(".git/index").toString(),
                "GIT_OBJECT_DIRECTORY", folder.resolve("nowhere").toString(),
                "GIT_EXTERNAL_DIFF", program.toString(),
                "GIT_TRACE", folder.resolve("trace").toString());
        assertThat(Path.of(taken(variables)).resolveSibling("version.txt")).hasContent("one");
        assertThat(folder.resolve("ran")).doesNotExist();
        assertThat(folder.resolve("trace")).doesNotExist();
    }

    @Test
    void a_kill_at_any_moment_leaves_no_half_of_a_work_tree() throws Exception {
        for (int i = 0; i < 2_000; i++) {
            repository.write("systems/web/many/" + i + ".txt", "file " + i + "\n");
        }
        repository.commit("Add many files");
        var random = new Random(7);
        for (int i = 0; i < 8; i++) {
            Process killed = start(Map.of());
            boolean ended = killed.waitFor(200 + random.nextInt(600), TimeUnit.MILLISECONDS);
            killed.descendants().forEach(ProcessHandle::destroyForcibly);
            killed.destroyForcibly().waitFor();
            assertThat(wholeOnes()).as("ended by itself: " + ended).allMatch(count -> count == 2_000);
        }
        assertThat(Path.of(taken(Map.of()))).exists();
        assertThat(wholeOnes()).containsExactly(2_000L);
    }

    /** Returns how many of the files each work tree has that is not being made. */
    private List<Long> wholeOnes() throws IOException {
        if (!Files.isDirectory(folder.resolve("cache"))) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder.resolve("cache"))) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith("revision-"))
                    .map(home ->
                            home.resolve("project/systems/web/many").toFile().list())
                    .map(names -> names == null ? 0L : names.length)
                    .toList();
        }
    }
}
