package dev.versus.environment.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.environment.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedMemoryRemoverTest {

    private static final RunId RUN = new RunId("a1b2c3d4");

    @TempDir
    Path folder;

    private boolean remove(String name) {
        return new SharedMemoryRemover(folder).remove(RUN, List.of(name));
    }

    @Test
    void everything_under_the_deployments_name_goes_and_nothing_else() throws IOException {
        Files.createDirectories(folder.resolve("versus-a1b2c3d4/inner"));
        Files.writeString(folder.resolve("versus-a1b2c3d4/inner/file"), "");
        for (String name : List.of("versus-a1b2c3d4.1", "versus-a1b2c3d4-two", "versus-a1b2c3d4 \n")) {
            Files.writeString(folder.resolve(name), "");
        }
        List<String> others = List.of("versus-a1b2c3d45", "versus-a1b2c3d4x.1", "versus-b1b2c3d4", "a-versus-a1b2c3d4");
        for (String other : others) {
            Files.writeString(folder.resolve(other), "");
        }

        assertThat(remove("versus-a1b2c3d4")).isTrue();

        assertThat(folder.toFile().list()).containsExactlyInAnyOrderElementsOf(others);
    }

    @Test
    void a_link_goes_and_what_it_leads_to_stays() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("file"), "");
        Files.createSymbolicLink(folder.resolve("versus-a1b2c3d4"), elsewhere);

        assertThat(remove("versus-a1b2c3d4")).isTrue();

        assertThat(folder.toFile().list()).containsExactly("elsewhere");
        assertThat(elsewhere.resolve("file")).exists();
    }

    @Test
    void what_another_user_made_under_that_name_stays() throws IOException {
        assumeTrue(RootUser.isRunning(), "skipped: only root gives files away");
        Path planted = Files.writeString(folder.resolve("versus-a1b2c3d4"), "");
        Files.setAttribute(planted, "unix:uid", 1000);
        Path ofService = Files.writeString(folder.resolve("versus-a1b2c3d4.1"), "");
        Files.setAttribute(ofService, "unix:uid", FreeUids.FIRST);

        assertThat(remove("versus-a1b2c3d4")).isTrue();

        assertThat(planted).exists();
        assertThat(ofService).doesNotExist();
    }

    @Test
    void a_name_of_another_run_is_not_believed() throws IOException {
        Files.writeString(folder.resolve("versus-00000000"), "");

        assertThat(remove("versus-00000000")).isFalse();
        assertThat(remove("versus-")).isFalse();

        assertThat(folder.resolve("versus-00000000")).exists();
    }
}
