package dev.versus.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real repository with a system in {@code systems/web}, made by the git of this host. */
record SampleRepository(Path top) {

    /** Makes a repository with one commit on the branch {@code main}. */
    static SampleRepository in(Path top) {
        var made = new SampleRepository(top);
        made.write("systems/web/compose.yaml", "name: web\n");
        made.write("systems/web/version.txt", "one\n");
        made.git("init", "--quiet", "--initial-branch=main");
        made.commit("First version");
        return made;
    }

    /** The Compose file of the system. */
    Path file() {
        return top.resolve("systems").resolve("web").resolve("compose.yaml");
    }

    Path write(String file, String text) {
        try {
            Path written = top.resolve(file);
            Files.createDirectories(written.resolveSibling(""));
            return Files.writeString(written, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commits all files and returns the commit's whole name. */
    String commit(String subject) {
        git("add", "--all");
        git("commit", "--quiet", "--message", subject);
        return git("rev-parse", "HEAD").strip();
    }

    /** Runs git in the repository, for nobody in particular. */
    String git(String... words) {
        try {
            List<String> command = new ArrayList<>(
                    List.of("git", "-c", "user.name=A", "-c", "user.email=a@b", "-c", "protocol.file.allow=always"));
            command.addAll(List.of(words));
            var builder = new ProcessBuilder(command)
                    .directory(top.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectErrorStream(true);
            builder.environment().putAll(Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_NOSYSTEM", "1"));
            Process git = builder.start();
            String told = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(git.waitFor()).as(told).isZero();
            return told;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
