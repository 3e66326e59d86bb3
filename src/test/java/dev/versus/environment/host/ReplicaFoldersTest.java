package dev.versus.environment.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.versus.ShortCommand;
import dev.versus.environment.RunId;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicaFoldersTest {

    private static final RunId RUN = new RunId("a1b2c3d4");

    @TempDir
    Path temporary;

    private ReplicaFolders homes;

    @BeforeEach
    void rootMakesThem() throws IOException {
        assumeTrue(RootUser.isRunning(), "skipped: only root gives folders away");
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
        homes = new ReplicaFolders(temporary.resolve("versus/engines"));
    }

    @Test
    void each_belongs_to_another_user_who_alone_may_enter_it() throws IOException {
        ReplicaFolder one = homes.make(RUN, "store-1", List.of());
        ReplicaFolder other = homes.make(RUN, "cache-1", List.of());

        assertThat(one.folder()).isEqualTo(homes.root().resolve("a1b2c3d4-store-1"));
        assertThat(mode(one.folder())).isEqualTo("rwx------");
        assertThat(mode(homes.root())).isEqualTo("rwx--x--x");
        assertThat(one.user()).isNotEqualTo(other.user());
        Path secret = one.write("secret", "hush");
        assertThat(mode(secret)).isEqualTo("rw-------");
        assertThat(ShortCommand.run(one.runAs().command(List.of("cat", secret.toString()))))
                .contains("hush");
        assertThat(ShortCommand.run(other.runAs().command(List.of("cat", secret.toString()))))
                .isEmpty();
    }

    @Test
    void replicas_that_share_memory_have_one_user() throws IOException {
        ReplicaFolder one = homes.make(RUN, "writer-1", List.of("writer-1", "reader-1"));
        ReplicaFolder other = homes.make(RUN, "reader-1", List.of("writer-1", "reader-1"));

        assertThat(other.user()).isEqualTo(one.user());
        assertThat(other.folder()).isNotEqualTo(one.folder());
    }

    @Test
    void the_redis_of_the_class_path_runs_for_the_user_of_its_folder() throws IOException {
        ReplicaFolder home = homes.make(RUN, "cache-1", List.of());

        Path program = RedisProgram.OF_CLASS_PATH.in(home);

        assertThat(ShortCommand.run(home.runAs().command(List.of(program.toString(), "--version"))))
                .hasValueSatisfying(answer -> assertThat(answer).contains("v=6.2."));
    }

    @Test
    void a_folder_that_is_there_already_is_nobodys_home() throws IOException {
        homes.make(RUN, "store-1", List.of());

        assertThatThrownBy(() -> homes.make(RUN, "store-1", List.of())).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void a_place_that_is_a_link_or_that_others_may_write_to_is_refused() throws IOException {
        Path others = Files.createDirectory(temporary.resolve("others"));
        Path link = Files.createSymbolicLink(temporary.resolve("link"), others);
        Path open = Files.createDirectory(temporary.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));

        for (Path place : List.of(link, open)) {
            assertThatThrownBy(() -> new ReplicaFolders(place.resolve("engines")).make(RUN, "store-1", List.of()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(place.toString())
                    .hasMessageContaining("chmod 711");
        }
        assertThat(others).isEmptyDirectory();
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
