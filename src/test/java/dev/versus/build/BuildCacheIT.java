package dev.versus.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.CacheFolder;
import dev.versus.ShortCommand;
import dev.versus.ThisUser;
import dev.versus.system.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds of a small Go service that are killed, meet each other, or find no room. */
class BuildCacheIT {

    private static final Path GREETER = Path.of("src/test/resources/dev/versus/build/polyglot/greeter");
    private static final int KILLS = 20;

    @TempDir
    Path folder;

    private Path service;
    private Path cache;

    @BeforeEach
    void copyTheService() throws IOException {
        assumeTrue(OnPath.find("go").isPresent(), "skipped: go is not on the PATH");
        service = folder.resolve("greeter");
        Sources.of(GREETER).copyTo(service);
        useCache(Files.createDirectory(folder.resolve("cache")));
    }

    private void useCache(Path used) {
        cache = used;
        System.setProperty(CacheFolder.PROPERTY, cache.toString());
    }

    @AfterEach
    void moveTheCacheBack() {
        System.clearProperty(CacheFolder.PROPERTY);
    }

    private Path build(List<String> said) {
        var build = new Build(service, null, Map.of(), null);
        return new Builds(said::add).make(ServiceBuild.of(build).orElseThrow(), "greeter");
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_build_that_is_killed_twenty_times_leaves_nothing_and_ends_well() throws Exception {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        List<String> before = namesIn(temporary);
        for (int kill = 0; kill < KILLS; kill++) {
            Files.writeString(service.resolve("kill.go"), "package main\n\nconst kill = " + kill + "\n");
            Process building = BuildingProcess.start(service, cache, folder.resolve("output"));
            var ended = building.waitFor(300 + 80L * kill, TimeUnit.MILLISECONDS);
            building.destroyForcibly().waitFor();
            assertThat(namesIn(cache).stream().filter(name -> name.startsWith(ServiceBuild.NAME)))
                    .allSatisfy(name -> assertThat(cache.resolve(name).resolve("bin/greeter"))
                            .as("%s", ended)
                            .isExecutable());
        }
        Files.writeString(service.resolve("kill.go"), "package main\n");

        Path home = build(new ArrayList<>());

        assertThat(home.resolve("bin/greeter")).isExecutable();
        assertThat(namesIn(cache)).noneMatch(name -> name.startsWith(Workplace.PREFIX));
        assertThat(ProcessHandle.allProcesses().filter(process -> isOfThisBuild(process)))
                .isEmpty();
        assertThat(namesIn(temporary).stream().filter(name -> name.startsWith("go-build") && !before.contains(name)))
                .isEmpty();
    }

    private boolean isOfThisBuild(ProcessHandle process) {
        try {
            return Files.readString(
                            Path.of("/proc/" + process.pid() + "/environ"),
                            java.nio.charset.StandardCharsets.ISO_8859_1)
                    .contains(Workplace.VARIABLE + "=" + cache);
        } catch (IOException gone) {
            return false;
        }
    }

    @Test
    void two_at_once_build_once_and_the_next_builds_nothing() throws Exception {
        Process one = BuildingProcess.start(service, cache, folder.resolve("one"));
        Process other = BuildingProcess.start(service, cache, folder.resolve("other"));
        assertThat(one.waitFor()).isZero();
        assertThat(other.waitFor()).isZero();

        String said = Files.readString(folder.resolve("one")) + Files.readString(folder.resolve("other"));
        assertThat(said.lines().filter(line -> line.startsWith("built"))).hasSize(1);
        var later = new ArrayList<String>();
        assertThat(build(later)).isDirectory();
        assertThat(later).isEmpty();
        assertThat(namesIn(service)).containsExactly("Dockerfile", "go.mod", "main.go");
    }

    @Test
    void a_build_that_others_could_have_changed_is_not_believed_but_made_again() throws Exception {
        Path home = build(new ArrayList<>());
        Path foreign = Files.writeString(home.resolve("foreign"), "");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(build(new ArrayList<>())).isEqualTo(home).isDirectory();
        assertThat(foreign).doesNotExist();
        assertThat(namesIn(cache))
                .containsExactly(".building.lock", home.getFileName().toString());
    }

    @Test
    void what_is_made_from_a_closed_folder_is_closed_too() throws Exception {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        service = Files.move(service, closed.resolve("greeter"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(build(new ArrayList<>()))))
                .isEqualTo("rwx------");
    }

    @Test
    void what_a_tool_leaves_running_ends_before_the_build_has_its_name() {
        String left = "(while :; do date >late; sleep 0.02; done) >/dev/null 2>&1 &";
        new BuildCache(line -> {}).once(cache.resolve("made"), place -> {
            Files.createDirectory(place.folder());
            place.run(ToolVariables.GO, List.of("/bin/sh", "-c", left), Map.of());
        });

        assertThat(cache.resolve("made")).isDirectory();
        assertThat(ProcessHandle.allProcesses().filter(this::isOfThisBuild)).isEmpty();
    }

    @Test
    void a_build_that_fails_tells_the_last_lines_of_its_tool() throws Exception {
        Files.writeString(service.resolve("broken.go"), "package main\n\nfunc broken() { nowhere() }\n");

        assertThatThrownBy(() -> build(new ArrayList<>()))
                .isInstanceOf(BuildFailed.class)
                .hasMessageContaining("The service 'greeter' cannot be built from " + service)
                .hasMessageContaining("'go build -o bin/ ./...' failed")
                .hasMessageContaining("    | ./broken.go:3:17: undefined: nowhere");
        assertThat(namesIn(cache)).containsExactly(".building.lock");
    }

    @Test
    void a_full_disk_is_told_in_one_sentence() throws Exception {
        assumeTrue(ThisUser.INSTANCE.isRoot(), "skipped: only root mounts a small disk");
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                ShortCommand.succeeds("mount", "-t", "tmpfs", "-o", "size=1m,mode=755", "versus-test", disk.toString()),
                "skipped: mounts are not allowed here");
        try {
            useCache(disk.resolve("cache"));
            assertThatThrownBy(() -> build(new ArrayList<>()))
                    .isInstanceOf(BuildFailed.class)
                    .hasMessageContaining("the disk is full; make room")
                    .hasMessageNotContaining("\n");
            assertThat(namesIn(cache)).containsExactly(".building.lock");
        } finally {
            ShortCommand.succeeds("umount", disk.toString());
        }
    }
}
