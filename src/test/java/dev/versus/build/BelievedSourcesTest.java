package dev.versus.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.CacheFolder;
import dev.versus.InvalidInput;
import dev.versus.ThisUser;
import dev.versus.system.Build;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Root beside a second user, whose code it must not run. */
class BelievedSourcesTest {

    private static final int OTHER = 60123;

    @TempDir
    Path folder;

    private Path context;
    private Path file;

    @BeforeEach
    void makeAContext() throws IOException {
        assumeTrue(ThisUser.INSTANCE.isRoot(), "skipped: only root gives files to other users");
        System.setProperty(CacheFolder.PROPERTY, folder.resolve("cache").toString());
        context = Files.createDirectories(folder.resolve("context"));
        Files.writeString(context.resolve("go.mod"), "module x\n");
        file = Files.writeString(Files.createDirectory(context.resolve("main")).resolve("main.go"), "package main\n");
    }

    @AfterEach
    void moveTheCacheBack() {
        System.clearProperty(CacheFolder.PROPERTY);
    }

    @Test
    void nothing_is_built_for_root_that_another_user_could_have_changed() throws IOException {
        for (Path one : new Path[] {context, file.resolveSibling(""), file}) {
            Files.setAttribute(one, "unix:uid", OTHER);
            assertRefused(one + " belongs to another user (" + OTHER + ")");
            Files.setAttribute(one, "unix:uid", 0);
            var before = Files.getPosixFilePermissions(one);
            Files.setPosixFilePermissions(one, PosixFilePermissions.fromString("rwxrwxrwx"));
            assertThat(BelievedSources.objection(context, false)).hasValue(one + " is writable for other users");
            assertThat(BelievedSources.objection(context, true))
                    .as("as continuous integration checks it out")
                    .isEmpty();
            Files.setPosixFilePermissions(one, before);
        }
    }

    @Test
    void the_folders_above_count_outside_of_containers() throws IOException {
        Files.setAttribute(folder, "unix:uid", OTHER);
        assertThat(BelievedSources.objection(context, false))
                .hasValue(context + " lies in " + folder + ", which belongs to another user (" + OTHER + ")");
        assertThat(BelievedSources.objection(context, true)).isEmpty();
        Files.setAttribute(folder, "unix:uid", 0);
    }

    @Test
    void the_checkout_of_the_user_who_called_sudo_is_built() throws Exception {
        assumeTrue(OnPath.find("go").isPresent(), "skipped: go is not on the PATH");
        for (Path one : new Path[] {context, context.resolve("go.mod"), file.resolveSibling(""), file}) {
            Files.setAttribute(one, "unix:uid", OTHER);
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("java.class.path");
        var sudo = new ProcessBuilder(
                        java,
                        "-cp",
                        classes,
                        "-Dversus.cache=" + folder.resolve("cache"),
                        BuildingProcess.class.getName(),
                        context.toString())
                .redirectErrorStream(true);
        sudo.environment().put("SUDO_UID", String.valueOf(OTHER));
        assertThat(new String(sudo.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .doesNotContain("is not built")
                .contains("building it (Go by");
    }

    private void assertRefused(String why) {
        var build = new Build(context, null, Map.of(), null);
        assertThatThrownBy(
                        () -> new Builds(line -> {}).make(ServiceBuild.of(build).orElseThrow(), "web"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("The service 'web' is not built: " + why + ", and root would run code of")
                .hasMessageContaining("or run Versus as its owner.");
        assertThat(folder.resolve("cache")).doesNotExist();
    }

    @Test
    void a_checkout_of_root_is_believed_also_by_a_link() throws IOException {
        Files.createSymbolicLink(context.resolve("link"), Path.of("go.mod"));
        assertThat(BelievedSources.objection(context, false)).isEmpty();
        assertThat(BelievedSources.objection(Files.createSymbolicLink(folder.resolve("reached"), context), false))
                .isEmpty();
    }
}
